"""The windows that a clause gives for what is to come.

A clause out of a text in, windows out: the words and the days they leave.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from backchannel.domain.signals import Interval
from backchannel.domain.text import Span
from backchannel.reconstruct.forecastwords import TOLD, plain
from backchannel.reconstruct.times import Dated, find_times, resolve_in_text


class Bounds(StrEnum):
    """How the words of a window bound it."""

    #: "by Friday", "within a week", "between 3 and 5 June".
    BOUNDED = "bounded"
    #: "on Friday", "10 March".
    DAY = "day"
    #: "next week", "in April".
    SPAN = "span"
    #: "before the first snow": no calendar tells.
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Window:
    """Words that say when something is to happen."""

    span: Span
    bounds: Bounds
    #: None for an event, and where the day of publication is not known.
    days: Interval | None


#: Their days, and those of "before" them, by month and day.
_FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year": (1, 1),
    "year's end": (12, 31),
}
_BOUNDED = re.compile(
    r"(?:by|before|within|between|in the (?:next|coming)|over the (?:next|coming)"
    r"|as (?:early|soon|late) as|(?:no|not) later than|ahead of|up to|inside)\b"
    r"|in (?:\w+|\d+) (?:hour|day|week|month|year)s?'?(?: time)?$"
    r"|for \w+ (?:day|week)s$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:between [\w-]+ (?:hours|days|weeks|months) and [\w-]+ (?:hour|day|week"
    r"|month|year)s?|within (?:hours|days|weeks|months|a matter of \w+)|in a matter of"
    r" \w+|in (?:the )?coming (?:hours|weeks|months)|in \w+ (?:to|or) \w+ (?:hours|days"
    r"|weeks|months))\b",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b(?:by|before|ahead of|until) (?:the )?(?:coming |next )?"
    r"(?P<feast>christmas eve|christmas|new year's eve|new year|year's end)\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:before|by the (?:time|end of)|ahead of) (?!\w+ing\b|long\b|it\b|them\b)"
    r"(?:(?! (?:even|if|unless|when|and|but|while|because)\b)[^,;.\"]){3,60}",
    re.IGNORECASE,
)
#: "before the Persian new year on March 21".
_BEFORE_DAY = re.compile(r"\b(?:before|by|ahead of) (?:the )?[^,;.]{3,40} $", re.I)
#: "the first in two years" looks back.
_NTH_TIME = re.compile(r"\b(?:first|second|third|last|only)(?: [\w-]+){0,3} $")
#: How far back a telling may stand that "on Friday" dates.
_TELLING_REACH = 45


def find_windows(text: str, clause: Span, published: date | None) -> list[Window]:
    """Return the windows that `clause` of `text` gives, in order.

    Days that are over by the day of publication are none, nor are those that say when
    something was told.
    """
    words = plain(text[clause.start : clause.end])
    taken: list[tuple[int, int]] = find_times(words)
    found = [
        window
        for start, end in taken
        if not _dates_telling(words, start, end)
        and (window := _dated(text, clause, (start, end), published))
    ]
    for pattern in (_FEAST, _DURATION, _EVENT):
        for hit in pattern.finditer(words):
            if any(start < hit.end() and hit.start() < end for start, end in taken):
                continue
            taken.append(hit.span())
            found.append(_undated(text, clause, hit, published))
    return sorted(found, key=lambda window: window.span)


def _dated(
    text: str, clause: Span, place: tuple[int, int], published: date | None
) -> Window | None:
    span = Span(clause.start + place[0], clause.start + place[1])
    dated = resolve_in_text(text, span, published=published, ahead=True)
    days = dated.interval if isinstance(dated, Dated) else None
    if published and (days is None or (days.end is not None and days.end <= published)):
        return None
    before = _BEFORE_DAY.search(plain(text[clause.start : span.start]))
    if before and days and days.end and days.start == days.end:
        bound = Span(clause.start + before.start(), span.end)
        return Window(bound, Bounds.BOUNDED, _until(published, days.end, before))
    return Window(span, _bounds(text[span.start : span.end], days), days)


def _until(published: date | None, day: date, before: re.Match[str]) -> Interval:
    """Return the days until that one, which "before" leaves out."""
    out = before.group().casefold().startswith(("before", "ahead"))
    end = day - timedelta(days=1) if out and day > date.min else day
    return Interval(min(published, end) if published else None, end)


def _bounds(words: str, days: Interval | None) -> Bounds:
    if _BOUNDED.match(plain(words)):
        return Bounds.BOUNDED
    single = days is not None and days.start == days.end
    return Bounds.DAY if single else Bounds.SPAN


def _undated(
    text: str, clause: Span, hit: re.Match[str], published: date | None
) -> Window:
    span = Span(clause.start + hit.start(), clause.start + hit.end())
    feast = hit.groupdict().get("feast")
    if feast:
        return Window(span, Bounds.BOUNDED, _until_feast(hit, published))
    dated = resolve_in_text(text, span, published=published, ahead=True)
    if isinstance(dated, Dated):
        return Window(span, Bounds.BOUNDED, dated.interval)
    kind = Bounds.BOUNDED if _DURATION.fullmatch(hit.group()) else Bounds.EVENT
    return Window(span, kind, None)


def _until_feast(hit: re.Match[str], published: date | None) -> Interval | None:
    if published is None or published.year == date.max.year:
        return None
    month, day = _FEASTS[hit["feast"].casefold()]
    end = date(published.year, month, day)
    if end <= published:
        end = date(published.year + 1, month, day)
    return _until(published, end, hit)


def _dates_telling(words: str, start: int, end: int) -> bool:
    """Whether the words say when something was told: "warned on Friday"."""
    if _NTH_TIME.search(words[:start]) and words.startswith("in ", start):
        return True
    if _BOUNDED.match(words, start, end):
        return False
    before = words[max(0, start - _TELLING_REACH) : start]
    told = [hit.end() for hit in TOLD.finditer(before)]
    if not told:
        return False
    between = before[told[-1] :]
    return not re.search(r"\b(?:that|will|would|could|to)\b|[,;:]", between)
