"""Passages that the encoder tags in a text, and their comparison word by word.

In: a text and the shipped model. Out: spans by head, decoded as the package does.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backchannel.domain.sentences import split_sentences
from backchannel.label.decode import Run, decode_labels, decode_tags
from backchannel.label.heads import TAGS, tag_columns
from backchannel.label.model import Model
from backchannel.label.tidy import whole_words
from backchannel.label.windows import Window, cut_windows

#: Code points [start, end).
Passage = tuple[int, int]
#: Words [first, last], numbered in their text.
Words = tuple[int, int]
#: How probable the likeliest piece of a tagged passage must be.
LIKELY = 0.5
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window of a text, as the encoder read it; it has T pieces."""

    window: Window
    offsets: NDArray[np.int32]  # (T, 2), code points
    hidden: NDArray[np.float32]  # (T, D)
    tags: NDArray[np.float32]  # (T, columns), not normalised

    @property
    def core(self) -> slice:
        """The window's own pieces: together, those of all windows tile the text."""
        start = self.window.start
        return slice(self.window.core_start - start, self.window.core_end - start)


def encode(model: Model, text: str) -> Iterator[Encoded]:
    """Yield the windows of `text`, cut as in reading, in order."""
    tokens = model.tokenizer.encode(text)
    starts = tokens.offsets[:, 0].tolist()
    breaks = [bisect_left(starts, s.start) for s in split_sentences(text)]
    for window in cut_windows(len(tokens), breaks):
        inside = slice(window.start, window.end)
        hidden, tags = model.encode(tokens.ids[inside], tokens.shapes[inside])
        yield Encoded(window, tokens.offsets[inside], hidden, tags)


def tag(
    model: Model, text: str, heads: Sequence[str]
) -> dict[str, list[tuple[Passage, str]]]:
    """Return, by head, the passages it tags in `text` with their labels, in order."""
    windows = list(encode(model, text))
    if not windows:
        return {head: [] for head in heads}
    offsets = np.concatenate([w.offsets[w.core] for w in windows])  # (T, 2)
    tags = np.concatenate([w.tags[w.core] for w in windows])  # (T, columns)
    columns = tag_columns()
    return {
        head: [
            (widen(text, offsets, run), label)
            for run, label in _decode(tags[:, columns[head]], TAGS[head])
        ]
        for head in heads
    }


def _decode(
    scores: NDArray[np.float32], labels: Sequence[str]
) -> list[tuple[Run, str]]:
    if len(labels) > 1:
        return decode_labels(scores, labels)
    return [(run, labels[0]) for run in decode_tags(scores, threshold=LIKELY)]


def widen(text: str, offsets: NDArray[np.int32], run: Run) -> Passage:
    """Return the passage of a run of pieces, widened to whole words."""
    span = whole_words(text, int(offsets[run[0], 0]), int(offsets[run[1] - 1, 1]))
    return span.start, span.end


class WordNumbers:
    """Which words of a text a passage covers; marks of punctuation are none."""

    def __init__(self, text: str) -> None:
        words = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in words]
        self._ends = [end for _, end in words]

    def __len__(self) -> int:
        return len(self._starts)

    def of(self, passage: Passage) -> Words | None:
        """Return the first and last word that it touches; None where it has none."""
        first = bisect_right(self._ends, passage[0])
        last = bisect_left(self._starts, passage[1]) - 1
        return (first, last) if first <= last else None

    def each(self, passages: Iterable[Passage]) -> set[Words]:
        """Return the words of each of `passages`, as one range for each."""
        return {words for passage in passages if (words := self.of(passage))}

    def all(self, passages: Iterable[Passage]) -> set[int]:
        """Return every word that one of `passages` touches."""
        return {
            number
            for first, last in self.each(passages)
            for number in range(first, last + 1)
        }


def overlap(left: Passage, right: Passage) -> float:
    """Return the Dice overlap of two passages, 0 to 1."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return 2 * max(0, shared) / (left[1] - left[0] + right[1] - right[0])
