"""What the words around an expression of time make of its days.

"since", "by", "late", "earlier", "the first week of": an `Interval` in, another out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from backchannel.domain.signals import Interval
from backchannel.reconstruct import days, timewords
from backchannel.reconstruct.timekinds import Standpoint
from backchannel.reconstruct.timewords import Words


@dataclass(frozen=True, slots=True)
class Frame:
    """What words around an expression make of its days."""

    name: str
    #: Its group `time` is the expression within.
    pattern: re.Pattern[str]
    meaning: Callable[[Interval, Words, Standpoint], Interval]
    #: Whether the expression may stand among other words: "since the raid on Friday".
    loose: bool = False
    #: Whether the expression lies behind even for a planned act: "since Friday".
    behind: bool = False


def _since(inner: Interval, _: Words, standpoint: Standpoint) -> Interval:
    return _until_published(inner, standpoint)


def _until_published(inner: Interval, standpoint: Standpoint) -> Interval:
    start, today = inner.start, standpoint.published
    over = bool(start and today and today < start)
    return Interval(start, None if over else today)


def _by(inner: Interval, _: Words, standpoint: Standpoint) -> Interval:
    """From now to the limit; a limit in the past is taken for the day itself."""
    today = standpoint.published
    if inner.end and today and inner.end > today:
        return Interval(today, inner.end)
    return inner


def _until(inner: Interval, _: Words, standpoint: Standpoint) -> Interval:
    today = standpoint.published
    ahead = bool(inner.end and today and inner.end >= today)
    return Interval(today if ahead else None, inner.end)


def _before(inner: Interval, words: Words, standpoint: Standpoint) -> Interval:
    if inner.start is None:
        return inner
    limit = Interval(None, days.shift(inner.start, -1))
    return _until(limit, words, standpoint)


def _from(inner: Interval, _: Words, standpoint: Standpoint) -> Interval:
    if standpoint.ahead:
        return Interval(inner.start, None)
    return _until_published(inner, standpoint)


def _after(inner: Interval, words: Words, standpoint: Standpoint) -> Interval:
    if inner.end is None:
        return inner
    return _from(Interval(days.shift(inner.end, 1), None), words, standpoint)


def _portion(inner: Interval, words: Words, _: Standpoint) -> Interval:
    return days.portion(inner, PARTS[words["part"]])


def _earlier(inner: Interval, _: Words, standpoint: Standpoint) -> Interval:
    today = standpoint.published
    if inner.start and inner.end and today and inner.start < today <= inner.end:
        return Interval(inner.start, days.shift(today, -1))
    return inner


def _later(inner: Interval, _: Words, standpoint: Standpoint) -> Interval:
    today = standpoint.published
    if inner.start and inner.end and today and inner.start <= today < inner.end:
        return Interval(days.shift(today, 1), inner.end)
    return inner


def _nth(inner: Interval, words: Words, _: Standpoint) -> Interval:
    """The first days, second week, last weekend, third quarter … of a longer time."""
    if inner.start is None or inner.end is None:
        return inner
    ordinal = timewords.ORDINALS[words["ordinal"]]
    return days.part_of(inner.start, inner.end, ordinal, words["size"])


def _eve(inner: Interval, _: Words, __: Standpoint) -> Interval:
    return days.one(days.shift(inner.start, -1)) if inner.start else inner


PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
}


def _framed(template: str) -> re.Pattern[str]:
    return re.compile(timewords.expand(template, named=True))


FRAMES: tuple[Frame, ...] = (
    Frame(
        "by the end of",
        _framed("(?:by|before|until)(?: the)?(?: very)? (?:end|close) of (?P<time>.+)"),
        _by,
    ),
    Frame(
        "since",
        _framed("(?:ever )?since (?P<time>.+)"),
        _since,
        loose=True,
        behind=True,
    ),
    Frame(
        "by",
        _framed("(?:by|no later than|not later than|on or before) (?P<time>.+)"),
        _by,
        loose=True,
    ),
    Frame(
        "until",
        _framed("(?:up )?(?:until|till|up to|through) (?P<time>.+)"),
        _until,
        loose=True,
    ),
    Frame("before", _framed("(?:before|ahead of|prior to) (?P<time>.+)"), _before),
    Frame("after", _framed("after (?P<time>.+)"), _after),
    Frame(
        "from",
        _framed(
            "(?:from|starting|beginning|starts|begins|as of|effective)(?: on| from)? "
            "(?P<time>.+?)(?: on| onwards?)?"
        ),
        _from,
    ),
    Frame("eve", _framed("(?:on )?the eve of (?P<time>.+)"), _eve),
    Frame(
        "portion",
        _framed(
            "(?:(?:in|at|on|of|around|from) )?(?:the )?(?P<part>early|beginning|start"
            "|mid|middle|late|end|close)(?: part)?(?:[- ]of "
            "| on | in |[- ])(?P<time>.+)"
        ),
        _portion,
    ),
    Frame("earlier", _framed("earlier (?:(?:on|in|during) )?(?P<time>.+)"), _earlier),
    Frame("later", _framed("later (?:(?:on|in|during) )?(?P<time>.+)"), _later),
    Frame(
        "part in order",
        _framed(
            "(?:(?:in|during|over|on|at|for) )?the <ordinal> (?P<size>days?|weekend"
            "|week|half|quarter|month)(?: of | in )(?P<time>.+)"
        ),
        _nth,
    ),
)
