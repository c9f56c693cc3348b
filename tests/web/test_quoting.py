"""Passages in pieces."""

from dataclasses import replace

from backchannel.domain.kept import Entry
from backchannel.domain.text import Span
from backchannel.web.quoting import FOUND, PLAIN, TRIGGER, marked, quote_pieces
from tests import fakes

READING = fakes.reading("[sender Russia] [trigger warned] Iran about missiles.")


def test_pieces_are_the_passage_again() -> None:
    document = READING.document
    marks = (Span(7, 13), Span(10, 18), Span(24, 40))
    pieces = list(marked(document, Span(0, 30), marks))
    assert "".join(words for words, _ in pieces) == document.text[:30]
    assert [words for words, on in pieces if not on] == ["Russia ", " about"]


def test_a_mark_elsewhere_is_no_mark_here() -> None:
    pieces = list(marked(READING.document, Span(0, 6), [Span(7, 13)]))
    assert pieces == [("Russia", False)]


def test_a_trigger_shows_through_what_was_searched_for() -> None:
    signal = READING.signals[0]
    entry = Entry(signal, READING.document)
    entry = replace(entry, marks=(signal.trigger, Span(25, 33)))
    assert list(quote_pieces(entry)) == [
        ("Russia ", PLAIN),
        ("warned", TRIGGER),
        (" Iran about ", PLAIN),
        ("missiles", FOUND),
        (".", PLAIN),
    ]
