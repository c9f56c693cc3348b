"""What is found across documents is scored as `gold.py links` scores it."""

from typing import Any

import pytest

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Act, Channel, Status
from eval.clusters import Cluster, entries_of, gold_readings, of_part
from eval.gold import DEV
from eval.links import (
    AIMS,
    FROM_GOLD,
    FROM_TEXT,
    MEASURES,
    mean,
    measure,
    notes,
    predict,
    score,
    show,
)
from tests.compare.told import told

needs_gold = pytest.mark.skipif(
    not DEV.exists(), reason="no ../shared beside the checkout"
)
BY_OMAN = {"act": Act.THREATEN, "channel": Channel.INTERMEDIARY}


def readings() -> list[Reading]:
    threat = told(
        (
            "[sender Iran] has [trigger threatened] [recipient Iraq] through"
            " [carrier Oman] that [content flights over Khuzestan would be met with"
            " missiles], [condition if they went on].",
            dict(BY_OMAN),
        ),
        id="d1",
    )
    denial = told(
        (
            "[sender Iran] [trigger passed no threat] to [recipient Iraq] by way of"
            " [carrier Oman] that [content flights over Khuzestan would see missiles].",
            {**BY_OMAN, "status": Status.NEGATED},
        ),
        id="d2",
    )
    return [Reading(one[0].document, (one[0].signal,)) for one in (threat, denial)]


def cluster() -> Cluster:
    """Annotate the same two reports as grouped, in conflict, with a red line."""
    documents = predict(readings()).documents
    texts = {one.document.id: one.document.text for one in readings()}
    records = tuple({**one, "text": texts[one["id"]]} for one in documents)
    refs = [f"{one['id']}/{one['signals'][0]['id']}" for one in documents]
    links: dict[str, Any] = {
        "exchanges": [{"signals": refs}],
        "conflicts": [{"a": refs[0], "b": refs[1]}],
        "red_lines": [{"signal": refs[0], "state_in_corpus": "withdrawn"}],
        "forecasts": [],
    }
    return Cluster("flights", records, links)


def test_what_is_found_has_the_keys_of_links() -> None:
    links = predict(readings()).links
    assert set(links) == {"exchanges", "conflicts", "red_lines", "forecasts"}
    (exchange,) = links["exchanges"]
    assert [ref.split("/")[0] for ref in exchange["signals"]] == ["d1", "d2"]


@pytest.mark.shared
@needs_gold
def test_what_is_annotated_alike_scores_all() -> None:
    scores = predict(readings()).score(cluster())
    assert [scores[name]["f1"] for name in list(MEASURES)[:3]] == [1.0, 1.0, 1.0]


@pytest.mark.shared
@needs_gold
def test_grouping_alone_has_the_scores_of_groups_alone() -> None:
    assert list(score(cluster(), entries_of(readings()))) == [
        "exchanges (couples)",
        "conflicts",
    ]


@pytest.mark.shared
@needs_gold
def test_each_of_our_signals_has_the_name_of_its_gold_signal() -> None:
    found, gold = predict(gold_readings(cluster())), cluster()
    ours = found.documents[0]["signals"][0]["id"]
    theirs = gold.documents[0]["signals"][0]["id"]
    assert found.names(gold)[f"d1/{ours}"] == f"d1/{theirs}"
    assert ours != theirs


@pytest.mark.shared
@needs_gold
def test_notes_count_states_and_windows() -> None:
    first, second = notes([(cluster(), predict(readings()))])
    assert first.startswith("Of 1 red lines found, 0 have the state of the gold")
    assert "withdrawn → open 1" in first
    assert second.startswith("Of 0 forecasts found")


@pytest.mark.shared
@needs_gold
def test_report_has_means_aims_and_a_row_for_each_cluster() -> None:
    wanted = of_part("dev")
    part = measure(FROM_GOLD, {one.name: gold_readings(one) for one in wanted})
    assert list(part.rows) == ["mean", "aim", *(one.name for one in wanted)]
    assert part.rows["aim"]["exchanges F1"] == AIMS[FROM_GOLD][0]
    assert part.rows["mean"]["red lines F1"] >= 0.8


def test_means_are_over_clusters() -> None:
    rows = [{"conflicts": {"p": 1.0, "r": 1.0, "f1": f1}} for f1 in (0.2, 0.4)]
    assert mean(rows) == {"conflicts": pytest.approx(0.3)}


def test_a_line_shows_every_score() -> None:
    row = {"conflicts": {"p": 1.0, "r": 0.5, "f1": 0.667}}
    assert show("ferry", row).split() == ["ferry", "1.000", "0.500", "0.667"]


def test_both_parts_of_the_report_have_an_aim_for_each_measure() -> None:
    assert {title: len(aims) for title, aims in AIMS.items()} == {
        FROM_GOLD: len(MEASURES),
        FROM_TEXT: len(MEASURES),
    }
