"""The one JSON form of every record: what results, cases and exports hold.

Records in, plain values out, and back. docs/cli.md describes every key.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

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
from backchannel.domain.text import Appearance, Span, Stated

#: What `json.dumps` takes and `json.loads` gives.
Json = Any

#: Digits of a calibrated probability: more would claim what nobody measured.
DIGITS = 3


def signal_form(signal: Signal) -> dict[str, Json]:
    """Return a signal as values of JSON."""
    return {
        "id": signal.id,
        "act": signal.act,
        "status": signal.status,
        "channel": signal.channel,
        "sentence": span_form(signal.sentence),
        "trigger": span_form(signal.trigger),
        "content": span_form(signal.content),
        "condition": span_form(signal.condition),
        "consequence": span_form(signal.consequence),
        "sender": [party_form(party) for party in signal.sender],
        "recipient": [party_form(party) for party in signal.recipient],
        "intermediary": [party_form(party) for party in signal.intermediary],
        "attribution": [source_form(source) for source in signal.attribution],
        "time": time_form(signal.time),
        "gaps": [{"field": gap.field, "reason": gap.reason} for gap in signal.gaps],
        "repeats": signal.repeats,
        "confidence": {
            field: round(chance, DIGITS) for field, chance in signal.confidence.items()
        },
        "why": [reason_form(reason) for reason in signal.why],
    }


def signal_of(form: Mapping[str, Json], document: str) -> Signal:
    """Return the signal of `document` that `form` stands for."""
    return Signal(
        id=form["id"],
        document=document,
        trigger=Span(*form["trigger"]),
        sentence=Span(*form["sentence"]),
        act=Act(form["act"]),
        status=Status(form["status"]),
        channel=Channel(form["channel"]),
        sender=parties_of(form["sender"]),
        recipient=parties_of(form["recipient"]),
        intermediary=parties_of(form["intermediary"]),
        content=span_of(form["content"]),
        condition=span_of(form["condition"]),
        consequence=span_of(form["consequence"]),
        time=time_of(form["time"]),
        attribution=sources_of(form["attribution"]),
        gaps=tuple(Gap(one["field"], one["reason"]) for one in form["gaps"]),
        why=tuple(reason_of(one) for one in form["why"]),
        repeats=form["repeats"],
        confidence=form["confidence"],
    )


def span_form(span: Span | None) -> list[int] | None:
    """Return `[start, end)`, or null."""
    return [span.start, span.end] if span else None


def span_of(form: Sequence[int] | None) -> Span | None:
    """Return the passage that `span_form` wrote."""
    return Span(*form) if form else None


def party_form(party: Party) -> dict[str, Json]:
    """Return a party as values of JSON."""
    return {"span": span_form(party.span), "actor": party.actor, "side": party.side}


def source_form(source: Source) -> dict[str, Json]:
    """Return one link in the chain of attribution as values of JSON."""
    return {
        "span": span_form(source.span),
        "kind": source.kind,
        "actor": source.actor,
    }


def time_form(time: Time | None) -> dict[str, Json] | None:
    """Return the words that date a signal, and their days, null where open."""
    if time is None:
        return None
    start = time.interval.start if time.interval else None
    end = time.interval.end if time.interval else None
    return {
        "span": span_form(time.span),
        "start": day_form(start),
        "end": day_form(end),
    }


def day_form(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD."""
    return day.isoformat() if day else None


def day_of(form: str | None) -> date | None:
    """Return the day that `day_form` wrote."""
    return date.fromisoformat(form) if form else None


def appearance_form(shown: Appearance) -> dict[str, Json]:
    """Return where and when a document was published, and who says so."""
    return {
        "title": shown.title and shown.title.value,
        "outlet": shown.outlet and shown.outlet.value,
        "published": day_form(shown.published.value) if shown.published else None,
        "url": shown.url,
        "stated": {
            "title": shown.title and shown.title.origin,
            "outlet": shown.outlet and shown.outlet.origin,
            "published": shown.published and shown.published.origin,
        },
    }


def appearance_of(form: Mapping[str, Json]) -> Appearance:
    """Return the appearance that `appearance_form` wrote."""
    stated, day = form["stated"], day_of(form["published"])
    return Appearance(
        title=Stated(form["title"], stated["title"]) if form["title"] else None,
        outlet=Stated(form["outlet"], stated["outlet"]) if form["outlet"] else None,
        published=Stated(day, stated["published"]) if day else None,
        url=form["url"],
    )


def parties_of(forms: Sequence[Mapping[str, Json]]) -> tuple[Party, ...]:
    """Return the parties that `party_form` wrote, one by one."""
    return tuple(Party(Span(*one["span"]), one["actor"], one["side"]) for one in forms)


def sources_of(forms: Sequence[Mapping[str, Json]]) -> tuple[Source, ...]:
    """Return the chain of attribution that `source_form` wrote, one by one."""
    return tuple(
        Source(Span(*one["span"]), SourceKind(one["kind"]), one["actor"])
        for one in forms
    )


def time_of(form: Mapping[str, Json] | None) -> Time | None:
    """Return the time that `time_form` wrote."""
    if form is None:
        return None
    start, end = day_of(form["start"]), day_of(form["end"])
    interval = Interval(start, end) if start or end else None
    return Time(Span(*form["span"]), interval)


def reason_form(reason: Reason) -> dict[str, Json]:
    """Return why a field has its value as values of JSON."""
    return {
        "field": reason.field,
        "rule": reason.rule,
        "score": reason.score,
        "spans": [span_form(span) for span in reason.spans],
    }


def reason_of(form: Mapping[str, Json]) -> Reason:
    """Return the reason that `reason_form` wrote."""
    spans = tuple(Span(*span) for span in form["spans"])
    return Reason(form["field"], form["rule"], form["score"], spans)
