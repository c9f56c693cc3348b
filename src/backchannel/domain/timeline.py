"""The timeline of a case: everything dated, each as one moment."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backchannel.domain.signals import Interval, Status


class Sort(StrEnum):
    """What a moment is of."""

    SIGNAL = "signal"
    EXCHANGE = "exchange"
    ACTION = "action"
    RED_LINE = "red line drawn"
    CHANGE = "red line changed"
    FORECAST = "forecast"
    OUTCOME = "outcome of a forecast"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened, is to happen or was said, and when."""

    #: The days it can have been on; None where nothing tells.
    days: Interval | None
    #: Whether the day is that of the document, since the text gives none.
    by_document: bool
    sort: Sort
    #: The act, the kind of action, the state, or the outcome.
    what: str
    #: Whether a signal or an action was done; None for what is neither.
    status: Status | None
    #: Names and sides, in order of the text, without repetition.
    actors: tuple[str, ...]
    sides: tuple[str, ...]
    #: The words that it rests on, and the document they stand in.
    quote: str
    document: str
    #: That of the signal, exchange, action, red line or forecast.
    id: str

    @property
    def first(self) -> date | None:
        """The first day, else the last one if only that is known."""
        return (self.days.start or self.days.end) if self.days else None

    @property
    def last(self) -> date | None:
        """The last day; None for an open end."""
        return self.days.end if self.days else None

    def is_within(self, days: Interval) -> bool:
        """Whether it can have been on one of `days`; not if nothing dates it."""
        own = self.days
        if own is None:
            return False
        begins_late = own.start and days.end and own.start > days.end
        ends_early = own.end and days.start and own.end < days.start
        return not (begins_late or ends_early)
