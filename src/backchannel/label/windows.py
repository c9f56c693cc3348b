"""A text's pieces to the windows that the encoder reads, one pass each.

A document longer than a window is cut into cores that tile it, each read with some
context before and after. What the model says of a core comes from that window alone,
so it does not depend on what else is read beside it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backchannel.label.heads import AFTER, BEFORE, WINDOW


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of a document; [core_start, core_end) are its own."""

    start: int
    end: int
    core_start: int
    core_end: int


def cut_windows(
    length: int, breaks: Sequence[int], *, first_core: int | None = None
) -> Iterator[Window]:
    """Yield windows whose cores tile [0, length), in order.

    Args:
        length: number of pieces.
        breaks: pieces that open a sentence, ascending; cores end there if they can.
        first_core: the most pieces of the first core, to shift the cuts in training.
    """
    room = WINDOW - 2  # begin and end mark
    if length <= room and first_core is None:
        if length:
            yield Window(0, length, 0, length)
        return
    most = first_core or room - BEFORE - AFTER
    core_start = 0
    while core_start < length:
        core_end = _last_break(breaks, core_start + most // 2, core_start + most)
        core_end = min(core_end, length)
        start = max(0, core_start - BEFORE)
        yield Window(start, min(length, start + room), core_start, core_end)
        core_start, most = core_end, room - BEFORE - AFTER


def _last_break(breaks: Sequence[int], low: int, high: int) -> int:
    inside = bisect_right(breaks, high) - 1
    return breaks[inside] if inside >= 0 and breaks[inside] > low else high
