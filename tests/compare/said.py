"""Reports of one case, built by hand: a text, and what it says is threatened."""

from datetime import date

from backchannel.domain.codec import record_id
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Act, Channel, Party, Signal, Status
from backchannel.domain.text import Appearance, Document, Span, Stated


def report(id: str, day: str | None, text: str, *signals: Signal) -> Reading:
    """Build a report of that day."""
    published = Stated(date.fromisoformat(day), "input") if day else None
    document = Document(id, text, appearance=Appearance(published=published))
    return Reading(document, signals)


def act(id: str, text: str, sentence: str, **given: str) -> Signal:
    """Build a signal: `by` and `side` name the sender, `condition` … quote the text."""
    start = text.index(sentence)

    def passage(field: str) -> Span | None:
        if field not in given:
            return None
        at = text.index(given[field], start)
        return Span(at, at + len(given[field]))

    by = given.get("by", "Arland")
    trigger = passage("trigger")
    return Signal(
        id=record_id({"document": id, "trigger": sentence}),
        document=id,
        trigger=trigger or Span(start, start + 1),
        sentence=Span(start, start + len(sentence)),
        act=Act(given.get("act", "threaten")),
        status=Status(given.get("status", "done")),
        channel=Channel.UNKNOWN,
        sender=(Party(Span(start, start + 1), by, given.get("side", by)),),
        content=passage("content"),
        condition=passage("condition"),
        consequence=passage("consequence"),
    )
