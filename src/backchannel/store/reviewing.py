"""The log of reviews, and what it makes of signals and actors.

A connection that writes and reviews in; every table then says what the log says.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from backchannel.domain.reviews import Review, State, correct, form_opinion
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document
from backchannel.store import rows
from backchannel.store.actors import (
    assign,
    count_signals,
    load_decisions,
    load_identities,
    put_actors,
)
from backchannel.store.grouped import forget
from backchannel.store.load import load_as_read
from backchannel.store.log import reviews_of_all
from backchannel.store.tables import (
    parties,
    signals,
    sources,
    tags,
)


def judge_signal(
    connection: Connection,
    entry: tuple[Signal, Document],
    log: Sequence[Review],
    known: rows.Identities,
) -> None:
    """Make a signal, as read, what its log says, in all tables."""
    signal, document = entry
    columns = signals.c.number, signals.c.review, signals.c.corrected
    found = select(*columns).where(signals.c.id == signal.id)
    number, state, was = connection.execute(found).one()
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
    about = list(rows.party_rows(judged, document, known))
    put_actors(connection, rows.actor_rows((judged,)) | known.actors)
    for table, wanted in (
        (parties, about),
        (sources, list(rows.source_rows(judged, document))),
        (tags, [{"tag": tag} for tag in opinion.tags]),
    ):
        if wanted:
            connection.execute(insert(table), [r | {"signal": number} for r in wanted])
    count_signals(connection, before | {row["actor"] for row in about})
    rejected = State.REJECTED.value in (state, changed["review"])
    if changed["corrected"] != was or (rejected and state != changed["review"]):
        forget(connection, [number])


def judge_again(connection: Connection, records: Iterable[str]) -> None:
    """Make these signals what their logs say, after something was added to them."""
    known = load_identities(connection)
    for record, log in reviews_of_all(connection, records).items():
        if found := load_as_read(connection, record):
            judge_signal(connection, found, log, known)


def judge_actors(connection: Connection) -> None:
    """Make the actors what the log says, after a merge, split or undo was added."""
    known = load_identities(connection)
    put_actors(connection, known.actors)
    moved = select(parties.c.seen).where(parties.c.seen != parties.c.actor).distinct()
    decided = {review.record for review in load_decisions(connection)}
    seen = {*connection.execute(moved).scalars(), *decided}
    assign(connection, seen, known)
