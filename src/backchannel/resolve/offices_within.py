"""The offices inside a mention."""

from backchannel.domain.text import Span
from backchannel.resolve.offices import Office
from backchannel.resolve.scene import Scene


def offices_in(scene: Scene, span: Span) -> tuple[Office, ...]:
    """Return the offices inside `span`, in order."""
    found = []
    for office in scene.story.offices_from(span.start):
        if office.span.start >= span.end:
            break
        if office.span.end <= span.end:
            found.append(office)
    return tuple(found)
