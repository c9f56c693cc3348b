"""PLOVER event records: JSON lines, one event a line.

The fields are those of PLOVER draft 2.0, chapter 6; one that has no value is null. The
manual invites further fields: ours stand after its own. docs/plover.md has the mapping
and what it loses.
"""

from collections.abc import Iterable
from datetime import date
from typing import TextIO

from backchannel.domain.codec import actor_id
from backchannel.domain.forms import Json, day_form
from backchannel.domain.kept import Kept
from backchannel.domain.signals import Act, Party, Signal
from backchannel.domain.text import Document, Span
from backchannel.write.json_text import json_line
from backchannel.write.plover_codes import Coding, code_side, code_signal

CODEBOOK = "plover-draft-2.0"
_PUBLISHED = "date is the day of publication: the text does not date the event"


def write_plover(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write an event for each signal that PLOVER codes; return how many it wrote.

    Left out are acts without an event of theirs, and signals that lack what PLOVER
    requires: somebody who acts, and a day (of the act, else of publication).
    """
    written = 0
    for kept in documents:
        repeated = {signal.repeats for signal in kept.reading.signals}
        for signal in kept.reading.signals:
            form = _record(kept, signal, repeated=signal.id in repeated)
            if form:
                stream.write(json_line(form) + "\n")
                written += 1
    return written


def _record(kept: Kept, signal: Signal, *, repeated: bool) -> dict[str, Json] | None:
    document, coding = kept.document, code_signal(signal)
    day, end, comment = _days(signal, document)
    if coding is None or day is None or not signal.sender:
        return None
    return {
        "id": signal.id,
        "date": day_form(day),
        "enddate": day_form(end),
        **_entities(kept, signal),
        "event": [coding.event],
        "event_text": [document.quote(signal.trigger)],
        **_codes(coding),
        "link": signal.repeats or (signal.id if repeated else None),
        "text": document.quote(signal.sentence),
        "text_info": {
            "start": signal.sentence.start,
            "end": signal.sentence.end,
            "event_start": signal.trigger.start,
            "event_end": signal.trigger.end,
        },
        "cite_info": _cite_info(document),
        "coder": kept.reader,
        "comment": comment,
        **_beyond(kept, signal),
    }


def _days(
    signal: Signal, document: Document
) -> tuple[date | None, date | None, str | None]:
    """Return first day, last day if another, and what the first one is otherwise."""
    interval = signal.time.interval if signal.time else None
    if interval is None or (interval.start is None and interval.end is None):
        return document.published, None, _PUBLISHED if document.published else None
    if interval.start is None:
        return interval.end, None, "date is the last day it can have happened"
    if interval.end is None:
        return interval.start, None, "date is the first day it can have happened"
    end = interval.end if interval.end != interval.start else None
    return interval.start, end, None


def _entities(kept: Kept, signal: Signal) -> dict[str, Json]:
    actors = [_entity(kept, party) for party in signal.sender]
    recipients = [_entity(kept, party) for party in signal.recipient]
    if signal.act is Act.CONSULT:
        # Who is host and who visits we don't know: then all are actors (manual, 3.2).
        return {"actor": actors + recipients, "recipient": None}
    return {"actor": actors, "recipient": recipients or None}


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


def _codes(coding: Coding) -> dict[str, Json]:
    return {
        "quad_code": coding.quad_code,
        "mode": [coding.mode] if coding.mode else None,
        "context": [coding.context] if coding.context else None,
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
    """Return what PLOVER has no field for, in fields that its tools pass over."""
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
        "attribution": [
            {
                "text": document.quote(source.span),
                "kind": source.kind,
                "name": source.actor,
            }
            for source in signal.attribution
        ]
        or None,
    }
