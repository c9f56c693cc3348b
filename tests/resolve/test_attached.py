"""Whose officer a person is, by other words than the title."""

from pathlib import Path

import pytest

from backchannel.domain.labels import Labelled
from backchannel.domain.text import Document, Span
from backchannel.resolve.actors import name_actors
from backchannel.resolve.reference import parse

TABLES = Path(__file__).parents[2] / "src" / "backchannel" / "resolve" / "tables"
REFERENCE = parse({p.name: p.read_text("utf-8") for p in TABLES.glob("*.csv")})


def side_of(text: str, words: str) -> str:
    start = text.index(words)
    span = Span(start, start + len(words))
    return name_actors(Labelled(Document("d", text)), [span], REFERENCE)[span][0].side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        pytest.param(
            "Iran met China. Ghana refused; its foreign minister, Ado Quarsh, left.",
            "GHA",
            id="its",
        ),
        pytest.param(
            "President Jan Bakker of the Netherlands warned Iran. His spokesman, Ado"
            " Quarsh, told Iran the same.",
            "NLD",
            id="his",
        ),
        pytest.param(
            "Yemen fears the Houthis. Saudi Arabia bombed Yemen, and the movement's"
            " spokesman, Ado Quarsh, vowed revenge.",
            "Houthis",
            id="the movement's",
        ),
        pytest.param(
            "Iran told Angela Merkel that it would wait. Iran heard no more, said"
            " Merkel's spokesman, Ado Quarsh.",
            "DEU",
            id="a named person's",
        ),
        pytest.param(
            "Iran threatened Iraq. Iran shot.\n\nIn Accra, President Ado Quarsh wept.",
            "GHA",
            id="in a capital",
        ),
        pytest.param(
            "Iran threatened Iraq, and Iran shot. For Ghana the minister, Ado Quarsh,"
            " wept.",
            "GHA",
            id="for a state",
        ),
    ],
)
def test_words_beside_the_title_tell_the_side(text: str, side: str) -> None:
    assert side_of(text, "Ado Quarsh") == side


def test_a_leading_office_of_an_organisation_beats_the_table() -> None:
    text = "European Council President Donald Tusk warned Poland."
    assert side_of(text, "Donald Tusk") == "EU"


def test_what_a_person_does_to_a_minister_is_no_title() -> None:
    text = "Sajid Javid had told the US attorney general. Javid is British."
    assert side_of(text, "Sajid Javid") == "GBR"


def test_a_state_in_another_clause_is_not_named_beside() -> None:
    text = (
        "Egypt waits. Ado Quarsh, the minister who met aides, asked Ecuador for help."
    )
    assert side_of(text, "Ado Quarsh") == "EGY"


def test_his_highness_is_nobodys_officer() -> None:
    text = (
        "US Secretary of State Antony Blinken met today with His Highness the Crown"
        " Prince Tariq Al-Dhafer of Kuwait in Kuwait City."
    )
    assert side_of(text, "Tariq Al-Dhafer") == "KWT"
