"""What one part of the reading scored: figures by row and column, and their corpora.

Every part of the report is a `Part`, or `Skipped` with the reason.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from backchannel.label.model import Model
from backchannel.pipeline import Reader

#: Column -> figure; a whole number is a count, any other a share from 0 to 1.
Row = Mapping[str, float]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of one part."""

    title: str
    #: How they were measured; a paragraph of Markdown.
    about: str
    #: File, as the reader of the report knows it -> its digest.
    corpora: Mapping[str, str]
    rows: Mapping[str, Row]
    #: What else there is to say; Markdown, below the table.
    note: str = ""
    #: Drawings that the note shows: file beside the report -> SVG.
    drawings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part that could not be measured here."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shipped:
    """What is measured: the model, and the reader that uses it."""

    model: Model
    reader: Reader


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many were right, of those given and of those wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            self.right + other.right,
            self.given + other.given,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """The share of those given that are right; 0 where none is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of those wanted that are right; 0 where none is wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 0.0

    def row(self, prefix: str = "") -> dict[str, float]:
        """Return the columns of this agreement, named after `prefix`."""
        return {
            f"{prefix}P": self.precision,
            f"{prefix}R": self.recall,
            f"{prefix}F1": self.f1,
        }


def compare(given: Collection[Thing], wanted: Collection[Thing]) -> Agreement:
    """Return the agreement of two collections of distinct things."""
    return Agreement(len(set(given) & set(wanted)), len(set(given)), len(set(wanted)))


def share(rights: Collection[bool]) -> float:
    """Return the share that is true; 0 of none."""
    return sum(rights) / len(rights) if rights else 0.0
