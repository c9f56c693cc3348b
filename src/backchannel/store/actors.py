"""The actors of a case: who people said is whom, and where each stands.

Actors are made by readings and never deleted; merging and splitting moves parties
between them, by the log of reviews, so that it can be undone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, and_, func, insert, or_, select, update

from backchannel.domain.kept import CaseActor, Page
from backchannel.domain.reviews import Action, Review, standing
from backchannel.domain.signals import Interval
from backchannel.domain.words import fold
from backchannel.store import rows
from backchannel.store.tables import (
    actors,
    documents,
    offices,
    parties,
    reviews,
    signals,
)


def load_identities(connection: Connection) -> rows.Identities:
    """Return what the merges and splits that stand come to; the later one counts."""
    decided = reviews.c.action.in_([Action.MERGE, Action.SPLIT, Action.UNDO])
    found = connection.execute(select(reviews).where(decided)).mappings()
    return to_identities(rows.review_of(dict(row)) for row in found)


def to_identities(log: Iterable[Review]) -> rows.Identities:
    """Return what a log of merges and splits comes to."""
    merged: dict[str, str] = {}
    split: dict[tuple[str, str], str] = {}
    for review in standing(log):
        if review.action is Action.MERGE:
            # Whoever was merged into the other before goes along; nobody into oneself.
            merged.pop(review.value, None)
            merged[review.record] = review.value
        elif review.action is Action.SPLIT:
            for spelling in review.value["spellings"]:
                split[review.record, fold(spelling)] = review.value["actor"]
    return rows.Identities(merged, split)


def put_actors(connection: Connection, wanted: Mapping[str, rows.Row]) -> None:
    """Keep the actors, by id, that the case does not have."""
    known = select(actors.c.id).where(actors.c.id.in_(list(wanted)))
    have = set(connection.execute(known).scalars())
    new = [row for one, row in wanted.items() if one not in have]
    if new:
        connection.execute(insert(actors), new)


def count_signals(connection: Connection, changed: Iterable[str]) -> None:
    """Count again the signals that each of these actors is party of."""
    counted = (
        select(func.count(func.distinct(parties.c.signal)))
        .where(parties.c.actor == actors.c.id)
        .scalar_subquery()
    )
    wanted = actors.c.id.in_(sorted(set(changed)))
    connection.execute(update(actors).where(wanted).values(signals=counted))


def assign(connection: Connection, seen: Iterable[str]) -> None:
    """Give every party that was read as one of these actors to whom it belongs now."""
    known = load_identities(connection)
    found = (
        select(parties.c.seen, parties.c.spelling, parties.c.actor)
        .where(parties.c.seen.in_(sorted(set(seen))))
        .distinct()
    )
    changed: set[str] = set()
    for one, spelling, actor in connection.execute(found).all():
        now = known.of(one, spelling)
        if now == actor:
            continue
        changed |= {actor, now}
        connection.execute(
            update(parties)
            .where(parties.c.seen == one, parties.c.spelling == spelling)
            .values(actor=now)
        )
    count_signals(connection, changed)


def seen_as(connection: Connection, actor: str) -> list[str]:
    """Return the ids that parties of `actor` were read as."""
    found = select(parties.c.seen).where(parties.c.actor == actor).distinct()
    return list(connection.execute(found).scalars())


def list_actors(
    connection: Connection,
    *,
    named: str = "",
    sides: Iterable[str] = (),
    limit: int | None = None,
    offset: int = 0,
) -> Page[CaseActor]:
    """Return actors, those of most signals first, without spellings and offices.

    Args:
        connection: one that reads.
        named: the words that a name must hold.
        sides: only who acts for one of these; none for all.
        limit: how many at most.
        offset: how many to skip.
    """
    wanted = [actors.c.signals > 0]
    if named:
        like = f"%{fold(named)}%"
        spelled = parties.c.spelling.ilike(f"%{named}%")
        within = select(parties.c.actor).where(spelled)
        wanted.append(or_(actors.c.folded.like(like), actors.c.id.in_(within)))
    if sides := sorted(set(sides)):
        wanted.append(actors.c.side.in_(sides))
    condition = and_(*wanted)
    counted = select(func.count()).select_from(actors).where(condition)
    listed = (
        select(actors)
        .where(condition)
        .order_by(actors.c.signals.desc(), actors.c.name, actors.c.id)
        .limit(limit)
        .offset(offset)
    )
    found = connection.execute(listed).mappings()
    total = int(connection.execute(counted).scalar_one())
    return Page(tuple(_bare(dict(row)) for row in found), total)


def load_actor(connection: Connection, actor: str) -> CaseActor | None:
    """Return an actor with its spellings, documents and offices."""
    found = connection.execute(select(actors).where(actors.c.id == actor))
    row = found.mappings().first()
    if row is None:
        return None
    return CaseActor(
        id=row["id"],
        name=row["name"],
        side=row["side"],
        signals=row["signals"],
        spellings=_spellings(connection, actor),
        documents=_documents(connection, actor),
        offices=_offices(connection, actor),
    )


def ids_beginning(connection: Connection, beginning: str) -> list[str]:
    """Return up to nine ids of actors that begin so, in order."""
    found = select(actors.c.id).where(
        actors.c.id.startswith(beginning, autoescape=True)
    )
    return list(connection.execute(found.order_by(actors.c.id).limit(9)).scalars())


def all_offices(
    connection: Connection,
) -> dict[str, dict[str, Interval | None]]:
    """Return the offices of every actor that was seen with one, without days."""
    found = (
        select(parties.c.actor, offices.c.title)
        .join(parties, parties.c.seen == offices.c.actor)
        .distinct()
        .order_by(parties.c.actor, offices.c.title)
    )
    held: dict[str, dict[str, Interval | None]] = {}
    for actor, title in connection.execute(found):
        held.setdefault(actor, {})[title] = None
    return held


def _bare(row: rows.Row) -> CaseActor:
    return CaseActor(row["id"], row["name"], row["side"], row["signals"])


def _spellings(connection: Connection, actor: str) -> tuple[str, ...]:
    found = (
        select(parties.c.spelling, func.count())
        .where(parties.c.actor == actor)
        .group_by(parties.c.spelling)
    )
    counts: Counter[str] = Counter()
    for spelling, count in connection.execute(found):
        counts[spelling] += count
    return tuple(sorted(counts, key=lambda words: (-counts[words], words)))


def _documents(connection: Connection, actor: str) -> tuple[str, ...]:
    found = (
        select(documents.c.id, documents.c.published)
        .join(signals, signals.c.document == documents.c.number)
        .join(parties, parties.c.signal == signals.c.number)
        .where(parties.c.actor == actor)
        .distinct()
        .order_by(documents.c.published, documents.c.id)
    )
    return tuple(row[0] for row in connection.execute(found))


def _offices(connection: Connection, actor: str) -> dict[str, Interval | None]:
    found = (
        select(
            offices.c.title,
            func.min(documents.c.published),
            func.max(documents.c.published),
        )
        .join(documents, documents.c.number == offices.c.document)
        .where(offices.c.actor.in_([*seen_as(connection, actor), actor]))
        .group_by(offices.c.title)
        .order_by(func.count().desc(), offices.c.title)
    )
    return {
        title: rows.days_between(first, last)
        for title, first, last in connection.execute(found)
    }
