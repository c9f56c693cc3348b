"""Acts, statuses, channels and sides in PLOVER's terms, as docs/plover.md has them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from backchannel.domain.actions import Action, Kind
from backchannel.domain.signals import Act, Channel, Party, Signal, Status
from backchannel.domain.text import Span
from backchannel.write.plover_codes import (
    DEEDS,
    EVENTS,
    KINDS,
    QUAD_CODES,
    Coding,
    Event,
    code_action,
    code_side,
    code_signal,
)
from tests import fakes

PAGE = Path(__file__).parents[2].joinpath("docs", "plover.md").read_text("utf-8")


def signal(
    act: Act, status: Status = Status.DONE, channel: Channel = Channel.UNKNOWN
) -> Signal:
    (read,) = fakes.reading("[sender Iran] [trigger told] [recipient Iraq].").signals
    return replace(read, act=act, status=status, channel=channel)


def test_every_act_is_decided_and_every_event_has_its_quad_code() -> None:
    assert set(EVENTS) == set(Act)
    assert set(DEEDS) == set(Kind)
    assert set(QUAD_CODES) == set(Event)


@pytest.mark.parametrize("act", Act)
def test_page_has_the_event_and_quad_code_of_every_act(act: Act) -> None:
    (row,) = re.findall(rf"^\| `{act}` \| (.*?) \| (.*?) \|", PAGE, re.MULTILINE)
    event = EVENTS[act]
    assert row == ((f"`{event}`", str(QUAD_CODES[event])) if event else ("none", "–"))


@pytest.mark.parametrize("kind", Kind)
def test_page_has_the_event_quad_code_and_mode_of_every_kind(kind: Kind) -> None:
    (row,) = re.findall(
        rf"^\| `{kind}` \| (.*?) \| (.*?) \| (.*?) \|", PAGE, re.MULTILINE
    )
    event, mode = DEEDS[kind], KINDS.get(kind)
    assert row == (f"`{event}`", str(QUAD_CODES[event]), f"`{mode}`" if mode else "–")


def deed(kind: Kind, status: Status = Status.DONE, *, aimed: bool = True) -> Action:
    suffers = (Party(Span(8, 12), "Iraq", "IRQ"),) if aimed else ()
    return Action("a1", "d1", Span(5, 7), Span(0, 12), kind, status, (), target=suffers)


@pytest.mark.parametrize(
    ("kind", "status", "coding"),
    [
        (Kind.RELEASE, Status.DONE, Coding(Event.RETREAT, "release")),
        (Kind.STRIKE, Status.NEGATED, Coding(Event.ASSAULT, context="negation")),
        (Kind.DEPLOY, Status.PLANNED, Coding(Event.MOBILIZE, context="future")),
        (
            Kind.ARREST,
            Status.POSSIBLE,
            Coding(Event.COERCE, "arrest", context="hypothetical"),
        ),
        (Kind.WITHDRAW, Status.PLANNED, Coding(Event.AGREE)),
        (Kind.AID, Status.PLANNED, Coding(Event.AGREE)),
    ],
    ids=lambda value: str(value),
)
def test_what_was_not_done_is_told_by_the_context(
    kind: Kind, status: Status, coding: Coding
) -> None:
    assert code_action(deed(kind, status)) == coding


@pytest.mark.parametrize("kind", [Kind.AID, Kind.SANCTION, Kind.EXPEL, Kind.SEVER])
def test_aid_and_sanctions_of_nobody_are_no_events(kind: Kind) -> None:
    assert code_action(deed(kind)) is not None
    assert code_action(deed(kind, aimed=False)) is None


def test_other_deeds_need_no_target() -> None:
    assert code_action(deed(Kind.TEST, aimed=False)) == Coding(Event.MOBILIZE)


@pytest.mark.parametrize(
    ("act", "status", "coding"),
    [
        (Act.ACCUSE, Status.DONE, Coding(Event.ACCUSE)),
        (Act.ACCUSE, Status.NEGATED, Coding(Event.ACCUSE, context="negation")),
        (Act.REQUEST, Status.PLANNED, Coding(Event.REQUEST, context="future")),
        (Act.THREATEN, Status.POSSIBLE, Coding(Event.THREATEN, context="hypothetical")),
        (Act.CONSULT, Status.PLANNED, Coding(Event.AGREE)),
        (Act.SUPPORT, Status.PLANNED, Coding(Event.AGREE)),
        (Act.INFORM, Status.DONE, None),
    ],
    ids=lambda value: str(value),
)
def test_what_did_not_happen_is_told_by_the_context(
    act: Act, status: Status, coding: Coding | None
) -> None:
    assert code_signal(signal(act, status)) == coding


@pytest.mark.parametrize(
    ("channel", "mode"),
    [(Channel.CALL, "phone"), (Channel.LETTER, "phone"), (Channel.MEETING, None)],
)
def test_mode_of_a_consultation_is_how_it_was_held(
    channel: Channel, mode: str | None
) -> None:
    coding = code_signal(signal(Act.CONSULT, channel=channel))
    assert coding is not None
    assert coding.mode == mode


def test_mode_of_a_threat_would_be_what_is_threatened() -> None:
    coding = code_signal(signal(Act.THREATEN, channel=Channel.CALL))
    assert coding == Coding(Event.THREATEN)


def test_warning_of_nobody_is_no_threat() -> None:
    assert code_signal(signal(Act.WARN)) == Coding(Event.THREATEN)
    assert code_signal(replace(signal(Act.WARN), recipient=())) is None


@pytest.mark.parametrize(
    ("side", "code"),
    [
        ("IRN", "IRN"),
        ("UN", "UNO"),
        ("EU", "EUR"),
        ("XKX", "KOS"),
        ("GRL", "DNK"),
        ("HKG", "HKG"),
        ("IMF", None),
        ("Hezbollah", None),
        ("unknown", None),
    ],
)
def test_codes_of_sides(side: str, code: str | None) -> None:
    assert code_side(side) == code
