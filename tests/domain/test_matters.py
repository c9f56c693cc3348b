"""Words are told apart by what they say was done, holds or befell."""

import pytest

from backchannel.domain import matters


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the boat was sunk by a mine", ("sink",)),
        ("he was shot dead", ("shoot", "kill")),
        ("we did not kill him", ("kill",)),
        ("to bomb the town", ("bomb",)),
        ("they shook hands", ()),
    ],
)
def test_deeds_are_found_in_text_order(words: str, found: tuple[str, ...]) -> None:
    assert matters.find_deeds(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a proxy of its neighbour", ("control",)),
        ("acting independently, not on its orders", ("independence", "control")),
        ("he speaks for the council", ("voice",)),
        ("it rained", ()),
    ],
)
def test_relations_are_found_in_text_order(words: str, found: tuple[str, ...]) -> None:
    assert matters.find_relations(words) == found


def test_the_first_fate_that_is_told_counts() -> None:
    assert matters.find_fate("people were wounded and later died") == "wounded"


def test_no_fate_is_told_of_those_who_sing() -> None:
    assert matters.find_fate("people sang") == ""


@pytest.mark.parametrize(
    ("words", "sort"),
    [("a missile", "means"), ("a gas leak", "chance"), ("the guards", "doer")],
)
def test_causes_are_of_three_sorts(words: str, sort: str) -> None:
    assert matters.find_cause(words) == sort


def test_who_is_murdered_is_killed_with_intent() -> None:
    assert matters.is_intended("he was murdered")
    assert not matters.is_intended("he fell ill")


def test_soldiers_are_people_and_tanks_are_not() -> None:
    assert matters.are_people("soldiers")
    assert not matters.are_people("tanks")
