"""A sentence is taken apart where somebody else begins to tell."""

import pytest

from backchannel.domain.text import Span
from backchannel.reconstruct.segments import leaves_out_teller, split_segments


def parts(words: str) -> list[str]:
    return [words[span.start : span.end] for span in split_segments(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Arland sang, and it rained", 1, id="nobody tells"),
        pytest.param("Arland sang, but Borland said it wept", 2, id="another tells"),
        pytest.param("Arland sang; Borland wept", 2, id="semicolon"),
        pytest.param(
            "12 men, according to Arland, 9 according to Borland", 2, id="two"
        ),
    ],
)
def test_a_part_begins_where_somebody_else_tells(words: str, found: int) -> None:
    assert len(parts(words)) == found


def test_who_is_blamed_in_a_relative_clause_is_told_apart() -> None:
    words = "Arland hid the fire in the mill, which Borland has blamed on it"
    assert parts(words) == [
        "Arland hid the fire in the mill",
        "the mill, which Borland has blamed on it",
    ]


def test_a_part_without_a_subject_leaves_out_its_teller() -> None:
    words = "has not said why"
    assert leaves_out_teller(words, Span(0, len(words)))
    assert not leaves_out_teller("Arland said why", Span(0, 15))
