"""What a signal counts, with the words that say so: "fourteen airmen".

Facts in, counts out, of what is conveyed alone: "two officials said" counts nothing of
the matter.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from backchannel.compare.facts import Facts
from backchannel.compare.numbers import Number, find_numbers
from backchannel.domain.text import Span

#: Code points in which a number and what it counts stand.
_LONGEST = 80
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
#: "One" is an article more often than a count.
_ONE = re.compile(r"one\b", re.IGNORECASE)
#: Plurals, as the eye tells them; and up to two words before one.
_MANY = re.compile(r"(?:[a-z]{2}s|men|people|children|dead|police)$")
_PLURAL = re.compile(
    r"(?: (?!of\b|and\b|in\b)[a-z]+)?? (?:[a-z]{3,}s|[a-z]*men|people)\b"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One count, and where it stands in the document."""

    value: float
    #: The stem of what is counted.
    unit: str
    #: The number, with what it counts.
    span: Span


def find_counted(facts: Facts) -> tuple[Counted, ...]:
    """Return what a signal counts, in text order; numbers of nothing are none."""
    within = facts.signal.content
    if within is None or not facts.numbers:
        return ()
    words = facts.document.quote(within)
    return tuple(
        Counted(
            number.value, number.unit, Span(within.start + start, within.start + end)
        )
        for number, start, end in _place(words, facts.numbers)
        if number.unit and not _ONE.match(words, start)
    )


@lru_cache(maxsize=4096)
def _place(
    words: str, numbers: tuple[Number, ...]
) -> tuple[tuple[Number, int, int], ...]:
    """Return each number with where it stands: the fewest words that read as it.

    From the last word on: from an earlier one, too, it is the first to be read.
    """
    places = [(hit.start(), hit.end()) for hit in _WORD.finditer(words)]
    waiting = set(numbers)
    found = []
    for first in reversed(range(len(places))):
        start, end = places[first]
        read = find_numbers(words[start : start + _LONGEST])[:1]
        if read and read[0] in waiting:
            waiting -= {read[0]}
            tried = (at for _, at in places[first:])
            fitting = (at for at in tried if find_numbers(words[start:at]) == read)
            end = _to_plural(words, start, next(fitting, end))
            found.append((read[0], start, end))
    return tuple(reversed(found))


def _to_plural(words: str, start: int, end: int) -> int:
    """Return where "six oil workers" ends: at the plural, if one is near."""
    hit = _PLURAL.match(words, end)
    singular = not _MANY.search(words, start, end)
    return hit.end() if hit and singular else end
