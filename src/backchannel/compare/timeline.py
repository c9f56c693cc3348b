"""Everything dated of a case, in the order of its days.

Readings and what was found in them in, `Moment`s out.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from backchannel.domain.actions import Action
from backchannel.domain.exchanges import Exchange
from backchannel.domain.forecasts import Judged
from backchannel.domain.reading import Reading
from backchannel.domain.redlines import RedLine, State
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Interval,
    Party,
    Signal,
    Status,
    Time,
)
from backchannel.domain.text import Span
from backchannel.domain.timeline import Moment, Sort


@dataclass(frozen=True, slots=True)
class Story:
    """What a timeline is made of; all documents it speaks of are among the readings."""

    readings: Sequence[Reading]
    #: Where given, they stand for their signals.
    exchanges: Sequence[Exchange] = ()
    actions: Sequence[Action] = ()
    red_lines: Sequence[RedLine] = ()
    forecasts: Sequence[Judged] = ()


def find_timeline(
    story: Story, *, sides: Collection[str] = (), days: Interval | None = None
) -> tuple[Moment, ...]:
    """Return the moments of a case, by first day, then by last; undated ones last.

    Of one day, in the order of the documents and then of the words.

    Args:
        story: the case.
        sides: only moments in which one of these takes part; all, if none is given.
        days: only moments that can have been on one of these days.

    Raises:
        ValueError: something stands in a document that is not among the readings.
    """
    placed = sorted(_Telling(story).moments(), key=lambda one: one.order)
    moments = (one.moment for one in placed)
    wanted = frozenset(sides)
    return tuple(
        moment
        for moment in moments
        if (not wanted or wanted & set(moment.sides))
        and (days is None or moment.is_within(days))
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A moment with its place among the others."""

    moment: Moment
    document: int
    span: Span

    @property
    def order(self) -> tuple[date, date, int, Span, str, str]:
        first, last = self.moment.first, self.moment.last
        ends = (first or date.max, last or date.max)
        return *ends, self.document, self.span, self.moment.id, self.moment.what


@dataclass(frozen=True, slots=True)
class _Draft:
    """What is known of a moment before it is dated and quoted."""

    sort: Sort
    what: str
    id: str
    document: str
    span: Span
    parties: Sequence[Party] = ()
    time: Time | None = None
    days: Interval | None = None
    #: Names of those who take part without words of their own.
    named: Sequence[str] = ()
    status: Status | None = None


class _Telling:
    """Goes through a case, document by document."""

    def __init__(self, story: Story) -> None:
        self._story = story
        read = enumerate(story.readings)
        self._documents = {r.document.id: (n, r.document) for n, r in read}
        self._signals = {s.id: s for r in story.readings for s in r.signals}
        self._sides = {
            (signal.document, party.actor): party.side
            for signal in self._signals.values()
            for party in (*signal.sender, *signal.recipient)
        }

    def moments(self) -> Iterator[_Placed]:
        """Yield all moments, in no order of their days."""
        yield from map(self._place, self._drafts())

    def _drafts(self) -> Iterator[_Draft]:
        story = self._story
        yield from (self._exchange(one) for one in story.exchanges if self._told(one))
        grouped = {id for exchange in story.exchanges for id in exchange.signals}
        yield from (
            _of_signal(signal)
            for signal in self._signals.values()
            if signal.id not in grouped
        )
        yield from map(_of_action, story.actions)
        for line in story.red_lines:
            yield from self._line(line)
        for judged in story.forecasts:
            yield from self._forecast(judged)

    def _told(self, exchange: Exchange) -> list[Signal]:
        known = (self._signals.get(id) for id in exchange.signals)
        return [signal for signal in known if signal]

    def _exchange(self, exchange: Exchange) -> _Draft:
        """Return it with the words that report it first, and all days it is given."""
        signals = self._told(exchange)
        first = signals[0]
        return _Draft(
            sort=Sort.EXCHANGE,
            what=first.act,
            status=first.status,
            id=exchange.id,
            document=first.document,
            span=first.sentence,
            parties=[p for s in signals for p in (*s.sender, *s.recipient)],
            days=_hull(s.time.interval for s in signals if s.time and s.time.interval),
        )

    def _line(self, line: RedLine) -> Iterator[_Draft]:
        signal = self._signals.get(line.signal)
        parties = (*line.drawn_by, *line.against)
        yield _Draft(
            sort=Sort.RED_LINE,
            what=State.OPEN,
            id=line.id,
            document=line.document,
            span=signal.sentence if signal else line.condition,
            parties=parties,
            time=signal.time if signal else None,
        )
        for change in line.changes:
            seen = change.evidence
            yield _Draft(
                sort=Sort.CHANGE,
                what=change.state,
                id=line.id,
                document=seen.document,
                span=seen.span,
                parties=parties,
                days=_on(seen.day),
            )

    def _forecast(self, judged: Judged) -> Iterator[_Draft]:
        forecast, seen = judged.forecast, judged.evidence
        named = (forecast.actor,) if forecast.actor else ()
        yield _Draft(
            sort=Sort.FORECAST,
            what=judged.outcome,
            id=forecast.id,
            document=forecast.document,
            span=forecast.span,
            days=forecast.days if forecast.window else None,
            named=named,
        )
        if seen:
            yield _Draft(
                sort=Sort.OUTCOME,
                what=judged.outcome,
                id=forecast.id,
                document=seen.document,
                span=seen.span,
                days=_on(seen.day),
                named=named,
            )

    def _place(self, draft: _Draft) -> _Placed:
        if draft.document not in self._documents:
            raise ValueError(f"{draft.sort} {draft.id}: no reading of {draft.document}")
        number, document = self._documents[draft.document]
        told = draft.days or (draft.time.interval if draft.time else None)
        told = told if told and (told.start or told.end) else None
        sides = [party.side for party in draft.parties]
        sides += [
            self._sides.get((draft.document, name), UNKNOWN_SIDE)
            for name in draft.named
        ]
        moment = Moment(
            days=told or _on(document.published),
            by_document=told is None and document.published is not None,
            sort=draft.sort,
            what=draft.what,
            status=draft.status,
            actors=_once((*(party.actor for party in draft.parties), *draft.named)),
            sides=_once(side for side in sides if side != UNKNOWN_SIDE),
            quote=document.quote(draft.span),
            document=document.id,
            id=draft.id,
        )
        return _Placed(moment, number, draft.span)


def _of_signal(signal: Signal) -> _Draft:
    return _Draft(
        sort=Sort.SIGNAL,
        what=signal.act,
        id=signal.id,
        document=signal.document,
        span=signal.sentence,
        parties=(*signal.sender, *signal.recipient),
        time=signal.time,
        status=signal.status,
    )


def _of_action(action: Action) -> _Draft:
    return _Draft(
        sort=Sort.ACTION,
        what=action.kind,
        id=action.id,
        document=action.document,
        span=action.sentence,
        parties=(*action.actor, *action.target),
        time=action.time,
        status=action.status,
    )


def _hull(intervals: Iterable[Interval]) -> Interval | None:
    """Return the days that all of them lie within, None of none."""
    known = list(intervals)
    if not known:
        return None
    starts = [one.start for one in known]
    ends = [one.end for one in known]
    start = None if None in starts else min(day for day in starts if day)
    end = None if None in ends else max(day for day in ends if day)
    return Interval(start, end)


def _on(day: date | None) -> Interval | None:
    return Interval(day, day) if day else None


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
