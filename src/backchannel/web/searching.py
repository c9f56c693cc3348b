"""A search as a page shows it: its facets, each choice a search of its own, its counts.

A search in words in; what the page offers out. All of a state is in its search.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from backchannel.domain.kept import Entry, Page
from backchannel.domain.queries import DAYS, VALUES, Query, Term, parse_query

_PLAIN = re.compile(r"[^\s\",:]+")
#: Counts the signals that fit a search.
Count = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    value: str
    #: How many signals fit with it, whatever else is chosen of the facet; None where
    #: counting would take too long.
    count: int | None
    chosen: bool
    #: The search after it is chosen, or let go.
    query: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with the values that the case has of it."""

    field: str
    choices: tuple[Choice, ...]


def find_facets(
    words: str, known: Mapping[str, Mapping[str, int]], count: Count | None
) -> tuple[Facet, ...]:
    """Return the facets of a search, only values that the case or the search has.

    Args:
        words: the search.
        known: field -> value -> how many signals of the case have it.
        count: None where counting would take too long.

    Raises:
        QueryError: the search cannot be understood.
    """
    asked = parse_query(words)
    return tuple(
        Facet(field, tuple(_choices(asked, field, known.get(field, {}), count)))
        for field in VALUES
    )


def _choices(
    asked: Query, field: str, known: Mapping[str, int], count: Count | None
) -> Iterator[Choice]:
    own = [term for term in asked.terms if term.field == field and not term.negated]
    rest = [term for term in asked.terms if term not in own]
    chosen = {value for term in own for value in term.values}
    for value in VALUES[field]:
        if value not in known and value not in chosen:
            continue
        with_it = write_query([*rest, Term(field, (value,))])
        number = known.get(value, 0) if not rest else count and count(with_it)
        after = tuple(one for one in VALUES[field] if one in chosen ^ {value})
        terms = [*rest, Term(field, after)] if after else rest
        yield Choice(value, number, value in chosen, write_query(terms))


def write_query(terms: Iterable[Term]) -> str:
    """Return the words that `parse_query` reads as these terms."""
    return " ".join(map(_write, terms))


def _write(term: Term) -> str:
    sign = "-" if term.negated else ""
    if term.field == "words":
        return sign + term.values[0]
    values = ",".join(
        value if _PLAIN.fullmatch(value) else f'"{value}"' for value in term.values
    )
    return f"{sign}{term.field}:{values}"


def count_documents(words: str, page: Page[Entry], count: Count) -> int | None:
    """Return how many documents fit a search; None where nothing counts them.

    `count` takes days for those of publication, and what must not hold for a matter of
    the whole text: such a search is counted where the page shows all of it.
    """
    terms = parse_query(words).terms
    if not any(term.negated or term.field in DAYS for term in terms):
        return count(words)
    if len(page.rows) == page.total:
        return len({entry.document.id for entry in page.rows})
    return None
