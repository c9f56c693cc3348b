from datetime import date

import pytest

from backchannel.resolve.campaigns import party_of


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("Donald Trump", date(2016, 8, 30), "Republican Party"),
        ("Donald Trump", date(2018, 4, 11), None),
        ("Bernie Sanders", date(2016, 2, 1), "Democratic Party"),
        ("Barack Obama", date(2016, 8, 30), None),
        ("Donald Trump", None, None),
    ],
)
def test_a_candidate_is_of_the_party_while_running(
    name: str, day: date | None, party: str | None
) -> None:
    assert party_of(name, day) == party
