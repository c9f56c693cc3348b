import json
from dataclasses import replace
from datetime import date

import pytest

from backchannel.domain.action_forms import action_form, action_of
from backchannel.domain.actions import Action, Kind
from backchannel.domain.signals import (
    Interval,
    Party,
    Reason,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Span

BARE = Action("x", "d1", Span(3, 8), Span(0, 20), Kind.SEIZE, Status.DONE)
FULL = replace(
    BARE,
    actor=(Party(Span(0, 2), "Arland", "Arland"),),
    target=(Party(Span(9, 11), "Belmark", "Belmark"),),
    place=Span(12, 14),
    time=Time(Span(15, 17), Interval(date(2001, 3, 5), None)),
    attribution=(Source(Span(17, 19), SourceKind.OFFICIAL, "the army"),),
    rule="the verb names a deed",
    why=(Reason("actor", "reference table", None, (Span(0, 2),)),),
)


@pytest.mark.parametrize("action", [BARE, FULL], ids=["bare", "full"])
def test_an_action_survives_its_form(action: Action) -> None:
    form = json.loads(json.dumps(action_form(action)))
    assert action_of(form, "d1") == action
