"""Until when the condition of a threat can be met.

A document, the passage of the condition and the sentence around it in, the words that
set the deadline and their days out.
"""

from backchannel.domain.signals import Time
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.windows import Bounds, Window, find_windows


def find_deadline(document: Document, condition: Span, sentence: Span) -> Time | None:
    """Return the deadline that the condition, or else its sentence, sets.

    In the condition any day to come is one ("if it is there on the 10th"); in the rest
    of the sentence only a bounded one ("has until Friday", "by noon"). The last named
    counts; None where there is none.
    """
    named = _windows(document, condition)
    if not named:
        named = [
            window
            for window in _windows(document, sentence)
            if window.bounds is Bounds.BOUNDED
        ]
    return Time(named[-1].span, named[-1].days) if named else None


def _windows(document: Document, passage: Span) -> list[Window]:
    found = find_windows(document.text, passage, document.published)
    return [window for window in found if window.bounds is not Bounds.EVENT]
