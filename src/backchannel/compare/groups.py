"""Scored pairs to groups: union-find, held to what people settled.

A pair joins two groups only if on the whole their members fit: one likeness too many
does not chain two exchanges together. Pairs are taken best first, so the result does
not hang on their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: In log odds: the least that a pair needs to join two groups, the least that all
#: pairs of the two need on average, and what a pair counts that was never compared.
#: Chosen with the weights on the train clusters; `python -m training.pairs` measures.
LEAST, MEAN, UNCOMPARED = -1.0, -1.0, -5.0


@dataclass(frozen=True, slots=True)
class Scored:
    """Two signals by number, the smaller first, and how they fit, in log odds."""

    left: int
    right: int
    score: float


class Groups:
    """Members 0 to `count` - 1, each alone at first."""

    def __init__(self, count: int) -> None:
        self._of = list(range(count))
        self._members = {number: [number] for number in range(count)}
        #: Group -> group -> the sum and the number of the scores between the two.
        self._between: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(
            dict
        )
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        #: The pairs that joined two groups, in the order in which they did.
        self.joins: list[tuple[int, int]] = []

    def settle(
        self, together: Iterable[tuple[int, int]], apart: Iterable[tuple[int, int]]
    ) -> None:
        """Join and keep apart what people said; where both meet, apart counts."""
        for left, right in sorted(apart):
            self._apart[left].add(right)
            self._apart[right].add(left)
        for left, right in sorted(together):
            a, b = self._of[left], self._of[right]
            if a != b and b not in self._apart[a]:
                self._join(left, right)

    def join(self, pairs: Sequence[Scored]) -> None:
        """Join what `pairs` bring together, best first."""
        for pair in pairs:
            self._count(pair)
        for pair in sorted(pairs, key=lambda p: (-p.score, p.left, p.right)):
            if pair.score < LEAST:
                break
            a, b = self._of[pair.left], self._of[pair.right]
            if a != b and b not in self._apart[a] and self._mean(a, b) >= MEAN:
                self._join(pair.left, pair.right)

    def of(self, number: int) -> int:
        """Return the group of a member; two are in one if it is the same."""
        return self._of[number]

    def all(self) -> list[list[int]]:
        """Return the members of every group, ordered by their first."""
        return sorted(sorted(members) for members in self._members.values())

    def _count(self, pair: Scored) -> None:
        a, b = self._of[pair.left], self._of[pair.right]
        if a == b:
            return
        total, number = self._between[a].get(b, (0.0, 0))
        self._between[a][b] = self._between[b][a] = (total + pair.score, number + 1)

    def _mean(self, a: int, b: int) -> float:
        total, number = self._between[a].get(b, (0.0, 0))
        all_pairs = len(self._members[a]) * len(self._members[b])
        return (total + (all_pairs - number) * UNCOMPARED) / all_pairs

    def _join(self, left: int, right: int) -> None:
        self.joins.append((left, right))
        kept, gone = self._of[left], self._of[right]
        if len(self._members[kept]) < len(self._members[gone]):
            kept, gone = gone, kept
        for member in self._members[gone]:
            self._of[member] = kept
        self._members[kept] += self._members.pop(gone)
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self._apart[other].add(kept)
            self._apart[kept].add(other)
        self._between[kept].pop(gone, None)
        for other, (total, number) in self._between.pop(gone, {}).items():
            self._between[other].pop(gone, None)
            if other == kept:
                continue
            before, count = self._between[kept].get(other, (0.0, 0))
            both = (before + total, count + number)
            self._between[kept][other] = self._between[other][kept] = both
