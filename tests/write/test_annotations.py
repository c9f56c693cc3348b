"""Every annotation is one by the model, and its selectors find its words."""

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given

from backchannel.domain.kept import Kept
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Opinion, State
from backchannel.domain.signals import Interval, Source, SourceKind, Time
from backchannel.domain.text import Appearance, Document, Span
from backchannel.write.annotations import AROUND, write_annotations
from tests import fakes
from tests.write.kept import kept, kept_documents

THREAT = (
    "[sender Iran] [trigger threatened] [recipient Israel] [condition if attacked]."
)
#: Motivations that the model has names for and that we use (3.3.5).
MOTIVATIONS = {"assessing", "classifying", "commenting", "identifying"} | {
    "linking",
    "tagging",
}


def page(*documents: Kept) -> dict[str, Any]:
    stream = io.StringIO()
    count = write_annotations(documents, stream)
    assert count == sum(len(document.reading.signals) for document in documents)
    loaded: dict[str, Any] = json.loads(stream.getvalue())
    return loaded


def values(annotation: dict[str, Any]) -> list[str]:
    return [body["value"] for body in annotation["body"] if "value" in body]


def exact(annotation: dict[str, Any]) -> str:
    words: str = annotation["target"]["selector"][1]["exact"]
    return words


def test_trigger_and_every_filled_field_are_annotated() -> None:
    items = page(kept(fakes.reading(THREAT)))["items"]
    assert [(values(one)[0], exact(one)) for one in items] == [
        ("trigger", "threatened"),
        ("sender", "Iran"),
        ("recipient", "Israel"),
        ("condition", "if attacked"),
    ]


def test_fields_link_to_their_trigger() -> None:
    trigger, *fields = page(kept(fakes.reading(THREAT)))["items"]
    for field in fields:
        (link,) = (one for one in field["body"] if one["purpose"] == "linking")
        assert link["source"] == trigger["id"] == "urn:x-backchannel:signal:s1:trigger"


def test_trigger_has_the_classes_and_what_reviews_came_to() -> None:
    said = Opinion(State.CONFIRMED, tags=("hostages",), notes=("see the readout",))
    trigger, *_ = page(kept(fakes.reading(THREAT), opinions={"s1": said}))["items"]
    told = [(one["purpose"], one["value"]) for one in trigger["body"]]
    assert told == [
        ("tagging", "trigger"),
        ("classifying", "warn"),
        ("classifying", "done"),
        ("classifying", "unknown"),
        ("assessing", "confirmed"),
        ("tagging", "hostages"),
        ("commenting", "see the readout"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-08-04", "2024-08-04", "2024-08-04"),
        ("2024-07-29", "2024-08-04", "2024-07-29/2024-08-04"),
        (None, "2024-08-04", "../2024-08-04"),
        ("2024-08-04", None, "2024-08-04/.."),
    ],
)
def test_time_has_its_days(start: str | None, end: str | None, words: str) -> None:
    days = Interval(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
    )
    reading = fakes.reading(THREAT)
    signal = replace(reading.signals[0], time=Time(Span(0, 4), days))
    items = page(kept(replace(reading, signals=(signal,))))["items"]
    assert values(items[-1]) == ["time", words]


def test_sources_are_told_apart() -> None:
    reading = fakes.reading(THREAT)
    sources = (
        Source(Span(0, 4), SourceKind.ANONYMOUS, None),
        Source(Span(5, 15), SourceKind.OUTLET, "Axios"),
    )
    signal = replace(reading.signals[0], attribution=sources)
    items = page(kept(replace(reading, signals=(signal,))))["items"]
    assert [values(one) for one in items[-2:]] == [
        ["attribution", "anonymous"],
        ["attribution", "outlet", "Axios"],
    ]
    assert items[-1]["id"].endswith(":attribution-2")


@pytest.mark.parametrize(
    ("url", "scope"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("javascript:run()", None),
        ('https://x.org/"><script>', None),
        (None, None),
    ],
)
def test_web_page_is_the_scope_of_the_text(url: str | None, scope: str | None) -> None:
    reading = fakes.reading(THREAT)
    document = replace(reading.document, appearance=Appearance(url=url))
    items = page(kept(replace(reading, document=document)))["items"]
    assert {one["target"].get("scope") for one in items} == {scope}
    assert {one["target"]["source"]["id"] for one in items} == {
        "urn:x-backchannel:document:d1"
    }


def test_case_without_signals_is_an_empty_page() -> None:
    unread = Reading(Document("d1", "Rien."), unread="language is French")
    assert page(kept(unread))["items"] == page()["items"] == []


def test_page_is_one_by_the_model() -> None:
    written = page(kept(fakes.reading(THREAT)))
    assert written["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert written["type"] == "AnnotationPage"
    assert urlsplit(written["id"]).scheme == "urn"


def test_annotations_are_out_before_the_next_document_is_read() -> None:
    stream, seen = io.StringIO(), []

    def documents() -> Any:
        for _ in range(2):
            seen.append(stream.getvalue().count('"Annotation"'))
            yield kept(fakes.reading(THREAT))

    write_annotations(documents(), stream)
    assert seen == [0, 4]


@given(kept_documents())
def test_both_selectors_find_the_words(document: Kept) -> None:
    text = document.document.text
    for annotation in page(document)["items"]:
        position, quoted = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quoted["exact"] == text[start:end] != ""
        assert text[:start].endswith(quoted["prefix"])
        assert text[end:].startswith(quoted["suffix"])
        assert len(quoted["prefix"]) == min(AROUND, start)
        assert {body["purpose"] for body in annotation["body"]} <= MOTIVATIONS
        assert annotation["motivation"] in MOTIVATIONS
        assert annotation["id"].isascii()
        assert not any(character.isspace() for character in annotation["id"])


@given(kept_documents())
def test_annotations_of_different_signals_have_different_ids(document: Kept) -> None:
    ids = [one["id"] for one in page(document)["items"]]
    if len({signal.id for signal in document.reading.signals}) == len(
        document.reading.signals
    ):
        assert len(set(ids)) == len(ids)
