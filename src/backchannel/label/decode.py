"""Model output to labelled passages. Pure: arrays in, records out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
#: Pieces [first, last) and how probable the label is.
Run = tuple[int, int, float]

OUTSIDE = 0
#: How probable a piece must be to belong to a passage at all.
JOINING = 0.3
#: One piece says at most this much for or against a role, in log odds: a single odd
#: piece in the middle of a clause does not cut it.
MOST = 5.0


def decode_tags(scores: Floats, *, threshold: float) -> list[Run]:
    """Return the runs of one label, in order, never overlapping.

    Args:
        scores: (T, 3), not normalised: outside, begins, continues.
        threshold: how probable the likeliest piece of a run must be; the others need
            `JOINING`.

    Source: IOB2 tags (Tjong Kim Sang and Veenstra, EACL 1999); a stray "continues"
    opens a run, as in IOB1 (Ramshaw and Marcus 1995).
    """
    probabilities = softmax(scores)  # (T, 3)
    inside = 1.0 - probabilities[:, OUTSIDE]
    begins = probabilities[:, 1] > probabilities[:, 2]
    runs: list[Run] = []
    for t in np.flatnonzero(inside >= JOINING).tolist():
        if runs and runs[-1][1] == t and not begins[t]:
            first, _, best = runs[-1]
            runs[-1] = first, t + 1, max(best, float(inside[t]))
        else:
            runs.append((t, t + 1, float(inside[t])))
    return [run for run in runs if run[2] >= threshold]


def decode_labels(scores: Floats, labels: Sequence[str]) -> list[tuple[Run, str]]:
    """Return the runs of several labels that exclude each other, in order.

    Args:
        scores: (T, 1 + 2L), not normalised; label `i` owns columns 1 + 2i and 2 + 2i.
        labels: L names.
    """
    probabilities = softmax(scores)  # (T, 1 + 2L)
    best = probabilities.argmax(axis=1)  # (T,)
    found: list[tuple[Run, str]] = []
    for t in np.flatnonzero(best != OUTSIDE).tolist():
        column = int(best[t])
        label, continues = labels[(column - 1) // 2], column % 2 == 0
        probability = float(probabilities[t, column])
        if continues and found and found[-1][1] == label and found[-1][0][1] == t:
            first, _, least = found[-1][0]
            found[-1] = (first, t + 1, min(least, probability)), label
        else:
            found.append(((t, t + 1, probability), label))
    return found


def decode_passage(inside: Floats, begins: Floats) -> Run | None:
    """Return the one passage that fits best; None if none is likelier than not.

    Args:
        inside: (T,) log odds that a piece is inside.
        begins: (T,) log odds that a piece begins a passage.

    The best passage is the one whose log odds add up highest (maximum subarray, Kadane
    1984), where the piece that begins it adds half of what it says for beginning. Its
    probability is the mean of its pieces'.
    """
    gain = np.clip(inside, -MOST, MOST)
    opening = 0.5 * np.clip(begins, -MOST, MOST)
    sums = np.concatenate([[0.0], np.cumsum(gain)])  # (T + 1,)
    starts = np.maximum.accumulate(opening - sums[:-1])  # (T,): best start so far
    totals = sums[1:] + starts
    last = int(totals.argmax())
    if totals[last] <= 0.0:
        return None
    first = int((opening - sums[:-1])[: last + 1].argmax())
    return first, last + 1, float(sigmoid(inside[first : last + 1]).mean())


def decode_passages(inside: Floats, begins: Floats, *, threshold: float) -> list[Run]:
    """Return every passage above `threshold`, in order.

    A passage is a run of pieces that are inside, cut where a later piece begins one;
    it is as probable as its likeliest piece.
    """
    chances, openings = sigmoid(inside), sigmoid(begins)
    runs: list[Run] = []
    for t in np.flatnonzero(chances >= JOINING).tolist():
        if runs and runs[-1][1] == t and openings[t] < 0.5:
            first, _, most = runs[-1]
            runs[-1] = first, t + 1, max(most, float(chances[t]))
        else:
            runs.append((t, t + 1, float(chances[t])))
    return [run for run in runs if run[2] >= threshold]


def decode_likeliest(inside: Floats, begins: Floats, *, least: float) -> list[Run]:
    """Return the passage that fits best, however improbable, down to `least`.

    Its pieces are raised until the likeliest is likelier than not; its probability is
    the mean of what they were before.
    """
    raised = inside + max(0.0, 1.0 - float(inside.max()))
    first, last, _ = decode_passage(raised, begins) or (0, 0, 0.0)
    chance = float(sigmoid(inside[first:last]).mean()) if last else 0.0
    return [(first, last, chance)] if chance >= least else []


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Return probabilities of log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)
