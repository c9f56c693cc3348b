"""One line is one line, and UTF-8 takes it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.write.lines import encodable, json_line


@given(st.text())
def test_any_text_stays_one_line_and_comes_back(text: str) -> None:
    line = json_line({"text": text})
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8")) == {"text": encodable(text)}


@pytest.mark.parametrize(
    ("text", "written"),
    [("\udcff.txt", "\ufffd.txt"), ("👩‍👩‍👧 é", "👩‍👩‍👧 é"), ("", "")],
    ids=["undecodable byte", "astral", "empty"],
)
def test_what_utf8_has_no_form_for_is_replaced(text: str, written: str) -> None:
    assert encodable(text) == written
