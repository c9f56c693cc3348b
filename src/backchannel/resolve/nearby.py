"""The side most spoken of just before a place: whose minister "the minister" is.

Sides named in a page, by words or by persons, in; the likeliest side at an offset out.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.domain.text import Span
from backchannel.resolve.grammar import is_governed, is_subject
from backchannel.resolve.page import Page

#: Points of a side named before; tuned together with `python -m eval.actors`.
PER_SENTENCE_BACK = 0.55
SUBJECT = 1.6
PROMINENCE = 0.4
HOME = 0.35
OFFICIAL_HOME = 3.0
#: How many sentences back, and how many namings, count.
SENTENCES = 4
NAMINGS = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """One place that names a side."""

    span: Span
    side: str
    sentence: int
    subject: bool


class Nearby:
    """The places of a page that name a side, for asking which is near."""

    def __init__(
        self,
        page: Page,
        placed: Iterable[tuple[Span, str]],
        home: dict[str, float],
        groups: frozenset[str],
    ) -> None:
        self._page = page
        self._home = home
        self._groups = groups
        self._marks = tuple(
            Mark(
                span,
                side,
                page.sentence_number(span.start),
                is_subject(page.text, span),
            )
            for span, side in sorted(placed)
            if side != UNKNOWN_SIDE
        )
        self._starts = [mark.span.start for mark in self._marks]
        self.prominence = Counter(mark.side for mark in self._marks)

    def side_at(self, offset: int) -> str | None:
        """Return the side most spoken of before `offset`; None where none is."""
        return self._best(offset, frozenset())

    def state_at(self, offset: int) -> str | None:
        """Return the same, but never an organisation or a group."""
        return self._best(offset, self._groups)

    def holder_side(self, place: Span, *, of_state: bool) -> str | None:
        """Return the likeliest side of a person first named at `place`.

        Whoever is told, met or called is seldom of the side that tells, meets or calls.
        """
        without = self._groups if of_state else frozenset()
        if is_governed(self._page.text, place):
            without |= self._subjects(place.start)
        return self._best(place.start, without)

    def _subjects(self, offset: int) -> frozenset[str]:
        """Return the sides of those who act in the sentence, before `offset`."""
        number = self._page.sentence_number(offset)
        first = bisect_left(self._starts, offset)
        return frozenset(
            mark.side
            for mark in self._marks[max(0, first - 5) : first]
            if mark.subject and mark.sentence == number
        )

    def _next_side(self, first: int, without: frozenset[str]) -> str | None:
        sides = (self._marks[number].side for number in range(first, len(self._marks)))
        return next((side for side in sides if side not in without), None)

    def _best(self, offset: int, without: frozenset[str]) -> str | None:
        points: dict[str, float] = defaultdict(float)
        number = self._page.sentence_number(offset)
        first = bisect_left(self._starts, offset)
        for mark in self._marks[max(0, first - NAMINGS) : first]:
            back = number - mark.sentence
            if back <= SENTENCES and mark.side not in without:
                weight = SUBJECT if mark.subject else 1.0
                points[mark.side] += weight * PER_SENTENCE_BACK**back
        if not points and (later := self._next_side(first, without)) is not None:
            points[later] = 0.5
        total = self.prominence.total() or 1
        for side in list(points):
            points[side] += PROMINENCE * self.prominence[side] / total
        for side, bonus in self._home.items():
            points[side] += bonus
        if not points:
            return None
        return max(points, key=lambda side: points[side])
