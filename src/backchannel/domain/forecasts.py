"""Forecasts: stated expectations, their window, and what came of them."""

from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain.codec import record_id
from backchannel.domain.evidence import Evidence
from backchannel.domain.signals import Interval, Time
from backchannel.domain.text import Span


class Outcome(StrEnum):
    """What later reports say of a forecast."""

    BORNE_OUT = "borne out"
    NOT_BORNE_OUT = "not borne out"
    #: No report tells, or the window is still open.
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Forecast:
    """One stated expectation, as one document reports it."""

    #: See `forecast_id`.
    id: str
    document: str
    #: The words that state it: the clause, or the sentence where that is one clause.
    span: Span
    sentence: Span
    #: The words that name who expects it; None where the outlet itself does.
    by: Span | None
    #: The actor these words mean, where a signal of the document tells.
    actor: str | None
    #: The words that give the window; None where it has none.
    window: Time | None
    #: The days it speaks of, both inclusive; an open end is None.
    days: Interval
    #: "could", "is expected", "as early as", in text order.
    hedges: tuple[Span, ...]
    #: The rule that found it, in words a person can check.
    rule: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A forecast, and what later reports say of it."""

    forecast: Forecast
    outcome: Outcome = Outcome.UNRESOLVED
    #: The report that shows it; None for an unresolved one.
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.UNRESOLVED) != (self.evidence is None):
            raise ValueError(f"{self.outcome} with evidence {self.evidence}")


def forecast_id(document: str, span: Span) -> str:
    """Return the id of the forecast that these words of a document state."""
    return record_id({"document": document, "forecast": [span.start, span.end]})
