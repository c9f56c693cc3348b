"""Crises name who is in office; cup finals do not."""

from backchannel.resolve.politics import count_politics
from tests.resolve.test_actors import REFERENCE


def test_what_is_political_counts_once() -> None:
    text = "The foreign minister met Hamas. Hamas told the foreign minister to wait."
    assert count_politics(text, REFERENCE) == 2


def test_countries_coaches_and_captains_are_no_politics() -> None:
    text = "Iran beat Japan. The coach warned his captain; the chief executive agreed."
    assert count_politics(text, REFERENCE) == 0
