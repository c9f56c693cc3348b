"""Acts, statuses, channels and sides in PLOVER's terms, as docs/plover.md has them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from backchannel.domain.signals import Act, Channel, Signal, Status
from backchannel.write.plover_codes import (
    EVENTS,
    QUAD_CODES,
    Coding,
    Event,
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
    assert set(QUAD_CODES) == set(Event)


@pytest.mark.parametrize("act", Act)
def test_page_has_the_event_and_quad_code_of_every_act(act: Act) -> None:
    (row,) = re.findall(rf"^\| `{act}` \| (.*?) \| (.*?) \|", PAGE, re.MULTILINE)
    event = EVENTS[act]
    assert row == ((f"`{event}`", str(QUAD_CODES[event])) if event else ("none", "–"))


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
