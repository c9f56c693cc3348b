"""The lists of a case as CSV: signals, documents, actors, a row each."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from backchannel.domain.candidates import Candidate
from backchannel.domain.kept import CaseActor, Entry, Listed
from backchannel.write.sheets import BETWEEN, COLUMNS, Cell, signal_row, write_rows

DOCUMENT_COLUMNS = (
    "id",
    "published",
    "outlet",
    "title",
    "url",
    "language",
    "signals",
    "unread",
    "appearances",
    "source",
)
CANDIDATE_COLUMNS = (
    "left",
    "left_name",
    "left_side",
    "right",
    "right_name",
    "right_side",
    "score",
    "reasons",
)
ACTOR_COLUMNS = ("id", "name", "side", "signals")


def signal_sheet(entries: Iterable[Entry], stream: TextIO) -> int:
    """Write a row for each signal; return how many there were."""
    return write_rows(COLUMNS, map(signal_row, entries), stream)


def document_sheet(listed: Iterable[Listed], stream: TextIO) -> int:
    """Write a row for each document; return how many there were."""
    return write_rows(DOCUMENT_COLUMNS, map(_document_row, listed), stream)


def actor_sheet(actors: Iterable[CaseActor], stream: TextIO) -> int:
    """Write a row for each actor; return how many there were."""
    rows = ((one.id, one.name, one.side, one.signals) for one in actors)
    return write_rows(ACTOR_COLUMNS, rows, stream)


def candidate_sheet(pairs: Iterable[Candidate], stream: TextIO) -> int:
    """Write a row for each pair of actors that may be one; return how many."""
    return write_rows(CANDIDATE_COLUMNS, map(_candidate_row, pairs), stream)


def _candidate_row(pair: Candidate) -> list[Cell]:
    ends = (
        cell
        for actor in (pair.left, pair.right)
        for cell in (actor.id, actor.name, actor.side)
    )
    return [*ends, pair.score, BETWEEN.join(pair.reasons)]


def _document_row(listed: Listed) -> list[Cell]:
    document = listed.document
    shown = document.appearance
    return [
        document.id,
        document.published,
        shown.outlet.value if shown.outlet else None,
        shown.title.value if shown.title else None,
        shown.url,
        document.language,
        listed.signals,
        listed.unread,
        BETWEEN.join(_places(listed)),
        document.source,
    ]


def _places(listed: Listed) -> Iterator[str]:
    for printed in listed.publications:
        shown = printed.appearance
        outlet = shown.outlet.value if shown.outlet else "outlet not known"
        day = f" {shown.published.value}" if shown.published else ""
        yield outlet + day
