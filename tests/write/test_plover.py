"""Records have PLOVER's fields, quote their words, and claim no more than the text."""

import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given

from backchannel.domain.actions import Action, Kind
from backchannel.domain.codec import actor_id
from backchannel.domain.kept import Kept
from backchannel.domain.reading import Holder, Reading
from backchannel.domain.signals import (
    Act,
    Channel,
    Interval,
    Party,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.write.plover import write_plover
from tests import fakes
from tests.write.kept import kept, kept_documents

#: Chapter 6 of the manual, the required ones first.
FIELDS = {"id", "date", "actor", "event"} | {
    *("has_event", "time", "enddate", "endtime", "recipient", "event_loc"),
    *("event_text", "quad_code", "event_scale", "mode", "context", "link", "text"),
    *("text_info", "cite_info", "coder", "coded_date", "coded_time", "comment"),
}
OURS = {"act", "kind", "status", "channel", "intermediary", "content", "condition"} | {
    "consequence",
    "attribution",
}
RELAY = (
    "[intermediary Qatar] said [sender Israel] [trigger demanded] that "
    "[recipient Hamas] [content free them] [condition if it wanted peace]."
)
DAY = date(2024, 8, 4)


def records(*documents: Kept) -> list[dict[str, Any]]:
    stream = io.StringIO()
    count = write_plover(documents, stream)
    lines = stream.getvalue().splitlines()
    assert count == len(lines)
    return [json.loads(line) for line in lines]


def relay(**changes: Any) -> Reading:
    reading = fakes.reading(RELAY, act=Act.DEMAND, published=DAY, outlet="Harbour Wire")
    signal = replace(reading.signals[0], **changes)
    return replace(reading, signals=(signal,))


def test_demand_is_a_request_from_sender_to_recipient() -> None:
    (record,) = records(kept(relay()))
    assert record["id"] == "s1"
    assert record["event"] == ["REQUEST"]
    assert record["quad_code"] == 3
    assert record["event_text"] == ["demanded"]
    assert [one["identifier_text"] for one in record["actor"]] == ["Israel"]
    assert [one["identifier_text"] for one in record["recipient"]] == ["Hamas"]
    assert record["mode"] is None
    assert record["context"] is None


def test_fields_are_those_of_the_manual_and_ours() -> None:
    (record,) = records(kept(relay()))
    assert set(record) <= FIELDS | OURS
    assert set(record) >= OURS


def test_what_plover_has_no_field_for_stands_in_ours() -> None:
    source = Source(Span(0, 5), SourceKind.OFFICIAL, "Qatar")
    reading = relay(attribution=(source,), channel=Channel.INTERMEDIARY)
    (record,) = records(kept(reading))
    assert [one["identifier_text"] for one in record["intermediary"]] == ["Qatar"]
    assert record["condition"] == "if it wanted peace"
    assert record["channel"] == "intermediary"
    assert record["attribution"] == [
        {"text": "Qatar", "kind": "official", "name": "Qatar"}
    ]


def test_entity_has_its_code_its_words_its_name_and_its_office() -> None:
    party = Party(Span(0, 5), "Sergei Lavrov", "RUS")
    holder = Holder("Sergei Lavrov", "RUS", "foreign minister")
    reading = replace(relay(sender=(party,)), offices=(holder,))
    (record,) = records(kept(reading))
    assert record["actor"] == [
        {
            "code": "RUS",
            "sector": None,
            "entity_text": "Qatar",
            "identifier_text": "Sergei Lavrov",
            "office": "foreign minister",
            "actor_id": actor_id("Sergei Lavrov", "RUS"),
            "side": "RUS",
        }
    ]


def test_all_who_consult_are_actors() -> None:
    (record,) = records(kept(relay(act=Act.CONSULT)))
    assert [one["identifier_text"] for one in record["actor"]] == ["Israel", "Hamas"]
    assert record["recipient"] is None


def test_negated_signal_says_so_in_its_context() -> None:
    (record,) = records(kept(relay(status=Status.NEGATED)))
    assert record["context"] == ["negation"]


def test_undated_event_has_the_day_of_publication_and_says_so() -> None:
    (record,) = records(kept(relay()))
    assert (record["date"], record["enddate"]) == ("2024-08-04", None)
    assert "publication" in record["comment"]


def test_event_over_several_days_has_both_ends() -> None:
    week = Time(Span(0, 5), Interval(date(2024, 7, 29), DAY))
    (record,) = records(kept(relay(time=week)))
    assert (record["date"], record["enddate"]) == ("2024-07-29", "2024-08-04")
    assert record["comment"] is None


def test_event_with_one_known_end_says_which() -> None:
    until, since = Interval(None, DAY), Interval(DAY, None)
    (before,) = records(kept(relay(time=Time(Span(0, 5), until))))
    (after,) = records(kept(relay(time=Time(Span(0, 5), since))))
    assert before["date"] == after["date"] == "2024-08-04"
    assert "last day" in before["comment"]
    assert "first day" in after["comment"]


def test_signal_without_sender_or_any_day_is_left_out() -> None:
    assert records(kept(relay(sender=()))) == []
    assert records(kept(fakes.reading(RELAY, act=Act.DEMAND))) == []


def test_act_without_an_event_is_left_out() -> None:
    assert records(kept(relay(act=Act.INFORM))) == []


def test_unread_document_has_no_events() -> None:
    assert records(kept(Reading(Document("d1", "Rien."), unread="French"))) == []


def test_repetitions_share_a_link() -> None:
    reading = relay()
    again = replace(reading.signals[0], id="s2", repeats="s1")
    alone = replace(reading.signals[0], id="s3")
    written = records(kept(replace(reading, signals=(*reading.signals, again, alone))))
    assert [record["link"] for record in written] == ["s1", "s1", None]


def test_citation_names_the_page_and_the_codebook() -> None:
    (record,) = records(kept(relay(), reader="model 7"))
    assert record["cite_info"]["citation"] == "d1"
    assert record["cite_info"]["publication"] == "Harbour Wire"
    assert record["cite_info"]["codebook"] == "plover-draft-2.0"
    assert record["coder"] == "model 7"


RAID = "Troops of Israel shelled Hamas near Gaza City, the army said."


def raid(**changes: Any) -> Reading:
    """Return a document that reports a deed and no signal."""

    def party(name: str, side: str) -> Party:
        start = RAID.index(name)
        return Party(Span(start, start + len(name)), name, side)

    shown = Appearance(published=Stated(DAY, "input"))
    document = Document("d1", RAID, appearance=shown)
    start, end = RAID.index("shelled"), RAID.index(" Hamas")
    deed = Action(
        "a1",
        document.id,
        Span(start, end),
        Span(0, len(RAID)),
        Kind.STRIKE,
        Status.DONE,
        actor=(party("Israel", "ISR"),),
        target=(party("Hamas", "Hamas"),),
    )
    return Reading(document, actions=(replace(deed, **changes),))


def test_deed_is_a_material_event_from_who_does_it_to_who_suffers_it() -> None:
    (record,) = records(kept(raid()))
    assert (record["id"], record["event"], record["quad_code"]) == (
        "a1",
        ["ASSAULT"],
        4,
    )
    assert record["event_text"] == ["shelled"]
    assert [one["code"] for one in record["actor"]] == ["ISR"]
    assert [one["side"] for one in record["recipient"]] == ["Hamas"]
    assert (record["date"], record["kind"]) == ("2024-08-04", "strike")


def test_deed_has_the_fields_of_a_signal_and_no_others() -> None:
    (signal,), (deed,) = records(kept(relay())), records(kept(raid()))
    assert list(signal) == list(deed)
    assert (signal["kind"], deed["act"]) == (None, None)


def test_place_of_a_deed_is_named_as_the_text_names_it() -> None:
    start = RAID.index("Gaza City")
    (record,) = records(kept(raid(place=Span(start, start + len("Gaza City")))))
    assert record["event_loc"] == {"name": "Gaza City"}


def test_deed_has_the_word_it_rests_on() -> None:
    start = RAID.index("the army")
    source = Source(Span(start, start + 8), SourceKind.OFFICIAL, "Israeli army")
    (record,) = records(kept(raid(attribution=(source,))))
    assert record["attribution"] == [
        {"text": "the army", "kind": "official", "name": "Israeli army"}
    ]


def test_deed_that_did_not_happen_says_so_in_its_context() -> None:
    (record,) = records(kept(raid(status=Status.NEGATED)))
    assert (record["event"], record["context"]) == (["ASSAULT"], ["negation"])


def test_deed_without_a_doer_or_any_day_is_left_out() -> None:
    undated = Reading(Document("d1", RAID), actions=raid().actions)
    assert records(kept(raid(actor=()))) == []
    assert records(kept(undated)) == []


def test_deeds_stand_after_the_signals_of_their_document() -> None:
    reading = replace(relay(), actions=raid().actions)
    assert [record["id"] for record in records(kept(reading))] == ["s1", "a1"]


@given(kept_documents())
def test_offsets_quote_text_and_required_fields_are_there(document: Kept) -> None:
    text = document.document.text
    for record in records(document):
        told = record["text_info"]
        assert text[told["start"] : told["end"]] == record["text"]
        quoted = text[told["event_start"] : told["event_end"]]
        assert [quoted] == record["event_text"]
        assert date.fromisoformat(record["date"])
        assert record["actor"]
        assert record["quad_code"] in (1, 2, 3, 4)
