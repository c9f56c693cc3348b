"""The table of actors is well formed, and its floor holds."""

import json

import pytest

from backchannel.domain.signals import Actor
from backchannel.pipeline import open_reference
from eval.actor_table import TABLE, Told, find, measure, misses
from eval.evaluate import FLOORS


def told(*found: str, expected: str = "Iran/IRN") -> Told:
    wanted = tuple((name, side) for name, side in [expected.split("/")])
    pairs = (words.split("/") for words in found)
    actors = tuple(Actor(name, side, "test") for name, side in pairs)
    return Told("row 1", "Tehran", wanted, actors)


def test_every_actor_meant_must_be_told_and_no_other() -> None:
    assert told("Iran/IRN").side_right
    assert told("Iran/IRN").name_right
    assert not told("Iran/IRN", "Oman/OMN").side_right
    assert told("Iranian government/IRN").side_right
    assert not told("Iranian government/IRN").name_right


def test_misses_tell_expected_and_found() -> None:
    (line,) = misses([told("Iran/IRN"), told("Oman/OMN")])
    assert line == "row 1 side 'Tehran': Iran/IRN | Oman/OMN (test)"


def test_nth_place_of_words() -> None:
    assert find("he said he", "he", 2).start == 8
    with pytest.raises(ValueError, match="not found"):
        find("he said", "he", 2)


def test_the_table_has_at_least_three_hundred_mentions_each_once() -> None:
    rows = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]
    places = [
        (row["text"], find(row["text"], m["words"], m["n"]))
        for row in rows
        for m in row["mentions"]
    ]
    assert len(places) >= 300
    assert len(set(places)) == len(places)


def test_actors_are_not_below_their_floor() -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))["actors"]
    figures = measure(open_reference()).rows["all"]
    assert {
        name: figures[name] for name in floors if figures[name] < floors[name]
    } == {}
