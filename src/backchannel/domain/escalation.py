"""Escalation: how hostile the sides of a case are to each other, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from backchannel.domain.actions import Kind
from backchannel.domain.signals import Act


@dataclass(frozen=True, slots=True)
class Scores:
    """What each act and each kind of action adds to a day: below 0 is conflict."""

    acts: Mapping[Act, float] = field(hash=False)
    kinds: Mapping[Kind, float] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted between two sides on one day."""

    #: None for what stands in documents without a day, and has none itself.
    day: date | None
    #: Who acts and on whom; in an unordered series the two by name.
    sides: tuple[str, str]
    #: The sum of the scores of all that was counted.
    score: float
    #: Ids of the signals and of the actions that were counted, sorted.
    signals: tuple[str, ...]
    actions: tuple[str, ...]
    #: How many of these have the day of their document, since the text gives none.
    by_document: int
    #: How many may have been on later days too: "last week" counts on its Monday.
    uncertain: int
    #: How many texts report what was counted; copies are one text.
    reports: int
    #: How many texts of the case were published that day.
    documents: int

    @property
    def mean(self) -> float:
        """The score for each text that reports it: volume is not tension."""
        return self.score / self.reports


@dataclass(frozen=True, slots=True)
class Escalation:
    """The daily series of a case, each sorted by sides, then by day."""

    #: Who does it to whom.
    ordered: tuple[Tally, ...]
    #: Between two sides, whoever does it.
    unordered: tuple[Tally, ...]
    #: As `ordered`, of what has no day at all.
    undated: tuple[Tally, ...]
    #: How many texts have no day; what they date themselves is counted all the same.
    documents_without_day: int
    #: How many signals and actions were done, but not by one side to another.
    unpaired: int
