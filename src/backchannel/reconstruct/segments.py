"""A sentence taken apart where somebody else begins to tell.

The words of a sentence in, passages out; offsets are those of the words.
"""

import re
from collections.abc import Iterator

from backchannel.domain.text import Span
from backchannel.reconstruct import tellingwords as say

_LINK = re.compile(
    r";\s+|,?\"?\s+(?:but|while|whereas|although|though|yet)\s+|,\"?\s+and\s+", re.I
)
_OPENS = re.compile(
    r"(?P<who>[^,;]{2,80}?|[^,;]{2,60}, [^,;]{2,110},) (?:now |also |later )?(?P<verb>"
    + say.SAY.pattern
    + r"|"
    + say.DENY.pattern
    + r"|"
    + say.TALLY.pattern
    + r"|blame[sd]?|accuse[sd]?|doubts?)",
    re.IGNORECASE,
)
#: A further telling by the same source, which is not named again.
_ELIDED = re.compile(
    r"(?:(?:has|have|had|did|does|do|was|were|would|could) (?:not|also) "
    r"|(?:also |later )?(?:denied|denies|rejected|rejects|said|says|claimed|admitted"
    r"|confirmed|acknowledged|blamed|accused|doubts?)\b)",
    re.IGNORECASE,
)
_BLAMED = re.compile(r", which [^,;]{2,60}? (?:(?:has|have|had) )?blamed on ")


def split_segments(words: str) -> Iterator[Span]:
    """Yield the parts of a sentence that have a telling of their own, in order.

    What ends with ", which X blamed on Y" is told twice: once with, once without it.
    """
    start = 0
    counted = {hit.span(): hit for hit in say.COUNTED.finditer(words)}
    links = {hit.span(): hit for hit in _LINK.finditer(words)} | counted
    for place, link in sorted(links.items()):
        if link.start() < start or not words[start : link.start()].strip():
            continue
        opens = (
            place in counted
            or _OPENS.match(words, link.end())
            or _ELIDED.match(words, link.end())
        )
        if link.group().startswith(";") or opens:
            yield from _with_blame(words, start, link.start())
            start = link.end()
    if words[start:].strip():
        yield from _with_blame(words, start, len(words))


def _with_blame(words: str, start: int, end: int) -> Iterator[Span]:
    """Yield a segment, and what it ends with apart: ", which X blamed on Y"."""
    blamed = _BLAMED.search(words, start, end)
    if blamed is None:
        yield Span(start, end)
        return
    the = words.rfind(" the ", start, blamed.start())
    if blamed.start() > start:
        yield Span(start, blamed.start())
    yield Span(the + 1 if the >= 0 else start, end)


def leaves_out_teller(words: str, segment: Span) -> bool:
    """Return whether a part goes on with the teller before: "but has not said …"."""
    return _ELIDED.match(words, segment.start) is not None
