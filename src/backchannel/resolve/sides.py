"""The words of a document that name a state, a body or a group.

A page and the reference tables in; an index of such words, in text order, out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from backchannel.domain.text import Span


@dataclass(frozen=True, slots=True)
class Named:
    """Words of the document that name a side."""

    span: Span
    #: The usual name, and the side it acts for.
    name: str
    side: str
    #: As in the reference tables: "state", "demonym", "capital", "group" ...
    kind: str
    #: Where we have it from, for people.
    source: str


class SideIndex:
    """Such words in text order, for looking left and right of an offset."""

    def __init__(self, named: Iterable[Named]) -> None:
        self.all = tuple(sorted(named, key=lambda item: item.span))
        self._starts = [item.span.start for item in self.all]
        self._ends = [item.span.end for item in self.all]

    def at(self, offset: int) -> Named | None:
        """Return the words around `offset`."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or self._ends[number] <= offset:
            return None
        return self.all[number]

    def last_before(self, offset: int) -> Named | None:
        """Return the last words that end at or before `offset`."""
        number = bisect_right(self._ends, offset) - 1
        return self.all[number] if number >= 0 else None

    def first_from(self, offset: int) -> Named | None:
        """Return the first words that begin at or after `offset`."""
        number = bisect_left(self._starts, offset)
        return self.all[number] if number < len(self.all) else None

    def within(self, span: Span) -> tuple[Named, ...]:
        """Return the words that lie inside `span`."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(x for x in self.all[first:last] if x.span.end <= span.end)


def drop_overlaps(named: Iterable[Named]) -> list[Named]:
    """Return `named` in text order without those that a longer one covers."""
    kept: list[Named] = []
    for item in sorted(named, key=lambda n: (n.span.start, -n.span.end)):
        if not kept or item.span.start >= kept[-1].span.end:
            kept.append(item)
    return kept
