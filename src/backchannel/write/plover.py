"""PLOVER event records: JSON lines, one event a line.

The fields are those of PLOVER draft 2.0, chapter 6; one that has no value is null. The
manual invites further fields: ours stand after its own. docs/plover.md has the mapping
and what it loses.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TextIO

from backchannel.domain.actions import Action
from backchannel.domain.codec import actor_id
from backchannel.domain.forms import Json, day_form
from backchannel.domain.kept import Kept
from backchannel.domain.signals import Act, Party, Signal, Source, Time
from backchannel.domain.text import Document, Span
from backchannel.write.json_text import json_line
from backchannel.write.plover_codes import Coding, code_action, code_side, code_signal

CODEBOOK = "plover-draft-2.0"
_PUBLISHED = "date is the day of publication: the text does not date the event"
#: Fields of ours, in order; those that a record does not have are null.
_OURS = (
    *("act", "kind", "status", "channel", "intermediary", "content", "condition"),
    *("consequence", "attribution"),
)


@dataclass(frozen=True, slots=True)
class _Event:
    """A signal or an action that PLOVER codes, as far as the two are alike."""

    id: str
    coding: Coding
    actor: Sequence[Party]
    recipient: Sequence[Party]
    #: The words that name it.
    span: Span
    sentence: Span
    time: Time | None
    #: The id that reports of the same act share.
    #: What PLOVER has no field for, in fields that its tools pass over.
    ours: Mapping[str, Json]
    #: The id that reports of the same act share.
    link: str | None = None
    place: Span | None = None


def write_plover(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write an event for each signal and action that PLOVER codes; return how many.

    Left out are acts without an event of theirs, and what lacks something that PLOVER
    requires: somebody who acts, for some events a recipient, and a day (of the act,
    else of publication).
    """
    written = 0
    for kept in documents:
        for form in _records(kept):
            stream.write(json_line(form) + "\n")
            written += 1
    return written


def _records(kept: Kept) -> Iterator[dict[str, Json]]:
    """Yield the events of a document: those of its signals, then its actions."""
    repeated = {signal.repeats for signal in kept.reading.signals}
    for signal in kept.reading.signals:
        if coding := code_signal(signal):
            told = _told(kept, signal, coding)
            link = signal.repeats or (signal.id if signal.id in repeated else None)
            yield from _record(kept, replace(told, link=link))
    for action in kept.reading.actions:
        if coding := code_action(action):
            yield from _record(kept, _done(kept, action, coding))


def _told(kept: Kept, signal: Signal, coding: Coding) -> _Event:
    actor, recipient = signal.sender, signal.recipient
    if actor and signal.act is Act.CONSULT:
        # Who is host and who visits we don't know: then all are actors (manual, 3.2).
        actor, recipient = actor + recipient, ()
    return _Event(
        signal.id,
        coding,
        actor,
        recipient,
        signal.trigger,
        signal.sentence,
        signal.time,
        _beyond(kept, signal),
    )


def _done(kept: Kept, action: Action, coding: Coding) -> _Event:
    return _Event(
        action.id,
        coding,
        action.actor,
        action.target,
        action.span,
        action.sentence,
        action.time,
        {
            "kind": action.kind,
            "status": action.status,
            "attribution": _attribution(kept.document, action.attribution),
        },
        place=action.place,
    )


def _record(kept: Kept, event: _Event) -> Iterator[dict[str, Json]]:
    """Yield the record of the event, unless it lacks what PLOVER requires."""
    document, coding = kept.document, event.coding
    day, end, comment = _days(event.time, document)
    if day is None or not event.actor:
        return
    yield {
        "id": event.id,
        "date": day_form(day),
        "enddate": day_form(end),
        "actor": [_entity(kept, party) for party in event.actor],
        "recipient": [_entity(kept, party) for party in event.recipient] or None,
        "event": [coding.event],
        "event_loc": {"name": document.quote(event.place)} if event.place else None,
        "event_text": [document.quote(event.span)],
        "quad_code": coding.quad_code,
        "mode": [coding.mode] if coding.mode else None,
        "context": [coding.context] if coding.context else None,
        "link": event.link,
        "text": document.quote(event.sentence),
        "text_info": {
            "start": event.sentence.start,
            "end": event.sentence.end,
            "event_start": event.span.start,
            "event_end": event.span.end,
        },
        "cite_info": _cite_info(document),
        "coder": kept.reader,
        "comment": comment,
        **dict.fromkeys(_OURS),
        **event.ours,
    }


def _days(
    time: Time | None, document: Document
) -> tuple[date | None, date | None, str | None]:
    """Return first day, last day if another, and what the first one is otherwise."""
    interval = time.interval if time else None
    if interval is None or (interval.start is None and interval.end is None):
        return document.published, None, _PUBLISHED if document.published else None
    if interval.start is None:
        return interval.end, None, "date is the last day it can have happened"
    if interval.end is None:
        return interval.start, None, "date is the first day it can have happened"
    end = interval.end if interval.end != interval.start else None
    return interval.start, end, None


def _entity(kept: Kept, party: Party) -> dict[str, Json]:
    offices = [
        holder.office
        for holder in kept.reading.offices
        if (holder.actor, holder.side) == (party.actor, party.side)
    ]
    return {
        "code": code_side(party.side),
        # The one sector that a side tells: a partially recognised entity.
        "sector": "PRE" if party.side == "ESH" else None,
        "entity_text": kept.document.quote(party.span),
        "identifier_text": party.actor,
        "office": "; ".join(offices) or None,
        "actor_id": actor_id(party.actor, party.side),
        "side": party.side,
    }


def _cite_info(document: Document) -> dict[str, Json]:
    shown = document.appearance
    return {
        "citation": document.id,
        "url": shown.url,
        "title": shown.title and shown.title.value,
        "language": document.language,
        "publication": shown.outlet and shown.outlet.value,
        "codebook": CODEBOOK,
    }


def _beyond(kept: Kept, signal: Signal) -> dict[str, Json]:
    document = kept.document

    def quote(span: Span | None) -> str | None:
        return document.quote(span) if span else None

    return {
        "act": signal.act,
        "status": signal.status,
        "channel": signal.channel,
        "intermediary": [_entity(kept, party) for party in signal.intermediary] or None,
        "content": quote(signal.content),
        "condition": quote(signal.condition),
        "consequence": quote(signal.consequence),
        "attribution": _attribution(document, signal.attribution),
    }


def _attribution(document: Document, sources: Sequence[Source]) -> Json:
    told = [
        {
            "text": document.quote(source.span),
            "kind": source.kind,
            "name": source.actor,
        }
        for source in sources
    ]
    return told or None
