"""Signals built by hand: told("[sender Iran] [trigger warned] [recipient Iraq].")."""

import re
from datetime import date
from typing import Any

from backchannel.domain.codec import record_id
from backchannel.domain.kept import Entry
from backchannel.domain.signals import (
    Act,
    Channel,
    Interval,
    Party,
    Signal,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated

SIDES = {"Iran": "IRN", "Tehran": "IRN", "Iraq": "IRQ", "Oman": "OMN", "Kenya": "KEN"}
NAMES = {"Tehran": "Iran"}
_MARKED = re.compile(r"\[(\w+) ([^\]]+)\]")


def told(
    *sentences: str | tuple[str, dict[str, Any]],
    id: str = "d1",
    outlet: str | None = None,
    published: date | None = date(2001, 3, 5),
) -> list[Entry]:
    """Build a document of marked sentences, a signal for each, with its fields."""
    text, drafts = "", []
    for sentence in sentences:
        marked, fields = (sentence, {}) if isinstance(sentence, str) else sentence
        start = len(text)
        plain, spans = _unmark(marked, start)
        text += plain + " "
        drafts.append((Span(start, start + len(plain)), spans, fields))
    shown = Appearance(
        outlet=Stated(outlet, "input") if outlet else None,
        published=Stated(published, "input") if published else None,
    )
    document = Document(id, text.rstrip(), appearance=shown, language="en")
    return [Entry(_signal(document, *draft), document) for draft in drafts if draft[1]]


def _unmark(marked: str, start: int) -> tuple[str, dict[str, list[Span]]]:
    plain, copied = "", 0
    spans: dict[str, list[Span]] = {}
    for mark in _MARKED.finditer(marked):
        label, words = mark.groups()
        plain += marked[copied : mark.start()]
        at = start + len(plain)
        spans.setdefault(label, []).append(Span(at, at + len(words)))
        plain += words
        copied = mark.end()
    return plain + marked[copied:], spans


def _signal(
    document: Document, sentence: Span, spans: dict[str, list[Span]], fields: Any
) -> Signal:
    def parties(role: str) -> tuple[Party, ...]:
        found = ((span, document.quote(span)) for span in spans.get(role, []))
        return tuple(
            Party(span, NAMES.get(words, words), SIDES.get(words, "unknown"))
            for span, words in found
        )

    def passage(role: str) -> Span | None:
        return spans[role][0] if role in spans else None

    days: Interval | None = fields.pop("days", None)
    trigger = spans["trigger"][0]
    given = {"act": Act.WARN, "status": Status.DONE, "channel": Channel.UNKNOWN}
    return Signal(
        id=record_id(
            {"document": document.id, "trigger": [trigger.start, trigger.end]}
        ),
        document=document.id,
        trigger=trigger,
        sentence=sentence,
        sender=parties("sender"),
        recipient=parties("recipient"),
        intermediary=parties("carrier"),
        content=passage("content"),
        condition=passage("condition"),
        time=Time(spans["time"][0], days) if "time" in spans else None,
        attribution=tuple(
            Source(span, SourceKind.OFFICIAL, None) for span in spans.get("source", [])
        ),
        **{**given, **fields},
    )
