"""What of a claim can be compared is made ready once."""

from dataclasses import replace
from datetime import date

from backchannel.compare.claimfacts import find_claim_facts
from backchannel.domain.signals import Interval
from backchannel.domain.text import Span
from tests.compare.stated import stated


def test_a_claim_is_about_neither_the_deed_nor_the_doer_nor_numbers() -> None:
    facts = find_claim_facts(*stated("[by rebels] burned 12 mills at Lomna"), {})
    assert facts.about == {"mill", "lomna"}
    assert facts.by == {"rebel"}


def test_its_men_are_those_of_the_source() -> None:
    claim = stated("[by its men] burned the mill", source="Arland")
    assert "arland" in find_claim_facts(*claim, {}).by


def test_a_pronoun_stands_for_the_names_that_it_looks_back_to() -> None:
    claim, document = stated("he was burned", source="Dorr")
    facts = find_claim_facts(replace(claim, context=Span(0, 4)), document, {})
    assert facts.about == {"dorr"}


def test_a_capital_stands_for_the_state_that_it_means_elsewhere() -> None:
    claim = stated("it is [by Lomna]'s proxy", kind="relation", matters=("control",))
    assert "arland" in find_claim_facts(*claim, {"Lomna": "Arland"}).by


def test_the_day_is_that_of_the_claim_and_else_that_of_the_report() -> None:
    claim, document = stated("the mill was burned")
    days = Interval(date(2001, 3, 1), date(2001, 3, 1))
    assert find_claim_facts(claim, document, {}).day == date(2001, 3, 5)
    dated = find_claim_facts(replace(claim, days=days), document, {})
    assert dated.day == date(2001, 3, 1)


def test_ends_of_one_violent_event_are_of_one_family() -> None:
    shot = find_claim_facts(*stated("he was shot", matters=("shoot",)), {})
    killed = find_claim_facts(*stated("he was killed", matters=("kill",)), {})
    assert shot.matters == killed.matters
