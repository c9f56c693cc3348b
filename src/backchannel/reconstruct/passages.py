"""Which words a signal conveys: content, condition and consequence.

In: a passage as the model marked it. Out: the passage without outer quotation marks
and without the stops and commas around it, as the annotation scheme cuts it.
"""

from backchannel.domain.text import Span

_OPENING, _CLOSING = "\"“‘'«„", "\"”’'»“"
_BEFORE = " \t\r\n,;:.–—-…"
_AFTER = " \t\r\n,;:.–—-"


def trim(text: str, span: Span) -> Span | None:
    """Return `span` without marks around it; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in _BEFORE:
        start += 1
    while end > start and text[end - 1] in _AFTER:
        end -= 1
    if start < end and text[start] in _OPENING and not _quotes_within(text, start, end):
        start += 1
    if (
        start < end
        and text[end - 1] in _CLOSING
        and not _opens_within(text, start, end)
    ):
        end -= 1
    while end > start and text[end - 1] in _AFTER:
        end -= 1
    return Span(start, end) if start < end else None


def _quotes_within(text: str, start: int, end: int) -> bool:
    """Whether the quotation that opens the passage closes before its end."""
    inside = text[start + 1 : end - 1]
    return any(mark in inside for mark in '"”»')


def _opens_within(text: str, start: int, end: int) -> bool:
    """Whether the quotation that closes at the passage's end opens inside it.

    A single mark after a letter may be an apostrophe ("the Houthis’") and stays.
    """
    last, inside = text[end - 1], text[start : end - 1]
    if last in "'’":
        return not any(mark in inside for mark in "'‘") and inside[-1:].isalpha()
    return any(mark in inside for mark in '"“«„')
