"""What the model says of a document: evidence, each piece with its probability.

Nothing here is decided yet; `backchannel.reconstruct` decides. Probabilities are the
model's own and not calibrated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from backchannel.domain.text import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class LabelledSpan:
    """A passage with a label and how probable the label is, 0 to 1."""

    span: Span
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger and all that was read around it."""

    trigger: LabelledSpan
    #: Value to probability, each summing to 1.
    acts: Mapping[str, float]
    statuses: Mapping[str, float]
    channels: Mapping[str, float]
    #: Passages labelled by role (`backchannel.label.heads.ROLES`), in text order.
    roles: tuple[LabelledSpan, ...]
    #: Role -> how probable its likeliest piece is, below every threshold too.
    peaks: Mapping[str, float] = field(default_factory=dict)

    def of(self, role: str) -> tuple[LabelledSpan, ...]:
        """Return the passages that fill `role`, in text order."""
        return tuple(span for span in self.roles if span.label == role)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that fill a role with an actor, and what was read of them."""

    span: Span
    #: The name that the words repeat, for a pronoun or description; None if none.
    repeats: LabelledSpan | None = None
    #: Kind of source -> probability, were the actor a source.
    kinds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with everything the model read in it."""

    document: Document
    #: In text order of their triggers.
    frames: tuple[Frame, ...] = ()
    #: Names, labelled PER, LOC or ORG, in text order, never overlapping.
    names: tuple[LabelledSpan, ...] = ()
    #: By the words' span: what fills a role with an actor.
    mentions: Mapping[Span, Mention] = field(default_factory=dict)

    @property
    def links(self) -> dict[Span, LabelledSpan]:
        """Pronoun or description -> the name that it repeats."""
        return {
            span: mention.repeats
            for span, mention in self.mentions.items()
            if mention.repeats is not None
        }
