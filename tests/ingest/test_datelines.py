from datetime import date

import pytest

from backchannel.ingest.datelines import find_day, is_date_line, tells_update

DAY = date(2023, 11, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Nov 4, 2023",
        "4 November 2023",
        "November 4th, 2023",
        "Saturday, 4 Nov. 2023",
        "Published: 4 November 2023 - 20:42",
        "Last updated on Nov. 4, 2023 at 8:15 p.m. EST",
        "2023-11-04",
        "2023.11.04 / 17:58",
        "4 November 2023 01:21 (South Africa)",
        "News | Published 4 November 2023, 07.42",
        "November 4, 2023 / 8:21 PM / 3 years ago",
    ],
)
def test_date_lines_give_their_day(line: str) -> None:
    assert is_date_line(line)
    assert find_day(line) == DAY


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("18/11/2023", date(2023, 11, 18)),
        ("11/18/2023", date(2023, 11, 18)),
        ("11/11/2023", date(2023, 11, 11)),
        ("04/11/2023", None),
        ("04.11.2023 09:30", None),
        ("32/11/2023", None),
        ("31 June 2023", None),
        ("Nov. 9", None),
        ("Copyright 2024", None),
        ("4 November 1623", None),
    ],
)
def test_only_days_that_cannot_be_mistaken_are_told(
    line: str, day: date | None
) -> None:
    assert find_day(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "He resigned on 4 November 2023",
        "Talks of 4 November 2023 collapse",
        "May 2023",
        "",
    ],
)
def test_lines_that_say_more_are_no_date_lines(line: str) -> None:
    assert not is_date_line(line)


def test_an_update_is_told_from_a_publication() -> None:
    assert tells_update("Last updated: 4 November 2023")
    assert not tells_update("Published: 4 November 2023")
