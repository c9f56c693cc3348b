"""Which signals report one exchange: kept, so that nothing is compared twice.

A connection and numbers of signals in and out. A signal without a row has yet to be
compared; one that changes loses its row and its pairs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from backchannel.domain.reviews import State
from backchannel.store.chunks import in_chunks
from backchannel.store.tables import grouped, pairs, signals

#: What was rejected reports nothing.
_counts = signals.c.review != State.REJECTED.value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a signal belongs."""

    signal: int
    #: The least number of those that report the same exchange.
    exchange: int
    #: The id of that exchange.
    id: str
    #: The signal that it is a copy of.
    original: int | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Two signals by number, and how they were found to fit, in log odds."""

    left: int
    right: int
    one: float
    conflict: float


def waiting(connection: Connection) -> list[int]:
    """Return the signals that have yet to be compared, in order."""
    placed = select(grouped.c.signal)
    found = select(signals.c.number).where(_counts, signals.c.number.not_in(placed))
    return list(connection.execute(found.order_by(signals.c.number)).scalars())


def numbers(connection: Connection) -> dict[str, int]:
    """Return id -> number of every signal that counts, in order of the numbers."""
    found = select(signals.c.id, signals.c.number).where(_counts)
    ordered = found.order_by(signals.c.number)
    return {id: number for id, number in connection.execute(ordered)}


def forget(connection: Connection, changed: Iterable[int]) -> None:
    """Let these signals be compared again, and what they belonged with be placed."""
    for some in in_chunks(changed):
        left = select(grouped.c.exchange).where(grouped.c.signal.in_(some))
        among = list(connection.execute(left.distinct()).scalars())
        for part in in_chunks(among):
            connection.execute(delete(grouped).where(grouped.c.exchange.in_(part)))
        _take_pairs(connection, some)


def _take_pairs(connection: Connection, some: Sequence[int]) -> None:
    of_them = pairs.c.left.in_(some) | pairs.c.right.in_(some)
    connection.execute(delete(pairs).where(of_them))


def placed(connection: Connection) -> list[int]:
    """Return every signal that was placed, in order."""
    found = select(grouped.c.signal).order_by(grouped.c.signal)
    return list(connection.execute(found).scalars())


def places_of(connection: Connection, some: Iterable[int]) -> dict[int, int]:
    """Return the exchange of each of these signals."""
    found: dict[int, int] = {}
    for part in in_chunks(some):
        wanted = select(grouped.c.signal, grouped.c.exchange)
        rows = connection.execute(wanted.where(grouped.c.signal.in_(part)))
        found.update((signal, exchange) for signal, exchange in rows)
    return found


def first_of(connection: Connection, exchanges: Iterable[int]) -> dict[int, str]:
    """Return the id of one signal of each of these exchanges."""
    found: dict[int, str] = {}
    for part in in_chunks(exchanges):
        named = select(signals.c.number, signals.c.id)
        rows = connection.execute(named.where(signals.c.number.in_(part)))
        found.update((number, id) for number, id in rows)
    return found


def originals_of(connection: Connection, some: Iterable[int]) -> dict[int, int]:
    """Return, for those of these signals that are copies, the original of each."""
    found: dict[int, int] = {}
    for part in in_chunks(some):
        wanted = select(grouped.c.signal, grouped.c.original)
        copies = grouped.c.signal.in_(part), grouped.c.original.is_not(None)
        rows = connection.execute(wanted.where(*copies))
        found.update((signal, original) for signal, original in rows)
    return found


def numbers_of(connection: Connection, ids: Iterable[str]) -> list[int]:
    """Return the numbers of signals, in order."""
    found: list[int] = []
    for part in in_chunks(ids):
        wanted = select(signals.c.number).where(signals.c.id.in_(part))
        found += connection.execute(wanted).scalars()
    return sorted(found)


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return id of a signal -> that of the exchange which it reports."""
    joined = grouped.join(signals, signals.c.number == grouped.c.signal)
    found: dict[str, str] = {}
    for part in in_chunks(ids):
        wanted = select(signals.c.id, grouped.c.id).select_from(joined)
        rows = connection.execute(wanted.where(signals.c.id.in_(part)))
        found.update((signal, exchange) for signal, exchange in rows)
    return found


def load_places(connection: Connection) -> dict[int, Place]:
    """Return where every signal belongs that was compared."""
    return {row.signal: Place(*row) for row in connection.execute(select(grouped))}


def put_places(connection: Connection, places: Iterable[Place]) -> None:
    """Keep where signals belong, instead of where they did before."""
    for some in in_chunks(places):
        moved = [place.signal for place in some]
        connection.execute(delete(grouped).where(grouped.c.signal.in_(moved)))
        values = [
            {"signal": p.signal, "exchange": p.exchange, "id": p.id}
            | {"original": p.original}
            for p in some
        ]
        connection.execute(insert(grouped), values)


def put_scores(
    connection: Connection, compared: Iterable[int], scores: Iterable[Scores]
) -> None:
    """Keep the pairs of signals that were compared, instead of those they had."""
    for numbers in in_chunks(compared):
        _take_pairs(connection, numbers)
    for some in in_chunks(scores):
        values = [
            {"left": s.left, "right": s.right, "one": s.one, "conflict": s.conflict}
            for s in some
        ]
        connection.execute(insert(pairs), values)


def members(connection: Connection, exchanges: Iterable[int]) -> list[int]:
    """Return the signals that report one of these exchanges, in order."""
    found: list[int] = []
    for some in in_chunks(exchanges):
        wanted = select(grouped.c.signal).where(grouped.c.exchange.in_(some))
        found += connection.execute(wanted).scalars()
    return sorted(found)


def beside(connection: Connection, some: Sequence[int]) -> list[int]:
    """Return the placed signals of the documents that these stand in, in order."""
    found: set[int] = set()
    for part in in_chunks(some):
        inside = select(signals.c.document).where(signals.c.number.in_(part))
        joined = grouped.join(signals, signals.c.number == grouped.c.signal)
        wanted = select(grouped.c.signal).select_from(joined)
        placed = wanted.where(signals.c.document.in_(inside))
        found.update(connection.execute(placed).scalars())
    return sorted(found)


def exchanges_beginning(connection: Connection, beginning: str) -> dict[str, int]:
    """Return id -> least number of a signal of the exchanges whose ids begin so."""
    begins = grouped.c.id.startswith(beginning.lower(), autoescape=True)
    found = select(grouped.c.id, grouped.c.exchange).where(begins).distinct()
    return {id: number for id, number in connection.execute(found.limit(20))}


def exchange_of(connection: Connection, signal: int) -> int | None:
    """Return the exchange that a signal reports; None if it was not compared."""
    found = select(grouped.c.exchange).where(grouped.c.signal == signal)
    return connection.execute(found).scalar()


def find_exchanges(
    connection: Connection, fits: ColumnElement[bool], *, least: int
) -> list[int]:
    """Return the exchanges that a fitting signal reports, the latest first.

    Args:
        connection: one that reads.
        fits: the condition that a signal fits.
        least: how many signals must report it.
    """
    of_signal = grouped.join(signals, signals.c.number == grouped.c.signal)
    fitting = select(grouped.c.exchange).select_from(of_signal).where(fits)
    found = (
        select(grouped.c.exchange)
        .select_from(of_signal)
        .where(grouped.c.exchange.in_(fitting))
        .group_by(grouped.c.exchange)
        .having(func.count() >= least)
        .order_by(func.max(func.coalesce(signals.c.day, "")).desc(), grouped.c.exchange)
    )
    return list(connection.execute(found).scalars())


def in_conflict(connection: Connection, least: float) -> list[int]:
    """Return the exchanges of signals that may be in conflict, in order.

    Args:
        connection: one that reads.
        least: the log odds from which a pair may be.
    """
    found: set[int] = set()
    for end in (pairs.c.left, pairs.c.right):
        joined = pairs.join(grouped, grouped.c.signal == end)
        wanted = select(grouped.c.exchange).select_from(joined)
        some = wanted.where(pairs.c.conflict >= least).distinct()
        found.update(connection.execute(some).scalars())
    return sorted(found)


def scores_among(connection: Connection, some: Sequence[int]) -> Iterator[Scores]:
    """Yield the pairs, both of whose signals are among `some`."""
    wanted = frozenset(some)
    for part in in_chunks(some):
        of_left = select(pairs).where(pairs.c.left.in_(part))
        for row in connection.execute(of_left.order_by(pairs.c.left, pairs.c.right)):
            if row.right in wanted:
                yield Scores(*row)


def load_reported(connection: Connection) -> dict[str, str]:
    """Return id of a signal -> what names the exchange that it reports."""
    joined = grouped.join(signals, signals.c.number == grouped.c.signal)
    found = select(signals.c.id, grouped.c.exchange).select_from(joined)
    return {id: str(exchange) for id, exchange in connection.execute(found)}
