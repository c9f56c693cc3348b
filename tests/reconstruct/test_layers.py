"""A signal told inside another rests on the word of who tells it."""

from dataclasses import replace

import pytest

from backchannel.domain.labels import Mention
from backchannel.domain.signals import Act, Channel, Party, Signal, Source, SourceKind
from backchannel.domain.signals import Status as S
from backchannel.domain.text import Span
from backchannel.reconstruct.layers import attribute_layers

TEXT = "Fidan said that Lavrov had told Araghchi of a plan, according to Anadolu."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def signal(trigger: str, sender: str, side: str, content: str) -> Signal:
    return Signal(
        id=trigger,
        document="d1",
        trigger=at(trigger),
        sentence=Span(0, len(TEXT)),
        act=Act.INFORM,
        status=S.DONE,
        channel=Channel.UNKNOWN,
        sender=(Party(at(sender), sender, side),),
        content=at(content),
    )


OUTER = signal("said", "Fidan", "TUR", "Lavrov had told Araghchi of a plan")
INNER = signal("told", "Lavrov", "RUS", "a plan")
KINDS = {at("Fidan"): Mention(at("Fidan"), kinds={"named": 0.8, "official": 0.2})}


def chains(*signals: Signal) -> list[list[str | None]]:
    layered = attribute_layers(signals, KINDS)
    return [[source.actor for source in s.attribution] for s in layered]


def test_the_inner_layer_is_on_the_word_of_the_outer_one() -> None:
    _, inner = attribute_layers((OUTER, INNER), KINDS)
    assert inner.attribution == (Source(at("Fidan"), SourceKind.NAMED, "Fidan"),)
    assert inner.why[-1].field == "attribution"
    assert inner.why[-1].spans == (at("Fidan"), at("said"))


def test_the_chain_goes_on_with_what_the_outer_layer_rests_on() -> None:
    agency = Source(at("Anadolu"), SourceKind.OUTLET, "Anadolu")
    outer = replace(OUTER, attribution=(agency,))
    assert chains(outer, INNER) == [["Anadolu"], ["Fidan", "Anadolu"]]


def test_three_layers_make_a_chain_of_two() -> None:
    middle = replace(INNER, content=at("a plan, according"))
    inner = replace(INNER, id="s3", trigger=at("plan"), content=None)
    inner = replace(inner, sender=(Party(at("Anadolu"), "Anadolu", "TUR"),))
    assert chains(OUTER, middle, inner)[2] == ["Lavrov", "Fidan"]


def test_a_signal_is_no_layer_around_itself() -> None:
    own = replace(INNER, content=at("Lavrov had told Araghchi"))
    assert chains(OUTER, own)[1] == ["Fidan"]


def test_who_tells_of_their_own_act_is_no_source() -> None:
    own = replace(INNER, sender=OUTER.sender)
    assert chains(OUTER, own) == [[], []]


@pytest.mark.parametrize(
    "outer",
    [
        replace(OUTER, act=Act.DEMAND),
        replace(OUTER, status=S.NEGATED),
        replace(OUTER, content=at("a plan")),
        replace(OUTER, sender=()),
    ],
)
def test_what_is_no_report_of_the_act_is_no_source_of_it(outer: Signal) -> None:
    assert chains(outer, INNER)[1] == []


def test_a_chain_that_was_read_stays() -> None:
    read = replace(INNER, attribution=(Source(at("Anadolu"), SourceKind.OUTLET, None),))
    assert attribute_layers((OUTER, read), KINDS)[1] == read
