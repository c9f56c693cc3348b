import pytest

from eval.mention_links import Asked, Link, is_name, mentions
from eval.parts import Agreement

TEXT = "Rice met the minister. She thanked him. The summit ended."


def mention(words: str, chain: str, type: str = "person") -> dict[str, object]:
    start = TEXT.index(words)
    return {"char": [start, start + len(words)], "cluster": chain, "etype": type}


def test_mentions_that_are_no_names_are_asked_with_the_names_before_them() -> None:
    record = {
        "text": TEXT,
        "mentions": [
            mention("Rice", "1"),
            mention("the minister", "2"),
            mention("She", "1"),
            mention("him", "2"),
            mention("The summit", "3", "event"),
        ],
    }
    asked = [(TEXT[slice(*a.passage)], a.kind, a.names) for a in mentions(record)]
    assert asked == [
        ("the minister", "description", ()),
        ("She", "pronoun", ((0, 4),)),
        ("him", "pronoun", ()),
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Rice", True),
        ("the Foreign Office", True),
        ("The minister", False),
        ("She", False),
        ("minister", False),
    ],
)
def test_a_capital_that_does_not_only_open_the_words_makes_a_name(
    words: str, named: bool
) -> None:
    assert is_name(words) is named


@pytest.mark.parametrize(
    ("names", "target", "agreement"),
    [
        pytest.param([(0, 4)], (0, 4), Agreement(1, 1, 1), id="to its name"),
        pytest.param([(0, 4)], (0, 30), Agreement(0, 1, 1), id="to far more"),
        pytest.param([(0, 4)], None, Agreement(0, 0, 1), id="to nothing"),
        pytest.param([], (0, 4), Agreement(0, 1, 0), id="to a name though it has none"),
        pytest.param([], None, Agreement(0, 0, 0), id="rightly to nothing"),
    ],
)
def test_a_link_is_right_where_it_points_to_a_name_of_the_chain(
    names: list[tuple[int, int]],
    target: tuple[int, int] | None,
    agreement: Agreement,
) -> None:
    asked = Asked((40, 43), tuple(names), "pronoun")
    assert Link(asked, target, in_reach=True).agreement() == agreement
