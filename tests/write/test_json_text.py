"""One line of JSON, whatever it holds."""

import json

from hypothesis import given
from hypothesis import strategies as st

from backchannel.write.json_text import json_line


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_one_line_and_comes_back(text: str) -> None:
    line = json_line({"text": text})
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": text}


def test_what_utf8_cannot_carry_is_replaced() -> None:
    assert json.loads(json_line("\udcff.txt").encode("utf-8")) == "\ufffd.txt"
