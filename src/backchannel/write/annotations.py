"""W3C Web Annotations: the trigger and every filled field, anchored in the text.

Web Annotation Data Model, W3C Recommendation of 23 February 2017. The file is one
Annotation Page (5.2) with one annotation on each line: JSON-LD as the model defines it,
which a file of JSON lines is not.

Offsets count code points, as TextPositionSelector does (4.2.5). They are those of the
document's text as ingested, not of the page on the web: that text is the source of each
target, and the web page the scope it was seen in (4.6).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO
from urllib.parse import quote

from backchannel.domain.codec import actor_id
from backchannel.domain.forms import Json, day_form
from backchannel.domain.kept import Entry, Kept
from backchannel.domain.reviews import State
from backchannel.domain.signals import Interval, Party, Source
from backchannel.domain.text import Document, Span
from backchannel.write.json_text import json_line

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Code points of prefix and of suffix.
AROUND = 32
#: What may stand in an IRI (RFC 3987), as far as it matters to who reads one.
_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class _Field:
    """A passage in its role, with the values that were read from it."""

    name: str
    span: Span
    motivation: str
    #: Purpose (the model's 3.3.5) and value of each body beside the name.
    values: tuple[tuple[str, str], ...] = ()


def write_annotations(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write the page, each annotation as its document comes; return the signals."""
    stream.write(f'{{"@context": "{CONTEXT}",\n"id": "{_urn("signals")}",\n')
    stream.write('"type": "AnnotationPage",\n"items": [')
    written, between = 0, "\n"
    for kept in documents:
        for entry in kept.entries:
            for form in _annotations(kept, entry):
                stream.write(between + json_line(form))
                between = ",\n"
            written += 1
    stream.write("\n]}\n")
    return written


def _annotations(kept: Kept, entry: Entry) -> Iterator[dict[str, Json]]:
    trigger = _urn("signal", entry.signal.id, "trigger")
    generator = (
        {"generator": {"type": "Software", "name": kept.reader}} if kept.reader else {}
    )
    told: dict[str, int] = {}
    for field in _fields(entry):
        nth = told[field.name] = told.get(field.name, 0) + 1
        place = field.name if nth == 1 else f"{field.name}-{nth}"
        bodies = [_body("tagging", field.name)]
        bodies += [_body(purpose, value) for purpose, value in field.values]
        if field.name != "trigger":
            link = {"type": "SpecificResource", "purpose": "linking", "source": trigger}
            bodies.append(link)
        yield {
            "id": _urn("signal", entry.signal.id, place),
            "type": "Annotation",
            "motivation": field.motivation,
            **generator,
            "body": bodies,
            "target": _target(kept.document, field.span),
        }


def _fields(entry: Entry) -> Iterator[_Field]:
    signal, opinion = entry.signal, entry.opinion
    classes = signal.act.value, signal.status.value, signal.channel.value
    said = [("classifying", value) for value in classes]
    if opinion.state is not State.UNREVIEWED:
        said.append(("assessing", opinion.state.value))
    said += [("tagging", tag) for tag in opinion.tags]
    said += [("commenting", note) for note in opinion.notes]
    yield _Field("trigger", signal.trigger, "classifying", tuple(said))
    for role in ("sender", "recipient", "intermediary"):
        for party in getattr(signal, role):
            yield _Field(role, party.span, "identifying", _party(party))
    for name in ("content", "condition", "consequence"):
        if span := getattr(signal, name):
            yield _Field(name, span, "tagging")
    if signal.time:
        days = signal.time.interval
        values = (("identifying", _days(days)),) if days else ()
        yield _Field("time", signal.time.span, "identifying", values)
    for source in signal.attribution:
        yield _Field("attribution", source.span, "identifying", _source(source))


def _party(party: Party) -> tuple[tuple[str, str], ...]:
    told = (party.actor, party.side, _urn("actor", actor_id(party.actor, party.side)))
    return tuple(("identifying", value) for value in told)


def _source(source: Source) -> tuple[tuple[str, str], ...]:
    named = (("identifying", source.actor),) if source.actor else ()
    return (("classifying", source.kind.value), *named)


def _days(days: Interval) -> str:
    """Return the days as ISO 8601-2 writes them: "2024-07-29/2024-08-04", "../…"."""
    start, end = day_form(days.start) or "..", day_form(days.end) or ".."
    return start if start == end else f"{start}/{end}"


def _body(purpose: str, value: str) -> dict[str, Json]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _target(document: Document, span: Span) -> dict[str, Json]:
    source: dict[str, Json] = {
        "id": _urn("document", document.id),
        "type": "Text",
        "format": "text/plain",
    }
    if document.language:
        source["language"] = document.language
    url = document.appearance.url or ""
    return {
        "type": "SpecificResource",
        "source": source,
        **({"scope": url} if _WEB_ADDRESS.fullmatch(url) else {}),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": document.quote(span),
                "prefix": document.text[max(0, span.start - AROUND) : span.start],
                "suffix": document.text[span.end : span.end + AROUND],
            },
        ],
    }


def _urn(*parts: str) -> str:
    """Return a name that is an IRI, whatever the parts hold."""
    told = (quote(part, safe="", errors="replace") for part in parts)
    return ":".join(("urn:x-backchannel", *told))
