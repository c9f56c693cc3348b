"""What is not quoted is gone, and every offset still quotes its words."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Reason
from backchannel.domain.text import Document, Span
from backchannel.write.quotes import only_quotes, quoted
from tests import fakes
from tests.write.strategies import readings

WARNING = "[sender Russia] [trigger warned] Iran."


@given(readings())
def test_only_quoted_words_are_left(reading: Reading) -> None:
    text, left = reading.document.text, only_quotes(reading).document.text
    assert len(left) == len(text)
    passages = quoted(reading)
    for at, character in enumerate(left):
        inside = any(span.start <= at < span.end for span in passages)
        assert (
            character == text[at]
            if inside
            else character in "\n[…]" or (character == text[at] and character.isspace())
        )


@given(readings())
def test_signals_quote_the_same_words(reading: Reading) -> None:
    before, after = reading, only_quotes(reading)
    for old, new in zip(before.signals, after.signals, strict=True):
        assert after.quote(new) == before.quote(old)
        assert after.document.quote(new.trigger) == before.document.quote(old.trigger)
        assert replace(new, why=()) == replace(old, why=())


@given(readings())
def test_quoted_passages_stand_apart_in_text_order(reading: Reading) -> None:
    passages = quoted(reading)
    assert all(a.end < b.start for a, b in pairwise(passages))


def test_reason_loses_the_passages_that_are_not_quoted() -> None:
    reading = fakes.reading(WARNING)
    document = Document("d1", reading.document.text + " SECRET words.")
    inside, outside = Span(0, 6), Span(21, 27)
    why = (Reason("sender", "named", 0.9, (inside, outside)),)
    read = Reading(document, (replace(reading.signals[0], why=why),))
    [signal] = only_quotes(read).signals
    assert signal.why == (Reason("sender", "named", 0.9, (inside,)),)


@pytest.mark.parametrize(
    ("after", "left"),
    [
        (" Secret words.", " \n[…]\n" + "\n" * 8),
        (" Oh.", " …\n\n"),
        ("\n\n ", "\n\n "),
        ("", ""),
    ],
    ids=["long", "short", "only space", "nothing"],
)
def test_place_of_left_out_words_is_shown(after: str, left: str) -> None:
    reading = fakes.reading(WARNING)
    words = reading.document.text
    read = replace(reading, document=Document("d1", words + after))
    assert only_quotes(read).document.text == words + left


def test_unread_document_keeps_no_words() -> None:
    read = Reading(Document("d1", "Rien du tout."), unread="language is French")
    assert set(only_quotes(read).document.text) == set("\n[…]")
