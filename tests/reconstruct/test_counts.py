"""Counts are read with what the words leave open."""

import pytest

from backchannel.reconstruct.counts import find_counts


@pytest.mark.parametrize(
    ("words", "least", "most", "unit", "fate"),
    [
        ("12 people were killed", 12, 12, "people", "killed"),
        ("at least two messages were sent", 2, None, "messag", "sent"),
        ("up to 1,200 fighters", 0, 1200, "people", ""),
        ("about 50 tanks", 45, 55, "tank", ""),
        ("two dozen boats", 24, 24, "boat", ""),
        ("hundreds of villagers fled", 100, None, "people", "displaced"),
        ("the death toll rose to 40", 40, 40, "", "killed"),
        ("twenty-five sailors are missing", 25, 25, "people", "missing"),
        ("eleven of its men lie there", 11, 11, "people", ""),
        ("attacked the base more than 40 times", 40, None, "attack", ""),
        ("most of the 33 dead", 33, 33, "people", "killed"),
    ],
)
def test_a_count_has_its_bounds_and_what_is_counted(
    words: str, least: float, most: float | None, unit: str, fate: str
) -> None:
    (found,) = find_counts(words)
    assert found.least == pytest.approx(least)
    assert found.most is None if most is None else found.most == pytest.approx(most)
    assert (found.unit, found.fate) == (unit, fate)


@pytest.mark.parametrize(
    "words",
    [
        "on 12 May",
        "within 24 hours",
        "in 2019",
        "5 per cent",
        "the two leaders",
        "three kilometres away",
        "one of them",
    ],
)
def test_days_measures_and_what_is_pointed_at_are_no_counts(words: str) -> None:
    assert find_counts(words) == ()


def test_each_count_has_its_own_fate() -> None:
    counts = find_counts("14 people were killed and 60 wounded")
    assert [count.fate for count in counts] == ["killed", "wounded"]


def test_a_count_quotes_its_words() -> None:
    words = "they say that at least 12 men died"
    (found,) = find_counts(words)
    assert words[found.span.start : found.span.end] == "at least 12"
