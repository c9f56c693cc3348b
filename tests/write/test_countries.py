"""The table of states is that of the readings, in codes that the library knows."""

import csv
from importlib.resources import files

import pytest
from followthemoney.types import registry

from backchannel.write.countries import FTM_CODES, SIDES, is_state

with files("backchannel.resolve").joinpath("tables", "states.csv").open("r") as _table:
    STATES = list(csv.DictReader(_table))


def test_every_state_that_readings_name_is_known() -> None:
    assert {row["side"] for row in STATES} == SIDES
    assert all(is_state(row["name"], row["side"]) for row in STATES)


def test_every_code_is_one_of_followthemoneys() -> None:
    assert set(FTM_CODES.values()) <= set(registry.country.names)
    assert FTM_CODES["IRN"] == "ir"
    assert FTM_CODES["SUN"] == "suhh"


@pytest.mark.parametrize(
    ("name", "side"), [("Tehran", "IRN"), ("Iran", "IRQ"), ("Iran", "unknown")]
)
def test_who_acts_for_a_state_is_not_the_state(name: str, side: str) -> None:
    assert not is_state(name, side)
