"""Nouns and adjectives of invented states: "Kestanian" is of "Kestania".

Words in, words out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from backchannel.domain.words import fold
from backchannel.resolve.words import word_set

#: How many first letters all forms of a name share.
SHARED = 3
_SUFFIXES = word_set(
    "n an ian i ese ish ean er ers ic en ine ns ans ians is s eans ni nian ite"
    " ites ar ari in ene no an's ese ishes ois ais ane anes ino inos eno enos"
    " ensian ensians ers lander landers ati nis nese ni's"
)


def by_stem(words: Iterable[str]) -> dict[str, list[str]]:
    """Return `words` by their first letters, which all forms of a name share."""
    stems: dict[str, list[str]] = defaultdict(list)
    for word in words:
        stems[fold(word)[:SHARED]].append(word)
    return stems


def kin(word: str, stems: Mapping[str, list[str]]) -> list[str]:
    """Return the words of `stems` that begin like `word`."""
    return stems.get(fold(word)[:SHARED], [])


def noun_of(name: str, stems: Mapping[str, list[str]]) -> str | None:
    """Return the noun of an adjective that the text has too."""
    near = [word for word in kin(name, stems) if belongs_to(name, word)]
    return min(near, key=len) if near else None


def guess_noun(adjective: str) -> str:
    """Return the likely noun of an adjective that stands alone: "Adulia"."""
    if adjective.endswith(("ian", "ean", "an")):
        return adjective[:-1]
    if adjective.endswith("ni") and len(adjective) > 4:
        return adjective[:-1]
    return adjective


def belongs_to(adjective: str, noun: str) -> bool:
    """Whether `adjective` is made of `noun`: "Kestanian" of "Kestania"."""
    long, short = fold(adjective), fold(noun)
    if " " in short or len(short) < 4 or long == short:
        return False
    for cut in range(4):
        stem = short[: len(short) - cut]
        if len(stem) < 3 or (cut and short[-cut] not in "aeiouyn"):
            return False
        if long.startswith(stem) and long[len(stem) :] in _SUFFIXES:
            return len(long) > len(short)
    return False
