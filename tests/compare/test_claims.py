"""Claims about one matter come together, and are compared."""

from datetime import date
from itertools import product
from typing import Any

from backchannel.compare.claims import group_claims
from backchannel.domain.claims import Claim, ClaimGroup
from backchannel.domain.exchanges import Finding
from backchannel.domain.text import Document
from tests.compare.stated import stated


def together(*told: tuple[Claim, Document]) -> ClaimGroup:
    """Return the one group that all of them are in."""
    (group,) = group_claims(told)
    return group


def test_a_claim_and_its_denial_come_together_and_contradict() -> None:
    group = together(
        stated("[by Arland] burned the mill at Lomna", id="d1"),
        stated("[by Arland] burned the mill at Lomna", id="d2", polarity="denied"),
    )
    (verdict,) = group.verdicts
    assert verdict.finding is Finding.CONTRADICTS
    assert verdict.reasons == ("one says so, the other denies it",)


def test_claims_about_different_matters_stay_apart() -> None:
    groups = group_claims(
        [
            stated("the mill at Lomna was burned", id="d1"),
            stated("the ferry off Sarn was sunk", id="d2", matters=("sink",)),
        ]
    )
    assert [len(group.claims) for group in groups] == [1, 1]


def test_two_sources_of_one_document_are_compared() -> None:
    left, document = stated("the mill at Lomna was burned by [by rebels]")
    right, _ = stated("the mill at Lomna was burned by [by rebels]", polarity="denied")
    assert left.document == right.document
    group = together((left, document), (right, document))
    assert len(group.claims) == 2


def test_events_far_apart_in_time_stay_apart() -> None:
    groups = group_claims(
        [
            stated("the mill at Lomna was burned", id="d1", day=date(2001, 1, 1)),
            stated("the mill at Lomna was burned", id="d2", day=date(2003, 1, 1)),
        ]
    )
    assert len(groups) == 2


def test_claims_without_a_day_come_together() -> None:
    group = together(
        stated("the mill at Lomna was burned", id="d1", day=None),
        stated("the mill at Lomna was burned", id="d2"),
    )
    assert group.finding is Finding.AGREES


def test_who_controls_whom_has_no_day() -> None:
    relation: dict[str, Any] = {"kind": "relation", "matters": ("control",)}
    group = together(
        stated(
            "[by Arland] controls the brigade",
            id="d1",
            day=date(1999, 1, 1),
            **relation,
        ),
        stated("[by Arland] controls the brigade", id="d2", **relation),
    )
    assert group.finding is Finding.AGREES


def test_a_copy_is_grouped_and_not_compared_again() -> None:
    words = "the mill at Lomna in the upper valley was burned down by [by rebels]"
    told = [stated(words, id=f"d{number}", source="Clerks") for number in range(4)]
    group = together(*told)
    assert len(group.claims) == 4
    assert group.verdicts == ()


def test_the_order_of_the_claims_does_not_matter() -> None:
    told = [
        stated("the mill at Lomna was burned by [by rebels]", id="d1"),
        stated("[by soldiers] burned the mill at Lomna", id="d2"),
        stated("the ferry off Sarn was sunk", id="d3", matters=("sink",)),
    ]
    assert group_claims(told) == group_claims(reversed(told))


def test_no_claims_make_no_groups() -> None:
    assert group_claims([]) == ()


def test_each_of_many_events_has_its_own_group() -> None:
    told = [
        stated(f"the mill at {place} was burned", id=f"{place}{number}")
        for place in ("".join(letters) for letters in product("BDKLM", "AEIO", "RVZ"))
        for number in range(2)
    ]
    groups = group_claims(told)
    assert [len(group.claims) for group in groups] == [2] * (len(told) // 2)
