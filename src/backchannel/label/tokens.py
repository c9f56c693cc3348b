"""Text to the word pieces that the encoder reads, with the offsets they came from.

In: any string. Out: ids, shapes and offsets, one row a piece. Shared by training and
inference, so that both see the same pieces.

Source: WordPiece with BERT's uncased normaliser (Devlin et al., NAACL 2019); checked
piece for piece against the reference tokenizer (tests/label/test_tokens.py).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
#: Words remembered with their pieces; about 20 MB.
MOST_SEEN = 100_000

#: How a word is written, which the uncased vocabulary forgets. A piece that opens a
#: line has FIRST_IN_LINE added.
LOWER, TITLE, UPPER, MIXED, DIGIT, MARK = range(6)
FIRST_IN_LINE = 6
SHAPES = 12

_ASCII_MARK = r"!-/:-@\[-`{-~"
_RUN = re.compile(rf"[^\s{_ASCII_MARK}]+|[{_ASCII_MARK}]|\n")
#: First and last code points of the CJK ideographs, which stand alone, as in BERT.
_CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of one text; T of them, without any begin or end mark."""

    ids: NDArray[np.int64]  # (T,)
    shapes: NDArray[np.int64]  # (T,)
    offsets: NDArray[np.int32]  # (T, 2), code points, [start, end)

    def __len__(self) -> int:
        return len(self.ids)


class Tokenizer:
    """Cuts text into pieces of a fixed vocabulary."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.begin, self.end = self._ids[BEGIN], self._ids[END]
        self._unknown = self._ids[UNKNOWN]
        #: Words seen -> (ids, ends in the normalised word); texts repeat their words.
        self._seen: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def encode(self, text: str) -> Tokens:
        """Return the pieces of `text` in order.

        White space, control characters and combining marks give no piece of their own;
        every piece lies within one word of the text. Empty for a text without words.
        """
        ids: list[int] = []
        shapes: list[int] = []
        offsets: list[tuple[int, int]] = []
        first = True
        for raw, start in _words(text):
            if raw == "\n":
                first = True
                continue
            normal, origins = _normalise(raw)
            if not normal:
                continue
            pieces, ends = self._pieces(normal)
            shape = _shape(raw) + (FIRST_IN_LINE if first else 0)
            begin = 0
            for piece, end in zip(pieces, ends, strict=True):
                ids.append(piece)
                shapes.append(shape)
                offsets.append((start + origins[begin], start + origins[end]))
                begin = end
            first = False
        return Tokens(
            np.array(ids, dtype=np.int64),
            np.array(shapes, dtype=np.int64),
            np.array(offsets, dtype=np.int32).reshape(-1, 2),
        )

    def _pieces(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) >= MOST_SEEN:
                self._seen.clear()
            known = self._seen[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        if len(word) > LONGEST_WORD:
            return (self._unknown,), (len(word),)
        ids, ends, start = [], [], 0
        while start < len(word):
            end, prefix = len(word), "##" if start else ""
            while end > start and prefix + word[start:end] not in self._ids:
                end -= 1
            if end == start:
                return (self._unknown,), (len(word),)
            ids.append(self._ids[prefix + word[start:end]])
            ends.append(end)
            start = end
        return tuple(ids), tuple(ends)


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yield words, single marks and line breaks, each with where it starts."""
    for run in _RUN.finditer(text):
        words = run.group()
        if words.isascii():
            yield words, run.start()
        else:
            for start, end in _split(words):
                yield words[start:end], run.start() + start


def _split(run: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at, character in enumerate(run):
        if _stands_alone(character):
            if start < at:
                yield start, at
            yield at, at + 1
            start = at + 1
    if start < len(run):
        yield start, len(run)


def _stands_alone(character: str) -> bool:
    if character.isascii():
        return False
    point = ord(character)
    return unicodedata.category(character).startswith("P") or any(
        first <= point <= last for first, last in _CJK
    )


def _normalise(word: str) -> tuple[str, Sequence[int]]:
    """Return the uncased word and, for each of its characters, where it came from.

    The origins have one entry more: the length of `word`.
    """
    if word.isascii() and word.isprintable():
        return word.lower(), range(len(word) + 1)
    normal, origins = [], []
    for at, character in enumerate(word):
        if unicodedata.category(character).startswith("C") or character == "\ufffd":
            continue
        for part in unicodedata.normalize("NFD", character):
            if unicodedata.category(part) != "Mn":
                lowered = part.lower()
                normal.append(lowered)
                origins.extend([at] * len(lowered))
    return "".join(normal), [*origins, len(word)]


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[0].isupper() and word[1:].islower():
        return TITLE
    if word.isdigit():
        return DIGIT
    return MIXED if any(map(str.isalpha, word)) else MARK
