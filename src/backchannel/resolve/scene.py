"""What a rule may look at when it resolves one mention."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backchannel.domain.labels import Labelled, LabelledSpan
from backchannel.domain.signals import Actor
from backchannel.domain.text import Span
from backchannel.resolve.story import Story
from backchannel.resolve.trail import Trail

#: What a rule returns: who is meant, or None where it does not apply.
Answer = tuple[Actor, ...] | None


@dataclass(frozen=True, slots=True)
class Scene:
    """The document, what was mentioned so far, and a way to ask who others are."""

    labelled: Labelled
    #: Pronoun or description -> the name that it repeats, by the model.
    links: Mapping[Span, LabelledSpan]
    story: Story
    trail: Trail
    #: Resolve another mention of the same document.
    resolve: Callable[[Span], tuple[Actor, ...]]

    def quote(self, span: Span) -> str:
        """Return the words at `span`."""
        return self.story.text[span.start : span.end]
