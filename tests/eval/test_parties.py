from typing import Any

import pytest

from eval.gold import SHARED
from eval.parties import score
from eval.parts import Agreement

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="no ../shared beside the checkout"),
]


def signal(start: int, **parties: str) -> dict[str, Any]:
    """A signal whose trigger is at `start`; parties as "Iran/IRN Oman/OMN"."""
    roles = {
        role: [
            {"actor": words.split("/")[0], "side": words.split("/")[1]}
            for words in parties.get(role, "").split()
        ]
        for role in ("sender", "recipient", "intermediary")
    }
    return {"trigger": [start, start + 5], "act": "warn", "content": None, **roles}


def test_parties_of_paired_missed_and_invented_signals_all_count() -> None:
    gold = [signal(0, sender="Iran/IRN"), signal(50, sender="Oman/OMN")]
    ours = [
        signal(0, sender="Tehran/IRN", recipient="Oman/OMN"),
        signal(90, sender="Iraq/IRQ"),
    ]
    found = score(gold, ours)
    assert found["sender"] == (Agreement(1, 2, 2), Agreement(0, 2, 2))
    assert found["recipient"] == (Agreement(0, 1, 0), Agreement(0, 1, 0))
    assert found["intermediary"] == (Agreement(), Agreement())
