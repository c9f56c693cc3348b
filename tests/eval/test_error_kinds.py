from typing import Any

import pytest

from eval.error_kinds import INVENTED, MISSED, Kind, differences, find_errors
from eval.gold import SHARED, scorer

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="no ../shared beside the checkout"),
]


def party(start: int, side: str, name: str = "") -> dict[str, Any]:
    return {"span": [start, start + 4], "actor": name or side, "side": side}


def source(start: int, kind: str) -> dict[str, Any]:
    return {"span": [start, start + 4], "kind": kind, "actor": None}


def signal(trigger: int = 10, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"s{trigger}",
        "trigger": [trigger, trigger + 6],
        "act": "warn",
        "status": "done",
        "channel": "unknown",
        "sender": [party(0, "IRN")],
        "recipient": [],
        "intermediary": [],
        "content": [20, 60],
        "condition": None,
        "consequence": None,
        "time": None,
        "attribution": [],
        **fields,
    }


DAY = {"span": [70, 80], "start": "2024-08-05", "end": "2024-08-05"}
WEEK = {"span": [70, 80], "start": "2024-08-05", "end": "2024-08-11"}


@pytest.mark.parametrize(
    ("gold", "ours", "kind"),
    [
        ({}, {"act": "threaten"}, Kind("act", "warn → threaten")),
        ({}, {"channel": "call"}, Kind("channel", "unknown → call")),
        ({"status": "negated"}, {}, Kind("status", "negated → done")),
        ({}, {"sender": [party(0, "USA")]}, Kind("sender", "right words, other side")),
        ({}, {"sender": [party(90, "USA")]}, Kind("sender", "other words")),
        ({}, {"sender": []}, Kind("sender", "missed")),
        (
            {},
            {"sender": [party(0, "IRN"), party(5, "OMN")]},
            Kind("sender", "too many"),
        ),
        (
            {"sender": [party(0, "IRN"), party(5, "OMN")]},
            {"sender": [party(0, "IRN")]},
            Kind("sender", "too few"),
        ),
        (
            {"sender": [party(0, "IRN", "Iran")]},
            {"sender": [party(0, "IRN", "Kanani")]},
            Kind("sender’s name", "right side, other name"),
        ),
        ({}, {"recipient": [party(5, "OMN")]}, Kind("recipient", "invented")),
        ({}, {"content": [55, 90]}, Kind("content", "too long or short")),
        ({}, {"content": [61, 90]}, Kind("content", "other words")),
        ({"condition": [20, 30]}, {}, Kind("condition", "missed")),
        ({"time": DAY}, {"time": WEEK}, Kind("time", "right words, other days")),
        ({}, {"time": DAY}, Kind("time", "invented")),
        (
            {"attribution": [source(5, "named")]},
            {"attribution": [source(5, "official")]},
            Kind("attribution", "named → official"),
        ),
        (
            {"attribution": [source(5, "named"), source(9, "outlet")]},
            {"attribution": [source(5, "named")]},
            Kind("attribution", "too few"),
        ),
    ],
    ids=lambda value: f"{value.field} {value.what}" if isinstance(value, Kind) else "",
)
def test_each_difference_has_its_kind(
    gold: dict[str, Any], ours: dict[str, Any], kind: Kind
) -> None:
    assert list(differences(signal(**gold), signal(**ours), scorer())) == [kind]


def test_like_signals_have_no_errors() -> None:
    near = signal(content=[22, 60], sender=[party(1, "IRN")])
    assert list(differences(signal(), near, scorer())) == []


def test_unpaired_signals_are_missed_and_invented() -> None:
    gold = {"id": "d", "signals": [signal(10), signal(100, content=None)]}
    ours = signal(10, act="threaten", channel="call")
    read = {"id": "d", "signals": [ours, signal(200, content=None)]}
    errors = list(find_errors(gold, read, scorer()))
    assert [error.kind.field for error in errors] == [
        "act",
        "channel",
        MISSED,
        INVENTED,
    ]
    assert errors[0].wrong == {"act", "channel"}
    assert errors[2].ours is None
    assert errors[3].gold is None
