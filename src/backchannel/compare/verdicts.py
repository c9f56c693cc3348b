"""Accounts compared: verdicts field by field, and which of them are conflicts.

A grouping in, verdicts out. Conflicts are looked for wherever the grouping compared two
signals: between accounts of one exchange, between exchanges, and within one document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from backchannel.compare.disputes import (
    ONE_EXCHANGE,
    WORDS,
    conflict_values,
    exchange_values,
)
from backchannel.compare.features import compare, shares_of, total
from backchannel.compare.fields import compare_fields
from backchannel.compare.grouping import Grouping, Pair
from backchannel.compare.groups import Groups
from backchannel.compare.weights import CONFLICT
from backchannel.domain.chances import logistic
from backchannel.domain.exchanges import Verdict

#: In log odds; chosen with the weights on the train clusters.
LEAST = -2.0
#: In log odds: what a pair has at least that can come to `LEAST` within an exchange.
FIRST_LOOK = LEAST - sum(
    max(0.0, weight)
    for name, weight in CONFLICT.items()
    if name.startswith(ONE_EXCHANGE)
)
#: Reasons that a verdict shows.
_SHOWN = 5


def find_conflicts(grouping: Grouping) -> tuple[Verdict, ...]:
    """Return the verdicts on pairs in conflict, the surest first.

    Of several pairs that set the same two accounts against each other the surest
    stands for all; two signals of one account stand for themselves.
    """
    groups = grouping.groups()
    best: dict[tuple[object, ...], tuple[float, Pair]] = {}
    for pair in grouping.pairs:
        score = _conflict(grouping, groups, pair)
        if score < LEAST:
            continue
        ends = _ends(grouping, groups, pair)
        if ends not in best or _rank(score, pair) < _rank(*best[ends]):
            best[ends] = score, pair
    chosen = sorted(best.values(), key=lambda found: _rank(*found))
    return tuple(
        _judge(grouping, p.left, p.right, one=groups.of(p.left) == groups.of(p.right))
        for _, p in chosen
    )


def _conflict(grouping: Grouping, groups: Groups, pair: Pair) -> float:
    """Return the log odds of a conflict, now that the exchanges are known."""
    if groups.of(pair.left) != groups.of(pair.right):
        return pair.conflict
    facts = grouping.facts
    more = exchange_values(facts[pair.left], facts[pair.right], one=True)
    weights = grouping.weights.conflict
    added: Iterator[float] = (weights.get(name, 0.0) * v for name, v in more.items())
    return pair.conflict + sum(added)


def _rank(score: float, pair: Pair) -> tuple[float, int, int]:
    return -score, pair.left, pair.right


def _ends(grouping: Grouping, groups: Groups, pair: Pair) -> tuple[object, ...]:
    placed: Sequence[tuple[str, int]] = sorted(
        (grouping.facts[number].document.id, groups.of(number))
        for number in (pair.left, pair.right)
    )
    if placed[0] == placed[1]:
        return ("signals", pair.left, pair.right)
    return ("accounts", *placed)


def _judge(grouping: Grouping, left: int, right: int, *, one: bool) -> Verdict:
    a, b, rarity = grouping.facts[left], grouping.facts[right], grouping.rarity
    values = conflict_values(a, b, compare(a, b, rarity))
    values |= exchange_values(a, b, one)
    weights = grouping.weights.conflict
    verdict = Verdict(a.signal.id, b.signal.id, compare_fields(a, b, rarity))
    return replace(
        verdict,
        chance=round(logistic((total(values, weights),), (1.0,)), 3),
        shares=shares_of(values, weights, WORDS)[:_SHOWN],
    )
