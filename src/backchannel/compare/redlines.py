"""Red lines: which signals draw one, and what later reports say became of it.

Readings of a case in, red lines out. The state of a line changes only by a sentence
that says so, and each change keeps that sentence.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from backchannel.compare.conditions import find_condition
from backchannel.compare.linerules import LEAST_SHARE, RULES, Hit, Line, may_change
from backchannel.compare.reports import Passage, Reports, is_later
from backchannel.compare.wording import find_stems
from backchannel.domain.reading import Reading
from backchannel.domain.redlines import Change, RedLine, State, red_line_id
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Act,
    Party,
    Signal,
    Status,
    Time,
)
from backchannel.domain.text import Document, Span

#: Stands before the trigger of a threat that a text recalls.
_RECALLED = re.compile(r"\bhad (?:\w+ )?$")
#: A word that more lines of one side hold does not tell them apart.
_TOO_COMMON = 300
#: Words of sentences that may change a line without naming what it is about.
_OF_LINES = (
    "deadline ultimatum threat threatened midnight message warning invention".split()
)


#: Tells the deadline that a condition sets, from the condition and its sentence.
Deadlines = Callable[[Document, Span, Span], Time | None]


def find_red_lines(
    readings: Iterable[Reading], *, deadline: Deadlines = lambda *_: None
) -> tuple[RedLine, ...]:
    """Return the red lines that the signals of a case draw, each with its changes.

    In the order of the documents. A line that several reports tell is told once for
    each, since they may tell it differently; that a text recalls what another told at
    the time is no new line.
    """
    known = list(readings)
    lines = _without_recollections(list(_draw(known)))
    finder = _Finder(lines, Reports(known))
    return tuple(
        replace(
            one.line,
            changes=finder.changes(one),
            deadline=deadline(one.document, one.line.condition, one.signal.sentence),
        )
        for one in lines
    )


def find_condition_of(document: Document, signal: Signal) -> tuple[Span, str] | None:
    """Return the condition of a threat and how it was recognised, None without one.

    That of the signal, else one that words of its sentence open.
    """
    if signal.act is not Act.THREATEN or signal.status is not Status.DONE:
        return None
    if signal.condition:
        return signal.condition, "read as its condition"
    start = signal.sentence.start
    said = [one for one in (signal.content, signal.consequence, signal.trigger) if one]
    first = max(min(one.start for one in said), start)
    within = Span(first - start, max(one.end for one in said) - start)
    found = find_condition(document.quote(signal.sentence), within)
    if found is None:
        return None
    span, opening = found
    return Span(start + span.start, start + span.end), f"opened by “{opening}”"


def _draw(readings: Sequence[Reading]) -> Iterator[Line]:
    threats = [line for reading in readings for line in _threats(reading)]
    threatening = {side for one in threats for side in _sides(one.line.drawn_by)}
    found = threats + [
        line for reading in readings for line in _warnings(reading, threatening)
    ]
    place = {reading.document.id: n for n, reading in enumerate(readings)}
    yield from sorted(
        found, key=lambda one: (place[one.document.id], one.signal.trigger)
    )


def _threats(reading: Reading) -> Iterator[Line]:
    for signal in reading.signals:
        found = find_condition_of(reading.document, signal)
        if found and not reading.quote(signal).endswith("?"):
            condition, how = found
            why = ("declares that it would do harm itself", f"on a condition, {how}")
            yield _line(reading.document, signal, condition, why)


def _warnings(reading: Reading, threatening: Collection[str]) -> Iterator[Line]:
    """Yield the conditional warnings by sides that threaten elsewhere in the case.

    "It would have consequences" is a red line when a party to the quarrel says it;
    what an observer foretells is none.
    """
    for signal in reading.signals:
        done = signal.act is Act.WARN and signal.status is Status.DONE
        sides = sorted(_sides(signal.sender) & set(threatening))
        if done and signal.condition and sides:
            whose = f"{', '.join(sides)} threatens elsewhere in the case"
            why = ("warns of harm on a condition", whose)
            yield _line(reading.document, signal, signal.condition, why)


_DEMANDS = re.compile(
    r"\b(?:unless|otherwise|failing|absent|without|or else|not|until|contrary case"
    r"|no [a-z]+)\b",
    re.IGNORECASE,
)


def _line(
    document: Document, signal: Signal, condition: Span, why: tuple[str, ...]
) -> Line:
    consequence = signal.consequence
    words = document.quote(condition)
    demands = bool(_DEMANDS.search(words))
    parties = (*signal.sender, *signal.recipient)
    named = {stem for party in parties for stem in find_stems(party.actor)}
    drawn = RedLine(
        id=red_line_id(document.id, condition, consequence),
        document=document.id,
        signal=signal.id,
        drawn_by=signal.sender,
        against=signal.recipient,
        condition=condition,
        consequence=consequence,
        deadline=None,
        why=(*why, f"“{words}”"),
    )
    then = document.quote(consequence) if consequence else ""
    return Line(
        drawn,
        document,
        signal,
        frozenset(find_stems(words)) - named,
        frozenset(find_stems(then)) - named,
        demands,
    )


def _without_recollections(lines: list[Line]) -> list[Line]:
    """Leave out what a text recalls ("had threatened to …") and another told before."""
    told: dict[str, set[str]] = defaultdict(set)
    for one in lines:
        for side in _sides(one.line.drawn_by):
            told[side].add(one.document.id)
    return [
        one
        for one in lines
        if not _is_recalled(one)
        or not any(told[side] - {one.document.id} for side in _sides(one.line.drawn_by))
    ]


def _is_recalled(one: Line) -> bool:
    trigger, sentence = one.signal.trigger, one.signal.sentence
    if trigger.start <= sentence.start:
        return False
    before = one.document.quote(Span(sentence.start, trigger.start))
    return bool(_RECALLED.search(before)) and not one.signal.attribution


def _sides(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.side for party in parties) - {UNKNOWN_SIDE}


class _Finder:
    """Finds the sentences that may speak of a line."""

    def __init__(self, lines: Iterable[Line], reports: Reports) -> None:
        self._reports = reports
        self._by_side: dict[str, list[Line]] = defaultdict(list)
        self._by_stem: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for one in lines:
            for side in _sides(one.line.drawn_by):
                self._by_side[side].append(one)
                for stem in one.stems:
                    self._by_stem[side, stem].append(one)
        self._speaking: dict[str, dict[tuple[str, Span], Passage]] = defaultdict(dict)
        for word in _OF_LINES:
            for passage in filter(may_change, reports.holding(word)):
                for name in (passage.document, *passage.stems, *passage.sides):
                    self._speaking[name][_key(passage)] = passage
        self._nearest: dict[tuple[str, Span, str], list[tuple[float, str]]] = {}

    def changes(self, one: Line) -> tuple[Change, ...]:
        """Return the changes of a line that later reports show."""
        state, found = State.OPEN, []
        for passage in sorted(self._passages(one), key=_order):
            change = _change(self._hit(one, passage))
            if change and change.state is not state:
                state = change.state
                found.append(change)
        return tuple(found)

    def _passages(self, one: Line) -> Iterator[Passage]:
        stems, drawn_by = one.stems, one.line.drawn_by
        near = self._reports.about(stems, least=LEAST_SHARE) if stems else []
        passages = {_key(passage): passage for passage, _ in near}
        names = (stem for party in drawn_by for stem in find_stems(party.actor))
        for name in (one.document.id, *_sides(drawn_by), *names):
            passages |= self._speaking.get(name, {})
        return (passage for passage in passages.values() if _follows(passage, one))

    def _hit(self, one: Line, passage: Passage) -> Hit:
        return Hit(
            one,
            passage,
            self._reports.share(one.stems, passage),
            self._reports.share(one.condition, passage),
            self._reports.share(one.consequence, passage),
            self._rival(one, passage),
        )

    def _rival(self, one: Line, passage: Passage) -> float | None:
        """Return how much of another line by the same side the sentence holds."""
        shares = (
            share
            for side in _sides(one.line.drawn_by)
            for share, line in self._nearest_of(side, passage)
            if line != one.line.id
        )
        return max(shares, default=None)

    def _nearest_of(self, side: str, passage: Passage) -> list[tuple[float, str]]:
        """Return the lines of a side that a sentence holds most of, with how much."""
        key = (passage.document, passage.span, side)
        if key not in self._nearest:
            sharing = {
                one.line.id: one
                for stem in passage.stems
                if len(found := self._by_stem.get((side, stem), [])) <= _TOO_COMMON
                for one in found
            }
            shares = [
                (self._reports.share(one.stems, passage), id)
                for id, one in sharing.items()
                if _follows(passage, one)
            ]
            others = (one for one in self._by_side[side] if _follows(passage, one))
            none = [(0.0, one.line.id) for one in islice(others, 2)]
            self._nearest[key] = sorted((*shares, *none), reverse=True)[:3]
        return self._nearest[key]


def _follows(passage: Passage, one: Line) -> bool:
    day = one.document.published
    return is_later(passage, one.document.id, one.signal.sentence, day)


def _key(passage: Passage) -> tuple[str, Span]:
    return passage.document, passage.span


def _order(passage: Passage) -> tuple[str, str, Span]:
    return str(passage.day or "9999"), passage.document, passage.span


def _change(hit: Hit) -> Change | None:
    for rule in RULES:
        if words := rule.holds(hit):
            shared = sorted(hit.line.stems & hit.passage.stems)
            why = (rule.name, f"“{words}”", f"shares {', '.join(shared) or 'no word'}")
            return Change(rule.state, hit.passage.evidence(*why))
    return None
