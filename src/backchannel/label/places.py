"""Where each trigger looks for its roles: the pieces near it, and how far they are.

Shared by training and inference. N triggers, M = `NEAR` pieces, P pieces in all.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backchannel.label.heads import NEAR

#: Upper ends of the distance buckets, in pieces, on either side of the trigger.
STEPS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 37, 50, 68, 92, 124, 10_000)
#: Number of buckets: both sides, and 0 for the trigger itself.
DISTANCES = 2 * len(STEPS) + 1


def near_pieces(
    triggers: Sequence[tuple[int, int]], start: int, end: int, *, width: int = NEAR
) -> NDArray[np.int64]:
    """Return (N, M) indices of the pieces around each trigger, -1 where there is none.

    Args:
        triggers: pieces [first, last) of each trigger.
        start: the first piece of the window.
        end: one past its last piece.
        width: M, the most pieces around a trigger.
    """
    near = np.full((len(triggers), width), -1, dtype=np.int64)
    for n, (first, last) in enumerate(triggers):
        low = max(start, min((first + last) // 2 - width // 2, end - width))
        high = min(end, low + width)
        near[n, : high - low] = np.arange(low, high)
    return near


def distance_buckets(
    triggers: Sequence[tuple[int, int]], near: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return (N, M) buckets of the signed distance from each trigger to each piece.

    0 is the trigger itself, 1 to 16 the pieces before it, 17 to 32 those after it.
    """
    bounds = np.array(triggers, dtype=np.int64).reshape(-1, 2)  # (N, 2)
    before = bounds[:, :1] - near  # (N, M)
    after = near - bounds[:, 1:] + 1
    steps = np.array(STEPS)
    buckets = np.where(before > 0, 1 + np.searchsorted(steps, before), 0)
    beyond = 1 + len(STEPS) + np.searchsorted(steps, after)
    return np.where(after > 0, beyond, buckets).astype(np.int64)
