"""CSV for spreadsheets: one signal on each row, and lists of other things.

Documents in, rows out, each document's as soon as it comes. RFC 4180: CRLF after every
row, quotation marks where a cell needs them. The first row names the columns.

A cell of text that a spreadsheet would run as a formula gets an apostrophe before it
(OWASP, "CSV Injection"; ASVS 5.0, 1.2.10). Take away one apostrophe from every cell
that begins with apostrophes and one of those characters, and the text is as it was.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TextIO

from backchannel.domain.forms import DIGITS, appearance_form
from backchannel.domain.kept import Entry, Kept
from backchannel.domain.signals import Party, Signal
from backchannel.domain.text import Document, Span
from backchannel.write import phrases
from backchannel.write.encodable import encodable

#: What a row may hold; None is an empty cell.
Cell = str | int | float | date | None

#: Stands between several values of one cell.
BETWEEN = "; "
COLUMNS = (
    "id",
    "document",
    "outlet",
    "title",
    "url",
    "published",
    "day_from",
    "day_until",
    "act",
    "status",
    "channel",
    "senders",
    "sender_sides",
    "recipients",
    "recipient_sides",
    "intermediaries",
    "intermediary_sides",
    "trigger",
    "sentence",
    "content",
    "condition",
    "consequence",
    "time",
    "attribution",
    "source_kinds",
    "gaps",
    "confidence",
    "review",
    "tags",
    "notes",
)
#: OWASP's characters with their full-width forms, which East Asian spreadsheets take
#: for the same. Those after apostrophes count, or nobody could tell ours from theirs.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\0＝＋－＠]")


def write_sheet(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write a row for each signal; return how many there were.

    Several parties, sources, gaps, tags or notes share a cell, "; " between them;
    sides stand in the order of the names. Days are those of the act; `confidence` is
    the probability that the signal is one. Left out: offsets, the probabilities of
    single fields, reasons, repetitions, appearances but the first, and documents
    without signals.
    """
    rows = (signal_row(entry) for kept in documents for entry in kept.entries)
    return write_rows(COLUMNS, rows, stream)


def write_rows(
    header: Sequence[str], rows: Iterable[Sequence[Cell]], stream: TextIO
) -> int:
    """Write `header` and `rows`, as many cells in each; return how many rows.

    Only text can become a formula: numbers and days are written as they are.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_cell(name) for name in header])
    count = 0
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        count += 1
    return count


def _cell(value: Cell) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    return encodable(f"'{value}" if _FORMULA.match(value) else value)


def signal_row(entry: Entry) -> list[Cell]:
    """Return the cells of one signal, in the order of `COLUMNS`."""
    signal, document, opinion = entry.signal, entry.document, entry.opinion
    shown = appearance_form(document.appearance)
    chance = signal.confidence.get("signal")
    days = signal.time.interval if signal.time else None
    return [
        signal.id,
        document.id,
        shown["outlet"],
        shown["title"],
        shown["url"],
        document.published,
        days.start if days else None,
        days.end if days else None,
        signal.act,
        signal.status,
        signal.channel,
        *_parties(signal),
        document.quote(signal.trigger),
        entry.quote,
        *_passages(signal, document),
        *_sources(signal, document),
        BETWEEN.join(f"{gap.field}: {gap.reason}" for gap in signal.gaps),
        None if chance is None else round(chance, DIGITS),
        opinion.state,
        BETWEEN.join(opinion.tags),
        BETWEEN.join(opinion.notes),
    ]


def _parties(signal: Signal) -> Iterator[str]:
    filled: tuple[tuple[Party, ...], ...] = (
        signal.sender,
        signal.recipient,
        signal.intermediary,
    )
    for parties in filled:
        yield BETWEEN.join(party.actor for party in parties)
        yield BETWEEN.join(party.side for party in parties)


def _passages(signal: Signal, document: Document) -> Iterator[str | None]:
    when: Span | None = signal.time.span if signal.time else None
    for span in (signal.content, signal.condition, signal.consequence, when):
        yield document.quote(span) if span else None


def _sources(signal: Signal, document: Document) -> Iterator[str]:
    sources = signal.attribution
    yield BETWEEN.join(phrases.source_words(source, document) for source in sources)
    yield BETWEEN.join(source.kind for source in sources)
