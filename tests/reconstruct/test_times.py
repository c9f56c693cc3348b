"""The words that say when, and the days they mean."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.domain.signals import Gap, Interval
from backchannel.reconstruct.times import (
    Dated,
    find_anchor,
    find_times,
    resolve_time,
)
from eval.times import Case, days_of, read_table

WEDNESDAY = date(2023, 11, 15)
TABLE = list(read_table())

#: Words of the grammar, so that random strings of them reach deep into it.
WORDS = st.sampled_from(
    "since by until before after from to and between the of in on at last next this"
    " late early mid- end first 3 30 31 99999 2023 0000 may february friday week"
    " weekend month year days hours ago later summer 1990s - / . , ' noon over past"
    " within that same day more than couple".split()
)
PHRASES = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60)
DAYS = st.none() | st.dates()


def show(case: Case) -> str:
    return f"{case.words or 'nothing'} ({case.where.split(':')[1]})"


@pytest.mark.parametrize("case", TABLE, ids=show)
def test_words_mean_these_days(case: Case) -> None:
    assert days_of(case.resolved()) == case.expected


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(TABLE) >= 150


@given(PHRASES, DAYS, st.booleans(), DAYS)
@settings(max_examples=300, deadline=None)
def test_any_words_give_ordered_days_or_a_gap(
    words: str, published: date | None, ahead: bool, anchor: date | None
) -> None:
    outcome = resolve_time(words, published=published, ahead=ahead, anchor=anchor)
    if isinstance(outcome, Gap):
        assert outcome.field == "time"
        return
    start, end = outcome.interval.start, outcome.interval.end
    assert start is None or end is None or start <= end


@given(PHRASES)
@settings(max_examples=200, deadline=None)
def test_found_times_are_passages_in_order(sentence: str) -> None:
    position = 0
    for start, end in find_times(sentence):
        assert position <= start < end <= len(sentence)
        position = end


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lavrov said on Friday that it was over.", ["on Friday"]),
        ("The call on the 8th lasted an hour.", ["on the 8th"]),
        ("It has met daily since early May.", ["since early May"]),
        ("They met from 3 to 5 June in Oslo.", ["from 3 to 5 June"]),
        ("Talks ran between Monday and Friday.", ["between Monday and Friday"]),
        ("He will reply by the end of the week.", ["by the end of the week"]),
        ("Messages went over the past 40 days.", ["over the past 40 days"]),
        ("It may come within 24 to 48 hours.", ["within 24 to 48 hours"]),
        ("Kirby said late Tuesday he knew.", ["late Tuesday"]),
        ("On April 13, 1982, Haig flew on.", ["On April 13, 1982"]),
        ("Nothing came since 2009.", ["since 2009"]),
        ("He met May on Monday and left today.", ["on Monday", "today"]),
        ("She may march on the Sun.", []),
        ("A day earlier, Tehran’s note came.", ["A day earlier"]),
        ("About 2000 men were held.", []),
        ("", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_times_are_found_with_their_words(sentence: str, expected: list[str]) -> None:
    found = [sentence[start:end] for start, end in find_times(sentence)]
    assert found == expected


def test_words_around_a_date_do_not_hide_it() -> None:
    outcome = resolve_time("during the talks held in March", published=WEDNESDAY)
    assert days_of(outcome) == Interval(date(2023, 3, 1), date(2023, 3, 31))


def test_the_rule_that_told_is_named() -> None:
    outcome = resolve_time("since late May", published=WEDNESDAY)
    assert isinstance(outcome, Dated)
    assert outcome.rule == "since: portion: month"


def test_relative_words_without_a_publication_say_so() -> None:
    gap = Gap("time", "relative to a date of publication that is not known")
    assert resolve_time("last Friday", published=None) == gap


def test_the_anchor_is_the_last_day_named() -> None:
    text = "They met on 7 October. A day later they parted in anger. Then, "
    assert find_anchor(text, published=WEDNESDAY) == date(2023, 10, 8)


def test_a_text_without_days_has_no_anchor() -> None:
    assert find_anchor("They met last year.", published=WEDNESDAY) is None


@pytest.mark.parametrize(
    "piece", ["on Friday ", "since ", "in the ", "from 3 to ", "between and ", " ", "9"]
)
def test_a_long_string_takes_no_long_time(piece: str) -> None:
    words = (piece * 100_000)[:100_000]
    began = time.perf_counter()
    find_times(words)
    resolve_time(words, published=WEDNESDAY)
    assert time.perf_counter() - began < 20  # about 1 on a laptop; hours if quadratic
