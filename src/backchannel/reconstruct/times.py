"""When something happened: the words that date it, and the days they mean.

Words and a date of publication in, `Dated` or a `Gap` out; a sentence in, the passages
that date something out. Single expressions are the matter of `timerules`, what the
words around them make of their days that of `timeframes`; here the two are applied.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from backchannel.domain.signals import Gap, Interval
from backchannel.domain.text import Span
from backchannel.reconstruct import days, timewords
from backchannel.reconstruct.timeframes import FRAMES, Frame
from backchannel.reconstruct.timekinds import (
    IMPOSSIBLE,
    UNDATED,
    UNPUBLISHED,
    Rule,
    Standpoint,
)
from backchannel.reconstruct.timerules import RULES

#: No expression is longer; what is, holds other words too and is searched instead.
LONGEST = 120
#: How deep expressions may stand in each other: "since the end of last year" is three.
DEEPEST = 4
#: How far back a text may have named the day that "the next day" counts from.
ANCHOR_REACH = 1500
#: No text counts from it.
_SOME_DAY = date(1801, 2, 3)


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that words mean, and the rule that told."""

    interval: Interval
    #: Outermost first: "since: portion: this, last or next unit".
    rule: str


def resolve_time(
    words: str,
    *,
    published: date | None,
    ahead: bool = False,
    anchor: date | None = None,
) -> Dated | Gap:
    """Return the days that `words` mean, both ends inclusive.

    Args:
        words: as they stand in the text, with or without their preposition.
        published: what "yesterday" and "last month" count from.
        ahead: whether the act is planned. "Friday" is then the coming one; for a
            reported act it is the past one, and the day of publication is both.
        anchor: the day that the text gave last, which "the same day" and "two days
            later" count from.
    """
    plain = " ".join(_plain(words).casefold().split()).strip(" .,;:()[]\"“”'")
    standpoint = Standpoint(published, ahead, anchor)
    if len(plain) > LONGEST:
        return _resolve_within(plain, standpoint)
    return _resolve_loosely(plain, standpoint, 0)


def resolve_in_text(
    text: str, span: Span, *, published: date | None, ahead: bool = False
) -> Dated | Gap:
    """Return the days that the words at `span` mean, with the text before as anchor.

    The day that the text gave last is looked for only where it matters, because that
    is slow: where some other day would give another answer.
    """
    words = text[span.start : span.end]
    dated = resolve_time(words, published=published, ahead=ahead)
    other = resolve_time(words, published=published, ahead=ahead, anchor=_SOME_DAY)
    if other == dated:
        return dated
    anchor = find_anchor(text[: span.start], published=published)
    return resolve_time(words, published=published, ahead=ahead, anchor=anchor)


def find_times(sentence: str) -> list[tuple[int, int]]:
    """Return where expressions of time stand in `sentence`, in order, not overlapping.

    With the words that belong to them: "on Friday", "since early May", "from 3 to 5
    June". Offsets are `[start, end)` in code points of `sentence`.
    """
    plain = _plain(sentence)
    found: list[tuple[int, int]] = []
    for bare, end in _find(_FINDABLE, plain):
        if others := _NOT_OURS.match(plain, bare, end):
            bare = others.end()
        start = _start_with_leads(plain, found[-1][1] if found else 0, bare)
        if _HOMONYM.fullmatch(plain, start, end):
            continue
        if found and _BETWEEN_DAYS.fullmatch(plain, found[-1][1], start):
            start = found.pop()[0]
        found.append((start, end))
    return found


#: One code point for another, so that offsets hold.
_PLAIN = str.maketrans("’‘–—−\u00a0\u202f", "''---  ")


def find_anchor(before: str, *, published: date | None) -> date | None:
    """Return the day that "the next day" counts from, in a text up to those words.

    The last single day that the text names within `ANCHOR_REACH` characters, "the next
    day" and its like counted from the one before; None where it names none.
    """
    near = before[-ANCHOR_REACH:]
    anchor = None
    for start, end in find_times(near):
        dated = resolve_time(near[start:end], published=published, anchor=anchor)
        if isinstance(dated, Dated) and dated.interval.start == dated.interval.end:
            anchor = dated.interval.start
    return anchor


def _plain(words: str) -> str:
    return words.translate(_PLAIN)


def _resolve_loosely(words: str, standpoint: Standpoint, depth: int) -> Dated | Gap:
    """Date the words as a whole, else the first expression among them."""
    whole = _resolve(words, standpoint, depth)
    if isinstance(whole, Dated) or whole in (UNPUBLISHED, IMPOSSIBLE):
        return whole
    within = _resolve_within(words, standpoint)
    return within if isinstance(within, Dated) else whole


def _resolve(words: str, standpoint: Standpoint, depth: int) -> Dated | Gap:
    """Date the words as a whole; the first gap where no rule can."""
    gap = UNDATED
    for attempt in _attempts(words, standpoint, depth):
        if isinstance(attempt, Dated):
            return attempt
        gap = attempt if gap == UNDATED else gap
    return gap


def _attempts(words: str, standpoint: Standpoint, depth: int) -> Iterator[Dated | Gap]:
    for rule in RULES:
        if match := rule.pattern.fullmatch(words):
            yield _apply(rule, match, standpoint)
    if depth >= DEEPEST:
        return
    if match := _JOINED.fullmatch(words):
        yield _join(match, standpoint, depth + 1)
    for frame in FRAMES:
        if match := frame.pattern.fullmatch(words):
            yield _put_in(frame, match, standpoint, depth + 1)


def _apply(rule: Rule, match: re.Match[str], standpoint: Standpoint) -> Dated | Gap:
    try:
        found = rule.resolve(match.groupdict(default=""), standpoint)
    except (ValueError, OverflowError):
        return IMPOSSIBLE
    return Dated(found, rule.name) if isinstance(found, Interval) else found


def _put_in(
    frame: Frame, match: re.Match[str], standpoint: Standpoint, depth: int
) -> Dated | Gap:
    resolve = _resolve_loosely if frame.loose else _resolve
    whole = _WHOLE.match(match["time"]) is not None
    ahead = whole or (standpoint.ahead and not frame.behind)
    inner = resolve(match["time"], replace(standpoint, ahead=ahead), depth)
    if isinstance(inner, Gap):
        return inner
    words = match.groupdict(default="")
    try:
        found = frame.meaning(inner.interval, words, standpoint)
    except (ValueError, OverflowError):
        return IMPOSSIBLE
    return Dated(found, f"{frame.name}: {inner.rule}")


#: Frames take parts of the whole, not of what has passed of it: "early this year".
_WHOLE = re.compile("this (?:week|month|year)")
_JOINED = re.compile(
    r"(?:(?:from|between|both) )?(?P<first>.+?)"
    r"(?: ?- ?| to | and again | and | or | until | till | through )(?P<last>.+)"
)
_NAMES_YEAR = re.compile(r"\b[12][0-9]{3}\b")


def _join(match: re.Match[str], standpoint: Standpoint, depth: int) -> Dated | Gap:
    """Date "from X to Y" and "X or Y"; an X without a year is the nearest before Y."""
    last = _resolve(match["last"], standpoint, depth)
    if isinstance(last, Gap):
        return last
    near = standpoint
    if _NAMES_YEAR.search(match["last"]) and not _NAMES_YEAR.search(match["first"]):
        near = replace(standpoint, published=last.interval.end, ahead=False)
    first = _resolve(match["first"], near, depth)
    if isinstance(first, Gap):
        return first
    if _is_before(last.interval, first.interval):
        after = replace(standpoint, published=first.interval.end, ahead=True)
        last = _resolve(match["last"], after, depth)
    if isinstance(last, Gap):
        return last
    interval = days.hull(first.interval, last.interval)
    return Dated(interval, f"from and to: {first.rule}, {last.rule}")


def _is_before(left: Interval, right: Interval) -> bool:
    return bool(left.end and right.start and left.end < right.start)


def _resolve_within(words: str, standpoint: Standpoint) -> Dated | Gap:
    """Date the first expression that stands among other words."""
    for start, end in _find(_FINDABLE_OR_YEAR, words):
        if words[start:end] in _VERBS:
            continue
        return _resolve(words[start:end], standpoint, DEEPEST)
    return UNDATED


def _any_of(rules: Iterable[Rule]) -> re.Pattern[str]:
    """Return a pattern for words that any of `rules` reads, in running text."""
    forms = "|".join(timewords.expand(rule.template, named=False) for rule in rules)
    return re.compile(rf"(?:{forms})(?!\w)", re.IGNORECASE)


_FORMS = tuple(_any_of([rule]) for rule in RULES if rule.findable)
_FINDABLE = _any_of(rule for rule in RULES if rule.findable)
_FINDABLE_OR_YEAR = _any_of(
    rule for rule in RULES if rule.findable or rule.name == "bare year"
)


_WORD = re.compile(r"(?<![\w-])\w+")


def _find(any_form: re.Pattern[str], plain: str) -> Iterator[tuple[int, int]]:
    """Give the longest expression at each place, left to right."""
    position = 0
    for word in _WORD.finditer(plain):
        start = word.start()
        if start < position or not timewords.may_open(word.group()):
            continue
        match = any_form.match(plain, start)
        if match is None:
            continue
        longer = (form.match(plain, start) for form in _FORMS)
        position = max([match.end(), *(form.end() for form in longer if form)])
        yield start, position


#: What else "may" and "march" are, where letters no longer tell.
_VERBS = frozenset(("may", "march", "sat", "sun"))
#: Persons, newspapers and common words that look like months and weekdays.
_HOMONYM = re.compile(
    r"(?:(?:[Tt]he|of|on|at|for|over|dated|through|by|after|before|from|as|between) )*"
    r"(?:May|Sun|SUN|MAY|Mon|Jan|Mar|Sat|Wed|Fri)(?:'s|\.)?"
    r"|(?:\w+ )*(?:may|march|sun|sat|wed|mon|dec|mar|jan|fri)\.?(?: [0-9].*)?"
)
#: Words that the rules read but that belong to others in running text.
_NOT_OURS = re.compile(r"(?:(?:again|twice|of) )+", re.IGNORECASE)
#: What may stand before an expression and belongs to it, up to the expression.
_LEADS = re.compile(
    r"\b(?:(?:ever since|since|by|until|till|before|after|from|between|through|as early"
    r"as|as late as|up to|no later than|ahead of|early|late|mid|earlier|later"
    r"|(?:(?:at|in|from|around) )?(?:the )?(?:beginning|start|middle|end|close) of"
    r"|(?:(?:in|during|over) )?the (?:first|second|third|fourth|last|final)"
    r" (?:days?|week|weekend|half|quarter) of)(?: on| in)?(?: the)?[ -]){1,2}\Z",
    re.IGNORECASE,
)
#: No leads are longer.
_LEADS_ROOM = 48
_BETWEEN_DAYS = re.compile(r" ?(?:-|to|and|or|until|till|through|and again) ?")


def _start_with_leads(plain: str, earliest: int, start: int) -> int:
    room = max(earliest, start - _LEADS_ROOM)
    leads = _LEADS.search(plain[room:start])
    return room + leads.start() if leads else start
