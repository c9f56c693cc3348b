"""JSON lines: one document with its signals on each line.

Readings in, lines out, each written as soon as its document is read. docs/cli.md
describes every key.
"""

import json
import re
from collections.abc import Iterable
from typing import TextIO

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Party, Reason, Signal, Source, Time
from backchannel.domain.text import Appearance, Span

#: What `json.dumps` takes; it is only ever written out.
Json = object

#: Digits of a calibrated probability: more would claim what nobody measured.
DIGITS = 3
#: Characters that JSON allows and that some readers of lines take for a line's end.
_LINE_BREAKERS = re.compile("[\x7f-\x9f\u2028\u2029]")
#: Undecodable bytes of a file name; UTF-8 has no form for them.
_SURROGATES = re.compile("[\ud800-\udfff]")


def write_jsonl(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write a line for each reading as soon as it comes."""
    for reading in readings:
        stream.write(document_line(reading) + "\n")
        stream.flush()


def document_line(reading: Reading) -> str:
    """Return one line of JSON, without the line break that ends it."""
    line = json.dumps(_document(reading), ensure_ascii=False)
    line = _LINE_BREAKERS.sub(lambda hit: f"\\u{ord(hit.group()):04x}", line)
    return _SURROGATES.sub("\ufffd", line)


def _document(reading: Reading) -> dict[str, Json]:
    document, shown = reading.document, reading.document.appearance
    return {
        "id": document.id,
        "source": document.source,
        "title": shown.title and shown.title.value,
        "outlet": shown.outlet and shown.outlet.value,
        "published": document.published and document.published.isoformat(),
        "url": shown.url,
        "language": document.language,
        "furniture": [_span(part) for part in document.furniture],
        "stated": _stated(shown),
        "unread": reading.unread,
        "text": document.text,
        "signals": [_signal(signal) for signal in reading.signals],
    }


def _stated(shown: Appearance) -> dict[str, Json]:
    return {
        "title": shown.title and shown.title.origin,
        "outlet": shown.outlet and shown.outlet.origin,
        "published": shown.published and shown.published.origin,
    }


def _signal(signal: Signal) -> dict[str, Json]:
    return {
        "id": signal.id,
        "act": signal.act,
        "status": signal.status,
        "channel": signal.channel,
        "sentence": _span(signal.sentence),
        "trigger": _span(signal.trigger),
        "content": _span(signal.content),
        "condition": _span(signal.condition),
        "consequence": _span(signal.consequence),
        "sender": [_party(party) for party in signal.sender],
        "recipient": [_party(party) for party in signal.recipient],
        "intermediary": [_party(party) for party in signal.intermediary],
        "attribution": [_source(source) for source in signal.attribution],
        "time": _time(signal.time),
        "gaps": [{"field": gap.field, "reason": gap.reason} for gap in signal.gaps],
        "repeats": signal.repeats,
        "confidence": {
            field: round(chance, DIGITS) for field, chance in signal.confidence.items()
        },
        "why": [_reason(reason) for reason in signal.why],
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _party(party: Party) -> dict[str, Json]:
    return {"span": _span(party.span), "actor": party.actor, "side": party.side}


def _source(source: Source) -> dict[str, Json]:
    return {"span": _span(source.span), "kind": source.kind, "actor": source.actor}


def _time(time: Time | None) -> dict[str, Json] | None:
    if time is None:
        return None
    start = time.interval.start if time.interval else None
    end = time.interval.end if time.interval else None
    return {
        "span": _span(time.span),
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
    }


def _reason(reason: Reason) -> dict[str, Json]:
    return {
        "field": reason.field,
        "rule": reason.rule,
        "score": reason.score,
        "spans": [_span(span) for span in reason.spans],
    }
