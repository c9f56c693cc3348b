"""The table is legible, says what is not known, and no text can drive the terminal."""

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from rich.console import Console

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Interval, Source, SourceKind, Status, Time
from backchannel.domain.text import Document, Span
from backchannel.write.table import lay_out, write_table
from tests import fakes
from tests.write.strategies import readings

THREAT = (
    "[sender Iran] [trigger threatened] [recipient Israel] [condition if attacked]."
)


@pytest.fixture(autouse=True)
def _width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def printed(*readings: Reading) -> str:
    stream = io.StringIO()
    write_table(readings, stream)
    return stream.getvalue()


def test_signal_stands_under_its_sentence_with_the_trigger_in_brackets() -> None:
    table = printed(fakes.reading(THREAT, outlet="Harbour Wire"))
    assert table.splitlines()[4:] == [
        "Iran [threatened]¹ Israel if attacked.",
        "  1  warn      Iran (side unknown) → Israel (side unknown)",
        "     if        if attacked",
        "     gap       channel: no words tell how it travelled",
        "",
    ]


def test_heading_says_what_is_not_known() -> None:
    table = printed(Reading(Document("d1", "Nothing.", source="a.txt")))
    assert "no title" in table
    assert "outlet not known · date not known · no signals · a.txt" in table


def test_unread_document_says_why() -> None:
    table = printed(Reading(Document("d1", "Rien."), unread="language is French"))
    assert "not read: language is French" in table


def test_what_did_not_happen_stands_out() -> None:
    reading = fakes.reading(THREAT)
    negated = replace(reading.signals[0], status=Status.NEGATED)
    assert "NEGATED Iran" in printed(replace(reading, signals=(negated,)))


def test_chain_of_attribution_ends_with_the_outlet() -> None:
    reading = fakes.reading(THREAT, outlet="The Guardian")
    anonymous = Source(Span(0, 4), SourceKind.ANONYMOUS, None)
    named = Source(Span(0, 4), SourceKind.NAMED, "Hassan Nasrallah")
    signal = replace(reading.signals[0], attribution=(anonymous, named))
    table = printed(replace(reading, signals=(signal,)))
    assert "word of   “Iran” ← Hassan Nasrallah ← The Guardian" in table


def test_time_is_given_in_days_and_in_the_words_of_the_text() -> None:
    reading = fakes.reading(THREAT)
    week = Time(Span(0, 4), Interval(date(2024, 7, 29), date(2024, 8, 4)))
    signal = replace(reading.signals[0], time=week)
    table = " ".join(printed(replace(reading, signals=(signal,))).split())
    assert "29 July – 4 August 2024 “Iran”" in table


def test_sentence_is_printed_once_for_all_its_signals() -> None:
    reading = fakes.reading(THREAT)
    second = replace(reading.signals[0], trigger=Span(23, 34))
    table = printed(replace(reading, signals=(*reading.signals, second)))
    assert table.count("[threatened]¹ Israel [if attacked]².") == 1
    assert "  2  warn" in table


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("path", fakes.ANNOTATED[::5], ids=lambda path: path.stem)
def test_no_line_is_wider_than_asked(
    path: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = printed(fakes.annotated(path)).splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_colour_replaces_brackets() -> None:
    stream = io.StringIO()
    terminal = Console(file=stream, force_terminal=True, color_system="standard")
    terminal.print(lay_out(fakes.reading(THREAT), terminal))
    assert "[threatened]" not in stream.getvalue()
    assert "\x1b[1;4mthreatened\x1b[0m" in stream.getvalue()
    assert "\x1b[1mIran\x1b[0m" in stream.getvalue()


@given(readings())
def test_no_text_breaks_the_table_or_drives_the_terminal(reading: Reading) -> None:
    table = printed(reading)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", table)
