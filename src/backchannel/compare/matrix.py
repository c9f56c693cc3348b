"""The accounts of one exchange side by side.

A grouping and one of its exchanges in, the matrix out: for each field what each account
says, with its words, and what comparing it with each other account found.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from backchannel.compare.facts import Facts
from backchannel.compare.fields import compare_field
from backchannel.compare.grouping import Grouping
from backchannel.compare.unsaid import find_unsaid
from backchannel.compare.values import find_chain, find_values
from backchannel.compare.wording import Rarity
from backchannel.domain.comparisons import (
    FIELDS,
    GAPS,
    Cell,
    Column,
    Comparison,
    Remark,
    Row,
    Value,
)
from backchannel.domain.exchanges import Account, Compared, Exchange, Finding
from backchannel.domain.signals import Gap

#: Accounts that are compared with each other: pairs grow with their square.
COMPARED = 40
#: The rows that signals fill.
_TOLD = tuple(field for field in FIELDS if field != GAPS)
#: Values of one cell that are compared with those of another.
_VALUES = 6
#: Two accounts agree in a field if any two of their values do.
_FITTING = (Finding.AGREES, Finding.DIFFERS, Finding.CONTRADICTS, Finding.SILENT)


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell in the making: its values, and for each the first signal to give it."""

    values: tuple[Value, ...]
    givers: tuple[Facts, ...]


def compare_exchange(grouping: Grouping, exchange: Exchange) -> Comparison:
    """Return the matrix of an exchange, account by account in order of publication.

    Only the first `COMPARED` accounts are compared with each other; of further ones
    the values are given.

    Raises:
        KeyError: a signal of the exchange is not in the grouping.
    """
    facts = [_facts_of(grouping, account) for account in exchange.accounts]
    columns = zip(exchange.accounts, facts, strict=True)
    near = _by_document(grouping.facts, {one[0].document.id for one in facts})
    rows = [_row(field, facts, grouping.rarity) for field in _TOLD]
    rows.append(_unsaid(facts, near))
    return Comparison(
        exchange,
        tuple(_column(*column) for column in columns),
        tuple(row for row in rows if any(cell.values for cell in row.cells)),
        min(len(facts), COMPARED),
    )


def _facts_of(grouping: Grouping, account: Account) -> list[Facts]:
    return [grouping.facts[grouping.number(signal)] for signal in account.signals]


def _by_document(
    facts: Iterable[Facts], documents: set[str]
) -> Mapping[str, list[Facts]]:
    found: defaultdict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        if one.document.id in documents:
            found[one.document.id].append(one)
    return found


def _column(account: Account, facts: Sequence[Facts]) -> Column:
    chains = dict.fromkeys(find_chain(one) for one in facts)
    entries = tuple(one.entry for one in facts)
    return Column(account, entries, tuple(filter(None, chains)))


def _row(field: str, accounts: Sequence[Sequence[Facts]], rarity: Rarity) -> Row:
    filled = [_fill(field, facts) for facts in accounts]
    remarks: defaultdict[int, list[Remark]] = defaultdict(list)
    for place, one in enumerate(filled[:COMPARED]):
        if within := _disagree(field, one.givers, rarity):
            remarks[place].append(_remark(place, within))
    for left, right in combinations(range(len(filled[:COMPARED])), 2):
        pair = filled[left].givers, filled[right].givers
        if found := _compare(field, *pair, rarity):
            remarks[left].append(_remark(right, found))
            remarks[right].append(_remark(left, found))
    cells = (
        _cell(field, one.values, remarks[place], accounts[place])
        for place, one in enumerate(filled)
    )
    return Row(field, tuple(cells))


def _remark(other: int, found: Compared) -> Remark:
    return Remark(other, found.finding, found.reason)


def _cell(
    field: str,
    values: tuple[Value, ...],
    remarks: Iterable[Remark],
    facts: Sequence[Facts],
) -> Cell:
    """Return a cell; where it is silent, with what the reading says of that."""
    gaps = (gap for one in facts for gap in one.signal.gaps if gap.field == field)
    told = sorted(remarks, key=lambda remark: remark.other)
    silent = () if values else tuple(dict.fromkeys(gaps))
    return Cell(values, tuple(told), silent)


def _fill(field: str, facts: Sequence[Facts]) -> _Filled:
    """Return the values of an account, each once, with every signal that gives it."""
    values: dict[object, Value] = {}
    givers: dict[object, Facts] = {}
    for one in facts:
        for value in find_values(one, field):
            key = value.words.casefold(), value.days
            known = values.get(key)
            values[key] = _join(known, value) if known else value
            givers.setdefault(key, one)
    return _Filled(tuple(values.values()), _distinct(givers.values()))


def _join(known: Value, value: Value) -> Value:
    return replace(
        known,
        spans=tuple(dict.fromkeys((*known.spans, *value.spans))),
        signals=tuple(dict.fromkeys((*known.signals, *value.signals))),
    )


def _distinct(givers: Iterable[Facts]) -> tuple[Facts, ...]:
    by_id = {one.signal.id: one for one in givers}
    return tuple(by_id.values())[:_VALUES]


def _compare(
    field: str, left: Sequence[Facts], right: Sequence[Facts], rarity: Rarity
) -> Compared | None:
    """Return what was found of two accounts in a field; None if one is silent.

    What fits best counts, since an account may tell more than another; but a status
    that contradicts all of the other account is a contradiction all the same.
    """
    table = {
        (a, b): found
        for (a, one), (b, other) in product(enumerate(left), enumerate(right))
        if (found := compare_field(one, other, rarity, field))
    }
    if not table:
        return None
    if field == "status":
        lines = defaultdict(list)
        for (a, b), found in table.items():
            lines["left", a].append(found)
            lines["right", b].append(found)
        against = (one for one in map(_best, lines.values()) if _contradicts(one))
        return next(against, _best(table.values()))
    return _best(table.values())


def _contradicts(found: Compared | None) -> bool:
    return found is not None and found.finding is Finding.CONTRADICTS


def _best(found: Iterable[Compared]) -> Compared:
    return min(found, key=lambda one: _FITTING.index(one.finding))


def _disagree(field: str, givers: Sequence[Facts], rarity: Rarity) -> Compared | None:
    """Return a contradiction between two values of one account."""
    for left, right in combinations(givers, 2):
        found = compare_field(left, right, rarity, field)
        if _contradicts(found):
            return found
    return None


def _unsaid(
    accounts: Sequence[Sequence[Facts]], near: Mapping[str, Sequence[Facts]]
) -> Row:
    """Return the row of what reports say was left unsaid, and of gaps within values."""
    cells = (_gaps(facts, near[facts[0].document.id]) for facts in accounts)
    return Row(GAPS, tuple(cells))


def _gaps(facts: Sequence[Facts], near: Sequence[Facts]) -> Cell:
    within: dict[Gap, Value] = {}
    for one in facts:
        for gap in one.signal.gaps:
            if gap.field in _TOLD and find_values(one, gap.field):
                words = f"{gap.field}: {gap.reason}"
                spans = (one.signal.trigger,)
                within.setdefault(gap, Value(words, spans, (one.signal.id,)))
    return Cell((*find_unsaid(facts, near), *within.values()))
