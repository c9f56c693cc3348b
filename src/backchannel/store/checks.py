"""A case checked against itself: every digest, offset and count made again.

A connection that reads in, lines about what does not agree out. Damage of one row hides
no other: whatever a row cannot be read as becomes a line.
"""

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import Connection, func, select

from backchannel.domain.codec import actor_id, text_id
from backchannel.domain.reviews import Action, Review, correct, form_opinion
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document
from backchannel.store import rows
from backchannel.store.actors import load_decisions, load_identities
from backchannel.store.derived import derived_of, derived_rows
from backchannel.store.load import load_publications
from backchannel.store.log import reviews_of_all
from backchannel.store.stems import to_stems
from backchannel.store.tables import (
    actors,
    documents,
    parties,
    reviews,
    signals,
    sources,
    tags,
)

#: What damaged JSON, a span that is none, a value that there is not, come to.
_DAMAGE = (ValueError, KeyError, TypeError, IndexError, AttributeError)


def find_problems(connection: Connection) -> Iterator[str]:
    """Yield what does not agree, a line each."""
    yield from _engine_problems(connection)
    known = load_identities(connection)
    ordered = select(documents.c.number).order_by(documents.c.number)
    for number in list(connection.execute(ordered).scalars()):
        yield from _document_problems(connection, number, known)
    yield from _actor_problems(connection)
    yield from _review_problems(connection)


def _engine_problems(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"the file: {said}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: what it belongs to in {parent} is gone"


def _document_problems(
    connection: Connection, number: int, known: rows.Identities
) -> Iterator[str]:
    found = select(documents).where(documents.c.number == number)
    row = dict(connection.execute(found).mappings().one())
    name = f"document {row['id']}"
    if text_id(row["text"]) != row["id"]:
        yield f"{name}: its text is not the one that was kept"
        return
    if row["stems"] != to_stems(row["text"]):
        yield f"{name}: its words for searching are not those of its text"
    printed = load_publications(connection, [number]).get(number)
    if not printed:
        yield f"{name}: it appeared nowhere"
        return
    try:
        document = rows.document_of(row, rows.first_of(printed))
    except _DAMAGE as error:
        yield f"{name}: it cannot be read: {error}"
        return
    if any(part.end > len(document.text) for part in document.furniture):
        yield f"{name}: furniture ends outside the text"
    yield from _content_problems(connection, row, document, known)


def _content_problems(
    connection: Connection, row: rows.Row, document: Document, known: rows.Identities
) -> Iterator[str]:
    """Yield what does not agree in what was read in a document."""
    number = row["number"]
    inside = select(signals).where(signals.c.document == number)
    own = [dict(one) for one in connection.execute(inside).mappings()]
    if len(own) != row["signals"]:
        yield f"document {document.id}: {len(own)} signals, {row['signals']} were kept"
    log = reviews_of_all(connection, [one["id"] for one in own])
    for one in own:
        said = log.get(one["id"], [])
        check = _Check(connection, document, known, said)
        yield from _guarded(f"signal {one['id']}", check.problems, one)
    for one in derived_rows(connection, [number]):
        kind = one["kind"].removesuffix("s")
        yield from _guarded(
            f"{kind} {one['id']}", partial(_derived_problems, document=document), one
        )


def _derived_problems(row: rows.Row, document: Document) -> Iterator[str]:
    record = derived_of(row, document.id)
    if record.id != row["id"]:
        yield f"its record is of {record.id}"
    if max(record.span.end, record.sentence.end) > len(document.text):
        yield "it ends outside the text"


def _guarded(
    name: str, problems: Callable[[rows.Row], Iterator[str]], row: rows.Row
) -> Iterator[str]:
    try:
        for problem in problems(row):
            yield f"{name}: {problem}"
    except _DAMAGE as error:
        yield f"{name}: it cannot be read: {type(error).__name__}: {error}"


class _Check:
    """Makes the rows of one signal again from its record and its log."""

    def __init__(
        self,
        connection: Connection,
        document: Document,
        known: rows.Identities,
        log: list[Review],
    ) -> None:
        self._connection, self._document = connection, document
        self._known, self._log = known, log

    def problems(self, row: rows.Row) -> Iterator[str]:
        signal = rows.load_as_read(row, self._document.id)
        yield from _span_problems(signal, self._document)
        opinion, judged = form_opinion(self._log), correct(signal, self._log)
        told = rows.signal_row(judged, self._document) | {"review": opinion.state.value}
        for column, value in told.items():
            if row[column] != value:
                yield f"{column} is {row[column]!r}, its record says {value!r}"
        if opinion.corrections and rows.load_signal(row, self._document.id) != judged:
            yield "its corrections are not those of its reviews"
        number = row["number"]
        about = rows.party_rows(judged, self._document, self._known)
        for table, wanted in (
            (parties, list(about)),
            (sources, list(rows.source_rows(judged, self._document))),
            (tags, [{"tag": tag} for tag in opinion.tags]),
        ):
            found = select(table).where(table.c.signal == number)
            have = self._connection.execute(found).mappings()
            there = {frozenset(one.items()) for one in have}
            if there != {frozenset((r | {"signal": number}).items()) for r in wanted}:
                yield f"its {table.name} are not those of its record"


def _span_problems(signal: Signal, document: Document) -> Iterator[str]:
    for field, span in signal.passages():
        if span.end > len(document.text):
            yield f"{field} ends outside the text"
    if not signal.sentence.contains(signal.trigger):
        yield "its trigger is not in its sentence"


def _actor_problems(connection: Connection) -> Iterator[str]:
    counted = (
        select(parties.c.actor, func.count(func.distinct(parties.c.signal)).label("n"))
        .group_by(parties.c.actor)
        .subquery()
    )
    found = select(actors, func.coalesce(counted.c.n, 0).label("there"))
    joined = found.outerjoin(counted, counted.c.actor == actors.c.id)
    # Of those split off, undone or not, the name is the first spelling.
    parts = {
        review.value["actor"]
        for review in load_decisions(connection)
        if review.action is Action.SPLIT
    }
    for row in connection.execute(joined).mappings():
        if row["signals"] != row["there"]:
            yield (
                f"actor {row['id']}: {row['there']} signals, {row['signals']} were"
                " counted"
            )
        if row["id"] not in parts and actor_id(row["name"], row["side"]) != row["id"]:
            yield f"actor {row['id']}: its name and side are not those that were kept"


def _review_problems(connection: Connection) -> Iterator[str]:
    found = select(reviews).order_by(reviews.c.at, reviews.c.id)
    for row in connection.execute(found).mappings():
        yield from _guarded(f"review {row['id']}", _review_problem, dict(row))


def _review_problem(row: rows.Row) -> Iterator[str]:
    if rows.review_of(row).id != row["id"]:
        yield "it does not say what it said"
