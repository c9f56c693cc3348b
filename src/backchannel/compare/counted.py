"""What a signal counts, with the words that say so: "fourteen airmen".

Facts in, counts out, and what comparing those of two signals found. Only what is
conveyed counts: "two officials said" counts nothing of the matter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from backchannel.compare.facts import Facts
from backchannel.compare.numbers import Number, find_numbers
from backchannel.domain.exchanges import Compared, Finding
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


def compare_counts(left: Facts, right: Facts) -> Compared | None:
    """Return what comparing counts found; None where they count different things."""
    units = {n.unit for n in left.numbers if n.unit}
    units &= {n.unit for n in right.numbers if n.unit}
    if not units:
        return None
    a, b = ([c for c in find_counted(one) if c.unit in units] for one in (left, right))
    if not {c.unit for c in a} & {c.unit for c in b}:
        return None
    spans = tuple(c.span for c in a), tuple(c.span for c in b)
    finding, reason = _judge_numbers(left, a, right, b)
    return Compared("numbers", finding, reason, *spans)


def _judge_numbers(
    left: Facts, a: Sequence[Counted], right: Facts, b: Sequence[Counted]
) -> tuple[Finding, str]:
    for unit in dict.fromkeys(c.unit for c in a):
        mine = {c.value for c in a if c.unit == unit}
        theirs = {c.value for c in b if c.unit == unit}
        if not theirs or mine & theirs:
            continue
        told = f"{max(mine):,g} in one, {max(theirs):,g} in the other"
        if _grown(left, max(mine), right, max(theirs)):
            return Finding.DIFFERS, f"an update: the later count is larger: {told}"
        return Finding.DIFFERS, f"they count differently: {told}"
    return Finding.AGREES, "the same count"


def _grown(left: Facts, mine: float, right: Facts, theirs: float) -> bool:
    """Whether the later count is an update of the earlier."""
    if left.published is None or right.published is None:
        return False
    early, late = sorted(((left.published, mine), (right.published, theirs)))
    return early[0] < late[0] and early[1] < late[1]


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
