"""Signals: communicative acts as one document reports them.

The values are those of the annotation scheme (docs/signals.md).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from backchannel.domain.text import Span


class Act(StrEnum):
    """What the sender does by the signal."""

    INFORM = "inform"
    ASSURE = "assure"
    OFFER = "offer"
    PROMISE = "promise"
    AGREE = "agree"
    REQUEST = "request"
    DEMAND = "demand"
    WARN = "warn"
    THREATEN = "threaten"
    REJECT = "reject"
    DENY = "deny"
    CONFIRM = "confirm"
    ACCUSE = "accuse"
    SUPPORT = "support"
    ANNOUNCE = "announce"
    CONSULT = "consult"


class Status(StrEnum):
    """Whether the text says that it happened."""

    DONE = "done"
    NEGATED = "negated"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Channel(StrEnum):
    """How a signal travelled."""

    INTERMEDIARY = "intermediary"
    CALL = "call"
    MEETING = "meeting"
    LETTER = "letter"
    PRIVATE = "private"
    INTERVIEW = "interview"
    SPEECH = "speech"
    STATEMENT = "statement"
    SOCIAL = "social"
    BRIEFING = "briefing"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """What sort of source an attribution rests on."""

    NAMED = "named"
    OFFICIAL = "official"
    ANONYMOUS = "anonymous"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


#: The side of an actor that the text does not tell.
UNKNOWN_SIDE = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is meant by a mention."""

    #: The usual English name: "Hossein Amirabdollahian", "Iran", "Hezbollah".
    name: str
    #: ISO 3166 alpha-3 code of the state, or the usual name of the organisation or
    #: group, that it acts for; `UNKNOWN_SIDE` where the text does not tell.
    side: str
    #: The rule that told, for people: "named in full at 120", "reference table: state".
    rule: str
    #: The offices that the document names a person with, folded: "foreign minister".
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role of a signal, with the words that name it there."""

    span: Span
    actor: str
    side: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Days, both inclusive; None is an end that the words leave open."""

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"ends before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Time:
    """The words that date a signal, and the days they mean."""

    span: Span
    #: None while the words cannot be dated, such as "on Sunday" without a date of
    #: publication; the signal then has a gap that says so.
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Source:
    """One link in the chain of attribution."""

    span: Span
    kind: SourceKind
    #: The usual name of who or what it is; None for the unnamed.
    actor: str | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a reader would ask and the text does not say."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field of a signal has its value."""

    field: str
    #: The rule, in words a person can check.
    rule: str
    #: The model's probability for it; None where a rule alone decided.
    score: float | None = None
    #: The passages it rests on.
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """One communicative act, as one document reports it."""

    #: Digest of the document's id and the trigger's span, so it survives a reread.
    id: str
    document: str
    trigger: Span
    #: The sentence that reports it.
    sentence: Span
    act: Act
    status: Status
    channel: Channel
    sender: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    intermediary: tuple[Party, ...] = ()
    content: Span | None = None
    condition: Span | None = None
    consequence: Span | None = None
    time: Time | None = None
    #: Nearest first, not counting the outlet itself.
    attribution: tuple[Source, ...] = ()
    gaps: tuple[Gap, ...] = ()
    why: tuple[Reason, ...] = ()
    #: The id of the first signal of the document that reports the same act, if any.
    repeats: str | None = None
    #: Field -> how probable its value is, and "signal" -> that there is such a signal:
    #: calibrated, 0 to 1 (`backchannel.reconstruct.confidence`).
    confidence: Mapping[str, float] = field(default_factory=dict, hash=False)

    def passages(self) -> Iterator[tuple[str, Span]]:
        """Yield every passage that a field quotes, with the field's name.

        The sentence first; the passages that reasons rest on are not among them.
        """
        yield "sentence", self.sentence
        yield "trigger", self.trigger
        for role, parties in (
            ("sender", self.sender),
            ("recipient", self.recipient),
            ("intermediary", self.intermediary),
        ):
            yield from ((role, party.span) for party in parties)
        yield from (("attribution", source.span) for source in self.attribution)
        for name, span in (
            ("content", self.content),
            ("condition", self.condition),
            ("consequence", self.consequence),
            ("time", self.time and self.time.span),
        ):
            if span:
                yield name, span
