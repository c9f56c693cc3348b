"""How hostile the sides of a case are to each other, day by day.

Readings and actions of a case in; daily sums for each pair of sides out, with all that
was counted, so that each can be looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from backchannel.compare.copies import Copies
from backchannel.compare.scores import DEFAULT
from backchannel.domain.actions import Action
from backchannel.domain.codec import record_id
from backchannel.domain.escalation import Escalation, Scores, Tally
from backchannel.domain.reading import Reading
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal, Status, Time

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Count:
    """One signal or action between two sides."""

    id: str
    is_action: bool
    document: str
    #: What counts once a day: an exchange, or a kind of action.
    group: str
    day: date | None
    by_document: bool
    uncertain: bool
    sides: tuple[str, str]
    score: float


def find_escalation(
    readings: Iterable[Reading],
    actions: Iterable[Action] = (),
    *,
    scores: Scores = DEFAULT,
    exchanges: Mapping[str, str] = _NONE,
) -> Escalation:
    """Return the daily series between the sides of a case.

    Only what was done counts; a threat that was made was done. Of copies of a text the
    first counts. One exchange counts once a day, with its gravest score, and so does
    one kind of action, since many texts tell of one strike. What the text does not
    date counts on the day of its document; what it dates to several days, on the first.

    Args:
        readings: in order of their publication, so that of copies the first is first.
        actions: of these documents; of a document that is a copy they do not count.
        scores: see `backchannel.compare.scores`.
        exchanges: id of a signal or action -> that of the exchange or event it reports.
    """
    originals = _originals(readings)
    days = {id: reading.document.published for id, reading in originals.items()}
    items = [
        *(_Item.of_signal(s, scores) for r in originals.values() for s in r.signals),
        *(_Item.of_action(a, scores) for a in actions if a.document in originals),
    ]
    done = [item for item in items if item.status is Status.DONE]
    paired = [(item, list(_pairs(item))) for item in done]
    counts = [
        _count(item, sides, days[item.document], exchanges)
        for item, pairs in paired
        for sides in pairs
    ]
    published = Counter(day for day in days.values() if day)
    dated = [count for count in counts if count.day]
    undated = [count for count in counts if not count.day]
    return Escalation(
        ordered=_tallies(dated, published, lambda sides: sides),
        unordered=_tallies(dated, published, _sorted),
        undated=_tallies(undated, published, lambda sides: sides),
        documents_without_day=sum(day is None for day in days.values()),
        unpaired=sum(not pairs for _, pairs in paired),
    )


def _originals(readings: Iterable[Reading]) -> dict[str, Reading]:
    copies = Copies()
    return {
        reading.document.id: reading
        for reading in readings
        if copies.find(reading.document) is None
    }


@dataclass(frozen=True, slots=True)
class _Item:
    """A signal or an action, as far as it counts."""

    id: str
    is_action: bool
    document: str
    group: str
    status: Status
    time: Time | None
    doers: tuple[Party, ...]
    others: tuple[Party, ...]
    score: float

    @classmethod
    def of_signal(cls, signal: Signal, scores: Scores) -> "_Item":
        return cls(
            id=signal.id,
            is_action=False,
            document=signal.document,
            group=signal.repeats or signal.id,
            status=signal.status,
            time=signal.time,
            doers=signal.sender,
            others=signal.recipient,
            score=scores.acts.get(signal.act, 0.0),
        )

    @classmethod
    def of_action(cls, action: Action, scores: Scores) -> "_Item":
        return cls(
            id=action.id,
            is_action=True,
            document=action.document,
            group=record_id({"kind": action.kind}),
            status=action.status,
            time=action.time,
            doers=action.actor,
            others=action.target,
            score=scores.kinds.get(action.kind, 0.0),
        )


def _pairs(item: _Item) -> Iterator[tuple[str, str]]:
    """Yield who does it to whom, each pair of sides once."""
    doers = dict.fromkeys(p.side for p in item.doers if p.side != UNKNOWN_SIDE)
    others = dict.fromkeys(p.side for p in item.others if p.side != UNKNOWN_SIDE)
    yield from ((a, b) for a in doers for b in others if a != b)


def _count(
    item: _Item,
    sides: tuple[str, str],
    published: date | None,
    exchanges: Mapping[str, str],
) -> _Count:
    interval = item.time.interval if item.time else None
    told = (interval.start or interval.end) if interval else None
    return _Count(
        id=item.id,
        is_action=item.is_action,
        document=item.document,
        group=exchanges.get(item.id, item.group),
        day=told or published,
        by_document=told is None and published is not None,
        uncertain=interval is not None and interval.start != interval.end,
        sides=sides,
        score=item.score,
    )


_Sides = tuple[str, str]


def _sorted(sides: _Sides) -> _Sides:
    first, last = sorted(sides)
    return first, last


def _tallies(
    counts: Iterable[_Count],
    published: Mapping[date, int],
    pair: Callable[[_Sides], _Sides],
) -> tuple[Tally, ...]:
    cells: dict[tuple[_Sides, date | None], list[_Count]] = defaultdict(list)
    for count in counts:
        cells[pair(count.sides), count.day].append(count)
    order = sorted(cells, key=lambda cell: (cell[0], cell[1] or date.min))
    return tuple(
        _tally(sides, day, cells[sides, day], published.get(day, 0) if day else 0)
        for sides, day in order
    )


def _tally(
    sides: _Sides, day: date | None, cell: Sequence[_Count], documents: int
) -> Tally:
    gravest: dict[str, _Count] = {}
    for count in sorted(cell, key=lambda one: (one.score, one.id)):
        gravest.setdefault(count.group, count)
    counted = sorted(gravest.values(), key=lambda one: one.id)
    return Tally(
        day=day,
        sides=sides,
        score=round(sum(one.score for one in counted), 6),
        signals=tuple(one.id for one in counted if not one.is_action),
        actions=tuple(one.id for one in counted if one.is_action),
        by_document=sum(one.by_document for one in counted),
        uncertain=sum(one.uncertain for one in counted),
        reports=len({one.document for one in cell}),
        documents=documents,
    )
