"""A line holds everything, and its offsets quote the text."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Time
from backchannel.domain.text import Document, Span
from backchannel.write.jsonl import document_line, write_jsonl
from tests import fakes


def line(reading: Reading) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(document_line(reading))
    return loaded


@pytest.mark.parametrize("path", fakes.ANNOTATED, ids=lambda path: path.stem)
def test_offsets_quote_what_the_annotator_copied(path: Path) -> None:
    given = json.loads(path.read_text("utf-8"))
    written = line(fakes.annotated(path))
    text = written["text"]
    quoted = {
        (text[slice(*one["sentence"])], text[slice(*one["trigger"])], one["act"])
        for one in written["signals"]
    }
    copied = {
        (one["sentence"], one["trigger"]["text"], one["act"])
        for one in given["signals"]
    }
    assert quoted == copied


def test_what_is_not_known_is_null() -> None:
    written = line(Reading(Document("d1", "Nothing.")))
    unknown = ("title", "outlet", "published", "url", "language", "unread")
    assert [written[key] for key in unknown] == [None] * len(unknown)
    assert written["stated"] == {"title": None, "outlet": None, "published": None}


def test_unread_document_says_why() -> None:
    french = Document("d1", "Rien.", language="fr")
    written = line(Reading(french, unread="language is French"))
    assert written["unread"] == "language is French"
    assert written["signals"] == []


def test_words_that_cannot_be_dated_keep_their_span() -> None:
    reading = fakes.reading("[sender Russia] [trigger warned] on Sunday")
    undated = Time(Span(14, 23), None)
    signal = replace(reading.signals[0], time=undated)
    written = line(replace(reading, signals=(signal,)))
    assert written["signals"][0]["time"] == {
        "span": [14, 23],
        "start": None,
        "end": None,
    }


@pytest.mark.parametrize(
    "text",
    ["a\u2028b", "a\x85b", "a\nb\r\nc", "\x00\x1b[31m", "👩‍👩‍👧 é"],
    ids=["line separator", "next line", "line breaks", "controls", "astral"],
)
def test_any_text_stays_one_line_and_comes_back_unchanged(text: str) -> None:
    written = document_line(Reading(Document("d1", text)))
    assert len(written.splitlines()) == 1
    assert json.loads(written)["text"] == text


def test_file_name_that_is_no_unicode_does_not_break_the_line() -> None:
    document = Document("d1", "Text.", source="\udcff.txt")
    written = document_line(Reading(document)).encode("utf-8")
    assert json.loads(written)["source"] == "\ufffd.txt"


def test_each_line_is_out_before_the_next_document_is_read() -> None:
    stream = io.StringIO()

    def read() -> Iterator[Reading]:
        for count in range(3):
            assert len(stream.getvalue().splitlines()) == count
            yield Reading(Document(f"d{count}", "Text."))

    write_jsonl(read(), stream)
    assert len(stream.getvalue().splitlines()) == 3
