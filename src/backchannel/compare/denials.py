"""Who says that it was not so: comparisons of a denial and what it denies.

Two facts in; a number of 0 to 1 out. The docstring is the reason that people read.
"""

from collections.abc import Iterator

from backchannel.compare.acts import acts_fit, status_turned
from backchannel.compare.facts import Facts
from backchannel.compare.parties import parties_fit
from backchannel.compare.wording import Rarity
from backchannel.compare.words import content_within, told_alike
from backchannel.domain.signals import Act

#: Code points after which "right after it" has halved.
_NEAR = 200


def one_denies(left: Facts, right: Facts, _: Rarity) -> float:
    """One denies."""
    return float((left.signal.act is Act.DENY) != (right.signal.act is Act.DENY))


def denial_follows(left: Facts, right: Facts, _: Rarity) -> float:
    """Right after it, one of its parties denies it."""
    if not left.shares_text(right):
        return 0.0
    for denial, other in _denials(left, right):
        apart = denial.signal.trigger.start - other.signal.trigger.end
        if apart >= 0:
            return 1.0 / (1.0 + apart / _NEAR)
    return 0.0


def both_deny_words(left: Facts, right: Facts, rarity: Rarity) -> float:
    """The same side denies it in the same words."""
    if not left.signal.act is right.signal.act is Act.DENY:
        return 0.0
    if not left.sender.meets(right.sender):
        return 0.0
    return content_within(left, right, rarity)


def message_denied(left: Facts, right: Facts, rarity: Rarity) -> float:
    """The same side is said to have done it, and not to have done it."""
    if not status_turned(left, right, rarity):
        return 0.0
    return float(acts_fit(left, right) and parties_fit(left, right))


def message_denied_words(left: Facts, right: Facts, rarity: Rarity) -> float:
    """It is said and denied of the same side in the same words."""
    if not status_turned(left, right, rarity):
        return 0.0
    if not left.sender.meets(right.sender):
        return 0.0
    return told_alike(left, right, rarity)


def told_within(left: Facts, right: Facts, _: Rarity) -> float:
    """One is told in what the other says."""
    return float(tells(left, right) or tells(right, left))


def denied_within(left: Facts, right: Facts, _: Rarity) -> float:
    """One is told in what the other denies."""
    pairs = ((left, right), (right, left))
    return float(any(a.signal.act is Act.DENY and tells(a, b) for a, b in pairs))


def tells(outer: Facts, inner: Facts) -> bool:
    """Whether what `outer` says holds the words that name `inner`."""
    content = outer.signal.content
    if content is None or not outer.shares_text(inner):
        return False
    return content.overlaps(inner.signal.trigger)


def _denials(left: Facts, right: Facts) -> Iterator[tuple[Facts, Facts]]:
    """Yield a denial and what is none, where a party of that denies."""
    for denial, other in ((left, right), (right, left)):
        denies = denial.signal.act is Act.DENY and other.signal.act is not Act.DENY
        if denies and denial.sender.meets(other.parties):
            yield denial, other
