"""When: comparisons of the days and places of two signals.

Two facts in; a number of 0 to 1 out. The docstring is the reason that people read.
"""

from backchannel.compare.facts import Facts, days_between
from backchannel.compare.wording import Rarity
from backchannel.domain.signals import Interval

#: After so many days between them nothing is added.
_FAR = 4
_WEEK = 7
#: Code points after which "near each other" has halved.
_NEAR = 150
#: Days that an interval with an open end counts as.
_OPEN = 30


def same_day(left: Facts, right: Facts, _: Rarity) -> float:
    """The texts date both to the same few days."""
    a, b = left.dated, right.dated
    if a is None or b is None or days_between(a, b):
        return 0.0
    return 1.0 / (1.0 + max(_length(a), _length(b)) / _WEEK)


def other_day(left: Facts, right: Facts, _: Rarity) -> float:
    """The texts date them to different days."""
    if left.dated is None or right.dated is None:
        return 0.0
    return min(days_between(left.dated, right.dated) / _FAR, 1.0)


def days_exclude(left: Facts, right: Facts, _: Rarity) -> float:
    """By the days of the reports they cannot be one."""
    if left.days is None or right.days is None or (left.dated and right.dated):
        return 0.0
    return min(days_between(left.days, right.days) / _FAR, 1.0)


def reports_near(left: Facts, right: Facts, _: Rarity) -> float:
    """Their reports were published soon after each other."""
    if left.shares_text(right) or left.published is None or right.published is None:
        return 0.0
    return 1.0 / (1.0 + abs((left.published - right.published).days) / _WEEK)


def same_text(left: Facts, right: Facts, _: Rarity) -> float:
    """They stand in one document."""
    return float(left.shares_text(right))


def same_sentence(left: Facts, right: Facts, _: Rarity) -> float:
    """They stand in one sentence."""
    return float(left.shares_sentence(right))


def near_in_text(left: Facts, right: Facts, _: Rarity) -> float:
    """They stand near each other in one document."""
    if not left.shares_text(right):
        return 0.0
    apart = abs(left.signal.trigger.start - right.signal.trigger.start)
    return 1.0 / (1.0 + apart / _NEAR)


def _length(days: Interval) -> int:
    if days.start is None or days.end is None:
        return _OPEN
    return (days.end - days.start).days
