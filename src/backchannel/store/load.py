"""Rows to records: signals, documents and whole documents with all that is kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from backchannel.domain.kept import Entry, Kept, Listed, Publication, Tombstone
from backchannel.domain.reading import Holder, Reading
from backchannel.domain.reviews import form_opinion
from backchannel.domain.signals import Party, Signal
from backchannel.domain.text import Document
from backchannel.store import rows
from backchannel.store.chunks import in_chunks
from backchannel.store.derived import load_derived
from backchannel.store.log import reviews_of_all
from backchannel.store.tables import (
    actors,
    appearances,
    documents,
    offices,
    parties,
    signals,
    tombstones,
)

#: Documents that are held in memory at a time when all are read.
_BATCH = 50


def load_entries(connection: Connection, numbers: Sequence[int]) -> list[Entry]:
    """Return the signals with these numbers, in their order."""
    own = {
        row["number"]: dict(row)
        for some in in_chunks(numbers)
        for row in connection.execute(
            select(signals).where(signals.c.number.in_(some))
        ).mappings()
    }
    shown = load_documents(connection, {row["document"] for row in own.values()})
    named = _actors_of(connection, own)
    log = reviews_of_all(connection, [row["id"] for row in own.values()])
    return [
        Entry(
            _name(
                rows.load_signal(own[at], shown[own[at]["document"]].id), named.get(at)
            ),
            shown[own[at]["document"]],
            form_opinion(log.get(own[at]["id"], [])),
        )
        for at in numbers
    ]


def load_documents(
    connection: Connection, numbers: Iterable[int]
) -> dict[int, Document]:
    """Return the documents with these numbers, each with its first appearance."""
    wanted = sorted(set(numbers))
    printed = load_publications(connection, wanted)
    return {
        row["number"]: rows.document_of(
            dict(row), rows.first_of(printed[row["number"]])
        )
        for some in in_chunks(wanted)
        for row in connection.execute(
            select(documents).where(documents.c.number.in_(some))
        ).mappings()
    }


def load_publications(
    connection: Connection, numbers: Sequence[int]
) -> dict[int, tuple[Publication, ...]]:
    """Return the appearances of these documents, in the order they were added."""
    found: dict[int, list[Publication]] = {}
    for some in in_chunks(numbers):
        wanted = select(appearances).where(appearances.c.document.in_(some))
        ordered = wanted.order_by(appearances.c.number)
        for row in connection.execute(ordered).mappings():
            printed = rows.publication_of(dict(row))
            found.setdefault(row["document"], []).append(printed)
    return {number: tuple(printed) for number, printed in found.items()}


def load_outlets(
    connection: Connection, documents_of: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return, by id of a document, the outlets that printed it, in order of days."""
    joined = appearances.join(documents, documents.c.number == appearances.c.document)
    found: dict[str, list[str]] = {}
    for some in in_chunks(sorted(documents_of)):
        wanted = select(documents.c.id, appearances.c.outlet).select_from(joined)
        told = wanted.where(documents.c.id.in_(some), appearances.c.outlet.is_not(None))
        days = func.coalesce(appearances.c.published, "9"), appearances.c.number
        for id, outlet in connection.execute(told.order_by(*days)):
            found.setdefault(id, []).append(outlet)
    return {id: tuple(dict.fromkeys(names)) for id, names in found.items()}


def load_listed(connection: Connection, numbers: Sequence[int]) -> list[Listed]:
    """Return the documents with these numbers, in their order, as lists show them."""
    shown = load_documents(connection, numbers)
    printed = load_publications(connection, numbers)
    columns = documents.c.number, documents.c.signals, documents.c.unread
    told = {
        row[0]: (row[1], row[2])
        for some in in_chunks(numbers)
        for row in connection.execute(
            select(*columns).where(documents.c.number.in_(some))
        )
    }
    return [Listed(shown[at], printed[at], *told[at]) for at in numbers]


def load_kept(connection: Connection, numbers: Sequence[int]) -> Iterator[Kept]:
    """Yield these documents with all that is kept of them, a batch at a time."""
    for some in _batches(numbers):
        yield from _load_batch(connection, some)


def load_readings(
    connection: Connection, numbers: Sequence[int]
) -> Iterator[tuple[Kept, Reading]]:
    """Yield these documents, and what was read in each before anybody reviewed it."""
    for some in _batches(numbers):
        held = _offices_in(connection, some)
        for at, kept in zip(some, _load_batch(connection, some), strict=True):
            found = select(signals).where(signals.c.document == at)
            ordered = found.order_by(signals.c.start, signals.c.number)
            read = tuple(
                rows.load_as_read(dict(row), kept.document.id)
                for row in connection.execute(ordered).mappings()
            )
            yield kept, replace(kept.reading, signals=read, offices=held.get(at, ()))


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


def _offices_in(
    connection: Connection, numbers: Sequence[int]
) -> dict[int, tuple[Holder, ...]]:
    found = (
        select(offices.c.document, actors.c.name, actors.c.side, offices.c.title)
        .join(actors, actors.c.id == offices.c.actor)
        .where(offices.c.document.in_(numbers))
    )
    held: dict[int, tuple[Holder, ...]] = {}
    for number, name, side, title in connection.execute(found):
        held[number] = (*held.get(number, ()), Holder(name, side, title))
    return held


def _load_batch(connection: Connection, numbers: Sequence[int]) -> Iterator[Kept]:
    shown = load_documents(connection, numbers)
    printed = load_publications(connection, numbers)
    inside = signals.c.document.in_(numbers)
    ordered = select(signals).where(inside).order_by(signals.c.start, signals.c.number)
    own: dict[int, list[rows.Row]] = {}
    for row in connection.execute(ordered).mappings():
        own.setdefault(row["document"], []).append(dict(row))
    every = [row for some in own.values() for row in some]
    named = _actors_of(connection, [row["number"] for row in every])
    log = reviews_of_all(connection, [row["id"] for row in every])
    columns = documents.c.number, documents.c.unread, documents.c.reader
    found = select(*columns).where(documents.c.number.in_(numbers))
    told = {row[0]: (row[1], row[2]) for row in connection.execute(found)}
    more = load_derived(connection, {at: shown[at].id for at in numbers})
    for at in numbers:
        document, (unread, reader) = shown[at], told[at]
        read = tuple(
            _name(rows.load_signal(row, document.id), named.get(row["number"]))
            for row in own.get(at, [])
        )
        opinions = {s.id: form_opinion(log[s.id]) for s in read if s.id in log}
        reading = Reading(document, read, unread=unread, **more.get(at, {}))
        yield Kept(reading, printed[at], opinions, reader)


def load_as_read(connection: Connection, signal: str) -> tuple[Signal, Document] | None:
    """Return a signal as it was read, and its document."""
    found = select(signals).where(signals.c.id == signal)
    row = connection.execute(found).mappings().first()
    if row is None:
        return None
    document = load_documents(connection, [row["document"]])[row["document"]]
    return rows.load_as_read(dict(row), document.id), document


#: Role and place -> name and side of the actor that it is now.
_Named = Mapping[tuple[str, int], tuple[str, str]]


def _actors_of(
    connection: Connection, numbers: Iterable[int]
) -> dict[int, dict[tuple[str, int], tuple[str, str]]]:
    """Return whom parties of these signals are, where people merged or split them."""
    moved = (
        select(parties, actors.c.name, actors.c.side.label("now"))
        .join(actors, actors.c.id == parties.c.actor)
        .where(parties.c.actor != parties.c.seen)
    )
    found: dict[int, dict[tuple[str, int], tuple[str, str]]] = {}
    for some in in_chunks(numbers):
        among = moved.where(parties.c.signal.in_(some))
        for row in connection.execute(among).mappings():
            places = found.setdefault(row["signal"], {})
            places[row["role"], row["place"]] = row["name"], row["now"]
    return found


def _name(signal: Signal, named: _Named | None) -> Signal:
    """Return the signal with its parties called what people decided."""
    if not named:
        return signal
    return replace(
        signal,
        sender=_renamed(signal.sender, "sender", named),
        recipient=_renamed(signal.recipient, "recipient", named),
        intermediary=_renamed(signal.intermediary, "intermediary", named),
    )


def _renamed(filled: tuple[Party, ...], role: str, named: _Named) -> tuple[Party, ...]:
    return tuple(
        Party(party.span, *named.get((role, place), (party.actor, party.side)))
        for place, party in enumerate(filled)
    )


def load_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """Return the documents that were taken out, the last first."""
    found = select(tombstones).order_by(tombstones.c.at.desc())
    return tuple(
        rows.tombstone_of(dict(row)) for row in connection.execute(found).mappings()
    )
