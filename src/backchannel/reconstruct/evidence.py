"""Evidence that counts: what the model marked outside the furniture of a page.

In: frames as labelled, and the furniture of their document. Out: frames whose passages
keep clear of it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from backchannel.domain.labels import Frame, LabelledSpan
from backchannel.domain.text import Span

#: Roles that name somebody or some day; one that touches furniture is no evidence.
_WHOLE = frozenset({"sender", "recipient", "intermediary", "source", "time"})


def in_furniture(span: Span, furniture: Sequence[Span]) -> bool:
    """Whether `span` touches furniture, which is in text order."""
    return _first_within(span, furniture) is not None


def without_furniture(frame: Frame, furniture: Sequence[Span]) -> Frame:
    """Return the frame without what it has in furniture.

    A passage of content ends where furniture begins.
    """
    if not furniture:
        return frame
    return replace(frame, roles=tuple(_clear(frame.roles, furniture)))


def _clear(
    roles: Sequence[LabelledSpan], furniture: Sequence[Span]
) -> Iterator[LabelledSpan]:
    for role in roles:
        part = _first_within(role.span, furniture)
        if part is None:
            yield role
        elif role.label not in _WHOLE and role.span.start < part.start:
            yield replace(role, span=Span(role.span.start, part.start))


def _first_within(span: Span, furniture: Sequence[Span]) -> Span | None:
    """Return the first part of the furniture that `span` touches."""
    at = bisect_right(furniture, span.start, key=lambda part: part.end)
    if at < len(furniture) and furniture[at].start < span.end:
        return furniture[at]
    return None
