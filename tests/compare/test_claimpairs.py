"""Two claims on one matter are compared, with reasons."""

from datetime import date
from typing import Any

import pytest

from backchannel.compare.claimfacts import find_claim_facts
from backchannel.compare.claimpairs import judge_claims, same_counted
from backchannel.domain.claims import Claim, ClaimVerdict, Count
from backchannel.domain.exchanges import Finding
from backchannel.domain.text import Document, Span
from tests.compare.stated import stated

Told = tuple[Claim, Document]


def judge(left: Told, right: Told) -> ClaimVerdict:
    return judge_claims(find_claim_facts(*left, {}), find_claim_facts(*right, {}))


def dead(number: int, day: int) -> Told:
    words = f"{number} men were killed at Lomna"
    fields: dict[str, Any] = {"kind": "count", "matters": ("kill",), "counts": number}
    return stated(words, id=f"d{number}-{day}", day=date(2001, 3, day), **fields)


def control(words: str, *matters: str, polarity: str = "asserted") -> Told:
    return stated(words, kind="relation", matters=matters, polarity=polarity)


def test_two_doers_of_one_deed_contradict() -> None:
    verdict = judge(
        stated("the mill was burned by [by rebels]"),
        stated("the mill was burned by [by soldiers]"),
    )
    assert verdict.finding is Finding.CONTRADICTS
    assert verdict.reasons[0] == "one names “rebels”, the other “soldiers”"


def test_who_did_it_and_with_what_do_not_contradict() -> None:
    verdict = judge(
        stated("the mill was destroyed by [by a bomb]"),
        stated("the mill was destroyed by [by Arland]"),
    )
    assert verdict.finding is Finding.AGREES


def test_chance_and_intent_contradict() -> None:
    verdict = judge(
        stated("the dam gave way under the rain"), stated("the dam was dynamited")
    )
    assert verdict.finding is Finding.CONTRADICTS


def test_what_one_leaves_open_differs() -> None:
    verdict = judge(
        stated("the mill was burned by [by rebels]"),
        stated("the mill was burned by [by rebels]", polarity="doubted"),
    )
    assert verdict.finding is Finding.DIFFERS


def test_who_denies_having_done_it_does_not_deny_that_it_was_done() -> None:
    verdict = judge(
        stated("the mill was burned"),
        stated("[by its men] had burned the mill", polarity="denied"),
    )
    assert verdict.finding is Finding.DIFFERS


@pytest.mark.parametrize(
    ("right", "finding", "reason"),
    [
        pytest.param(dead(12, 5), Finding.AGREES, "both be true", id="the same"),
        pytest.param(dead(30, 5), Finding.DIFFERS, "at one time", id="one day"),
        pytest.param(dead(30, 8), Finding.DIFFERS, "an update", id="later, larger"),
        pytest.param(dead(9, 8), Finding.DIFFERS, "smaller", id="later, smaller"),
    ],
)
def test_counts_are_compared_with_their_days(
    right: Told, finding: Finding, reason: str
) -> None:
    verdict = judge(dead(12, 5), right)
    assert verdict.finding is finding
    assert reason in verdict.reasons[0]


def test_control_and_independence_contradict() -> None:
    verdict = judge(
        control("[by Arland] controls the brigade", "control"),
        control("the brigade acts independently of [by Arland]", "independence"),
    )
    assert verdict.finding is Finding.CONTRADICTS


def test_who_denies_control_agrees_with_who_states_independence() -> None:
    verdict = judge(
        control("[by Arland] controls the brigade", "control", polarity="denied"),
        control("the brigade acts independently of [by Arland]", "independence"),
    )
    assert verdict.finding is Finding.AGREES


def test_support_is_not_control() -> None:
    verdict = judge(
        control("[by Arland] funds the brigade", "support"),
        control("[by Arland] controls the brigade", "control", polarity="denied"),
    )
    assert verdict.finding is Finding.DIFFERS


def test_agreement_across_sides_is_marked() -> None:
    verdict = judge(
        stated("the mill was burned", source="Arland"),
        stated("the mill was burned", source="Borland"),
    )
    assert verdict.reasons[-1] == "confirmed across sides: by Arland and by Borland"


def test_a_verdict_quotes_both_claims() -> None:
    left, right = stated("the mill was burned"), stated("the mill was in flames")
    verdict = judge(left, right)
    assert left[1].quote(verdict.left_words) == "the mill was burned"
    assert right[1].quote(verdict.right_words) == "the mill was in flames"


@pytest.mark.parametrize(
    ("fates", "units", "same"),
    [
        (("killed", "killed"), ("people", ""), True),
        (("killed", "wounded"), ("people", "people"), False),
        (("", ""), ("tank", "tank"), True),
        (("", ""), ("tank", "ship"), False),
        (("", ""), ("", ""), False),
    ],
)
def test_counts_are_of_one_thing_to_which_one_thing_befell(
    fates: tuple[str, str], units: tuple[str, str], same: bool
) -> None:
    one, other = (
        Count(Span(0, 1), 1, 1, unit, fate)
        for fate, unit in zip(fates, units, strict=True)
    )
    assert same_counted(one, other) is same
