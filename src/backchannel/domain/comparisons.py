"""Comparisons: the accounts of one exchange side by side, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from backchannel.domain.codec import record_id
from backchannel.domain.exchanges import GRAVITY, Account, Exchange, Finding
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Gap, Interval
from backchannel.domain.text import Document, Span

#: The row of what reports say was left unsaid.
GAPS = "gaps"
#: The rows of a comparison, in the order in which people read them.
FIELDS = (
    "sender",
    "recipient",
    "intermediary",
    "channel",
    "act",
    "status",
    "time",
    "content",
    "condition",
    "consequence",
    "numbers",
    "attribution",
    GAPS,
)
#: What of several findings tells most of a value.
_TELLING = (Finding.CONTRADICTS, Finding.DIFFERS, Finding.AGREES, Finding.SILENT)


@dataclass(frozen=True, slots=True)
class Column:
    """One account, as the head of a column tells it."""

    account: Account
    #: Its signals, in text order; never empty.
    entries: tuple[Entry, ...]
    #: On whose word, nearest first: a chain for each that its signals give.
    words_of: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if tuple(entry.signal.id for entry in self.entries) != self.account.signals:
            raise ValueError(f"not the signals of {self.account}")

    @property
    def document(self) -> Document:
        """The text it stands in; of several copies, the one that was added first."""
        return self.entries[0].document

    @property
    def day(self) -> date | None:
        """The day that text was published; None where nothing tells."""
        return self.document.published

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The passages that report the exchange, in order, none touching another."""
        merged: list[Span] = []
        for span in sorted(entry.signal.sentence for entry in self.entries):
            if merged and span.start <= merged[-1].end:
                last = merged.pop()
                span = Span(last.start, max(last.end, span.end))
            merged.append(span)
        return tuple(merged)


@dataclass(frozen=True, slots=True)
class Value:
    """One value that an account gives a field."""

    #: In words: "Iran (IRN)", "call", "any flight would be met with missiles".
    words: str
    #: The passages of its document that it rests on; never empty.
    spans: tuple[Span, ...]
    #: The ids of the signals that give it; of what stands beside them, none.
    signals: tuple[str, ...] = ()
    #: The days that words of time mean.
    days: Interval | None = None
    #: How it was found, where no signal gives it.
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What comparing a cell with that of another account found."""

    #: The place of the other column, from 0; its own where its values disagree.
    other: int
    finding: Finding
    #: In words a person can check.
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says of one field."""

    #: In text order; empty where it is silent.
    values: tuple[Value, ...] = ()
    #: What comparing it with accounts that are not silent found, by their columns.
    remarks: tuple[Remark, ...] = ()
    #: What the reading of the text says of its silence.
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One field in every account."""

    #: One of `FIELDS`.
    field: str
    #: One for each column.
    cells: tuple[Cell, ...]

    @property
    def finding(self) -> Finding | None:
        """The gravest finding of any cell; None where one account tells, of one."""
        found = {self.found(place) for place in range(len(self.cells))}
        found |= {remark.finding for _, remark in self.remarks()}
        return next((one for one in GRAVITY if one in found), None)

    def found(self, place: int) -> Finding | None:
        """Return what weighs most in the cell of a column.

        None for what only that account tells. Silent is a cell without a value; in the
        row of gaps one that has some, since they are what was left unsaid.
        """
        cell = self.cells[place]
        if bool(cell.values) is (self.field == GAPS):
            return Finding.SILENT
        found = {remark.finding for remark in cell.remarks}
        return next((one for one in _TELLING if one in found), None)

    def remarks(self) -> Iterator[tuple[int, Remark]]:
        """Yield what was found of each two columns once, with the first's place."""
        for place, cell in enumerate(self.cells):
            for remark in cell.remarks:
                if remark.other >= place:
                    yield place, remark


@dataclass(frozen=True, slots=True)
class Comparison:
    """The matrix of one exchange: its accounts by fields."""

    exchange: Exchange
    #: In order of publication.
    columns: tuple[Column, ...]
    #: Only fields that some account fills, in the order of `FIELDS`.
    rows: tuple[Row, ...]
    #: How many columns, from the first, were compared with each other.
    compared: int

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"rows that do not have {len(self.columns)} cells")

    @property
    def id(self) -> str:
        """The digest of the exchange that it compares the accounts of."""
        return record_id({"comparison": self.exchange.id})

    @property
    def finding(self) -> Finding | None:
        """The gravest finding of any row."""
        found = {row.finding for row in self.rows}
        return next((one for one in GRAVITY if one in found), None)

    def row(self, field: str) -> Row | None:
        """Return the row of a field; None if no account fills it."""
        return next((row for row in self.rows if row.field == field), None)

    def place(self, signal: str) -> int:
        """Return the place of the column whose account has that signal or its copy.

        Raises:
            KeyError: none has it.
        """
        for place, column in enumerate(self.columns):
            if signal in column.account.signals or signal in column.account.copied:
                return place
        raise KeyError(signal)
