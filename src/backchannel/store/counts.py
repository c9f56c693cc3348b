"""The counts of a case."""

from collections.abc import Mapping

from sqlalchemy import Column, Connection, Table, func, select

from backchannel.domain.kept import Stats
from backchannel.store import rows
from backchannel.store.tables import (
    actors,
    appearances,
    documents,
    parties,
    reviews,
    signals,
    sources,
)

#: Values of a field that are counted, the most frequent first.
_MOST = 50


def count_all(connection: Connection) -> Stats:
    """Return how much of everything there is."""
    days = select(func.min(documents.c.published), func.max(documents.c.published))
    unread = documents.c.unread.is_not(None)
    return Stats(
        documents=_count(connection, documents),
        unread=int(
            connection.execute(
                select(func.count()).select_from(documents).where(unread)
            ).scalar_one()
        ),
        appearances=_count(connection, appearances),
        signals=_count(connection, signals),
        actors=int(
            connection.execute(
                select(func.count()).select_from(actors).where(actors.c.signals > 0)
            ).scalar_one()
        ),
        reviews=_count(connection, reviews),
        days=rows.days_between(*connection.execute(days).one()),
        by={
            "act": _tally(connection, signals.c.act),
            "status": _tally(connection, signals.c.status),
            "channel": _tally(connection, signals.c.channel),
            "review": _tally(connection, signals.c.review),
            "side": _tally(connection, parties.c.side),
            "source": _tally(connection, sources.c.kind),
            "outlet": _tally(connection, appearances.c.outlet),
        },
    )


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _tally(connection: Connection, column: Column[str]) -> Mapping[str, int]:
    counted = (
        select(column, func.count())
        .where(column.is_not(None))
        .group_by(column)
        .order_by(func.count().desc(), column)
        .limit(_MOST)
    )
    return {value: number for value, number in connection.execute(counted)}
