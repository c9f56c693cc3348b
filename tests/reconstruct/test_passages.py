"""Passages are cut as the annotation scheme cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.domain.text import Span
from backchannel.reconstruct.passages import trim


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ("“we are ready,”", "we are ready"),
        ('"A red line."', "A red line"),
        (" that it would reply, ", "that it would reply"),
        ("the “resistance” groups", "the “resistance” groups"),
        ("it was “tough”", "it was “tough”"),
        ("“tough” and “fair”", "“tough” and “fair”"),
        ("the Houthis’", "the Houthis’"),
        ("Is it over?", "Is it over?"),
        ("—", None),
        ("“”", None),
    ],
    ids=[
        "quotation with comma",
        "quotation with stop",
        "clause between commas",
        "quotation inside",
        "quotation at the end",
        "two quotations",
        "apostrophe",
        "question",
        "only a dash",
        "empty quotation",
    ],
)
def test_outer_marks_are_cut(marked: str, kept: str | None) -> None:
    span = trim(marked, Span(0, len(marked)))
    assert (span and marked[span.start : span.end]) == kept


@given(st.text(min_size=1))
def test_what_is_kept_lies_in_what_was_marked(text: str) -> None:
    span = trim(text, Span(0, len(text)))
    assert span is None or span.end <= len(text)
