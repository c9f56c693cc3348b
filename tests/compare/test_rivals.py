from typing import Any

from backchannel.compare.facts import Facts, find_facts
from backchannel.compare.rivals import (
    no_source,
    party_tells,
    rival_account_near,
    rival_sources,
    rival_turned,
    same_source,
    sets_against,
)
from backchannel.compare.wording import Rarity
from backchannel.domain.signals import Act
from tests.compare.told import told

ASKED = "[sender Iran] [trigger asked] [recipient Iraq] for talks, [source Bern] said."
BEGGED = (
    "[sender Iran] [trigger begged] [recipient Iraq] for talks, [source Oslo] said."
)


def both(*sentences: str | tuple[str, dict[str, Any]]) -> tuple[Facts, Facts]:
    one, other = told(*sentences)
    return find_facts(one), find_facts(other)


def test_two_sources_of_one_text_are_rivals() -> None:
    assert rival_sources(*both(ASKED, BEGGED), Rarity()) == 1.0
    assert same_source(*both(ASKED, BEGGED), Rarity()) == 0.0


def test_one_source_is_no_rival_of_its_own() -> None:
    pair = both(ASKED, BEGGED.replace("Oslo", "Bern"))
    assert rival_sources(*pair, Rarity()) == 0.0
    assert same_source(*pair, Rarity()) == 1.0


def test_sources_of_two_texts_are_no_rivals() -> None:
    (left,), (right,) = told(ASKED), told(BEGGED, id="d2")
    assert rival_sources(find_facts(left), find_facts(right), Rarity()) == 0.0


def test_a_rival_account_counts_less_the_farther_it_stands() -> None:
    near = rival_account_near(*both(ASKED, BEGGED), Rarity())
    far = rival_account_near(*both(ASKED, "Rain fell. " * 80 + BEGGED), Rarity())
    assert near > 0.5 > far > 0


def test_each_says_that_the_other_side_did_it() -> None:
    turned = "[sender Iraq] [trigger begged] [recipient Iran], [source Oslo] said."
    assert rival_turned(*both(ASKED, turned), Rarity()) > 0.5
    assert rival_turned(*both(ASKED, BEGGED), Rarity()) == 0.0


def test_a_party_gives_its_own_version() -> None:
    told_so = "[sender Iraq], however, [trigger spoke] of a mere greeting."
    pair = both(ASKED, (told_so, {"act": Act.INFORM}))
    assert party_tells(*pair, Rarity()) > 0.5


def test_a_party_that_does_not_set_itself_against_it_only_adds() -> None:
    added = ("[sender Iraq] [trigger spoke] of rain.", {"act": Act.INFORM})
    assert party_tells(*both(ASKED, added), Rarity()) == 0.0


def test_a_text_may_tell_both_on_its_own_word() -> None:
    bare = [one.replace(", [source Bern] said", "") for one in (ASKED, ASKED)]
    assert no_source(*both(*bare), Rarity()) == 1.0
    assert no_source(*both(ASKED, bare[0]), Rarity()) == 0.0


def test_words_that_set_a_sentence_against_the_last_are_known() -> None:
    against = "But [sender Iran] [trigger told] it otherwise."
    left, right = both(ASKED, against)
    assert sets_against(right)
    assert not sets_against(left)
