"""No character acts, and no offset moves."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.write.visible import make_line, make_visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7f", "a␀b␡"),
        ("a\r\nb", "a\n\nb"),
        ("\u202eevil", "\ufffdevil"),
        ("tab\tand ünïcödé 👩‍👧", "tab\tand ünïcödé 👩‍👧"),
    ],
    ids=["escape", "controls", "line ends", "right to left", "the rest stays"],
)
def test_what_acts_is_seen(text: str, shown: str) -> None:
    assert make_visible(text) == shown


@given(st.text())
def test_offsets_stay_good(text: str) -> None:
    shown = make_visible(text)
    assert len(shown) == len(text)
    kinds = {unicodedata.category(character) for character in shown} & {"Cc", "Cs"}
    assert kinds <= {"Cc"}
    assert {one for one in shown if unicodedata.category(one) == "Cc"} <= {"\n", "\t"}


def test_a_line_is_one_line() -> None:
    assert make_line("a\n\tb\u2028 c\r") == "a b c"
