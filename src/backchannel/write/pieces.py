"""A text cut at every edge of every marked passage.

Passages of signals nest, cross and coincide; elements of a page only nest. Cut at
every edge, each piece lies wholly in or out of each passage and can name them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document, Span

TRIGGER = "trigger"
#: Who shows through where passages lie over each other: the first of these.
ROLES = (
    TRIGGER,
    "intermediary",
    "recipient",
    "sender",
    "time",
    "source",
    "condition",
    "consequence",
    "content",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage in its role in the signal of that number."""

    span: Span
    role: str
    number: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sorts what is most particular to a place before what merely spans it."""
        return (self.role != TRIGGER, len(self.span), self.number)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that no passage begins or ends inside."""

    span: Span
    furniture: bool
    #: The passages it lies in, the most particular first.
    marks: tuple[Mark, ...] = ()

    @property
    def role(self) -> str | None:
        """The role that shows while no signal is picked out."""
        roles = {mark.role for mark in self.marks}
        return next((role for role in ROLES if role in roles), None)

    @property
    def begun(self) -> list[int]:
        """The signals whose triggers begin here."""
        return [
            mark.number
            for mark in self.marks
            if mark.role == TRIGGER and mark.span.start == self.span.start
        ]

    @property
    def ended(self) -> list[int]:
        """The signals whose triggers end here."""
        return [
            mark.number
            for mark in self.marks
            if mark.role == TRIGGER and mark.span.end == self.span.end
        ]


def cut(reading: Reading) -> Iterator[Piece]:
    """Yield the whole text in order, cut at every edge of every passage."""
    document = reading.document
    marks = [
        mark
        for number, signal in enumerate(reading.signals, 1)
        for mark in _marks(signal, number)
    ]
    yield from _cut(document, sorted(marks, key=lambda mark: mark.span))


def _cut(document: Document, marks: Sequence[Mark]) -> Iterator[Piece]:
    spans = [mark.span for mark in marks] + list(document.furniture)
    edges = {0, len(document.text)}
    edges.update(edge for span in spans for edge in (span.start, span.end))
    waiting, open_marks = iter([*marks, None]), list[Mark]()
    coming = next(waiting)
    furniture, reach = sorted(document.furniture, reverse=True), 0
    for start, end in pairwise(sorted(edges)):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while coming and coming.span.start == start:
            open_marks.append(coming)
            coming = next(waiting)
        while furniture and furniture[-1].start <= start:
            reach = max(reach, furniture.pop().end)
        yield Piece(
            Span(start, end),
            start < reach,
            tuple(sorted(open_marks, key=lambda mark: mark.rank)),
        )


def _marks(signal: Signal, number: int) -> Iterator[Mark]:
    yield Mark(signal.trigger, TRIGGER, number)
    for role, parties in (
        ("sender", signal.sender),
        ("recipient", signal.recipient),
        ("intermediary", signal.intermediary),
        ("source", signal.attribution),
    ):
        yield from (Mark(party.span, role, number) for party in parties)
    for role, span in (
        ("time", signal.time and signal.time.span),
        ("content", signal.content),
        ("condition", signal.condition),
        ("consequence", signal.consequence),
    ):
        if span:
            yield Mark(span, role, number)
