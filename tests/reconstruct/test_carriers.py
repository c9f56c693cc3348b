"""Who carries and whose it is, by grammar and by what was carried before."""

from dataclasses import replace

import pytest

from backchannel.domain.labels import Labelled
from backchannel.domain.signals import Actor, Channel, Signal
from backchannel.reconstruct.carriers import carry_over, read_carriers
from backchannel.reconstruct.parties import NEARNESS, party_spans
from backchannel.reconstruct.signals import reconstruct
from tests.compare.told import told
from tests.marked import labelled

SIDES = {"American": "USA", "Moscow": "RUS", "Swiss diplomats": "CHE", "Oman": "OMN"}


def read(text: str, *, channel: str = "intermediary") -> list[Signal]:
    return made(read_carriers(labelled(text, channel=channel)))


def made(marked: Labelled, rule: str = "its own words") -> list[Signal]:
    named = {}
    for span in party_spans(marked.frames):
        words = marked.document.quote(span)
        named[span] = (Actor(words, SIDES.get(words, "unknown"), rule),)
    return list(reconstruct(marked, named))


def actors(signal: Signal) -> tuple[list[str], list[str]]:
    return (
        [party.actor for party in signal.sender],
        [party.actor for party in signal.intermediary],
    )


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "[sender Swiss diplomats] [trigger conveyed] an American message.",
            "American",
        ),
        ("[sender Swiss diplomats] [trigger conveyed] American messages.", "American"),
        ("[sender Swiss diplomats] [trigger brought] a note from Moscow.", "Moscow"),
        ("[sender Swiss diplomats] [trigger relayed] Moscow's offer.", "Moscow"),
        (
            "[sender Swiss diplomats] [trigger handed] it over on behalf of Oman.",
            "Oman",
        ),
        ("[sender Swiss diplomats] [trigger took] the rebels' reply.", None),
    ],
)
def test_whoever_conveys_anothers_message_carries_it(
    text: str, owner: str | None
) -> None:
    (signal,) = read(text)
    carried = ([owner], ["Swiss diplomats"])
    assert actors(signal) == (carried if owner else (["Swiss diplomats"], []))


def test_a_message_of_ones_own_is_not_carried_for_another() -> None:
    (signal,) = read("[sender Moscow] [trigger handed] over a note.")
    assert actors(signal) == (["Moscow"], [])


def test_where_nothing_is_carried_nobody_is_made_a_carrier() -> None:
    text = "[sender Swiss diplomats] [trigger brought] up an American message."
    (signal,) = read(text, channel="meeting")
    assert actors(signal) == (["Swiss diplomats"], [])


def test_a_passage_is_the_likelier_of_two_parts() -> None:
    marked = labelled(
        "[sender Swiss diplomats] [trigger passed] it on.", channel="intermediary"
    )
    (frame,) = marked.frames
    (sender,) = frame.roles
    both = (sender, replace(sender, label="intermediary", probability=0.95))
    (signal,) = made(
        read_carriers(replace(marked, frames=(replace(frame, roles=both),)))
    )
    assert actors(signal) == ([], ["Swiss diplomats"])


def test_one_who_is_named_for_nearness_only_has_no_side() -> None:
    marked = labelled("[sender Moscow] [trigger warned] all via [intermediary Oman].")
    (signal,) = made(marked, rule=NEARNESS)
    assert [party.side for party in signal.intermediary] == ["unknown"]
    assert [party.side for party in signal.sender] == ["RUS"]


def test_ones_own_ambassador_is_of_ones_own_side() -> None:
    marked = labelled(
        "[sender Moscow] [trigger warned] all through [intermediary his envoy]."
    )
    (signal,) = made(marked)
    assert [party.side for party in signal.intermediary] == ["RUS"]


def test_several_carry_only_where_they_are_joined() -> None:
    joined = "[sender Moscow] [trigger sent] it by [intermediary Oman] and"
    (signal,) = read(f"{joined} [intermediary Swiss diplomats].")
    assert len(signal.intermediary) == 2
    apart = "[sender Moscow] [trigger sent] it by [intermediary Oman] for"
    (signal,) = read(f"{apart} [intermediary Swiss diplomats].")
    assert len(signal.intermediary) == 1


BY_HAND = {"channel": Channel.INTERMEDIARY}
SENT = ("[sender Iran] [trigger sent] a note by [carrier Oman]", {**BY_HAND})


def carried(marked: str) -> Signal:
    """Return the last signal, after one that Oman carried."""
    entries = told(SENT, (marked, {**BY_HAND}))
    signals = [entry.signal for entry in entries]
    return carry_over(signals, entries[0].document)[-1]


def test_the_same_channel_is_who_carried_before() -> None:
    signal = carried("[sender Iran] [trigger asked] by [carrier the same road].")
    (carrier,) = signal.intermediary
    assert (carrier.actor, carrier.side) == ("Oman", "OMN")
    assert "carried what went before" in signal.why[-1].rule


def test_a_carrier_who_is_not_named_again_stays() -> None:
    signal = carried("[sender Iran] [trigger asked] for peace.")
    assert [party.actor for party in signal.intermediary] == ["Oman"]


def test_others_do_not_take_over_a_carrier() -> None:
    assert carried("[sender Kenya] [trigger asked] for peace.").intermediary == ()


def test_what_was_carried_long_before_is_forgotten() -> None:
    far = "Rain fell. " * 80 + "[sender Iran] [trigger asked] for peace."
    assert carried(far).intermediary == ()


def test_a_passage_loses_only_against_one_that_stays() -> None:
    marked = labelled("[sender Moscow envoy] [trigger passed] it on.")
    (frame,) = marked.frames
    (sender,) = frame.roles
    roles = (
        sender,
        replace(sender, label="intermediary", probability=0.5),
        replace(sender, label="recipient", probability=0.3),
    )
    settled = read_carriers(replace(marked, frames=(replace(frame, roles=roles),)))
    assert {role.label for role in settled.frames[0].roles} == {"sender", "recipient"}
