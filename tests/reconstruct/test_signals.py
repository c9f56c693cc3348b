"""Evidence to signals: every field, its reason, and what the text does not say."""

from dataclasses import replace
from datetime import date

from backchannel.domain.labels import Labelled
from backchannel.domain.signals import (
    Act,
    Actor,
    Interval,
    Signal,
    SourceKind,
    Status,
)
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.reconstruct.parties import Actors, party_spans
from backchannel.reconstruct.signals import reconstruct
from tests.marked import labelled

SIDES = {"Russia": "RUS", "Iran": "IRN", "Switzerland": "CHE", "Lavrov": "RUS"}


def actors_of(read: Labelled) -> Actors:
    """Name each party by its own words."""
    named = {}
    for span in party_spans(read.frames):
        words = read.document.quote(span)
        named[span] = (Actor(words, SIDES.get(words, "unknown"), "its own words"),)
    return named


def signal_of(read: Labelled) -> Signal:
    (signal,) = reconstruct(read, actors_of(read))
    return signal


def test_principal_and_carrier_are_told_apart() -> None:
    read = labelled(
        "[sender Russia] [trigger warned] [recipient Iran]"
        " via [intermediary Switzerland]."
    )
    signal = signal_of(read)
    assert [p.side for p in signal.sender] == ["RUS"]
    assert [p.side for p in signal.recipient] == ["IRN"]
    assert [p.side for p in signal.intermediary] == ["CHE"]


def test_joint_senders_are_joined_by_a_conjunction() -> None:
    joint = "[sender Russia], [sender Iran] and [sender Lavrov] [trigger warned] all."
    assert len(signal_of(labelled(joint)).sender) == 3
    apposition = "[sender Lavrov], [sender Russia] [trigger warned] all."
    assert len(signal_of(labelled(apposition)).sender) == 1
    apart = "[sender Russia] said that [sender Iran] and others [trigger warned] all."
    assert len(signal_of(labelled(apart)).sender) == 1


def test_nobody_receives_their_own_signal() -> None:
    read = labelled("[sender Russia] [trigger warned] [recipient Russia].")
    signal = signal_of(read)
    assert signal.recipient == ()
    assert "recipient" in {gap.field for gap in signal.gaps}


def test_the_parties_of_a_contact_are_told_in_order() -> None:
    read = labelled("[sender Russia] and [sender Iran] [trigger met].", act="consult")
    signal = signal_of(read)
    assert [party.side for party in signal.sender] == ["RUS"]
    assert [party.side for party in signal.recipient] == ["IRN"]
    assert "recipient" in {reason.field for reason in signal.why}


def test_nothing_in_furniture_fills_a_role() -> None:
    read = labelled(
        "[sender Russia] [trigger warned] Iran [content of war. By Ann Lee] here"
    )
    start = read.document.text.index("By Ann")
    byline = Span(start, start + len("By Ann Lee"))
    marked = replace(read, document=replace(read.document, furniture=(byline,)))
    (signal,) = reconstruct(marked, actors_of(read))
    assert signal.content is not None
    assert read.document.quote(signal.content) == "of war"


def test_nobody_is_the_source_of_their_own_act() -> None:
    read = labelled("[source Lavrov] said that [sender Lavrov] [trigger warned] Iran.")
    assert signal_of(read).attribution == ()


def test_the_chain_of_attribution_is_nearest_first() -> None:
    read = labelled(
        "[source Reuters], citing [source a diplomat], said"
        " [sender Russia] [trigger warned] Iran.",
        kinds={"Reuters": "outlet", "a diplomat": "anonymous"},
    )
    chain = signal_of(read).attribution
    assert [source.kind for source in chain] == [
        SourceKind.ANONYMOUS,
        SourceKind.OUTLET,
    ]
    assert [source.actor for source in chain] == [None, "Reuters"]


def test_content_is_cut_out_of_its_quotation_marks() -> None:
    read = labelled("“[content We will answer,”] [sender Lavrov] [trigger warned].")
    signal = signal_of(read)
    assert signal.content is not None
    assert read.document.quote(signal.content) == "We will answer"


def test_a_relative_date_waits_for_a_date_of_publication() -> None:
    read = labelled("[sender Lavrov] [trigger warned] Iran [time on Sunday].")
    signal = signal_of(read)
    assert signal.time is not None
    assert signal.time.interval is None
    assert "time" in {gap.field for gap in signal.gaps}
    stated = Appearance(published=Stated(date(2023, 11, 8), "input"))
    dated = signal_of(replace(read, document=replace(read.document, appearance=stated)))
    assert dated.time is not None
    assert dated.time.interval == Interval(date(2023, 11, 5), date(2023, 11, 5))


def test_nothing_inside_furniture_is_a_signal() -> None:
    read = labelled("[sender Russia] [trigger warned] Iran.")
    whole = Span(0, len(read.document.text))
    marked = replace(read, document=replace(read.document, furniture=(whole,)))
    assert reconstruct(marked, actors_of(marked)) == ()


def test_an_unknown_side_is_a_gap_and_no_guess() -> None:
    read = labelled("[sender They] [trigger warned] [recipient Iran].")
    signal = signal_of(read)
    assert signal.sender[0].side == "unknown"
    assert any("the side of “They”" in gap.reason for gap in signal.gaps)


def test_every_field_with_a_value_says_why() -> None:
    read = labelled(
        "[sender Russia] [trigger would warn] [recipient Iran] [content of war]",
        act="threaten",
        status="possible",
    )
    signal = signal_of(read)
    assert (signal.act, signal.status) == (Act.THREATEN, Status.POSSIBLE)
    fields = {reason.field for reason in signal.why}
    assert fields >= {"act", "status", "channel", "sender", "recipient", "content"}


def test_the_id_depends_on_document_and_trigger_only() -> None:
    read = labelled("[sender Russia] [trigger warned] Iran.")
    other = labelled("[sender Russia] [trigger warned] Iran.", act="inform")
    assert signal_of(read).id == signal_of(other).id
    moved = replace(read, document=Document("d2", read.document.text))
    assert signal_of(read).id != signal_of(moved).id


def test_a_preposition_alone_is_no_time() -> None:
    read = labelled("[sender Russia] [trigger warned] Iran [time on] a Monday.")
    assert signal_of(read).time is None
