"""Days and counts read as people write them."""

from dataclasses import replace
from datetime import date

import pytest

from backchannel.domain.signals import Interval, Party
from backchannel.domain.text import Span
from backchannel.write import phrases
from tests import fakes


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-08-04", "2024-08-04", "4 August 2024"),
        ("2023-10-07", "2023-10-16", "7–16 October 2023"),
        ("2023-10-07", "2023-11-16", "7 October – 16 November 2023"),
        ("2023-12-25", "2024-01-07", "25 December 2023 – 7 January 2024"),
        ("2023-10-07", None, "from 7 October 2023"),
        (None, "2023-10-07", "until 7 October 2023"),
        (None, None, "day not known"),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, words: str) -> None:
    interval = Interval(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
    )
    assert phrases.interval_words(interval) == words


def test_words_that_cannot_be_dated() -> None:
    assert phrases.interval_words(None) == "day not known"


@pytest.mark.parametrize(
    ("actor", "side", "words"),
    [
        ("Iran", "IRN", "IRN"),
        ("Hezbollah", "Hezbollah", ""),
        ("allies", "unknown", "side unknown"),
    ],
)
def test_side_is_told_where_the_name_does_not(
    actor: str, side: str, words: str
) -> None:
    assert phrases.side_words(Party(Span(0, 1), actor, side)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no signals"), (1, "1 signal"), (2000, "2,000 signals")]
)
def test_counts(number: int, words: str) -> None:
    assert phrases.count(number, "signal") == words


def test_what_is_likelier_wrong_than_right_is_said() -> None:
    (signal,) = fakes.reading("Iran [trigger warned] Israel.").signals
    assert phrases.doubts(signal) == ()
    chances = {"signal": 0.49, "act": 0.5, "recipient": 0.384, "sender": 0.9}
    unsure = replace(signal, confidence=chances)
    assert phrases.doubts(unsure) == ("recipient 38%", "that it is one 49%")
