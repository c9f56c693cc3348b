"""Reports built by hand for the daily series and the timeline."""

from datetime import date
from typing import Any

from backchannel.domain.actions import Action, Kind, action_id
from backchannel.domain.codec import record_id
from backchannel.domain.reading import Reading
from backchannel.domain.signals import (
    Act,
    Channel,
    Interval,
    Party,
    Signal,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated

#: Long enough to be told from other texts, as `compare.copies` wants it.
TEXT = "{} spoke at length about the quarrel with {} over the northern reservoir."


def report(id: str, day: str | None, *sides: str, text: str = TEXT) -> Document:
    """Build a report of that day that names two sides."""
    published = Stated(date.fromisoformat(day), "input") if day else None
    words = text.format(*sides) + f" It was the matter of report {id} of that season."
    return Document(id, words, appearance=Appearance(published=published))


def days(start: str | None, end: str | None = None) -> Time:
    """Build the days that a text gives."""
    first = date.fromisoformat(start) if start else None
    return Time(Span(0, 3), Interval(first, date.fromisoformat(end) if end else first))


def parties(*sides: str) -> tuple[Party, ...]:
    return tuple(Party(Span(0, 5), side, side) for side in sides)


def signal(document: Document, act: Act, by: str, to: str, **given: Any) -> Signal:
    """Build a signal from one side to another."""
    values: dict[str, Any] = {"status": Status.DONE, **given}
    return Signal(
        id=values.pop("id", record_id({"in": document.id, "act": act, "by": by})),
        document=document.id,
        trigger=Span(6, 11),
        sentence=Span(0, 20),
        act=act,
        channel=Channel.UNKNOWN,
        sender=parties(by),
        recipient=parties(to),
        **values,
    )


def action(document: Document, kind: Kind, by: str, to: str, **given: Any) -> Action:
    """Build an action of one side against another."""
    at = given.pop("at", 6)
    values: dict[str, Any] = {"status": Status.DONE, **given}
    return Action(
        id=action_id(document.id, Span(at, at + 2)),
        document=document.id,
        span=Span(at, at + 2),
        sentence=Span(0, 20),
        kind=kind,
        actor=parties(by),
        target=parties(to),
        **values,
    )


def read(document: Document, *signals: Signal) -> Reading:
    return Reading(document, signals)
