"""What a person searches for: `"ceasefire deal" from:Iran -channel:call`.

Words of the search language in, a `Query` out. docs/cli.md describes the language.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from backchannel.domain.errors import QueryError
from backchannel.domain.reviews import State
from backchannel.domain.signals import Act, Channel, Interval, SourceKind, Status

#: Fields whose values are a fixed list.
VALUES: dict[str, tuple[str, ...]] = {
    "act": tuple(Act),
    "status": tuple(Status),
    "channel": tuple(Channel),
    "review": tuple(State),
}
#: Fields with a name: parties by side, name or spelling.
PARTIES = ("from", "to", "via", "actor")
#: Fields with any words.
WORDS = ("source", "outlet", "tag", "document", "id")
DAYS = ("before", "after", "on")
FIELDS = (*PARTIES, *VALUES, *WORDS, *DAYS)

_EXAMPLE = 'such as: "ceasefire deal" from:Iran to:"United States" act:warn,threaten'
_TERM = re.compile(
    r"(?P<minus>-?)(?:(?P<field>[^\s:\"]+):)?"
    r"(?P<value>(?:\"[^\"]*(?:\"|\Z)|[^\s\"])*)"
)
_VALUE = re.compile(r'"([^"]*)"|([^",]+)')
_BEGINNING = re.compile(r"[^\W_]+\*")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; several values mean any of them."""

    #: One of `FIELDS`; "words" for words that the text must hold.
    field: str
    values: tuple[str, ...]
    #: Whether it must not hold.
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that all must hold; none lists everything."""

    terms: tuple[Term, ...] = ()


def parse_query(words: str) -> Query:
    """Return what the words of a search mean.

    Raises:
        QueryError: a field or a value that there is not, at its position.
    """
    terms, at = [], 0
    while at < len(words):
        if words[at].isspace():
            at += 1
            continue
        found = _TERM.match(words, at)
        if found is None or found.end() == at:
            raise QueryError(words, at, f"nothing is known to begin so; {_EXAMPLE}")
        terms.append(_term(words, found))
        at = found.end()
    return Query(tuple(terms))


def _term(words: str, found: re.Match[str]) -> Term:
    field, value = found["field"], found["value"]
    if value.count('"') % 2:
        problem = f'close the quotation with "; {_EXAMPLE}'
        raise QueryError(words, found.start("value"), problem)
    if field is None:
        _check_words(words, found.start(), value)
        return Term("words", (value,), bool(found["minus"]))
    if field not in FIELDS:
        known = ", ".join(FIELDS)
        problem = f"fields are {known}; quote words with a colon; {_EXAMPLE}"
        raise QueryError(words, found.start("field"), problem)
    at = found.start("value")
    parts = [part for part in _VALUE.finditer(value) if (part[1] or part[2]).strip()]
    if not parts:
        raise QueryError(words, at, f"{field}: lacks its value; {_EXAMPLE}")
    for part in parts:
        _check(words, at + part.start(), field, part[1] or part[2])
    values = tuple(part[1] or part[2] for part in parts)
    return Term(field, values, bool(found["minus"]))


def _check_words(words: str, at: int, value: str) -> None:
    if not re.search(r"[^\W_]", value):
        raise QueryError(words, at, f"no word to look for; {_EXAMPLE}")
    if "*" in value and not _BEGINNING.fullmatch(value):
        raise QueryError(words, at, "a star ends a single word, such as missil*")


def _check(words: str, at: int, field: str, value: str) -> None:
    if field in VALUES and value not in VALUES[field]:
        known = ", ".join(VALUES[field])
        raise QueryError(
            words, at, f"{field} is one of {known}, such as {field}:{VALUES[field][0]}"
        )
    if field in DAYS and _days(value) is None:
        example = f"{field}:2023-11-16, {field}:2023-11 or {field}:2023"
        raise QueryError(words, at, f"a day, month or year is written {example}")


def days_of(value: str) -> Interval:
    """Return the days of "2023", "2023-11" or "2023-11-16".

    Raises:
        ValueError: it is none of these.
    """
    days = _days(value)
    if days is None:
        raise ValueError(f"no day, month or year: {value!r}")
    return days


def _days(value: str) -> Interval | None:
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
        if day:
            return Interval(start, start)
        after = date(start.year + 1, 1, 1) if not month else _next_month(start)
    except ValueError:
        return None
    return Interval(start, after - timedelta(days=1))


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def is_source_kind(value: str) -> bool:
    """Whether `value` names a kind of source rather than a source."""
    return value in tuple(SourceKind)
