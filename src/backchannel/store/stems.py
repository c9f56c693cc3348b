"""Words as they are searched: folded and stemmed, alike on every engine.

Text in, stems with their places out. The engines index the stems as they are, so that
SQLite and PostgreSQL find the same.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from backchannel.domain.text import Span
from backchannel.domain.words import fold, stem

_WORD = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*")
_OWNED = re.compile(r"'s$|'")


def find_stems(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the words of `text` with their stems, in text order."""
    for found in _WORD.finditer(text):
        if bare := _bare(found.group()):
            yield Span(*found.span()), stem(bare)


def to_stems(text: str) -> str:
    """Return the stems of `text`, a blank between two."""
    return " ".join(stemmed for _, stemmed in find_stems(text))


def to_start(word: str) -> str:
    """Return the beginning that "messages*" looks for: what stems share with it."""
    folded = _bare(word)
    stemmed, shared = stem(folded), 0
    while stemmed[: shared + 1] == folded[: shared + 1] and shared < len(folded):
        shared += 1
    return folded[:shared] or folded


def find_words(text: str, looked: str) -> Iterator[Span]:
    """Yield where the words of one term stand: a word, a "phrase" or a beginning*."""
    found = list(find_stems(text))
    if looked.endswith("*"):
        start = to_start(looked.strip('"*'))
        yield from (span for span, stemmed in found if stemmed.startswith(start))
        return
    wanted = [stemmed for _, stemmed in find_stems(looked)]
    stems = [stemmed for _, stemmed in found]
    for at in range(len(stems) - len(wanted) + 1 if wanted else 0):
        if stems[at : at + len(wanted)] == wanted:
            yield Span(found[at][0].start, found[at + len(wanted) - 1][0].end)


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """Return a word folded, without what marks an owner."""
    return _OWNED.sub("", fold(word)).replace(" ", "")
