"""What came of reading one document."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from backchannel.domain.actions import Action
from backchannel.domain.claims import Claim
from backchannel.domain.forecasts import Forecast
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document


@dataclass(frozen=True, slots=True, order=True)
class Holder:
    """Somebody who holds an office, as a document says."""

    actor: str
    side: str
    #: Folded: "foreign minister".
    office: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with what was read in it, each in text order."""

    document: Document
    #: By their triggers.
    signals: tuple[Signal, ...] = ()
    #: Facts that sources state.
    claims: tuple[Claim, ...] = ()
    #: Material events.
    actions: tuple[Action, ...] = ()
    #: Stated expectations.
    forecasts: tuple[Forecast, ...] = ()
    #: Why the document was kept but not read, such as "language is French"; None for
    #: one that was read.
    unread: str | None = None
    #: The offices that persons of the document are named with.
    offices: tuple[Holder, ...] = ()

    def at_least(self, chance: float) -> "Reading":
        """Return the reading without signals that are less probable than `chance`.

        A signal whose probability nobody told stays.
        """
        sure = (s.id for s in self.signals if s.confidence.get("signal", 1.0) >= chance)
        return self.only(frozenset(sure))

    def only(self, signals: Collection[str]) -> "Reading":
        """Return the reading with those of its signals whose ids are among `signals`.

        Repetitions of one that goes name the first of them that stays.
        """
        kept = [signal for signal in self.signals if signal.id in signals]
        first = {signal.id: signal.id for signal in kept}
        linked = []
        for signal in kept:
            told = first.setdefault(signal.repeats or signal.id, signal.id)
            repeats = None if told == signal.id else told
            linked.append(replace(signal, repeats=repeats))
        return replace(self, signals=tuple(linked))

    def number(self, signal: str) -> int:
        """Return the place of the signal with that id, from 1, as results show it.

        Raises:
            ValueError: there is no such signal.
        """
        return [s.id for s in self.signals].index(signal) + 1

    def quote(self, signal: Signal) -> str:
        """Return the sentence that reports `signal`."""
        return self.document.quote(signal.sentence)
