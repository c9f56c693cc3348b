"""Readings kept: added, read again, taken out. Each call is one transaction.

A connection that writes and records in; what changed out.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from backchannel.domain.changes import Outcome, Reread
from backchannel.domain.codec import actor_id
from backchannel.domain.kept import Tombstone
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import State, standing
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document
from backchannel.store import rows
from backchannel.store.actors import count_signals, load_identities, put_actors
from backchannel.store.derived import derived_rows, put_derived, take_derived
from backchannel.store.grouped import forget
from backchannel.store.load import load_documents
from backchannel.store.log import reviews_of_all
from backchannel.store.reviewing import judge_signal
from backchannel.store.tables import (
    appearances,
    documents,
    offices,
    parties,
    signals,
    sources,
    tags,
    tombstones,
)


def put_reading(
    connection: Connection, reading: Reading, *, name: str, reader: str | None
) -> Outcome:
    """Keep a document that the case does not have, with its signals.

    Args:
        connection: one that writes.
        reading: its document's id is the digest of the text.
        name: the id or name that the input gave.
        reader: what read it.
    """
    number = _next(connection, documents)
    row = rows.document_row(reading, number=number, reader=reader)
    connection.execute(insert(documents).values(row))
    version = put_appearance(connection, reading.document, name=name)
    _put_signals(connection, number, reading.signals, reading.document)
    _put_offices(connection, number, reading)
    put_derived(connection, number, reading)
    return Outcome.NEW if version is Outcome.APPEARANCE else version


def put_appearance(
    connection: Connection,
    document: Document,
    *,
    name: str,
    added: datetime | None = None,
) -> Outcome:
    """Note where and when a document that the case has was published."""
    row = rows.appearance_row(document, name)
    known = select(appearances.c.id).where(appearances.c.id == row["id"])
    if connection.execute(known).first():
        return Outcome.SAME
    number = number_of(connection, document.id)
    version, is_new = _version(connection, row["url"], number)
    row |= {"number": _next(connection, appearances), "document": number}
    row |= {"version": version} | ({"added": rows.moment(added)} if added else {})
    connection.execute(insert(appearances).values(row))
    if document.published:
        _date_by(connection, number, document.published)
    return Outcome.VERSION if is_new and version > 1 else Outcome.APPEARANCE


def _date_by(connection: Connection, number: int, day: date) -> None:
    """Note a day of publication; signals that the text does not date take the first."""
    published = day.isoformat()
    later = documents.c.published.is_(None) | (documents.c.published > published)
    of_document = documents.c.number == number
    changed = connection.execute(
        update(documents).where(of_document, later).values(published=published)
    )
    if not changed.rowcount:
        return
    [document] = load_documents(connection, [number]).values()
    found = select(signals).where(signals.c.document == number)
    own = connection.execute(found).mappings().all()
    forget(connection, [row["number"] for row in own])
    for row in own:
        dated = rows.signal_row(rows.load_signal(dict(row), document.id), document)
        days = {name: dated[name] for name in ("day", "until")}
        one = signals.c.number == row["number"]
        connection.execute(update(signals).where(one).values(days))


def _version(connection: Connection, url: str | None, number: int) -> tuple[int, bool]:
    """Return the place of a document among those at `url`, and if it is new there."""
    if not url:
        return 1, False
    at_url = (
        select(appearances.c.document, func.min(appearances.c.version))
        .where(appearances.c.url == url)
        .group_by(appearances.c.document)
    )
    known = {row[0]: row[1] for row in connection.execute(at_url)}
    if number in known:
        return int(known[number]), False
    return int(max(known.values(), default=0)) + 1, True


def has_document(connection: Connection, document: str) -> bool:
    """Whether the case has the document."""
    found = select(documents.c.number).where(documents.c.id == document)
    return connection.execute(found).first() is not None


def number_of(connection: Connection, document: str) -> int:
    """Return the number of the row of a document that the case has."""
    found = select(documents.c.number).where(documents.c.id == document)
    return int(connection.execute(found).scalar_one())


def _put_signals(
    connection: Connection, number: int, read: Sequence[Signal], document: Document
) -> None:
    if not read:
        return
    known = load_identities(connection)
    first = _next(connection, signals)
    own, about, told = [], [], []
    for at, signal in enumerate(read, first):
        own.append(
            rows.signal_row(signal, document)
            | {"number": at, "document": number, "review": State.UNREVIEWED.value}
            | {"record": rows.dump_signal(signal), "corrected": None}
        )
        about += [
            row | {"signal": at} for row in rows.party_rows(signal, document, known)
        ]
        told += [row | {"signal": at} for row in rows.source_rows(signal, document)]
    connection.execute(insert(signals), own)
    put_actors(connection, rows.actor_rows(tuple(read)) | known.actors)
    if about:
        connection.execute(insert(parties), about)
        count_signals(connection, {row["actor"] for row in about})
    if told:
        connection.execute(insert(sources), told)
    by_id = {signal.id: signal for signal in read}
    for one, log in reviews_of_all(connection, by_id).items():
        judge_signal(connection, (by_id[one], document), log, known)


def _put_offices(connection: Connection, number: int, reading: Reading) -> None:
    parts = rows.actor_rows(reading.signals)
    held = {(actor_id(h.actor, h.side), h.office) for h in reading.offices}
    values = [
        {"actor": actor, "title": office, "document": number}
        for actor, office in sorted(held)
        if actor in parts
    ]
    if values:
        connection.execute(insert(offices), values)


def _next(connection: Connection, table: Table) -> int:
    """Return the number of the next row; nobody else writes meanwhile."""
    return int(connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1


def replace_reading(
    connection: Connection, reading: Reading, *, reader: str | None
) -> Reread:
    """Put new signals in the place of those read before; reviews are kept."""
    document, number = reading.document, number_of(connection, reading.document.id)
    old = {s.id: s for s in _as_read(connection, number, document.id)}
    new = {signal.id: signal for signal in reading.signals}
    judged = {
        one for one, log in reviews_of_all(connection, old).items() if standing(log)
    }
    lost = [one for one in old if one not in new]
    # What they repeated may be gone.
    stayed = [replace(old[one], repeats=None) for one in lost if one in judged]
    _take_signals(connection, number)
    _put_signals(connection, number, [*reading.signals, *stayed], document)
    _put_offices(connection, number, reading)
    put_derived(connection, number, reading)
    count = len(reading.signals) + len(stayed)
    values = {"signals": count, "reader": reader, "unread": reading.unread}
    connection.execute(
        update(documents).where(documents.c.number == number).values(values)
    )
    return Reread(
        document.id,
        added=tuple(signal for one, signal in new.items() if one not in old),
        removed=tuple(old[one] for one in lost if one not in judged),
        stayed=tuple(stayed),
        changed=tuple(
            (old[one], signal)
            for one, signal in new.items()
            if one in old and _differ(old[one], signal)
        ),
    )


def _differ(old: Signal, new: Signal) -> bool:
    """Whether a field differs; how sure it is and why does not count."""
    left, right = (replace(one, confidence={}, why=()) for one in (old, new))
    return left != right


def _as_read(connection: Connection, number: int, document: str) -> list[Signal]:
    found = select(signals).where(signals.c.document == number)
    return [
        rows.load_as_read(dict(row), document)
        for row in connection.execute(found).mappings()
    ]


def _take_signals(connection: Connection, number: int) -> None:
    """Delete all signals of a document, and what hangs on them; reviews stay."""
    of_document = select(signals.c.number).where(signals.c.document == number)
    involved = select(parties.c.actor).where(parties.c.signal.in_(of_document))
    changed = set(connection.execute(involved).scalars())
    forget(connection, list(connection.execute(of_document).scalars()))
    for table in (parties, sources, tags):
        connection.execute(delete(table).where(table.c.signal.in_(of_document)))
    connection.execute(delete(offices).where(offices.c.document == number))
    connection.execute(delete(signals).where(signals.c.document == number))
    count_signals(connection, changed)


def take_document(connection: Connection, stone: Tombstone) -> None:
    """Take a document out with all that was read in it, and leave a tombstone.

    Reviews of its signals stay in the log: they hold again if it comes back.
    """
    number = number_of(connection, stone.document)
    _take_signals(connection, number)
    take_derived(connection, number)
    connection.execute(delete(appearances).where(appearances.c.document == number))
    connection.execute(delete(documents).where(documents.c.number == number))
    known = tombstones.c.document == stone.document
    connection.execute(delete(tombstones).where(known))
    row = {name: getattr(stone, name) for name in ("document", "title", "reason")}
    row |= {"who": stone.who, "at": rows.moment(stone.at)}
    connection.execute(insert(tombstones).values(row))


def lift_tombstone(connection: Connection, document: str) -> None:
    """Let a document that was taken out be added again."""
    connection.execute(delete(tombstones).where(tombstones.c.document == document))


def tombstone_of(connection: Connection, document: str) -> Tombstone | None:
    """Return the tombstone of a document, if it was taken out."""
    found = select(tombstones).where(tombstones.c.document == document)
    row = connection.execute(found).mappings().first()
    return rows.tombstone_of(dict(row)) if row else None


def add_signals(
    connection: Connection, document: Document, read: Sequence[Signal]
) -> None:
    """Keep signals of a document that only another copy of the case has."""
    number = number_of(connection, document.id)
    _put_signals(connection, number, read, document)
    of_document = documents.c.number == number
    more = documents.c.signals + len(read)
    connection.execute(update(documents).where(of_document).values(signals=more))


def add_derived(connection: Connection, reading: Reading) -> None:
    """Keep claims, actions and forecasts of a document that was kept without any."""
    number = number_of(connection, reading.document.id)
    if not any(derived_rows(connection, [number])):
        put_derived(connection, number, reading)


def signal_ids(connection: Connection, document: str) -> set[str]:
    """Return the ids of the signals kept of a document."""
    found = select(signals.c.id).where(
        signals.c.document == number_of(connection, document)
    )
    return set(connection.execute(found).scalars())
