"""The measure of calibration counts as the papers do, and draws what it counted."""

import pytest

from eval.confidence import bins, calibration_error, judged, plot
from eval.gold import SHARED


def test_the_error_is_the_mean_gap_between_said_and_right() -> None:
    sure = [(0.9, True)] * 8 + [(0.9, False)] * 2  # said .9, right .8
    unsure = [(0.25, True)] * 5 + [(0.25, False)] * 5  # said .25, right .5
    ((cases, said, right),) = bins(sure)
    assert (cases, right) == (10, 0.8)
    assert said == pytest.approx(0.9)
    assert calibration_error(sure) == pytest.approx(0.1)
    assert calibration_error(sure + unsure) == pytest.approx((0.1 + 0.25) / 2)
    assert calibration_error([]) == 0.0


def test_certainty_has_a_bin() -> None:
    assert bins([(1.0, True), (0.0, False)]) == [(1, 0.0, 0.0), (1, 1.0, 1.0)]


def test_each_field_is_drawn_with_its_figures() -> None:
    drawn = plot({"act": [(0.9, True)], "time": [(0.2, False), (0.2, True)]})
    assert drawn.count("<circle") == 2
    assert "act: 1 cases, error 0.100" in drawn
    assert "time: 2 cases, error 0.300" in drawn


@pytest.mark.skipif(not SHARED.exists(), reason="gold.py is in ../shared")
def test_what_is_right_of_a_signal_is_judged_field_by_field() -> None:
    gold: dict[str, object] = {
        "trigger": [10, 16],
        "act": "warn",
        "status": "done",
        "channel": "unknown",
        "sender": [{"span": [0, 4], "actor": "Iran", "side": "IRN"}],
        "recipient": [],
        "intermediary": [],
        "content": [20, 40],
        "condition": None,
        "consequence": None,
        "time": {"span": [50, 60], "start": "2024-08-01", "end": "2024-08-01"},
        "attribution": [{"span": [70, 75], "kind": "named", "actor": "A"}],
    }
    ours = gold | {
        "id": "s1",
        "act": "threaten",
        "content": [20, 38],
        "condition": [30, 38],
        "time": None,
        "attribution": [{"span": [71, 75], "kind": "official", "actor": "A"}],
    }
    invented = ours | {"id": "s2", "trigger": [90, 95], "content": None}
    found = judged({"signals": [gold]}, {"signals": [ours, invented]})
    rights = {signal["id"]: told for signal, told in found}
    wrong = {field for field, right in rights["s1"].items() if not right}
    assert wrong == {"act", "condition", "time", "attribution"}
    assert rights["s2"] == {"signal": False}
