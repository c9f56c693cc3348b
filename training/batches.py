"""Examples to padded batches.

Absent labels teach nothing: a head that a corpus does not annotate gets IGNORE, and
roles that it does not annotate are masked.
"""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backchannel.domain.sentences import split_sentences
from backchannel.label.heads import AFTER, BEFORE, NEAR, TAGS, WINDOW
from backchannel.label.places import distance_buckets, near_pieces
from backchannel.label.tokens import Tokenizer, Tokens
from backchannel.label.windows import Window, cut_windows
from training.corpora import (
    ALL_CLASSES,
    ALL_ROLES,
    SIGNAL_ROLES,
    AnnotatedFrame,
    Example,
    Passage,
)

#: Target the loss skips.
IGNORE = -100
#: The most frames of one window: signals first, the others sampled anew in every pass.
FRAMES = 32


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example, cut into pieces once."""

    example: Example
    tokens: Tokens
    #: Pieces that open a sentence.
    breaks: tuple[int, ...]
    #: Head -> (T,) columns.
    tags: dict[str, NDArray[np.int64]]
    #: Each frame with the pieces [first, last) of its trigger.
    frames: tuple[tuple[AnnotatedFrame, tuple[int, int]], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """B windows padded to T pieces, with N frames in them."""

    ids: NDArray[np.int64]  # (B, T)
    shapes: NDArray[np.int64]  # (B, T)
    mask: NDArray[np.float32]  # (B, T)
    tags: dict[str, NDArray[np.int64]]  # per head (B, T)
    trigger: NDArray[np.float32]  # (N, B * T)
    near: NDArray[np.int64]  # (N, M)
    distance: NDArray[np.int64]  # (N, M)
    roles: NDArray[np.float32]  # (N, M, 2 * roles)
    roles_mask: NDArray[np.float32]  # (N, M, 2 * roles)
    classes: dict[str, NDArray[np.int64]]  # per class (N,)


def prepare(example: Example, tokenizer: Tokenizer) -> Prepared:
    """Cut `example` into pieces and place its annotations on them."""
    tokens = tokenizer.encode(example.text)
    starts = tokens.offsets[:, 0].tolist()
    breaks = tuple(
        bisect_left(starts, sentence.start)
        for sentence in split_sentences(example.text)
    )
    tags = {}
    for head, passages in example.tags.items():
        tags[head] = columns = np.zeros(len(tokens), dtype=np.int64)
        for passage, label in sorted(passages, key=lambda p: p[0][0] - p[0][1]):
            first, last = pieces_of(tokens, passage)
            if first < last:
                number = TAGS[head].index(label)
                columns[first:last] = 2 + 2 * number
                columns[first] = 1 + 2 * number
    frames = ((frame, pieces_of(tokens, frame.trigger)) for frame in example.frames)
    placed = tuple((f, pieces) for f, pieces in frames if pieces[0] < pieces[1])
    return Prepared(example, tokens, breaks, tags, placed)


def pieces_of(tokens: Tokens, passage: Passage) -> tuple[int, int]:
    """Return the pieces [first, last) that overlap `passage`; empty if none does."""
    first = bisect_right(tokens.offsets[:, 1], passage[0])
    last = bisect_left(tokens.offsets[:, 0], passage[1])
    return int(first), int(last)


def windows_of(prepared: Prepared, rng: random.Random | None) -> Iterator[Window]:
    """Yield the windows of one text, cut elsewhere in each pass if `rng` is given."""
    first_core = None
    room = WINDOW - 2 - BEFORE - AFTER
    if rng and len(prepared.tokens) > WINDOW - 2:
        first_core = rng.randint(room // 2, room)
    return cut_windows(len(prepared.tokens), prepared.breaks, first_core=first_core)


def make_batches(
    texts: Sequence[Prepared], *, size: int, rng: random.Random, marks: tuple[int, int]
) -> list[Batch]:
    """Return one pass over `texts`, in batches of about `size` pieces, shuffled.

    Args:
        texts: what to read.
        size: pieces of a batch, padding included.
        rng: decides cuts, order and which frames of a crowded window are taken.
        marks: ids of the begin and end mark.
    """
    cut = [(text, window) for text in texts for window in windows_of(text, rng)]
    rng.shuffle(cut)
    cut.sort(key=lambda pair: (pair[1].end - pair[1].start) // 64)
    groups: list[list[tuple[Prepared, Window]]] = []
    for pair in cut:
        longest = pair[1].end - pair[1].start + 2
        if not groups or (len(groups[-1]) + 1) * longest > max(size, longest):
            groups.append([])
        groups[-1].append(pair)
    rng.shuffle(groups)
    return [collate(group, rng=rng, marks=marks) for group in groups]


def collate(
    group: Sequence[tuple[Prepared, Window]],
    *,
    marks: tuple[int, int],
    rng: random.Random | None = None,
) -> Batch:
    """Pad windows to one length and lay their frames over them.

    With `rng`, at most `FRAMES` frames of a window are taken.
    """
    length = max(window.end - window.start for _, window in group) + 2
    shape = len(group), length  # B, T
    ids, shapes = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    mask = np.zeros(shape, np.float32)
    tags = {head: np.full(shape, IGNORE, np.int64) for head in TAGS}
    placed: list[_Placed] = []
    for b, (text, window) in enumerate(group):
        count = window.end - window.start
        inside = slice(window.start, window.end)
        ids[b, 0], ids[b, count + 1] = marks
        ids[b, 1 : count + 1] = text.tokens.ids[inside]
        shapes[b, 1 : count + 1] = text.tokens.shapes[inside]
        mask[b, : count + 2] = 1.0
        core = slice(window.core_start, window.core_end)
        first, last = core.start - window.start + 1, core.stop - window.start + 1
        for head, columns in text.tags.items():
            tags[head][b, first:last] = columns[core]
        own = _own_frames(text, window)
        if rng and len(own) > FRAMES:
            rng.shuffle(own)
            own = sorted(own, key=lambda placed: placed[0].annotated != SIGNAL_ROLES)
            own = own[:FRAMES]
        at = b * length + 1
        placed.extend(
            _Placed(frame, text.tokens, pieces, at - window.start, at, at + count)
            for frame, pieces in own
        )
    return Batch(ids, shapes, mask, tags, **_lay_frames(placed, ids.size))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A frame and where its window lies in the flat run of a batch's pieces."""

    frame: AnnotatedFrame
    tokens: Tokens
    #: Pieces [first, last) of the trigger, in the text.
    pieces: tuple[int, int]
    #: Adds to a piece of the text to give its place in the batch.
    shift: int
    #: The window's pieces, [start, end) in the batch.
    start: int
    end: int

    @property
    def trigger(self) -> tuple[int, int]:
        return self.pieces[0] + self.shift, self.pieces[1] + self.shift


def _own_frames(
    text: Prepared, window: Window
) -> list[tuple[AnnotatedFrame, tuple[int, int]]]:
    return [
        (frame, pieces)
        for frame, pieces in text.frames
        if window.core_start <= pieces[0] < window.core_end and pieces[1] <= window.end
    ]


def _lay_frames(placed: Sequence[_Placed], pieces: int) -> dict[str, Any]:
    n = len(placed)
    trigger = np.zeros((n, pieces), np.float32)
    near = np.full((n, NEAR), -1, np.int64)
    roles = np.zeros((n, NEAR, 2 * len(ALL_ROLES)), np.float32)
    roles_mask = np.zeros_like(roles)
    classes = {head: np.full(n, IGNORE, np.int64) for head in ALL_CLASSES}
    for k, own in enumerate(placed):
        first, last = own.trigger
        trigger[k, first:last] = 1.0 / (last - first)
        near[k] = near_pieces([own.trigger], own.start, own.end)[0]
        for head, value in own.frame.classes.items():
            classes[head][k] = ALL_CLASSES[head].index(value)
        for role in own.frame.annotated:
            column = 2 * ALL_ROLES.index(role)
            roles_mask[k, :, column : column + 2] = (near[k] >= 0)[:, None]
            for passage in own.frame.roles.get(role, ()):
                first, last = pieces_of(own.tokens, passage)
                first, last = first + own.shift, last + own.shift
                roles[k, (near[k] >= first) & (near[k] < last), column] = 1.0
                roles[k, near[k] == first, column + 1] = 1.0
    return {
        "trigger": trigger,
        "near": near,
        "distance": distance_buckets([own.trigger for own in placed], near),
        "roles": roles,
        "roles_mask": roles_mask,
        "classes": classes,
    }
