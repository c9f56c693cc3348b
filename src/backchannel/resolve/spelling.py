"""Words, folded so that spellings of one name compare equal.

Text in, words out, each with its offsets. Folding drops case, diacritics, apostrophes
and the dots of abbreviations; hyphens part words, as spaces do.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MARK = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_APOSTROPHE = "'’‘ʼʻ`´"
_PIECE = rf"[^\W_]+(?:[{_MARK}]+[^\W_]*)*"
_WORD = re.compile(
    # U.S., U.S and U. S., the last dot included
    r"(?P<abbreviation>[^\W\d_](?:\.[^\W\d_]|\. [A-Z](?=\.))+\.?(?![^\W_]))"
    rf"|(?P<word>{_PIECE}(?:[{_APOSTROPHE}]{_PIECE})*)"
    # what no name runs across, unless it is written with it
    r"|(?P<stop>[,.;:!?…()\[\]\"“”«»|]|\n\s*\n)"
)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}][sS]$")
_DROPPED = re.compile(rf"[{_APOSTROPHE}ʾʿ. ]")
#: Words that are often written with a full stop that ends nothing: "St. Lucia".
_SHORTENED = frozenset(
    {
        "st",
        "ste",
        "mt",
        "no",
        "dr",
        "mr",
        "mrs",
        "ms",
        "gen",
        "lt",
        "col",
        "maj",
        "sgt",
        "capt",
        "adm",
        "sen",
        "rep",
        "gov",
        "dept",
        "jr",
    }
)
#: Letters that Unicode does not decompose to a Latin base letter.
_BASE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, or a punctuation mark that names do not run across."""

    #: Equal for all spellings; the mark itself for a mark.
    folded: str
    #: As written, without the dots of an abbreviation.
    written: str
    start: int
    end: int
    #: The same word without its "'s"; None for one that has none.
    bare: "Word | None" = None


def words(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks in text[start:end], in order.

    Offsets are code points of `text`. A full stop after an initial or a shortened
    word ("J.", "St.") is no mark.
    """
    found: list[Word] = []
    for hit in _WORD.finditer(text, start, end):
        if hit.lastgroup != "stop":
            found.append(_word(hit.group(), hit.start(), hit.end()))
        elif hit.group() != "." or not _shortened(found, hit.start()):
            mark = hit.group() if hit.end() - hit.start() == 1 else "\n"
            found.append(Word(mark, mark, hit.start(), hit.end()))
    return found


def _shortened(before: list[Word], stop: int) -> bool:
    if not before or before[-1].end != stop:
        return False
    last = before[-1].folded
    return len(last) == 1 or last in _SHORTENED


def _word(surface: str, start: int, end: int) -> Word:
    folded, written, bare = _fold(surface)
    if bare is None:
        return Word(folded, written, start, end)
    stem = Word(_fold(bare)[0], _fold(bare)[1], start, start + len(bare))
    return Word(folded, written, start, end, stem)


#: Large enough for the vocabulary of a long document; a word costs about 200 bytes.
@lru_cache(maxsize=65536)
def _fold(surface: str) -> tuple[str, str, str | None]:
    """Return `surface` folded, as written, and what stands before its "'s"."""
    if surface.isascii() and surface.isalnum():
        return surface.lower(), surface, None
    possessive = _POSSESSIVE.search(surface)
    bare = surface[: possessive.start()] if possessive else None
    written = _DROPPED.sub("", unicodedata.normalize("NFC", surface))
    parts = unicodedata.normalize("NFKD", written)
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return letters.casefold().translate(_BASE), written, bare
