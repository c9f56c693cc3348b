"""Which signals are worth comparing: those that share sides, rare words or days.

Facts in, the likeliest candidates among the facts before it out. What one signal costs
does not grow with the case: a block keeps its latest members only.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from heapq import nlargest
from itertools import combinations

from backchannel.compare.facts import Facts
from backchannel.compare.wording import Rarity

#: The latest members of a block that are looked at.
WINDOW = 80
#: Candidates that a signal is compared with: half of 32, which found little more.
MOST = 16
#: A day counts only if the text dates the signal that closely.
CLOSE = 3
#: What sharing a block of a kind counts; words count by how rare they are.
SIDE, NAME, PAIR, DAY, DOCUMENT, WORD = 0.5, 1.5, 2.0, 2.0, 1.0, 0.5

Key = tuple[str, ...]


class Blocks:
    """The signals so far, found by what they share."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._members: defaultdict[Key, deque[int]] = defaultdict(
            lambda: deque(maxlen=WINDOW)
        )

    def find(self, facts: Facts) -> list[int]:
        """Return the numbers of the likeliest candidates, in order."""
        shared: defaultdict[int, float] = defaultdict(float)
        for key, counts in self._keys(facts):
            for number in self._members.get(key, ()):
                shared[number] += counts
        # Of two that share as much, the later: it is the nearer in time.
        best = nlargest(MOST, zip(shared.values(), shared, strict=True))
        return sorted(number for _, number in best)

    def add(self, number: int, facts: Facts) -> None:
        """Let later signals find this one under `number`."""
        for key, _ in self._keys(facts):
            self._members[key].append(number)

    def _keys(self, facts: Facts) -> Iterator[tuple[Key, float]]:
        sides = sorted(facts.parties.sides | facts.carrier.sides)
        yield ("document", facts.document.id), DOCUMENT
        for side in sides:
            yield ("side", side), SIDE
        for name in sorted(facts.parties.last):
            yield ("name", name), NAME
        for pair in combinations(sides, 2):
            yield ("sides", *pair), PAIR
        for day in _days(facts):
            for side in sides:
                yield ("day", side, day), DAY
        for stem in sorted((facts.sentence | facts.content) - facts.named):
            if self._rarity.holding(stem) <= WINDOW:
                yield ("word", stem), WORD * self._rarity.weight(stem)


def _days(facts: Facts) -> Iterator[str]:
    days = facts.dated
    if days is None or days.start is None or days.end is None:
        return
    if (days.end - days.start).days <= CLOSE:
        for ordinal in range(days.start.toordinal(), days.end.toordinal() + 1):
            yield str(ordinal)
