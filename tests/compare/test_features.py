from dataclasses import replace
from typing import Any

import pytest

from backchannel.compare import disputes
from backchannel.compare.facts import Facts, find_facts
from backchannel.compare.features import FEATURES, WORDS, compare
from backchannel.compare.weights import CONFLICT, ONE_EXCHANGE
from backchannel.compare.wording import Rarity
from backchannel.domain.signals import Act, Status
from backchannel.domain.text import Span
from tests.compare.told import told

WARNED = "[sender Iran] [trigger warned] [recipient Iraq] of [content a war at sea]."


def facts(marked: str, id: str = "d1", **fields: Any) -> Facts:
    (entry,) = told((marked, fields), id=id)
    return find_facts(entry)


def both(*sentences: tuple[str, dict[str, Any]]) -> tuple[Facts, Facts]:
    one, other = told(*sentences)
    return find_facts(one), find_facts(other)


def test_no_feature_minds_who_comes_first() -> None:
    left = facts(WARNED)
    right = facts("[sender Iraq] [trigger denied] [content a war].", "d2", act=Act.DENY)
    assert compare(left, right, Rarity()) == compare(right, left, Rarity())


def test_every_feature_has_words_for_people() -> None:
    assert all(WORDS[feature.__name__] for feature in FEATURES)


def test_every_weight_is_of_a_feature() -> None:
    assert set(ONE_EXCHANGE) - {"always"} <= set(WORDS)
    assert set(CONFLICT) - {"always"} <= set(disputes.WORDS)


@pytest.mark.parametrize(
    ("name", "other", "fields"),
    [
        ("same_sender", WARNED.replace("Iran", "Tehran"), {}),
        ("same_message", WARNED, {}),
        ("other_sender", WARNED.replace("Iran", "Kenya"), {}),
        ("message_denied", WARNED, {"status": Status.NEGATED}),
        ("named_by_noun", "[sender Iran] [trigger withdrew] [content its threat].", {}),
        ("silent_one", "[sender Iran] [trigger warned] [recipient Iraq].", {}),
    ],
)
def test_a_feature_finds_what_it_is_for(
    name: str, other: str, fields: dict[str, Any]
) -> None:
    assert compare(facts(WARNED), facts(other, "d2", **fields), Rarity())[name] > 0


def test_a_denial_right_after_is_found() -> None:
    denial = ("[sender Tehran] [trigger denied] that.", {"act": Act.DENY})
    assert compare(*both((WARNED, {}), denial), Rarity())["denial_follows"] > 0.5


def test_what_is_told_within_a_denial_is_found() -> None:
    (entry,) = told(
        (
            "[sender Iran] [trigger denied] that [content it warned Iraq].",
            {"act": Act.DENY},
        )
    )
    start = entry.document.text.index("warned")
    warned = replace(entry.signal, act=Act.WARN, trigger=Span(start, start + 6))
    inner = find_facts(replace(entry, signal=warned))
    assert compare(find_facts(entry), inner, Rarity())["denied_within"] == 1.0
