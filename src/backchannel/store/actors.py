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
from backchannel.store.grouped import forget
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
    return to_identities(load_decisions(connection))


def load_decisions(connection: Connection) -> list[Review]:
    """Return every merge and split, and what undoes one, oldest first."""
    decided = reviews.c.action.in_([Action.MERGE, Action.SPLIT])
    about = select(reviews.c.record).where(decided)
    undone = and_(reviews.c.action == Action.UNDO, reviews.c.record.in_(about))
    found = select(reviews).where(or_(decided, undone))
    ordered = found.order_by(reviews.c.at, reviews.c.id)
    return [rows.review_of(dict(row)) for row in connection.execute(ordered).mappings()]


def to_identities(log: Iterable[Review]) -> rows.Identities:
    """Return what a log of merges and splits comes to."""
    merged: dict[str, str] = {}
    split: dict[tuple[str, str], str] = {}
    parts: dict[str, rows.Row] = {}
    for review in standing(log):
        if review.action not in (Action.MERGE, Action.SPLIT):
            continue
        actor = review.value["actor"]
        row = rows.actor_row(review.value["name"], review.value["side"])
        parts[actor] = row | {"id": actor}
        if review.action is Action.SPLIT:
            for spelling in review.value["spellings"]:
                split[review.record, fold(spelling)] = actor
            continue
        if _leads(merged, actor, review.record):
            del merged[actor]  # said the other way round before: the later one counts
        merged[review.record] = actor
    return rows.Identities(merged, split, parts)


def _leads(merged: Mapping[str, str], start: str, end: str) -> bool:
    """Whether following merges from `start` leads to `end`."""
    while start in merged:
        start = merged[start]
        if start == end:
            return True
    return False


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


def assign(connection: Connection, seen: Iterable[str], known: rows.Identities) -> None:
    """Give every party that was read as one of these actors to whom it belongs now."""
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
        of_actor = select(actors.c.side).where(actors.c.id == now).scalar_subquery()
        called = (parties.c.seen == one) & (parties.c.spelling == spelling)
        moved = select(parties.c.signal).where(called).distinct()
        forget(connection, list(connection.execute(moved).scalars()))
        values = {"actor": now, "side": of_actor}
        connection.execute(update(parties).where(called).values(values))
    count_signals(connection, changed)


def list_actors(
    connection: Connection,
    *,
    named: str = "",
    limit: int | None = None,
    offset: int = 0,
) -> Page[CaseActor]:
    """Return actors, those of most signals first, without spellings and offices.

    Args:
        connection: one that reads.
        named: the words that a name must hold.
        limit: how many at most.
        offset: how many to skip.
    """
    wanted = [actors.c.signals > 0]
    if named:
        called = actors.c.folded.contains(fold(named), autoescape=True)
        spelled = parties.c.spelling.icontains(named, autoescape=True)
        within = select(parties.c.actor).where(spelled)
        wanted.append(or_(called, actors.c.id.in_(within)))
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


def all_offices(connection: Connection) -> dict[str, dict[str, Interval | None]]:
    """Return the offices of every actor that was seen with one, without days."""
    whom = select(parties.c.seen, parties.c.actor).distinct().subquery()
    held = select(offices.c.actor, offices.c.title).distinct().subquery()
    found = (
        select(whom.c.actor, held.c.title)
        .join(held, held.c.actor == whom.c.seen)
        .distinct()
        .order_by(whom.c.actor, held.c.title)
    )
    titles: dict[str, dict[str, Interval | None]] = {}
    for actor, title in connection.execute(found):
        titles.setdefault(actor, {})[title] = None
    return titles


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
    """Return the offices of documents where the actor is what was read as holder."""
    places = (
        select(parties.c.seen, signals.c.document)
        .join(signals, signals.c.number == parties.c.signal)
        .where(parties.c.actor == actor)
        .distinct()
        .subquery()
    )
    here = and_(
        places.c.seen == offices.c.actor, places.c.document == offices.c.document
    )
    found = (
        select(
            offices.c.title,
            func.min(documents.c.published),
            func.max(documents.c.published),
        )
        .join(places, here)
        .join(documents, documents.c.number == offices.c.document)
        .group_by(offices.c.title)
        .order_by(func.count().desc(), offices.c.title)
    )
    return {
        title: rows.days_between(first, last)
        for title, first, last in connection.execute(found)
    }
