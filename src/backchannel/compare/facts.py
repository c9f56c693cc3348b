"""What of a signal can be compared with another, made ready once.

An entry in, its facts out: who, the words, the days.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from backchannel.compare.nouns import find_meant
from backchannel.compare.numbers import Number, find_numbers
from backchannel.compare.wording import Stems, find_stems
from backchannel.domain.kept import Entry
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Act,
    Channel,
    Interval,
    Party,
    Signal,
    Status,
)
from backchannel.domain.text import Document, Span
from backchannel.domain.words import fold

#: What can be told of a signal alone, as bits of `Facts.traits`: it is a contact; it
#: denies; it did not happen; somebody carries it; it sets a condition; the text dates
#: it; it tells what was conveyed; somebody else than the outlet tells it; a sender, a
#: recipient is told; nouns of it stand for an act or a way.
CONTACT, DENIES, NEGATED, CARRIED, CONDITIONAL, DATED = (1 << n for n in range(6))
TELLING, TOLD, SENT, RECEIVED, MEANING = (1 << n for n in range(6, 11))
#: How long before its report an undated act may lie, or after it an expected one.
LONG = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Named:
    """The parties of one role: their names, folded, and the sides they act for."""

    names: frozenset[str] = frozenset()
    #: Without the unknown.
    sides: frozenset[str] = frozenset()
    #: The stems of last names, which stay when a side is told wrongly.
    last: Stems = frozenset()

    def __or__(self, other: "Named") -> "Named":
        return Named(
            self.names | other.names, self.sides | other.sides, self.last | other.last
        )

    def meets(self, other: "Named") -> bool:
        """Whether a side or a person is in both."""
        return bool(self.sides & other.sides or self.last & other.last)

    def apart(self, other: "Named") -> bool:
        """Whether both sides are told, and nobody is in both."""
        return bool(self.sides and other.sides) and not self.meets(other)


@dataclass(frozen=True)
class Facts:
    """One signal, ready for comparing."""

    entry: Entry
    sender: Named
    recipient: Named
    carrier: Named
    #: The names and words of who tells it, if it is not the outlet, folded.
    tellers: frozenset[str]
    #: The stems of what it says: content, condition and consequence.
    content: Stems
    #: Those of the words that name the act.
    trigger: Stems
    condition: Stems
    #: Those of the whole sentence.
    sentence: Stems
    #: Those of the sentence before, for signals that say little themselves.
    before: Stems
    #: Those of its parties' names.
    named: Stems
    #: What it counts.
    numbers: tuple[Number, ...]
    #: The days on which it may have been; None if nothing tells.
    days: Interval | None

    @cached_property
    def signal(self) -> Signal:
        """The signal."""
        return self.entry.signal

    @cached_property
    def document(self) -> Document:
        """The document that it stands in."""
        return self.entry.document

    @cached_property
    def published(self) -> date | None:
        """The day its document was published."""
        return self.entry.document.published

    @cached_property
    def dated(self) -> Interval | None:
        """The days that the text itself gives it."""
        return self.signal.time.interval if self.signal.time else None

    @cached_property
    def parties(self) -> Named:
        """Sender and recipient together."""
        return self.sender | self.recipient

    @cached_property
    def clause(self) -> Stems:
        """The stems of its own part of the sentence: what it says, and the trigger."""
        return self.content | self.trigger

    @cached_property
    def meant(self) -> frozenset[Act | Channel]:
        """The acts and ways that nouns of its own part stand for."""
        return find_meant(self.clause)

    @cached_property
    def kinds(self) -> frozenset[object]:
        """What kinds of things it is: its act by each side, a contact of two sides."""
        act = self.signal.act
        if act is Act.CONSULT:
            return frozenset({(act, self.parties.sides)})
        return frozenset((act, who) for who in self.sender.sides | self.sender.last)

    @cached_property
    def traits(self) -> int:
        """What it is like: the bits that hold."""
        signal = self.signal
        return (
            CONTACT * (signal.act is Act.CONSULT)
            | DENIES * (signal.act is Act.DENY)
            | NEGATED * (signal.status is Status.NEGATED)
            | CARRIED * bool(self.carrier.sides or self.carrier.last)
            | CONDITIONAL * bool(self.condition)
            | DATED * (self.dated is not None)
            | TELLING * bool(self.content)
            | TOLD * bool(self.tellers)
            | SENT * bool(self.sender.names)
            | RECEIVED * bool(self.recipient.names)
            | MEANING * bool(self.meant)
        )

    def shares_text(self, other: "Facts") -> bool:
        """Whether both stand in one document."""
        return self.document.id == other.document.id

    def shares_sentence(self, other: "Facts") -> bool:
        """Whether both stand in one sentence."""
        mine, theirs = self.signal.sentence, other.signal.sentence
        return self.shares_text(other) and mine.overlaps(theirs)


def find_facts(entry: Entry) -> Facts:
    """Return what can be compared of a signal."""
    signal, document = entry.signal, entry.document

    def stems(*spans: Span | None) -> Stems:
        told = [_stems(document.quote(span)) for span in spans if span]
        return told[0] if len(told) == 1 else frozenset().union(*told)

    return Facts(
        entry=entry,
        sender=_named(signal.sender),
        recipient=_named(signal.recipient),
        carrier=_named(signal.intermediary),
        tellers=_tellers(entry),
        content=stems(signal.content, signal.condition, signal.consequence),
        trigger=stems(signal.trigger),
        condition=stems(signal.condition),
        sentence=stems(signal.sentence),
        before=stems(_before(document.text, signal.sentence)),
        named=_name_stems(entry),
        numbers=find_numbers(document.quote(signal.content or signal.sentence)),
        days=_days(signal, document.published),
    )


@lru_cache(maxsize=4096)
def _stems(text: str) -> Stems:
    """Return the stems of `text`, one set for all signals of a sentence."""
    return frozenset(find_stems(text))


def _named(parties: tuple[Party, ...]) -> Named:
    return Named(
        frozenset(fold(party.actor) for party in parties),
        frozenset(party.side for party in parties) - {UNKNOWN_SIDE},
        frozenset(stem for party in parties for stem in _last_name(party.actor)),
    )


#: Last words of offices and bodies, as stems: no names of persons.
_BODIES = frozenset(
    find_stems(
        "ministry minister office government officials official spokesman spokeswoman"
        " president presidency parliament army navy forces force council commission"
        " committee union nations states state embassy ambassador agency service court"
        " party front movement side delegation people team group department house"
        " general secretary chief leader command authority authorities envoy diplomats"
        " diplomat aide source sources police guard guards militia republic kingdom"
    )
)


def _last_name(name: str) -> Stems:
    """Return the stem of the last name of a person, as far as a name shows it."""
    stems = find_stems(name)
    if not stems or not name[:1].isupper() or " of " in name or stems[-1] in _BODIES:
        return frozenset()
    return frozenset(stems[-1:])


def _name_stems(entry: Entry) -> Stems:
    signal, quote = entry.signal, entry.document.quote
    return frozenset(
        stem
        for party in (*signal.sender, *signal.recipient, *signal.intermediary)
        for stem in find_stems(f"{party.actor} {quote(party.span)}")
    )


def _tellers(entry: Entry) -> frozenset[str]:
    sources = entry.signal.attribution
    names = {fold(source.actor) for source in sources if source.actor}
    return frozenset(names | {fold(entry.document.quote(s.span)) for s in sources})


#: The longest sentence that is looked back for.
_FAR = 600


def _before(text: str, sentence: Span) -> Span | None:
    """Return the sentence before, told by its marks alone."""
    before = text[max(0, sentence.start - _FAR) : sentence.start].rstrip()
    offset = max(0, sentence.start - _FAR)
    marks = (". ", "? ", "! ", "\n", "” ")
    start = max(before.rfind(mark, 0, max(len(before) - 1, 0)) for mark in marks) + 1
    return Span(offset + start, offset + len(before)) if len(before) > start else None


def _days(signal: Signal, published: date | None) -> Interval | None:
    """Return the days of the act, else when it may have been going by its report."""
    if signal.time and signal.time.interval:
        return signal.time.interval
    if published is None:
        return None
    ahead = signal.status in (Status.PLANNED, Status.POSSIBLE)
    try:
        first, last = published - LONG, published + LONG
    except OverflowError:
        return None
    return Interval(published, last) if ahead else Interval(first, published)


def days_between(left: Interval, right: Interval) -> int:
    """Return how many days lie between two intervals, 0 if they share one."""
    if left.start and right.end and left.start > right.end:
        return (left.start - right.end).days
    if right.start and left.end and right.start > left.end:
        return (right.start - left.end).days
    return 0
