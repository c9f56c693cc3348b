"""The report misses no part, and says why where one cannot be measured."""

from pathlib import Path
from typing import cast

import pytest

from eval import evaluate
from eval.clusters import Cluster, gold_readings, of_part
from eval.gold import DEV
from eval.links import FROM_GOLD, FROM_TEXT, MEASURES
from eval.parts import Shipped, Skipped


def test_without_gold_its_parts_are_skipped_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(evaluate, "DEV", tmp_path / "signals.jsonl")
    nothing_is_read = cast(Shipped, None)
    parts = list(evaluate.on_gold(nothing_is_read))
    assert [part.title for part in parts] == list(evaluate.ON_GOLD)
    assert {part.reason for part in parts if isinstance(part, Skipped)} == {
        "there is no signals.jsonl; it needs `../shared`"
    }


@pytest.mark.shared
@pytest.mark.skipif(not DEV.exists(), reason="no ../shared beside the checkout")
def test_what_was_read_once_serves_the_clusters() -> None:
    # Gold readings stand for ours: then both parts have the same figures.
    wanted: list[Cluster] = of_part("dev")
    readings = [one for cluster in wanted for one in gold_readings(cluster)]
    given, ours = evaluate.across(readings)
    assert (given.title, ours.title) == (FROM_GOLD, FROM_TEXT)
    assert given.rows["mean"] == ours.rows["mean"]
    assert len(given.rows["mean"]) == len(MEASURES)
