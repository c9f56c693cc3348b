"""Signals and documents found: a query in, SQL between, pages of records out."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Table,
    and_,
    column,
    false,
    func,
    not_,
    or_,
    select,
    table,
    text,
    true,
)

from backchannel.domain.queries import Query, Term, days_of, is_source_kind
from backchannel.domain.words import fold
from backchannel.store.stems import to_start, to_stems
from backchannel.store.tables import (
    actors,
    appearances,
    documents,
    parties,
    signals,
    sources,
    tags,
)

#: Name -> the sides that it may stand for: {"Iran": ("IRN",)}.
Sides = Callable[[str], Sequence[str]]
Condition = ColumnElement[bool]

#: Undated documents come before all others.
_published = func.coalesce(documents.c.published, "")
#: Fields that are about a document; all others are about its signals.
_OF_DOCUMENTS = ("words", "before", "after", "on", "outlet", "document")
_ROLES = {
    "from": ("sender",),
    "to": ("recipient",),
    "via": ("intermediary",),
    "actor": ("sender", "recipient", "intermediary"),
}


def match_signals(query: Query, *, sides: Sides, sqlite: bool) -> Condition:
    """Return the condition that a signal fits `query`."""
    return _all(query, lambda term: _signal_fits(term, sides, sqlite=sqlite))


def match_documents(query: Query, *, sides: Sides, sqlite: bool) -> Condition:
    """Return the condition that a document fits `query`.

    One of its signals must fit all terms that are about signals.
    """
    own = [term for term in query.terms if term.field in _OF_DOCUMENTS]
    rest = [term for term in query.terms if term.field not in _OF_DOCUMENTS]
    fits = _all(Query(tuple(own)), partial(_document_fits, sqlite=sqlite))
    told = [term for term in rest if not term.negated]
    if told:
        inside = match_signals(Query(tuple(told)), sides=sides, sqlite=sqlite)
        among = select(signals.c.document).where(inside)
        fits = and_(fits, documents.c.number.in_(among))
    for term in rest:
        if term.negated:
            one = _signal_fits(term, sides, sqlite=sqlite)
            among = select(signals.c.document).where(one)
            fits = and_(fits, documents.c.number.not_in(among))
    return fits


def _all(query: Query, fits: Callable[[Term], Condition]) -> Condition:
    conditions = [
        not_(fits(term)) if term.negated else fits(term) for term in query.terms
    ]
    return and_(true(), *conditions)


def _signal_fits(term: Term, sides: Sides, *, sqlite: bool) -> Condition:
    field, values = term.field, term.values
    if field == "words":
        return _has_words(signals, values[0], sqlite=sqlite)
    if field in _ROLES:
        return or_(*(_has_party(value, _ROLES[field], sides) for value in values))
    if field in ("act", "status", "channel", "review"):
        return signals.c[field].in_(values)
    if field in ("before", "after", "on"):
        return or_(
            *(_on_days(field, v, signals.c.day, signals.c.until) for v in values)
        )
    if field == "source":
        return or_(*map(_has_source, values))
    if field == "tag":
        tagged = select(tags.c.signal).where(tags.c.tag.in_(values))
        return signals.c.number.in_(tagged)
    if field == "id":
        return or_(
            *(signals.c.id.startswith(v.lower(), autoescape=True) for v in values)
        )
    number = select(documents.c.number).where(_document_is(term))
    return signals.c.document.in_(number)


def _document_fits(term: Term, *, sqlite: bool) -> Condition:
    field, values = term.field, term.values
    if field == "words":
        return _has_words(documents, values[0], sqlite=sqlite)
    if field in ("before", "after", "on"):
        day = documents.c.published
        return or_(*(_on_days(field, value, day, day) for value in values))
    return _document_is(term)


def _document_is(term: Term) -> Condition:
    if term.field == "outlet":
        printed = or_(
            *(
                appearances.c.folded.contains(fold(value), autoescape=True)
                for value in term.values
            )
        )
        return documents.c.number.in_(select(appearances.c.document).where(printed))
    return or_(
        *(documents.c.id.startswith(v.lower(), autoescape=True) for v in term.values)
    )


def _has_words(where: Table, value: str, *, sqlite: bool) -> Condition:
    """Return the condition that the text holds a word, a phrase or a beginning."""
    begins = value.endswith("*")
    words = value.strip('"*')
    stems = to_start(words) if begins else to_stems(words)
    if not stems:
        return false()
    if sqlite:
        name = f"{where.name}_words"
        # A table with words has a column of its own name, to be matched as a whole.
        index = table(name, column("rowid", Integer), column(name, String))
        looked = f'"{stems}"*' if begins else f'"{stems}"'
        matching = select(index.c.rowid).where(index.c[name].op("MATCH")(looked))
        return where.c.number.in_(matching)
    vector = func.to_tsvector(text("'simple'"), where.c.stems)
    if begins:
        return vector.bool_op("@@")(func.to_tsquery(text("'simple'"), f"{stems}:*"))
    # Its positions end at 16,383: side by side they are looked for in the stems.
    beside = func.concat(" ", where.c.stems, " ").contains(f" {stems} ")
    among = vector.bool_op("@@")(func.plainto_tsquery(text("'simple'"), stems))
    return and_(among, beside)


def _has_party(value: str, roles: Sequence[str], sides: Sides) -> Condition:
    """Return the condition that a party acts for, or is called, `value`."""
    folded = fold(value)
    named = select(actors.c.id).where(actors.c.folded == folded)
    called = [parties.c.actor.in_(named)]
    if meant := sides(value):
        called.append(parties.c.side.in_(list(meant)))
    # A last name says who is meant; a part of any other word does not.
    ending = select(actors.c.id).where(
        actors.c.folded.endswith(f" {folded}", autoescape=True)
    )
    called.append(parties.c.actor.in_(ending))
    fitting = select(parties.c.signal).where(parties.c.role.in_(roles), or_(*called))
    return signals.c.number.in_(fitting)


def _has_source(value: str) -> Condition:
    folded = fold(value)
    if is_source_kind(value):
        fits = sources.c.kind == value
    else:
        fits = or_(
            sources.c.name == folded, sources.c.name.contains(folded, autoescape=True)
        )
    return signals.c.number.in_(select(sources.c.signal).where(fits))


def _on_days(
    field: str, value: str, start: ColumnElement[str], end: ColumnElement[str]
) -> Condition:
    days = days_of(value)
    first, last = str(days.start), str(days.end)
    if field == "before":
        return start < first
    if field == "after":
        return end > last
    return and_(start <= last, end >= first)


def count(connection: Connection, of: Table, condition: Condition) -> int:
    """Return how many rows fit."""
    counted = select(func.count()).select_from(of).where(condition)
    return int(connection.execute(counted).scalar_one())


def newest_signals(
    connection: Connection,
    condition: Condition,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> list[int]:
    """Return the numbers of the signals that fit, the latest days first."""
    found = (
        select(signals.c.number)
        .where(condition)
        .order_by(
            func.coalesce(signals.c.day, "").desc(),
            signals.c.document.desc(),
            signals.c.start,
        )
    )
    return _numbers(connection, found.limit(limit).offset(offset))


def newest_documents(
    connection: Connection,
    condition: Condition,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> list[int]:
    """Return the numbers of the documents that fit, the latest days first."""
    found = (
        select(documents.c.number)
        .where(condition)
        .order_by(_published.desc(), documents.c.number.desc())
    )
    return _numbers(connection, found.limit(limit).offset(offset))


def oldest_documents(
    connection: Connection, condition: Condition | None = None
) -> list[int]:
    """Return the numbers of documents, the earliest days first.

    With a condition, of those that have a signal which fits.
    """
    found = select(documents.c.number).order_by(_published, documents.c.id)
    if condition is not None:
        inside = select(signals.c.document).where(condition)
        found = found.where(documents.c.number.in_(inside))
    return _numbers(connection, found)


def added_documents(connection: Connection, since: str = "") -> list[int]:
    """Return the numbers of the documents added from a moment on, as they came."""
    found = select(documents.c.number).where(documents.c.added >= since)
    return _numbers(connection, found.order_by(documents.c.number))


def outdated_documents(connection: Connection, reader: str | None) -> list[int]:
    """Return the numbers of the documents that another than `reader` read, or all."""
    found = select(documents.c.number).where(documents.c.unread.is_(None))
    if reader is not None:
        found = found.where(documents.c.reader != reader)
    return _numbers(connection, found.order_by(documents.c.number))


def in_states(condition: Condition, states: Iterable[str]) -> Condition:
    """Return the condition that a signal fits and is in one of these states."""
    return and_(condition, signals.c.review.in_(list(states)))


def fitting_signals(connection: Connection, condition: Condition) -> frozenset[str]:
    """Return the ids of the signals that fit."""
    found = select(signals.c.id).where(condition)
    return frozenset(connection.execute(found).scalars())


def beginning(connection: Connection, of: Table, start: str) -> dict[str, int]:
    """Return up to nine rows whose ids begin so: id -> number, by id."""
    like = of.c.id.startswith(start.lower(), autoescape=True)
    found = select(of.c.id, of.c.number).where(like).order_by(of.c.id).limit(9)
    return {one: number for one, number in connection.execute(found)}


def _numbers(connection: Connection, found: Select[int]) -> list[int]:
    return list(connection.execute(found).scalars())
