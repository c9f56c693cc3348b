"""Every entity is one that the FollowTheMoney library holds valid."""

import io
import json
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry
from hypothesis import given

from backchannel.domain.codec import actor_id
from backchannel.domain.kept import Kept
from backchannel.domain.reading import Holder, Reading
from backchannel.domain.reviews import Opinion, State
from backchannel.domain.signals import Channel, Interval, Party, Status, Time
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.write.followthemoney import write_followthemoney
from tests import fakes
from tests.write.kept import kept, kept_documents

RELAY = (
    "[intermediary Qatar] said [sender Israel] [trigger warned] [recipient Hamas] of "
    "[content a raid] [condition if it waited]."
)
DAY = date(2024, 8, 4)

Entity = dict[str, Any]


def entities(*documents: Kept, texts: bool = True) -> list[Entity]:
    stream = io.StringIO()
    count = write_followthemoney(documents, stream, texts=texts)
    assert count == sum(len(document.reading.signals) for document in documents)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def of_schema(found: list[Entity], schema: str) -> list[Entity]:
    return [entity for entity in found if entity["schema"] == schema]


def read(entity: Entity) -> EntityProxy:
    """Read an entity as the library does from strangers: cleaning every value."""
    return EntityProxy.from_dict(entity, cleaned=False)


def check(entity: Entity) -> None:
    """Fail unless the library knows all properties and drops or alters no value."""
    schema = model.get(entity["schema"])
    assert schema is not None
    assert not schema.abstract
    assert registry.entity.validate(entity["id"])
    proxy = read(entity)
    for name in schema.required:
        assert proxy.get(name), f"{entity['schema']} without {name}"
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        assert prop is not None, name
        assert not prop.stub
        for value in values:
            assert prop.type.validate(value), f"{name} = {value!r}"
        folded = {unicodedata.normalize("NFC", value) for value in values}
        assert set(proxy.get(name)) == folded, name


def relay(**changes: Any) -> Reading:
    reading = fakes.reading(RELAY, published=DAY, outlet="Harbour Wire", title="Raid")
    signal = replace(reading.signals[0], **changes)
    return replace(reading, signals=(signal,))


@pytest.mark.parametrize("path", fakes.ANNOTATED, ids=lambda path: path.stem)
def test_real_articles_are_valid(path: Any) -> None:
    found = entities(kept(fakes.annotated(path)))
    for entity in found:
        check(entity)
    ids = [entity["id"] for entity in found]
    assert len(set(ids)) == len(ids)
    named = {
        value
        for entity in found
        for name in ("organizer", "involved", "proof", "subject", "object")
        for value in entity["properties"].get(name, ())
    }
    assert named <= set(ids)


def test_edges_join_what_their_schema_allows() -> None:
    found = {entity["id"]: read(entity) for entity in entities(kept(relay()))}
    for proxy in found.values():
        for prop, value in proxy.itervalues():
            if prop.type is registry.entity:
                assert prop.range is not None
                assert found[value].schema.is_a(prop.range)


def test_document_is_an_article_with_all_its_appearances() -> None:
    def shown(outlet: str, url: str) -> Appearance:
        return Appearance(
            Stated("Raid", "input"), Stated(outlet, "input"), Stated(DAY, "input"), url
        )

    first = shown("Harbour Wire", "https://wire.example.org/1")
    second = shown("The Quay", "https://quay.example.org/2")
    (article,) = of_schema(
        entities(kept(relay(), appearances=(first, second))), "Article"
    )
    check(article)
    assert article["properties"] == {
        "name": ["Raid"],
        "title": ["Raid"],
        "publisher": ["Harbour Wire", "The Quay"],
        "publishedAt": ["2024-08-04"],
        "sourceUrl": ["https://wire.example.org/1", "https://quay.example.org/2"],
        "bodyText": ["Qatar said Israel warned Hamas of a raid if it waited."],
    }


def test_texts_can_stay_out_while_quotations_stay_in() -> None:
    found = entities(kept(relay()), texts=False)
    assert not [one for one in found if "bodyText" in one["properties"]]
    (event,) = of_schema(found, "Event")
    assert event["properties"]["summary"] == [relay().document.text]


def test_passage_that_nobody_sees_is_no_value() -> None:
    document = Document("d1", "\xad\u200b said.")
    hidden = relay(content=Span(0, 1), sentence=Span(0, 2), condition=None).signals
    found = entities(kept(Reading(document, hidden)), texts=False)
    for entity in found:
        check(entity)
    (event,) = of_schema(found, "Event")
    assert "description" not in event["properties"]
    assert "summary" not in event["properties"]


def test_long_text_is_cut_into_values_that_are_valid() -> None:
    document = Document("d1", "All quiet. " * 10_000)
    (article,) = entities(kept(Reading(document)))
    check(article)
    assert " ".join(article["properties"]["bodyText"]).count("quiet") >= 9_999


def test_signal_is_an_event_that_its_document_proves() -> None:
    said = Opinion(State.CONFIRMED, tags=("hostages",), notes=("see the readout",))
    week = Time(Span(0, 5), Interval(date(2024, 7, 29), DAY))
    reading = relay(channel=Channel.INTERMEDIARY, time=week, status=Status.POSSIBLE)
    (event,) = of_schema(entities(kept(reading, opinions={"s1": said})), "Event")
    told = event["properties"]
    assert told["name"] == ["warn: Israel → Hamas"]
    assert told["organizer"] == ["actor-" + actor_id("Israel", "unknown")]
    assert told["involved"] == [
        "actor-" + actor_id("Hamas", "unknown"),
        "actor-" + actor_id("Qatar", "unknown"),
    ]
    assert (told["startDate"], told["endDate"]) == (["2024-07-29"], ["2024-08-04"])
    assert told["proof"] == ["document-d1"]
    assert told["description"] == ["a raid"]
    assert told["keywords"] == ["warn", "possible", "intermediary", "hostages"]
    assert told["notes"] == [
        "status: possible",
        "channel: intermediary",
        "recipient: Hamas",
        "intermediary: Qatar",
        "if: if it waited",
        "on the word of: Harbour Wire",
        "not told: channel: no words tell how it travelled",
        "review: confirmed",
        "see the readout",
    ]


def test_link_leads_from_sender_to_recipient() -> None:
    (link,) = of_schema(entities(kept(relay(status=Status.NEGATED))), "UnknownLink")
    told = link["properties"]
    assert told["subject"] == ["actor-" + actor_id("Israel", "unknown")]
    assert told["object"] == ["actor-" + actor_id("Hamas", "unknown")]
    assert (told["role"], told["status"]) == (["warn"], ["negated"])
    assert told["proof"] == ["document-d1"]


def test_signal_of_nobody_to_nobody_has_no_link() -> None:
    found = entities(kept(relay(sender=(), recipient=(), intermediary=())))
    assert [one["schema"] for one in found] == ["Article", "Event"]
    assert found[1]["properties"]["name"] == ["warn: ? → ?"]


@pytest.mark.parametrize(
    ("name", "side", "offices", "schema", "countries"),
    [
        ("Iran", "IRN", (), "PublicBody", ["ir"]),
        ("Hezbollah", "Hezbollah", (), "Organization", None),
        ("Sergei Lavrov", "RUS", ("foreign minister",), "Person", ["ru"]),
        ("Sergei Lavrov", "RUS", (), "LegalEntity", ["ru"]),
        ("allies", "unknown", (), "LegalEntity", None),
        ("North Vietnam", "VDR", (), "PublicBody", None),
    ],
)
def test_schema_of_an_actor_is_what_the_record_justifies(
    name: str,
    side: str,
    offices: tuple[str, ...],
    schema: str,
    countries: list[str] | None,
) -> None:
    party = Party(Span(0, 5), name, side)
    reading = relay(sender=(party,), recipient=(), intermediary=())
    holders = tuple(Holder(name, side, office) for office in offices)
    *_, actor = entities(kept(replace(reading, offices=holders)))
    check(actor)
    assert actor["schema"] == schema
    assert actor["properties"]["name"] == [name]
    assert actor["properties"].get("country") == countries
    assert actor["properties"].get("position", []) == list(offices)


def test_actor_of_many_documents_is_written_once_with_all_offices() -> None:
    party = Party(Span(0, 5), "Sergei Lavrov", "RUS")
    reading = replace(relay(sender=(party,)))
    documents = [
        kept(replace(reading, offices=(Holder("Sergei Lavrov", "RUS", office),)))
        for office in ("foreign minister", "envoy")
    ]
    (person,) = of_schema(entities(*documents), "Person")
    assert person["properties"]["position"] == ["envoy", "foreign minister"]


def test_unread_document_says_why() -> None:
    unread = Reading(Document("d1", "Rien."), unread="language is French")
    (article,) = entities(kept(unread))
    check(article)
    assert article["properties"]["notes"] == ["not read: language is French"]


@pytest.mark.parametrize(
    ("url", "kept_url"),
    [
        ("https://example.org/a?b=c#d", True),
        ("https://example.org:8080/", True),
        ("https://example.org:99999/", False),
        ("javascript:run()", False),
        ("file.html", False),
        ("https://no spaces.org/", False),
    ],
)
def test_only_addresses_that_the_library_takes_are_written(
    url: str, kept_url: bool
) -> None:
    reading = relay()
    document = replace(reading.document, appearance=Appearance(url=url))
    found = entities(kept(replace(reading, document=document)))
    assert all(("sourceUrl" in one["properties"]) == kept_url for one in found[:2])
    for entity in found:
        check(entity)


@given(kept_documents())
def test_whatever_a_text_says_the_entities_are_valid(document: Kept) -> None:
    for entity in entities(document):
        schema = model.get(entity["schema"])
        assert schema is not None
        assert registry.entity.validate(entity["id"])
        proxy = read(entity)
        for name in schema.required:
            assert proxy.get(name), f"{entity['schema']} without {name}"
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            assert all(map(prop.type.validate, values))
            if prop.type in (registry.entity, registry.date, registry.url):
                assert proxy.get(name) == values
