from dataclasses import replace
from datetime import date
from typing import Any

from backchannel.domain.actions import Action
from backchannel.domain.labels import Labelled, Mention
from backchannel.domain.signals import (
    Act,
    Actor,
    Channel,
    Interval,
    Party,
    Signal,
    SourceKind,
    Status,
)
from backchannel.domain.text import Span
from backchannel.reconstruct.actions import find_actions
from backchannel.reconstruct.deeds import deed_spans, find_deeds
from tests.fakes import document

SIDES = {"Arland": "Arland", "Belmark": "Belmark", "its jets": "Arland"}


def read(text: str, *signals: Signal, **appearance: Any) -> tuple[Action, ...]:
    labelled = Labelled(document(text, **appearance))
    deeds = find_deeds(labelled)
    actors = {}
    for span in deed_spans(deeds):
        name = text[span.start : span.end]
        known = name in SIDES
        rule = "table" if known else "a name that only this document has"
        actors[span] = (Actor(SIDES.get(name, name), SIDES.get(name, name), rule),)
    return find_actions(labelled, deeds, actors, signals)


def said(text: str, act: Act, **given: str) -> Signal:
    def find(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    passages: dict[str, Any] = {
        name: find(words)
        for name, words in given.items()
        if name in ("content", "condition", "consequence")
    }
    sender = Party(find(given["by"]), given["by"], given["by"])
    return Signal(
        id=given["trigger"],
        document="d1",
        trigger=find(given["trigger"]),
        sentence=Span(0, len(text)),
        act=act,
        status=Status.DONE,
        channel=Channel.UNKNOWN,
        sender=(sender,),
        **passages,
    )


def test_parties_have_the_sides_that_the_actors_have() -> None:
    (action,) = read("Arland attacked Belmark.")
    assert [p.side for p in action.actor] == ["Arland"]
    assert [p.side for p in action.target] == ["Belmark"]


def test_a_name_that_acts_nowhere_is_no_side() -> None:
    (action,) = read("Arland bombed Ostmouth.")
    assert [p.side for p in action.target] == ["unknown"]
    assert [p.actor for p in action.target] == ["Ostmouth"]


def test_rebels_are_no_side_by_that_alone() -> None:
    (action,) = read("The rebels attacked Belmark.")
    assert [p.side for p in action.actor] == ["unknown"]


def test_nobody_is_their_own_target() -> None:
    (action,) = read("Arland attacked Arland.")
    assert (len(action.actor), action.target) == (1, ())


def test_the_trigger_of_a_signal_is_no_second_record() -> None:
    text = "Arland expelled two diplomats."
    assert read(text, said(text, Act.REJECT, by="Arland", trigger="expelled")) == ()


def test_what_is_threatened_is_possible() -> None:
    text = "Arland swore: “The day you sail, we bomb Belmark.”"
    threat = said(
        text,
        Act.THREATEN,
        by="Arland",
        trigger="swore",
        consequence="we bomb Belmark",
    )
    (action,) = read(text, threat)
    assert action.status is Status.POSSIBLE


def test_what_is_denied_by_who_would_act_is_negated() -> None:
    text = "Arland dismissed reports that Arland attacked Belmark."
    denial = said(
        text,
        Act.DENY,
        by="Arland",
        trigger="dismissed",
        content="Arland attacked Belmark",
    )
    (action,) = read(text, denial)
    assert action.status is Status.NEGATED


def test_who_tells_it_is_its_source() -> None:
    text = "The army said Arland attacked Belmark."
    told = said(
        text,
        Act.INFORM,
        by="The army",
        trigger="said",
        content="Arland attacked Belmark",
    )
    labelled = Labelled(document(text))
    labelled = replace(
        labelled,
        mentions={
            Span(0, 8): Mention(Span(0, 8), None, {"official": 0.9, "named": 0.1})
        },
    )
    deeds = find_deeds(labelled)
    (action,) = find_actions(labelled, deeds, {}, (told,))
    (source,) = action.attribution
    assert (source.kind, source.actor) == (SourceKind.OFFICIAL, "The army")


def test_days_are_counted_from_the_publication() -> None:
    day = date(2020, 5, 6)
    (action,) = read("Arland attacked Belmark on Monday.", published=day)
    monday = date(2020, 5, 4)
    assert action.time is not None
    assert action.time.interval == Interval(monday, monday)


def test_every_field_has_its_reason_and_every_passage_its_quote() -> None:
    text = "Arland attacked Belmark on Monday."
    (action,) = read(text, published=date(2020, 5, 6))
    assert {reason.field for reason in action.why} >= {"actor", "target", "time"}
    assert all(text[span.start : span.end] for _, span in action.passages())
