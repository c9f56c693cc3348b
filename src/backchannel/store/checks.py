"""A case checked against itself: digests, offsets, counts, what the tables repeat."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from backchannel.domain.codec import text_id
from backchannel.domain.kept import Kept
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document, Span
from backchannel.store import rows
from backchannel.store.load import load_kept
from backchannel.store.log import all_reviews
from backchannel.store.tables import actors, documents, parties, reviews, signals


def find_problems(connection: Connection) -> Iterator[str]:
    """Yield what does not agree, a line each."""
    yield from _engine_problems(connection)
    ordered = select(documents.c.number, documents.c.signals).order_by(
        documents.c.number
    )
    counted = {number: count for number, count in connection.execute(ordered)}
    for number, kept in zip(counted, load_kept(connection, list(counted)), strict=True):
        yield from _document_problems(kept, counted[number])
    yield from _index_problems(connection)
    yield from _actor_problems(connection)
    yield from _review_problems(connection)


def _engine_problems(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"the file: {said}"


def _document_problems(kept: Kept, counted: int) -> Iterator[str]:
    document = kept.document
    if text_id(document.text) != document.id:
        yield f"document {document.id}: its text is not the one that was kept"
        return
    if counted != len(kept.reading.signals):
        there = len(kept.reading.signals)
        yield f"document {document.id}: {there} signals, {counted} were kept"
    for part in document.furniture:
        if part.end > len(document.text):
            yield f"document {document.id}: furniture ends outside the text"
    for signal in kept.reading.signals:
        yield from _signal_problems(signal, document)


def _signal_problems(signal: Signal, document: Document) -> Iterator[str]:
    for field, span in _spans(signal):
        if span.end > len(document.text):
            yield f"signal {signal.id}: {field} ends outside the text"
    if not signal.sentence.contains(signal.trigger):
        yield f"signal {signal.id}: its trigger is not in its sentence"


def _spans(signal: Signal) -> Iterator[tuple[str, Span]]:
    yield "sentence", signal.sentence
    yield "trigger", signal.trigger
    for field in ("content", "condition", "consequence"):
        if span := getattr(signal, field):
            yield field, span
    for role in rows.ROLES:
        for party in getattr(signal, role):
            yield role, party.span
    for source in signal.attribution:
        yield "attribution", source.span
    if signal.time:
        yield "time", signal.time.span


def _index_problems(connection: Connection) -> Iterator[str]:
    """Yield the signals whose columns for searching are not what the record says."""
    found = select(signals, documents.c.id.label("text_id")).join(
        documents, documents.c.number == signals.c.document
    )
    for row in connection.execute(found).mappings():
        signal = rows.load_signal(dict(row), row["text_id"])
        told = (signal.id, signal.act, signal.status, signal.channel)
        if told != (row["id"], row["act"], row["status"], row["channel"]):
            yield f"signal {row['id']}: its record and its columns differ"


def _actor_problems(connection: Connection) -> Iterator[str]:
    counted = (
        select(parties.c.actor, func.count(func.distinct(parties.c.signal)))
        .group_by(parties.c.actor)
        .subquery()
    )
    found = select(actors.c.id, actors.c.signals, func.coalesce(counted.c[1], 0))
    joined = found.outerjoin(counted, counted.c.actor == actors.c.id)
    for actor, kept, there in connection.execute(joined):
        if kept != there:
            yield f"actor {actor}: {there} signals, {kept} were counted"


def _review_problems(connection: Connection) -> Iterator[str]:
    digests = list(
        connection.execute(
            select(reviews.c.id).order_by(reviews.c.at, reviews.c.id)
        ).scalars()
    )
    for digest, review in zip(digests, all_reviews(connection), strict=True):
        if review.id != digest:
            yield f"review {digest}: it does not say what it said"
