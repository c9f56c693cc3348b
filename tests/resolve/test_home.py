"""Whose ministers need no adjective: told by who publishes the text."""

from pathlib import Path

import pytest

from backchannel.domain.text import Appearance, Document, Stated
from backchannel.resolve.home import find_home, is_official
from backchannel.resolve.reference import parse

TABLES = Path(__file__).parents[2] / "src" / "backchannel" / "resolve" / "tables"
REFERENCE = parse({p.name: p.read_text("utf-8") for p in TABLES.glob("*.csv")})


def published_by(outlet: str) -> Document:
    return Document("d1", "Text.", appearance=Appearance(outlet=Stated(outlet, "test")))


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("The Guardian", "GBR"),
        ("Guardian", "GBR"),
        ("Guardian Nigeria", "NGA"),
        ("The Times", "GBR"),
        ("The Times of Israel", "ISR"),
        ("Kyiv Independent", "UKR"),
        ("usa-today", "USA"),
        ("US State Department", "USA"),
        ("IRNA", "IRN"),
        ("Reuters", None),
        ("Steppe Telegraph", None),
    ],
)
def test_a_publisher_is_at_home_where_its_readers_are(
    outlet: str, side: str | None
) -> None:
    assert find_home(published_by(outlet), [], REFERENCE) == side


@pytest.mark.parametrize(
    ("outlet", "official"), [("White House", True), ("The Times", False)]
)
def test_bodies_of_a_state_are_told_from_papers(outlet: str, official: bool) -> None:
    assert is_official(published_by(outlet)) is official
