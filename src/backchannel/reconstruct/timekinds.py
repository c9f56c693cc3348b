"""What a rule about time is, and the kinds of them: by what the words count from.

The form of words and their meaning in, a `Rule` out. Absolute words mean the same days
whenever they are written; the others count from the publication, from a day that the
text gave before, or from such a day if there is one. The table of rules is
`backchannel.reconstruct.timerules`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from backchannel.domain.signals import Gap, Interval
from backchannel.reconstruct import timewords
from backchannel.reconstruct.timemeanings import Today
from backchannel.reconstruct.timewords import Words

UNPUBLISHED = Gap("time", "relative to a date of publication that is not known")
UNANCHORED = Gap("time", "relative to another time that is not known")
UNDATED = Gap("time", "the words name no days")
IMPOSSIBLE = Gap("time", "the words name days that no calendar holds")


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where relative words are read."""

    published: date | None
    #: Whether the act is planned: a bare "Friday" is then the coming one.
    ahead: bool = False
    #: The day that "the same day" and "two days later" count from.
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What words of one form mean."""

    name: str
    template: str
    resolve: Callable[[Words, Standpoint], Interval | Gap]
    #: Whether such words are looked for in running text; off for those that mostly
    #: mean something else there, such as "2,000" or "two days".
    findable: bool
    pattern: re.Pattern[str]


def absolute(
    name: str,
    template: str,
    meaning: Callable[[Words], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for words that mean the same days whenever they are written."""

    def resolve(words: Words, _: Standpoint) -> Interval | Gap:
        return meaning(words)

    return Rule(name, template, resolve, findable, _compile(template))


def relative(
    name: str,
    template: str,
    meaning: Callable[[Words, Today], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for words that count from the publication."""

    def resolve(words: Words, standpoint: Standpoint) -> Interval | Gap:
        if standpoint.published is None:
            return UNPUBLISHED
        return meaning(words, Today(standpoint.published, standpoint.ahead))

    return Rule(name, template, resolve, findable, _compile(template))


def anchored(
    name: str,
    template: str,
    meaning: Callable[[Words, Today], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for words that count from a day that the text gave before."""

    def resolve(words: Words, standpoint: Standpoint) -> Interval | Gap:
        if standpoint.anchor is None:
            return UNANCHORED
        found = meaning(words, Today(standpoint.anchor, standpoint.ahead))
        # A reported act is past: then the words count from some other day.
        return UNANCHORED if _is_to_come(found, standpoint) else found

    return Rule(name, template, resolve, findable, _compile(template))


def _is_to_come(found: Interval, standpoint: Standpoint) -> bool:
    today = None if standpoint.ahead else standpoint.published
    return bool(today and found.start and found.start > today)


def placed(
    name: str,
    template: str,
    meaning: Callable[[Words, Today], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for an hour: of the day the text gave last, else of publication."""

    def resolve(words: Words, standpoint: Standpoint) -> Interval | Gap:
        day = standpoint.anchor or standpoint.published
        return meaning(words, Today(day, standpoint.ahead)) if day else UNPUBLISHED

    return Rule(name, template, resolve, findable, _compile(template))


def _compile(template: str) -> re.Pattern[str]:
    return re.compile(timewords.expand(template, named=True))
