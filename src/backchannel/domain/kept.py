"""What a case keeps of a document: its appearances, its signals as reviewed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Generic, TypeVar

from backchannel.domain.exchanges import Exchange, Link, Verdict
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Opinion
from backchannel.domain.signals import Interval, Signal
from backchannel.domain.text import Appearance, Document, Span


@dataclass(frozen=True, slots=True)
class Publication:
    """One appearance of a document in a case."""

    appearance: Appearance
    #: The file or URL it was read from.
    source: str
    #: The id or name that the input gave.
    name: str
    #: Of the texts that stood at its URL the how manieth, from 1.
    version: int
    #: When it was added, UTC.
    added: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One signal of a case, as lists show it."""

    #: As corrected in review, its actors as merged and split.
    signal: Signal
    #: With its first appearance.
    document: Document
    opinion: Opinion = field(default_factory=Opinion)
    #: Where the words of a search stand in the sentence, in text order.
    marks: tuple[Span, ...] = ()

    @property
    def quote(self) -> str:
        """The sentence that reports it."""
        return self.document.quote(self.signal.sentence)


@dataclass(frozen=True, slots=True)
class Kept:
    """One document of a case with all that is kept of it."""

    #: Its id is the digest of the text; its signals are as in `Entry`.
    reading: Reading
    #: Oldest first by when they were added.
    publications: tuple[Publication, ...]
    #: Signal id -> what reviews came to; signals nobody reviewed are not among them.
    opinions: Mapping[str, Opinion] = field(default_factory=dict, hash=False)
    #: What read it: the model's id; None for an unread document.
    reader: str | None = None

    @property
    def document(self) -> Document:
        """The document, with its first appearance."""
        return self.reading.document

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its signals in text order, each with its review."""
        return tuple(
            Entry(signal, self.document, self.opinions.get(signal.id, Opinion()))
            for signal in self.reading.signals
        )

    def only(self, signals: Collection[str]) -> "Kept":
        """Return it with those of its signals whose ids are among `signals`.

        Claims, actions and forecasts stay only with all signals: nobody looked for
        them.
        """
        reading = self.reading.only(signals)
        if len(reading.signals) < len(self.reading.signals):
            reading = replace(reading, claims=(), actions=(), forecasts=())
        return replace(self, reading=reading)


@dataclass(frozen=True, slots=True)
class Told:
    """One exchange of a case, as lists show it."""

    exchange: Exchange
    #: The signals that report it, account by account, without those of copies.
    entries: tuple[Entry, ...]
    #: What is in conflict between them, the surest first.
    conflicts: tuple[Verdict, ...] = ()
    #: How it hangs together with others: what it holds, passes on, answers.
    links: tuple[Link, ...] = ()


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, and how many there are in all."""

    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """What a whole case says of one thing, and the documents that it stands in."""

    rows: tuple[Row, ...]
    #: By id.
    documents: Mapping[str, Document] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """One document of a case, as lists show it."""

    document: Document
    publications: tuple[Publication, ...]
    #: How many signals were read in it.
    signals: int
    #: Why it was not read; None if it was.
    unread: str | None
    #: Where the words of a search stand in the text, in text order.
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseActor:
    """One person, body, group or state over a whole case."""

    id: str
    name: str
    side: str
    #: Signals it is a party of.
    signals: int
    #: The words that name it, the most frequent first.
    spellings: tuple[str, ...] = ()
    #: Ids of the documents it stands in.
    documents: tuple[str, ...] = ()
    #: Office -> the first and last day it was seen with it.
    offices: Mapping[str, Interval | None] = field(default_factory=dict, hash=False)

    def with_offices(self, offices: Mapping[str, Interval | None]) -> "CaseActor":
        """Return the actor, seen with these offices."""
        return replace(self, offices=offices)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A document that was taken out of a case."""

    document: str
    title: str
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stats:
    """The counts of a case."""

    documents: int
    #: Documents that were kept without being read.
    unread: int
    appearances: int
    signals: int
    actors: int
    reviews: int
    #: The first and last day of publication.
    days: Interval | None
    #: Field -> value -> how many have it, the most frequent first: signals, but for
    #: "side" parties, for "source" links of attribution, for "outlet" appearances.
    by: Mapping[str, Mapping[str, int]] = field(default_factory=dict, hash=False)
