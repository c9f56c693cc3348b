from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from backchannel.compare import disputes
from backchannel.compare.facts import Facts, find_facts
from backchannel.compare.features import FEATURES, NEEDS, WORDS, compare
from backchannel.compare.weights import CONFLICT, ONE_EXCHANGE
from backchannel.compare.wording import Rarity
from backchannel.domain.signals import Act, Interval, Status
from backchannel.domain.text import Span
from tests.compare.told import told

MONDAY = Interval(date(2001, 3, 5), date(2001, 3, 5))
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


def kinds_of_signals() -> list[Facts]:
    """Return signals with and without each trait, in two documents."""
    of = {"content": "[content a war at sea]", "condition": "[condition if it came]"}
    sentences: list[tuple[str, dict[str, Any]]] = [
        (WARNED, {}),
        (f"[sender Iran] [trigger swore] {of['condition']}.", {"act": Act.THREATEN}),
        (f"[sender Iraq] [trigger denied] {of['content']}.", {"act": Act.DENY}),
        (f"[source Kenya] said [sender Iran] [trigger told] {of['content']}.", {}),
        (
            "[source Oman] said [sender Iraq] [trigger warned] [recipient Iran].",
            {"status": Status.NEGATED},
        ),
        (
            "[sender Iran] [trigger met] [recipient Iraq] [time on Monday].",
            {"act": Act.CONSULT, "days": MONDAY},
        ),
        (
            "[sender Iraq] [trigger saw] [recipient Iran] [time on Monday].",
            {"act": Act.CONSULT, "days": MONDAY, "status": Status.NEGATED},
        ),
        ("[trigger warned] by way of [carrier Oman] of the letter.", {}),
        (f"[sender Iran] [trigger passed] {of['content']} by [carrier Oman].", {}),
    ]
    return [
        find_facts(entry)
        for id in ("d1", "d2")
        for entry in told(*[(marked, dict(f)) for marked, f in sentences], id=id)
    ]


def test_a_feature_says_nothing_where_its_need_is_not_met() -> None:
    rarity = Rarity()
    for left, right in product(kinds_of_signals(), repeat=2):
        asked = {one.__name__: one(left, right, rarity) for one in FEATURES}
        told_all = {name: value for name, value in asked.items() if value}
        assert list(compare(left, right, rarity).items()) == list(told_all.items())


def test_these_signals_make_most_features_speak() -> None:
    found = {
        name
        for left, right in product(kinds_of_signals(), repeat=2)
        for name in compare(left, right, Rarity())
    }
    assert len(found & {feature.__name__ for feature in NEEDS}) >= 0.7 * len(NEEDS)


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
