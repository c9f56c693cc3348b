"""What tells that two signals are in conflict, besides what `features` compare.

Two facts and their compared values in; those values with further ones out.
"""

from collections.abc import Mapping
from types import MappingProxyType

from backchannel.compare import features
from backchannel.compare.denials import tells
from backchannel.compare.facts import Facts
from backchannel.compare.rivals import sets_against
from backchannel.domain.signals import Act, Status


def number_differs(left: Facts, right: Facts) -> float:
    """They count the same thing, and count differently."""
    if not left.numbers or not right.numbers:
        return 0.0
    counts = [
        dict.fromkeys(n.unit for n in one.numbers if n.unit) for one in (left, right)
    ]
    shared = set(counts[0]) & set(counts[1])
    values = [{n for n in one.numbers if n.unit in shared} for one in (left, right)]
    return float(bool(shared) and not values[0] & values[1])


def bare_number_differs(left: Facts, right: Facts) -> float:
    """Each gives a number, one without saying of what: "counts eleven"."""
    if not left.numbers or not right.numbers:
        return 0.0
    bare = any(not n.unit for one in (left, right) for n in one.numbers)
    values = [{n.value for n in one.numbers} for one in (left, right)]
    return float(bare and not values[0] & values[1])


def blame_turned(left: Facts, right: Facts) -> float:
    """Each blames the other."""
    if not left.signal.act is right.signal.act is Act.ACCUSE:
        return 0.0
    there = left.sender.sides & right.recipient.sides
    back = right.sender.sides & left.recipient.sides
    return (bool(there) + bool(back)) / 2


def other_teller(left: Facts, right: Facts) -> float:
    """In one text different sources tell them."""
    if not left.shares_text(right) or not left.tellers or not right.tellers:
        return 0.0
    return float(not left.tellers & right.tellers)


def contrast_told(left: Facts, right: Facts) -> float:
    """The later sentence of one text sets itself against what was said."""
    if not left.shares_text(right):
        return 0.0
    later = max(left, right, key=lambda one: one.signal.trigger)
    return float(sets_against(later))


def other_speaker(left: Facts, right: Facts) -> float:
    """Different sides speak, in one text and near each other."""
    return float(left.shares_text(right) and left.sender.apart(right.sender))


def negated_near(left: Facts, right: Facts) -> float:
    """In one text one happened and the other did not."""
    negated = [one.signal.status is Status.NEGATED for one in (left, right)]
    return float(left.shares_text(right) and negated[0] != negated[1])


def told_by_denial(left: Facts, right: Facts) -> float:
    """One is only what the other denies: the same thing said twice."""
    return float(
        any(
            outer.signal.act is Act.DENY
            and tells(outer, inner)
            and inner.signal.status is Status.NEGATED
            for outer, inner in ((left, right), (right, left))
        )
    )


_ANYWHERE = (number_differs, bare_number_differs, blame_turned)
#: What only two signals of one text can show is asked only of such.
_IN_ONE_TEXT = (
    *(other_teller, contrast_told, other_speaker, negated_near, told_by_denial),
)
MORE = (*_ANYWHERE, *_IN_ONE_TEXT)
ONE_EXCHANGE = "one_exchange"
#: Name -> the reason that people read.
WORDS: Mapping[str, str] = MappingProxyType(
    {
        **features.WORDS,
        **{one.__name__: (one.__doc__ or "").rstrip(".") for one in MORE},
        ONE_EXCHANGE: "They report one exchange",
        f"{ONE_EXCHANGE}_denied": "They report one exchange, and one that it was not",
        f"{ONE_EXCHANGE}_text": "They report one exchange, in one text",
    }
)


def conflict_values(
    left: Facts, right: Facts, values: Mapping[str, float]
) -> dict[str, float]:
    """Return `values` with what tells of a conflict, by name, zeros left out."""
    found = dict(values)
    for one in MORE if left.shares_text(right) else _ANYWHERE:  # a hot loop
        value = one(left, right)
        if value:
            found[one.__name__] = value
    return found


def exchange_values(left: Facts, right: Facts, one: bool) -> dict[str, float]:
    """Return what it adds that the two report one exchange, if they do."""
    if not one:
        return {}
    negated = [facts.signal.status is Status.NEGATED for facts in (left, right)]
    denies = [facts.signal.act is Act.DENY for facts in (left, right)]
    found = {ONE_EXCHANGE: 1.0}
    if negated[0] != negated[1] or denies[0] != denies[1]:
        found[f"{ONE_EXCHANGE}_denied"] = 1.0
    if left.shares_text(right):
        found[f"{ONE_EXCHANGE}_text"] = 1.0
    return found
