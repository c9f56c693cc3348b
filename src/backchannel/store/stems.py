"""Words as they are searched: folded and stemmed, alike on every engine.

Text in, stems with their places out. The engines index the stems as they are, so that
SQLite and PostgreSQL find the same. Source of the stems: Snowball, English (Porter2).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from backchannel.domain.text import Span
from backchannel.domain.words import fold

_WORD = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*")
_OWNED = re.compile(r"'s$|'")
_english = snowballstemmer.stemmer("english")


def find_stems(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the words of `text` with their stems, in text order."""
    for found in _WORD.finditer(text):
        if stem := _stem(found.group()):
            yield Span(*found.span()), stem


def to_stems(text: str) -> str:
    """Return the stems of `text`, a blank between two."""
    return " ".join(stem for _, stem in find_stems(text))


def to_start(word: str) -> str:
    """Return the beginning that "messages*" looks for: what stems share with it."""
    folded = _OWNED.sub("", fold(word)).replace(" ", "")
    stem = _stem(word)
    shared = 0
    while stem[: shared + 1] == folded[: shared + 1] and shared < len(folded):
        shared += 1
    return folded[:shared] or folded


def find_words(text: str, looked: str) -> Iterator[Span]:
    """Yield where the words of one term stand: a word, a "phrase" or a beginning*."""
    found = list(find_stems(text))
    if looked.endswith("*"):
        start = to_start(looked.strip('"*'))
        yield from (span for span, stem in found if stem.startswith(start))
        return
    wanted = [stem for _, stem in find_stems(looked)]
    stems = [stem for _, stem in found]
    for at in range(len(stems) - len(wanted) + 1 if wanted else 0):
        if stems[at : at + len(wanted)] == wanted:
            yield Span(found[at][0].start, found[at + len(wanted) - 1][0].end)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    folded = _OWNED.sub("", fold(word)).replace(" ", "")
    return str(_english.stemWord(folded)) if folded else ""
