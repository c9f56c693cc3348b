"""Stand-ins that need no model: readings built by hand, and a reader of warnings."""

import json
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.domain.codec import record_id
from backchannel.domain.reading import Reading
from backchannel.domain.signals import (
    Act,
    Channel,
    Gap,
    Interval,
    Party,
    Reason,
    Signal,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated

EXAMPLES = Path(__file__).parents[1] / "examples"
ANNOTATED = sorted(
    path for path in EXAMPLES.glob("annotated/*/*.json") if path.name != "links.json"
)
_MARKED = re.compile(r"\[(\w+) ([^\]]+)\]")
_WARNING = re.compile(r"\b[A-Z]\w+ (warned) ([A-Z]\w+)")


def document(text: str, **appearance: Any) -> Document:
    """Build a document as it is ingested; give `title`, `outlet`, `published`."""
    stated: dict[str, Any] = {
        name: Stated(value, "input") for name, value in appearance.items()
    }
    return Document("d1", text, "d1.txt", Appearance(**stated), "en")


def reading(marked: str, *, act: Act = Act.WARN, **appearance: Any) -> Reading:
    """Build a reading with one signal: "[sender Russia] [trigger warned] Iran"."""
    text, copied = "", 0
    spans: dict[str, list[Span]] = {}
    for mark in _MARKED.finditer(marked):
        label, words = mark.groups()
        text += marked[copied : mark.start()]
        spans.setdefault(label, []).append(Span(len(text), len(text) + len(words)))
        text += words
        copied = mark.end()
    text += marked[copied:]

    def parties(role: str) -> tuple[Party, ...]:
        found = spans.get(role, [])
        return tuple(
            Party(span, text[span.start : span.end], "unknown") for span in found
        )

    def passage(role: str) -> Span | None:
        return spans[role][0] if role in spans else None

    signal = Signal(
        id="s1",
        document="d1",
        trigger=spans["trigger"][0],
        sentence=Span(0, len(text)),
        act=act,
        status=Status.DONE,
        channel=Channel.UNKNOWN,
        sender=parties("sender"),
        recipient=parties("recipient"),
        intermediary=parties("intermediary"),
        content=passage("content"),
        condition=passage("condition"),
        consequence=passage("consequence"),
        gaps=(Gap("channel", "no words tell how it travelled"),),
        why=(Reason("act", "the trigger", 0.9, (spans["trigger"][0],)),),
    )
    return Reading(document(text, **appearance), (signal,))


class FakeReader:
    """Finds "X warned Y" in any text; breaks on documents that hold "BOOM"."""

    id = "fake"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, document: Document) -> Reading:
        self.asked.append(document.id)
        if "BOOM" in document.text:
            raise ZeroDivisionError("a bug")
        hits = _WARNING.finditer(document.text)
        return Reading(document, tuple(_warning(document, hit) for hit in hits))


class StuckReader:
    """Says on standard error that it is stuck, and then is."""

    id = "stuck"

    def read(self, document: Document) -> Reading:
        sys.stderr.write("stuck\n")
        sys.stderr.flush()
        time.sleep(60)
        return Reading(document)


def _warning(document: Document, hit: re.Match[str]) -> Signal:
    trigger, sender = Span(*hit.span(1)), Span(hit.start(), hit.start(1) - 1)
    recipient = Span(*hit.span(2))
    rest = document.text.find(".", hit.end())
    end = rest + 1 if rest >= 0 else len(document.text)
    return Signal(
        id=record_id({"document": document.id, "trigger": hit.start(1)}),
        document=document.id,
        trigger=trigger,
        sentence=Span(hit.start(), end),
        act=Act.WARN,
        status=Status.DONE,
        channel=Channel.UNKNOWN,
        sender=(Party(sender, document.quote(sender), "unknown"),),
        recipient=(Party(recipient, document.quote(recipient), "unknown"),),
        why=(Reason("act", "the verb", 0.5, (trigger,)),),
        confidence={"signal": 0.6},
    )


def annotated(path: Path) -> Reading:
    """Build the reading that a person wrote down, from examples/annotated."""
    return from_gold(json.loads(path.read_text("utf-8")))


def from_gold(form: Mapping[str, Any]) -> Reading:
    """Build a reading from a document whose signals quote their words."""
    stated: dict[str, Any] = {
        name: Stated(form[name], "input") for name in ("title", "outlet") if form[name]
    }
    if form["published"]:
        stated["published"] = Stated(date.fromisoformat(form["published"]), "input")
    document = Document(
        form["id"], form["text"], f"{form['id']}.json", Appearance(**stated), "en"
    )
    signals = (_gold_signal(document, given) for given in form["signals"])
    return Reading(document, tuple(sorted(signals, key=lambda signal: signal.trigger)))


def _gold_signal(document: Document, given: Mapping[str, Any]) -> Signal:
    start = document.text.index(given["sentence"])
    sentence = Span(start, start + len(given["sentence"]))

    def find(value: Mapping[str, Any]) -> Span:
        return _find(document.text, value, sentence)

    def passage(field: str) -> Span | None:
        return find(given[field]) if given.get(field) else None

    def parties(field: str) -> tuple[Party, ...]:
        found: Sequence[Mapping[str, Any]] = given.get(field) or []
        return tuple(Party(find(one), one["actor"], one["side"]) for one in found)

    trigger = find(given["trigger"])
    return Signal(
        id=record_id(
            {"document": document.id, "trigger": [trigger.start, trigger.end]}
        ),
        document=document.id,
        trigger=trigger,
        sentence=sentence,
        act=Act(given["act"]),
        status=Status(given["status"]),
        channel=Channel(given["channel"]),
        sender=parties("sender"),
        recipient=parties("recipient"),
        intermediary=parties("intermediary"),
        content=passage("content"),
        condition=passage("condition"),
        consequence=passage("consequence"),
        time=_gold_time(given.get("time"), find),
        attribution=tuple(
            Source(find(one), SourceKind(one["kind"]), one.get("actor"))
            for one in given.get("attribution") or []
        ),
        gaps=_gold_gaps(given),
        why=(Reason("act", "what the words do", 0.87, (trigger,)),),
    )


def _find(text: str, value: Mapping[str, Any], sentence: Span) -> Span:
    """Find the words in the sentence first, else where they stand nearest to it."""
    words, wanted = value["text"], value.get("n", 1)
    starts = [hit.start() for hit in re.finditer(re.escape(words), text)]
    inside = [
        start
        for start in starts
        if sentence.start <= start and start + len(words) <= sentence.end
    ]
    if len(inside) >= wanted:
        start = inside[wanted - 1]
    else:
        start = min(starts, key=lambda start: abs(start - sentence.start))
    return Span(start, start + len(words))


def _gold_time(
    given: Mapping[str, Any] | None, find: Callable[[Mapping[str, Any]], Span]
) -> Time | None:
    if not given:
        return None
    start, end = (
        date.fromisoformat(given[name]) if given[name] else None
        for name in ("start", "end")
    )
    return Time(find(given), Interval(start, end) if start or end else None)


def _gold_gaps(given: Mapping[str, Any]) -> tuple[Gap, ...]:
    if given["channel"] != "unknown":
        return ()
    return (Gap("channel", "no words tell how it travelled"),)
