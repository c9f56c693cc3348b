"""The log of reviews, and what it makes of signals and actors.

A connection that writes and reviews in; every table then says what the log says.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from backchannel.domain.reviews import Action, Review, correct, form_opinion
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document
from backchannel.store import rows
from backchannel.store.actors import (
    assign,
    count_signals,
    load_identities,
    put_actors,
)
from backchannel.store.load import load_as_read
from backchannel.store.log import reviews_of_all
from backchannel.store.tables import (
    actors,
    parties,
    reviews,
    signals,
    sources,
    tags,
)


def judge_signal(
    connection: Connection, document: Document, signal: Signal, log: Sequence[Review]
) -> None:
    """Make a signal, as read, what its log says, in all tables."""
    number = connection.execute(
        select(signals.c.number).where(signals.c.id == signal.id)
    ).scalar_one()
    opinion, judged = form_opinion(log), correct(signal, log)
    changed = rows.signal_row(judged, document) | {
        "review": opinion.state.value,
        "corrected": rows.dump_signal(judged) if opinion.corrections else None,
    }
    of_signal = signals.c.number == number
    connection.execute(update(signals).where(of_signal).values(changed))
    involved = select(parties.c.actor).where(parties.c.signal == number)
    before = set(connection.execute(involved).scalars())
    for table in (parties, sources, tags):
        connection.execute(delete(table).where(table.c.signal == number))
    put_actors(connection, rows.actor_rows((judged,)))
    about = list(rows.party_rows(judged, document, load_identities(connection)))
    for table, wanted in (
        (parties, about),
        (sources, list(rows.source_rows(judged, document))),
        (tags, [{"tag": tag} for tag in opinion.tags]),
    ):
        if wanted:
            connection.execute(insert(table), [r | {"signal": number} for r in wanted])
    count_signals(connection, before | {row["actor"] for row in about})


def judge_again(connection: Connection, records: Iterable[str]) -> None:
    """Make these signals what their logs say, after something was added to them."""
    for record, log in reviews_of_all(connection, records).items():
        if found := load_as_read(connection, record):
            signal, document = found
            judge_signal(connection, document, signal, log)


def judge_actor(connection: Connection, review: Review) -> None:
    """Make the actors what their log says, after `review` was added to it."""
    if review.action is Action.SPLIT:
        new, name = review.value["actor"], review.value["spellings"][0]
        old = connection.execute(
            select(actors.c.side).where(actors.c.id == review.record)
        ).scalar_one()
        put_actors(connection, {new: rows.actor_row(name, old) | {"id": new}})
    assign(connection, _members(connection))


def _members(connection: Connection) -> set[str]:
    """Return the ids as read of all who were ever merged or split."""
    moved = select(parties.c.seen).where(parties.c.seen != parties.c.actor).distinct()
    decided = select(reviews.c.record).where(
        reviews.c.action.in_([Action.MERGE, Action.SPLIT])
    )
    return {
        *connection.execute(moved).scalars(),
        *connection.execute(decided).scalars(),
    }
