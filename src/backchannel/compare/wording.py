"""Words made comparable: stems, and how much each tells in this case.

Text in, stems out. A word that stands in few sentences of the case tells more than one
that stands in most: "Assab" more than "ultimatum", where all reports are of one.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from backchannel.domain.words import fold, stem

#: Stems of what is said, in no order.
Stems = frozenset[str]

#: Words that tell no content from another.
COMMON = frozenset(
    "a about after again all also an and any are as at be because been before being"
    " between both but by can cannot could did do does doing down during each even for"
    " from further had has have having he her here hers him his how i if in into is it"
    " its just may me might more most must my neither never no nobody none nor not"
    " nothing of off on once only or other our out over own same shall she should"
    " so some such than that the their them then there these they this those through"
    " to too under until up upon very was we were what when where whether which while"
    " who whom whose why will with without would yet you your s t".split()
)
#: Letters of a stem that count: "withdrawn" and "withdrawal" are one.
LONGEST = 6
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
#: Numbers in words, and their figures.
FIGURES = {word: str(n) for n, word in enumerate(_UNITS)} | {
    word: str(10 * n) for n, word in enumerate(_TENS, 2)
}
#: Of this many sentences one may hold a rare word; three may in any case.
RARE, FEW = 50, 3
#: Sums of squares that are kept: as many as a few thousand signals have.
_KEPT = 100_000
_WORD = re.compile(r"[^\W_]+(?:[.,:]\d+)*")
_OWNED = re.compile(r"['’]s\b")


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    folded = fold(word).replace(" ", "")
    if folded in COMMON:
        return ""
    return FIGURES.get(folded) or stem(folded)[:LONGEST]


def find_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of `text` that tell something, in text order."""
    return tuple(filter(None, map(_stem, _WORD.findall(_OWNED.sub("", text)))))


class Rarity:
    """How much each stem tells, by the sentences of the case that hold it."""

    def __init__(self) -> None:
        self._holding: Counter[str] = Counter()
        self._sentences = 0
        self._kinds: Counter[object] = Counter()
        #: Weights, and sums of their squares, worked out since the last count.
        self._weights = _Weights(self._work_out)
        self._squared: dict[Stems, float] = {}

    def count_kinds(self, kinds: Iterable[object]) -> None:
        """Count what kinds of things are told: an act of a side, say."""
        self._kinds.update(kinds)

    def such(self, kind: object) -> int:
        """Return how many of that kind the case has."""
        return self._kinds[kind]

    def count(self, sentences: Iterable[Stems]) -> None:
        """Count the stems of further sentences."""
        self._weights.clear()
        self._squared.clear()
        for stems in sentences:
            self._holding.update(stems)
            self._sentences += 1

    def weight(self, stem: str) -> float:
        """Return how much `stem` tells: more than 0, the more the rarer it is."""
        return self._weights[stem]

    def _work_out(self, stem: str) -> float:
        held = min(self._holding[stem], self._sentences)
        return math.log((self._sentences + 1) / (held + 0.5)) + 0.1

    def is_rare(self, stem: str) -> bool:
        """Return whether few sentences hold `stem`."""
        return self._holding[stem] <= max(FEW, self._sentences // RARE)

    def holding(self, stem: str) -> int:
        """Return how many sentences hold `stem`."""
        return self._holding[stem]

    def sum(self, stems: Stems) -> float:
        """Return how much `stems` tell together."""
        # Exact whatever the order, which sets do not keep.
        weights = self._weights
        return math.fsum([weights[stem] for stem in stems])

    def alike(self, left: Stems, right: Stems) -> float:
        """Return how alike two bags of stems are: 0 nothing shared, 1 the same."""
        shared = left & right
        if not shared:
            return 0.0
        both = math.sqrt(self._squares(left) * self._squares(right))
        weights = self._weights
        return math.fsum([weights[stem] ** 2 for stem in shared]) / both

    def part(self, part: Stems, whole: Stems) -> float:
        """Return how much of `part` stands in `whole`, 0 to 1."""
        return self.sum(part & whole) / self.sum(part) if part else 0.0

    def _squares(self, stems: Stems) -> float:
        known = self._squared.get(stems)
        if known is None:
            weights = self._weights
            known = math.fsum([weights[stem] ** 2 for stem in stems])
            if len(self._squared) >= _KEPT:
                self._squared.clear()
            self._squared[stems] = known
        return known


class _Weights(dict[str, float]):
    """Weights that are worked out when first asked for: looking up costs no call."""

    def __init__(self, work_out: Callable[[str], float]) -> None:
        self._work_out = work_out

    def __missing__(self, stem: str) -> float:
        self[stem] = weight = self._work_out(stem)
        return weight
