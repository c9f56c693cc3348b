from datetime import date

import pytest

from backchannel.domain.signals import Interval, Time
from backchannel.domain.text import Span
from backchannel.write.outlook_lines import (
    forecast_lines,
    red_line_lines,
    until_words,
)
from tests.write.found import DAY, MARKS, judged, plain, red_line


def test_a_red_line_tells_if_then_until_and_each_change_with_its_quote() -> None:
    assert plain(red_line_lines(*red_line(), signs=MARKS)) == [
        "1aaaaaaaaaa  2001-03-05  ACTED ON Arland → Belmark (BLM) · The Courier",
        "             if     unless Belmark withdraws by Friday",
        "             then   close the strait",
        "             until  2001-03-07 “by Friday”",
        "             acted on · The Courier 2001-03-09 · it came",
        "             quote  closed the strait",
    ]


def test_what_a_red_line_leaves_unsaid_is_told_as_unsaid() -> None:
    assert plain(red_line_lines(*red_line(known=False), signs=MARKS)) == [
        "1aaaaaaaaaa  undated  OPEN Arland · outlet not known",
        "             if     unless Belmark withdraws by Friday",
        "             then   left unsaid",
    ]


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(DAY, date(2001, 3, 7)), "2001-03-07"),
        (Interval(DAY, None), "2001-03-05.."),
        (None, "undated"),
    ],
    ids=["last day", "open end", "no days"],
)
def test_a_deadline_is_its_last_day(interval: Interval | None, words: str) -> None:
    assert until_words(Time(Span(0, 1), interval)) == words


def test_a_forecast_marks_its_hedges_and_window_and_shows_its_outcome() -> None:
    assert plain(forecast_lines(*judged(), signs=MARKS)) == [
        "1bbbbbbbbbb  2001-03-05..2001-03-09  BORNE OUT expected by “Envoys” · The"
        " Courier 2001-03-05",
        "             quote  talks [could] open [within days]",
        "             borne out · The Courier 2001-03-09 · it is reported",
        "             quote  The talks opened on Thursday.",
    ]


def test_a_forecast_of_no_days_by_nobody_is_the_outlets_and_undated() -> None:
    assert plain(forecast_lines(*judged(known=False), signs=MARKS)) == [
        "1bbbbbbbbbb  undated  UNRESOLVED expected by the outlet itself · The Courier"
        " undated",
        "             quote  talks [could] open within days",
    ]
