"""Clusters give their documents with signals whose ids no other document has."""

from typing import Any

import pytest

from backchannel.domain.signals import Act
from eval.clusters import (
    Cluster,
    document_of,
    entries_of,
    gold_entries,
    gold_readings,
    of_part,
)
from eval.gold import DEV

TEXT = "Kenya warned Oman on Friday. The ferry is expected to sail on 9 March 2001."


def record(id: str) -> dict[str, Any]:
    return {
        "id": id,
        "outlet": "The Mombasa Courier",
        "published": "2001-03-05",
        "text": TEXT,
        "signals": [
            {
                "id": "s1",
                "sentence": [0, 28],
                "trigger": [6, 12],
                "act": "warn",
                "status": "done",
                "channel": "unknown",
                "sender": [{"span": [0, 5], "actor": "Kenya", "side": "KEN"}],
                "recipient": [{"span": [13, 17]}],
                "intermediary": [],
                "content": None,
                "condition": None,
                "consequence": None,
                "time": None,
                "attribution": [],
            }
        ],
    }


CLUSTER = Cluster("ferry", (record("ferry-1"), record("ferry-2")), {})


def test_signals_of_two_documents_never_have_one_id() -> None:
    ids = [entry.signal.id for entry in gold_entries(CLUSTER)]
    assert ids == ["ferry-1:s1", "ferry-2:s1"]


def test_gold_signals_quote_their_document() -> None:
    (reading, _) = gold_readings(CLUSTER)
    (entry,) = entries_of([reading])
    assert entry.signal.act is Act.WARN
    assert entry.quote == "Kenya warned Oman on Friday."


def test_a_party_that_nobody_resolved_has_its_words_and_no_side() -> None:
    (party,) = gold_entries(CLUSTER)[0].signal.recipient
    assert (party.actor, party.side) == ("Oman", "unknown")


def test_forecasts_are_found_beside_the_gold_signals() -> None:
    (reading, _) = gold_readings(CLUSTER)
    (forecast,) = reading.forecasts
    assert "expected to sail" in reading.document.quote(forecast.span)


def test_a_record_without_a_day_is_a_document_without_one() -> None:
    document = document_of({"id": "d", "text": "Nothing."})
    assert document.published is None
    assert document.appearance.outlet is None


@pytest.mark.shared
@pytest.mark.skipif(not DEV.exists(), reason="no ../shared beside the checkout")
def test_the_seeds_are_one_more_cluster_of_dev() -> None:
    assert [one.name for one in of_part("dev")][-1] == "seeds"
    assert "seeds" not in [one.name for one in of_part("train")]
