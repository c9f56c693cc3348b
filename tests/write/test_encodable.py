"""UTF-8 takes any text, and loses nothing it has a form for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.write.encodable import encodable


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_that_has_a_form_stays_as_it_is(text: str) -> None:
    assert encodable(text) == text


@given(st.text(st.characters(categories=["Cs"]) | st.characters()))
def test_any_text_can_be_encoded_and_keeps_its_length(text: str) -> None:
    assert len(encodable(text).encode("utf-8").decode("utf-8")) == len(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [("\udcff.txt", "\ufffd.txt"), ("👩‍👩‍👧 é", "👩‍👩‍👧 é"), ("", "")],
    ids=["undecodable byte", "astral", "empty"],
)
def test_what_utf8_has_no_form_for_is_replaced(text: str, written: str) -> None:
    assert encodable(text) == written
