"""Clauses are told apart by what they state."""

import pytest

from backchannel.domain.claims import ClaimKind
from backchannel.domain.text import Span
from backchannel.reconstruct.claimwords import (
    find_by,
    find_granted,
    find_kind,
    find_principal,
    is_negated,
    is_relation_negated,
)
from backchannel.reconstruct.counts import find_counts


def kind(words: str, *, told: bool = True, outright: bool = False) -> ClaimKind | None:
    return find_kind(words, find_counts(words), told=told, outright=outright)


def quote(words: str, span: Span | None) -> str | None:
    return words[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nine sailors drowned", ClaimKind.COUNT),
        ("the mill was burned", ClaimKind.DEED),
        ("the guards answer to nobody", ClaimKind.RELATION),
        ("it was not informed of it", ClaimKind.OTHER),
        ("the weather was fine", None),
        ("it would burn the mill", None),
        ("if they burned the mill", None),
        ("the attack was on the agenda", None),
    ],
)
def test_a_clause_states_one_sort_of_fact_or_none(
    words: str, found: ClaimKind | None
) -> None:
    assert kind(words) is found


def test_what_is_denied_outright_is_a_claim_whatever_it_is() -> None:
    assert kind("it had paid the captain", outright=True) is ClaimKind.OTHER


def test_the_outlets_own_words_need_a_deed_that_was_done() -> None:
    assert kind("a raid", told=False) is None
    assert kind("the captain was killed", told=False) is ClaimKind.DEED


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("the mill was burned by soldiers", "soldiers"),
        ("Arland's troops had fired on the convoy", "Arland's troops"),
        ("he was the victim of a bomb", "a bomb"),
        ("the captain died in a storm", "a storm"),
        ("the shots came from the far bank", "the far bank"),
        ("the fire was an accident", "an accident"),
        ("the captain died", None),
    ],
)
def test_who_did_it_or_what_caused_it_is_found(words: str, by: str | None) -> None:
    assert quote(words, find_by(words)) == by


@pytest.mark.parametrize(
    ("words", "principal"),
    [
        ("the brigade is a proxy of Arland", "Arland"),
        ("they are not Arland's proxy forces", "Arland"),
        ("Arland controls the brigade", "Arland"),
        ("they act alone", None),
    ],
)
def test_whose_the_control_is_is_found(words: str, principal: str | None) -> None:
    assert quote(words, find_principal(words)) == principal


def test_a_contrast_is_no_negation() -> None:
    assert is_negated("it was not burned")
    assert not is_negated("Arland, not Borland, burned it")


def test_only_what_comes_before_a_relation_negates_it() -> None:
    assert is_relation_negated("they do not answer to Arland")
    assert not is_relation_negated("they act independently, not on its orders")


def test_a_relation_taken_for_granted_is_found_with_whose_it_is() -> None:
    words = "Arland could push its proxy forces to attack"
    assert quote(words, find_granted(words)) == words
