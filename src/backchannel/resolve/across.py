"""Which actors of a case may be one: candidates with reasons, for a person to decide.

Actors in, pairs out, likeliest first. Each feature is a named comparison; its docstring
is the reason that people read. Nothing here merges anybody.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from rapidfuzz.distance import JaroWinkler

from backchannel.domain.candidates import Candidate
from backchannel.domain.kept import CaseActor
from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.domain.words import fold

#: Weights are set by hand, so that one strong reason or two weak ones reach `LEAST`.
LEAST = 0.5
#: From which likeness on two names are one misspelt.
_ALIKE = 0.93
#: Before a name that tells whose body it is: "Ministry of Defence of Iran".
_OF = re.compile(r"\b(?:of|for|in) (?:the )?$")
#: Letters that transcriptions write for one sound; vowels and "y" are nobody's.
_SOUNDS = str.maketrans("ckqgfwz", "kkkkvvs", "aeiouy'")
#: Actors that share a word, beyond which the word tells nothing.
_MOST = 60


def same_name(left: CaseActor, right: CaseActor) -> bool:
    """They have one name."""
    return fold(left.name) == fold(right.name)


def similar_name(left: CaseActor, right: CaseActor) -> bool:
    """Their names are spelled almost alike."""
    a, b = _letters(left), _letters(right)
    return a != b and JaroWinkler.similarity(a, b) >= _ALIKE


def same_letters(left: CaseActor, right: CaseActor) -> bool:
    """Their names differ only in blanks and hyphens."""
    return fold(left.name) != fold(right.name) and _letters(left) == _letters(right)


def name_within(left: CaseActor, right: CaseActor) -> bool:
    """One is called by the last words of the other's name."""
    short, long = sorted((fold(left.name), fold(right.name)), key=len)
    return long.endswith(f" {short}") and not _OF.search(long[: -len(short)])


def same_consonants(left: CaseActor, right: CaseActor) -> bool:
    """Their last names sound alike, as transcriptions of one name do."""
    a, b = fold(left.name).split()[-1], fold(right.name).split()[-1]
    return a != b and len(a) > 3 and _skeleton(a) == _skeleton(b)


def same_initial(left: CaseActor, right: CaseActor) -> bool:
    """Their last names agree, and the first letters of their first names."""
    a, b = fold(left.name).split(), fold(right.name).split()
    if len(a) < 2 or len(b) < 2 or a == b or "of" in a + b:
        return False
    return a[-1] == b[-1] and a[0][0] == b[0][0]


def same_office(left: CaseActor, right: CaseActor) -> bool:
    """They were seen with one office of one side."""
    shared = set(left.offices) & set(right.offices)
    return left.side == right.side and bool(shared)


def other_side(left: CaseActor, right: CaseActor) -> bool:
    """They act for different sides."""
    sides = {left.side, right.side}
    return len(sides) == 2 and UNKNOWN_SIDE not in sides


def other_first_name(left: CaseActor, right: CaseActor) -> bool:
    """Their first names differ."""
    a, b = fold(left.name).split(), fold(right.name).split()
    return len(a) > 1 and len(b) > 1 and a[0][0] != b[0][0]


@dataclass(frozen=True, slots=True)
class Feature:
    """A named comparison and its share of the score."""

    compare: Callable[[CaseActor, CaseActor], bool]
    weight: float

    @property
    def reason(self) -> str:
        """What it says to a person."""
        return (self.compare.__doc__ or "").strip().rstrip(".")


FEATURES = (
    Feature(same_name, 0.8),
    Feature(same_letters, 0.9),
    Feature(similar_name, 0.6),
    Feature(name_within, 0.6),
    Feature(same_consonants, 0.5),
    Feature(same_initial, 0.5),
    Feature(same_office, 0.3),
    Feature(other_side, -0.2),
    Feature(other_first_name, -0.5),
)


def find_candidates(actors: Sequence[CaseActor]) -> tuple[Candidate, ...]:
    """Return the pairs that may be one, the likeliest first.

    Descriptions ("officials") are nobody in particular. Only actors whose names share a
    word, all letters, or the consonants of the last word are compared, so that cost
    grows with the actors, not with their pairs.
    """
    named = [actor for actor in actors if actor.name[:1].isupper()]
    found = (_compare(left, right) for left, right in _pairs(named))
    ordered = sorted(
        (pair for pair in found if pair.score >= LEAST),
        key=lambda pair: (-pair.score, pair.left.name, pair.right.name, pair.left.id),
    )
    return tuple(ordered)


def _compare(left: CaseActor, right: CaseActor) -> Candidate:
    holding = [feature for feature in FEATURES if feature.compare(left, right)]
    score = round(sum(feature.weight for feature in holding), 2)
    return Candidate(left, right, score, tuple(f.reason for f in holding))


def _pairs(actors: Sequence[CaseActor]) -> Iterable[tuple[CaseActor, CaseActor]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, actor in enumerate(actors):
        words = fold(actor.name).split()
        for key in {*words, *map(_skeleton, words[-1:]), _letters(actor)}:
            blocks[key].append(place)
    pairs = {
        pair
        for places in blocks.values()
        if len(places) <= _MOST
        for pair in combinations(places, 2)
    }
    for left, right in sorted(pairs):
        yield actors[left], actors[right]


def _skeleton(word: str) -> str:
    """Return what different transcriptions of a word share: "hzblh", "zlnsk"."""
    sounds = word.translate(_SOUNDS)
    return "-" + "".join(letter for letter, _ in groupby(sounds))


def _letters(actor: CaseActor) -> str:
    return fold(actor.name).replace(" ", "")
