"""A comparison in the words that the terminal and the page share.

Everything returned may hold characters that act on a terminal or a page: who prints it
makes them visible, or escapes them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from backchannel.domain.comparisons import (
    GAPS,
    Column,
    Comparison,
    Remark,
    Row,
    Value,
)
from backchannel.domain.exchanges import GRAVITY, Finding
from backchannel.domain.signals import Party
from backchannel.domain.text import Span
from backchannel.write import phrases

#: Beside the word always: a symbol is seen first, and colour may not be seen at all.
SYMBOLS = {
    Finding.AGREES: "=",
    Finding.DIFFERS: "≠",
    Finding.CONTRADICTS: "✗",
    Finding.SILENT: "–",
}
#: Of what only one account tells.
ALONE = "only here"
#: What a row is called where its field's name would not do.
LABELS = {"numbers": "counts", "attribution": "on the word of", GAPS: "left unsaid"}
#: Accounts that one line of findings names, its lines for a field, and the outlets
#: that a heading names.
_MOST = 8
_NOUNS = {"numbers": "counts", "attribution": "source"}
_TOGETHER = {
    Finding.CONTRADICTS: "they contradict each other in",
    Finding.DIFFERS: "they differ in",
    Finding.SILENT: "not all tell of",
    Finding.AGREES: "they agree in",
}
_SAYING = {
    Finding.AGREES: "agrees with",
    Finding.DIFFERS: "differs from",
    Finding.CONTRADICTS: "contradicts",
    Finding.SILENT: "cannot be compared with",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of some accounts in one field, for one reason."""

    field: str
    finding: Finding
    #: "1 contradicts 2, 3; 2 contradicts 4": the numbers of columns, from 1.
    who: str
    reason: str


def label(field: str) -> str:
    """Return what the row of a field is called."""
    return LABELS.get(field, field)


def value_words(value: Value) -> str:
    """Return a value; of words of time, the days that they mean."""
    return phrases.interval_words(value.days) if value.days else value.words


def finding_words(row: Row) -> str:
    """Return the symbol and the word of what was found of a row; "" for nothing."""
    if row.field == GAPS or row.finding is None:
        return ""
    return f"{SYMBOLS[row.finding]} {row.finding}"


def cell_findings(row: Row, place: int) -> tuple[tuple[Finding | None, str], ...]:
    """Return what was found of a cell, as in "✗ contradicts 2", the gravest first."""
    cell = row.cells[place]
    if row.field == GAPS:
        return ()
    if not cell.values:
        told = f"{SYMBOLS[Finding.SILENT]} silent"
        return ((Finding.SILENT, told),) if row.field != "attribution" else ()
    if not cell.remarks:
        return ((None, ALONE),) if len(row.cells) > 1 else ()
    return tuple(_gather(cell.remarks, place))


def _gather(
    remarks: Iterable[Remark], place: int
) -> Iterator[tuple[Finding | None, str]]:
    others: defaultdict[Finding, list[int]] = defaultdict(list)
    for remark in remarks:
        if remark.other == place:
            yield remark.finding, f"{SYMBOLS[remark.finding]} its own words disagree"
        else:
            others[remark.finding].append(remark.other)
    for finding in GRAVITY:
        if finding in others:
            told = f"{_SAYING[finding]} {numbers(others[finding])}"
            yield finding, f"{SYMBOLS[finding]} {told}"


def silence_words(row: Row, place: int) -> tuple[str, ...]:
    """Return what the reading says of an account's silence in a field."""
    if row.field == "attribution":
        return ("the outlet's own report",)
    return tuple(gap.reason for gap in row.cells[place].gaps)


def findings(comparison: Comparison) -> Iterator[Found]:
    """Yield what was found of each field, the gravest first; not what only agrees.

    But for agreement that is worth a word: of another name, or across adversaries.
    """
    for finding in GRAVITY:
        for row in comparison.rows:
            yield from _of(row, finding)


def _of(row: Row, finding: Finding) -> Iterator[Found]:
    against: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
    for place, remark in row.remarks():
        if remark.finding is finding and _is_worth_a_word(remark):
            against[remark.reason].setdefault(place, []).append(remark.other)
    for reason, pairs in islice(against.items(), _MOST):
        told = [words for pair in pairs.items() for words in _against(finding, *pair)]
        who = "; ".join(told[:_MOST])
        who += f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
        yield Found(row.field, finding, who, reason)
    if (more := len(against) - _MOST) > 0:
        yield Found(row.field, finding, f"{more} more", "each for another reason")


def _against(finding: Finding, place: int, others: list[int]) -> Iterator[str]:
    if place in others:
        yield f"{place + 1} disagrees with itself"
    if rest := [other for other in others if other != place]:
        yield f"{place + 1} {_SAYING[finding]} {numbers(rest)}"


def _is_worth_a_word(remark: Remark) -> bool:
    plain = ("both ", "the same")
    return remark.finding is not Finding.AGREES or not remark.reason.startswith(plain)


def numbers(places: Iterable[int]) -> str:
    """Return places as people count them, runs as such: "1, 3–5"."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    if len(run) < 3:
        return ", ".join(str(place + 1) for place in run)
    return f"{run[0] + 1}–{run[-1] + 1}"


def title(comparison: Comparison) -> str:
    """Return what is compared: "message from Iran (IRN) to Iraq (IRQ)"."""
    signals = [entry.signal for one in comparison.columns for entry in one.entries]
    senders = next((s.sender for s in signals if s.sender), ())
    recipients = next((s.recipient for s in signals if s.recipient), ())
    kind = str(comparison.exchange.kind)
    if kind == "contact":
        both = [*map(_name, senders), *map(_name, recipients)]
        return f"contact: {', '.join(dict.fromkeys(both))}" if both else kind
    who = f" from {', '.join(map(_name, senders))}" if senders else ""
    whom = f" to {', '.join(map(_name, recipients))}" if recipients else ""
    return f"{kind}{who}{whom}"


def _name(party: Party) -> str:
    side = phrases.side_words(party)
    return f"{party.actor} ({side})" if side else party.actor


def summary(comparison: Comparison) -> str:
    """Return how many accounts there are, and what comparing them came to."""
    columns = len(comparison.columns)
    told = phrases.counted(columns, "account")
    if comparison.compared < columns:
        told += f", the first {comparison.compared} compared"
    rows = [row for row in comparison.rows if row.field != GAPS]
    found = next((one for one in GRAVITY if one in {r.finding for r in rows}), None)
    if columns == 1 or found is None:
        return f"{told}: nothing to compare with"
    fields = [_NOUNS.get(r.field, r.field) for r in rows if r.finding is found]
    return f"{told}: {_TOGETHER[found]} {', '.join(fields)}"


def outlets(column: Column) -> str:
    """Return who printed it, copies included; of many the first."""
    names = column.account.outlets
    if not names:
        return column.document.place
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more:,} more" if more > 0 else "")


def day(column: Column) -> str:
    """Return when it was published."""
    return phrases.day_words(column.day) if column.day else "date not known"


def word(column: Column) -> str:
    """Return on whose word the account is, the outlet's own if it names nobody."""
    chains = "; ".join(" ← ".join(chain) for chain in column.words_of)
    return f"on the word of {chains}" if chains else "its own report"


def because(comparison: Comparison) -> Iterator[str]:
    """Yield why accounts were put together: "1 and 2 grouped because …"."""
    for grounds in comparison.exchange.because:
        left, right = comparison.place(grounds.left), comparison.place(grounds.right)
        first, last = sorted((left + 1, right + 1))
        ends = f"{first} and {last}" if first != last else f"two signals of {first}"
        yield f"{ends}: {grounds}"


def pieces(column: Column, sentence: Span) -> Iterator[tuple[str, bool]]:
    """Yield a sentence in pieces, each with whether it names the act of a signal."""
    signals = [entry.signal for entry in column.entries]
    triggers = [s.trigger for s in signals if sentence.contains(s.trigger)]
    edges = {sentence.start, sentence.end}
    edges |= {edge for span in triggers for edge in (span.start, span.end)}
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        yield column.document.quote(piece), any(s.contains(piece) for s in triggers)


def unsaid(comparison: Comparison, place: int) -> tuple[Value, ...]:
    """Return the sentences that tell of silence and are not quoted for another end."""
    row = comparison.row(GAPS)
    if row is None:
        return ()
    quoted = comparison.columns[place].sentences
    return tuple(
        value
        for value in row.cells[place].values
        if value.rule and not any(s.contains(value.spans[0]) for s in quoted)
    )


def other_words(
    comparison: Comparison, row: Row, place: int, value: Value
) -> tuple[str, ...]:
    """Return the words that a value rests on, where they tell more than the value.

    The words that name the act stand in its row, and not again in those of the channel
    and the status.
    """
    act = comparison.row("act")
    known = {s for v in act.cells[place].values for s in v.spans} if act else set()
    one = len(row.cells[place].values) == 1
    if row.field in ("channel", "status") and one and known.issuperset(value.spans):
        return ()
    document = comparison.columns[place].document
    quotes = dict.fromkeys(document.quote(span) for span in value.spans)
    told = value_words(value).casefold()
    return tuple(quote for quote in quotes if quote.casefold() not in told)
