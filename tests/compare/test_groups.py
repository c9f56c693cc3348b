from itertools import permutations

from backchannel.compare.groups import Groups, Scored


def grouped(count: int, *pairs: tuple[int, int, float]) -> list[list[int]]:
    groups = Groups(count)
    groups.join([Scored(*pair) for pair in pairs])
    return groups.all()


def test_a_likely_pair_is_one_group() -> None:
    assert grouped(3, (0, 1, 2.0)) == [[0, 1], [2]]


def test_an_unlikely_pair_stays_apart() -> None:
    assert grouped(2, (0, 1, -3.0)) == [[0], [1]]


def test_one_likeness_does_not_chain_two_groups() -> None:
    pairs = [(0, 1, 3.0), (2, 3, 3.0), (1, 2, 0.5), (0, 2, -5.0), (1, 3, -5.0)]
    assert grouped(4, *pairs) == [[0, 1], [2, 3]]


def test_the_order_of_pairs_does_not_matter() -> None:
    pairs = [(0, 1, 3.0), (1, 2, 2.0), (0, 2, 1.0), (2, 3, 0.5)]
    assert len({str(grouped(4, *order)) for order in permutations(pairs)}) == 1


def test_what_people_split_stays_apart_even_through_a_third() -> None:
    groups = Groups(3)
    groups.settle(together=[], apart=[(0, 2)])
    groups.join([Scored(0, 1, 3.0), Scored(1, 2, 2.9), Scored(0, 2, 2.0)])
    assert groups.all() == [[0, 1], [2]]


def test_what_people_merged_is_one_whatever_the_score() -> None:
    groups = Groups(2)
    groups.settle(together=[(0, 1)], apart=[])
    groups.join([Scored(0, 1, -9.0)])
    assert groups.all() == [[0, 1]]


def test_of_a_split_and_merges_that_meet_the_split_counts() -> None:
    groups = Groups(3)
    groups.settle(together=[(0, 1), (1, 2)], apart=[(0, 2)])
    assert groups.all() == [[0, 1], [2]]
