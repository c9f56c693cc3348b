"""The persons a document names, each with name, side, offices and places.

Names, offices and sides of a page in; persons out. A person is gathered from every
place that names them: "Iranian Foreign Minister Hossein Amir-Abdollahian", then "Mr
Amirabdollahian", then "Hossein Amirabdollahian, the foreign minister".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.words import last_word


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the document names."""

    name: str
    side: str
    rule: str
    gender: str
    offices: frozenset[str]
    spans: tuple[Span, ...]
    certain: bool
    #: Where a title first stands beside the name, else its first place.
    introduced: Span


class People:
    """The persons of a document, found by name, office or place."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self.all = tuple(persons)
        placed = [(span, person) for person in self.all for span in person.spans]
        self.places = tuple(sorted(placed, key=lambda place: place[0]))
        self._starts = [span.start for span, _ in self.places]
        self._by_word: dict[str, list[Person]] = {}
        for person in self.all:
            for word in {*fold(person.name).split(), last_word(person.name)}:
                self._by_word.setdefault(word, []).append(person)

    def within(self, span: Span) -> tuple[tuple[Span, Person], ...]:
        """Return the introductions that lie inside `span`."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(p for p in self.places[first:last] if p[0].end <= span.end)

    def from_(self, offset: int) -> tuple[tuple[Span, Person], ...]:
        """Return the first naming that begins at or after `offset`, if any."""
        first = bisect_left(self._starts, offset)
        return self.places[first : first + 1]

    def called(self, name: str) -> Person | None:
        """Return the person of that full name, surname or, failing both, first name."""
        folded = fold(name)
        words = folded.split()
        if not words:
            return None
        sharing = self._by_word.get(words[-1], []) + self._by_word.get(
            last_word(name), []
        )
        tests: tuple[Callable[[Person], bool], ...] = (
            lambda p: fold(p.name) == folded,
            lambda p: len(words) == 1 and last_word(p.name) == last_word(name),
            lambda p: fold(p.name).endswith(" " + folded),
            lambda p: len(words) == 1 and fold(p.name).startswith(folded + " "),
        )
        for fits in tests:
            for person in sharing:
                if fits(person):
                    return person
        return None
