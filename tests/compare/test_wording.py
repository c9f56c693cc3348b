import pytest

from backchannel.compare.wording import Rarity, find_stems

ULTIMA, BOTH = frozenset({"ultima"}), frozenset({"ultima", "assab"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdrawn", "withdrawal"),
        ("sixty", "60"),
        ("Iran’s", "Iran"),
        ("Sandnæs", "Sandnaes"),
    ],
)
def test_words_that_mean_one_thing_share_a_stem(one: str, other: str) -> None:
    assert find_stems(one) == find_stems(other)


def test_words_that_tell_nothing_have_no_stem() -> None:
    assert find_stems("that it would not be") == ()


def test_a_rare_word_tells_more_than_a_frequent_one() -> None:
    rarity = Rarity()
    rarity.count([frozenset({"ultima", "assab"}), frozenset({"ultima"})])
    assert rarity.weight("assab") > rarity.weight("ultima") > 0


def test_what_is_counted_later_changes_what_a_word_tells() -> None:
    rarity = Rarity()
    rarity.count([frozenset({"ultima"}), frozenset({"assab"})])
    before = rarity.weight("ultima"), rarity.alike(BOTH, ULTIMA)
    rarity.count([ULTIMA] * 8)
    assert rarity.weight("ultima") < before[0]
    assert rarity.alike(BOTH, ULTIMA) < before[1]


def test_bags_without_a_shared_word_are_not_alike() -> None:
    assert Rarity().alike(frozenset({"a"}), frozenset({"b"})) == 0.0


def test_the_same_bag_is_wholly_alike() -> None:
    assert Rarity().alike(frozenset({"a"}), frozenset({"a"})) == pytest.approx(1.0)


def test_nothing_is_no_part_of_anything() -> None:
    assert Rarity().part(frozenset(), frozenset({"a"})) == 0.0
