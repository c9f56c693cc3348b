import pytest

from backchannel.domain.text import Span
from backchannel.resolve.offices import Office, find_offices, singular
from backchannel.resolve.sides import Named, SideIndex


def offices(text: str, *sides: str) -> tuple[Office, ...]:
    named = [
        Named(Span(text.index(s), text.index(s) + len(s)), s, s, "state", "test")
        for s in sides
    ]
    return find_offices(text, SideIndex(named))


def test_the_modifiers_of_a_title_belong_to_it() -> None:
    assert [o.title for o in offices("the deputy foreign minister")] == [
        "deputy foreign minister"
    ]


@pytest.mark.parametrize(
    "text", ["Iran’s foreign minister", "the foreign minister of Iran", "Iran minister"]
)
def test_an_office_belongs_to_the_state_beside_it(text: str) -> None:
    (office,) = offices(text, "Iran")
    assert office.owner is not None
    assert office.owner.name == "Iran"


def test_an_embassy_is_not_of_the_city_it_stands_in() -> None:
    (office,) = offices("the embassy in Muscat", "Muscat")
    assert office.owner is None


def test_two_offices_of_one_person_share_the_owner() -> None:
    found = offices("Colombia Vice President and Foreign Minister", "Colombia")
    assert [o.owner.name for o in found if o.owner] == ["Colombia", "Colombia"]


@pytest.mark.parametrize(
    ("plural", "single"),
    [("ministers", "minister"), ("ministries", "ministry"), ("spokesmen", "spokesman")],
)
def test_a_plural_has_its_singular(plural: str, single: str) -> None:
    assert singular(plural) == single
