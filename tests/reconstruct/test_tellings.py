"""A sentence is taken apart into what is told and who tells it."""

import pytest

from backchannel.reconstruct.tellings import find_tellings


def told(words: str) -> list[tuple[str, list[str], str]]:
    """Return content, tellers and polarity of each telling."""
    return [
        (
            words[one.content.start : one.content.end],
            [words[span.start : span.end] for span in one.tellers],
            one.polarity.value,
        )
        for one in find_tellings(words)
    ]


@pytest.mark.parametrize(
    ("words", "content", "tellers", "polarity"),
    [
        pytest.param(
            "The mayor said the mill was burned by soldiers.",
            "the mill was burned by soldiers",
            ["The mayor"],
            "asserted",
            id="before",
        ),
        pytest.param(
            "The mill was burned by soldiers, the mayor said on Monday.",
            "The mill was burned by soldiers",
            ["the mayor"],
            "asserted",
            id="behind",
        ),
        pytest.param(
            '"It was burned by soldiers," said the mayor.',
            "It was burned by soldiers",
            ["the mayor"],
            "asserted",
            id="inverted",
        ),
        pytest.param(
            "According to the mayor, the mill was burned.",
            "the mill was burned",
            ["the mayor"],
            "asserted",
            id="on an account",
        ),
        pytest.param(
            "The Gazette, citing two clerks, said the mill was burned.",
            "the mill was burned",
            ["two clerks", "The Gazette"],
            "asserted",
            id="citing",
        ),
        pytest.param(
            "Arland has repeatedly denied that it burned the mill.",
            "it burned the mill",
            ["Arland"],
            "denied",
            id="denial",
        ),
        pytest.param(
            "Arland would not say whether it burned the mill.",
            "it burned the mill",
            ["Arland"],
            "doubted",
            id="doubt",
        ),
        pytest.param(
            "The Night Column claimed responsibility for the fire.",
            "the fire",
            ["The Night Column"],
            "asserted",
            id="responsibility",
        ),
        pytest.param(
            "The clerk put the death toll at nine.",
            "the death toll at nine",
            ["The clerk"],
            "asserted",
            id="tally",
        ),
        pytest.param(
            "The mill burned down at night.",
            "The mill burned down at night",
            [],
            "asserted",
            id="the outlet",
        ),
        pytest.param(
            "The minister, Ana Dorr, told a meeting in the town that it was burned.",
            "it was burned",
            ["The minister"],
            "asserted",
            id="told somebody",
        ),
    ],
)
def test_who_tells_what_is_found(
    words: str, content: str, tellers: list[str], polarity: str
) -> None:
    assert told(words) == [(content, tellers, polarity)]


def test_two_sources_of_one_sentence_are_told_apart() -> None:
    words = "Arland said the ferry hit a rock, but Borland said it was rammed."
    assert [tellers for _, tellers, _ in told(words)] == [["Arland"], ["Borland"]]


def test_what_a_source_adds_is_its_own_too() -> None:
    words = "Arland said the ferry sank, adding that nine sailors drowned."
    contents = [(content, tellers) for content, tellers, _ in told(words)]
    assert contents == [
        ("the ferry sank", ["Arland"]),
        ("nine sailors drowned", ["Arland"]),
    ]


def test_a_position_that_another_confirms_is_told_twice() -> None:
    words = "Arland says it fired first, a claim that Borland officials confirmed."
    assert [tellers for _, tellers, _ in told(words)] == [
        ["Arland"],
        ["Borland officials"],
    ]


def test_a_version_that_another_disputes_is_denied() -> None:
    words = "Arland says the ferry was rammed, a version that Borland disputes."
    assert [polarity for _, _, polarity in told(words)] == ["asserted", "denied"]


def test_who_is_blamed_is_told() -> None:
    words = "Arland blamed the fire at the mill on Borland."
    (found,) = find_tellings(words)
    assert found.by is not None
    assert words[found.by.start : found.by.end] == "Borland"


def test_a_clause_without_its_own_subject_has_the_teller_before() -> None:
    words = "Arland admitted that it burned the mill but has not said whether it fired."
    tellings = told(words)
    assert [tellers for _, tellers, _ in tellings] == [["Arland"], ["Arland"]]
    assert tellings[1][2] == "doubted"


def test_nobody_claims_what_no_group_claimed() -> None:
    assert told("No group has claimed responsibility for the fire.") == []
