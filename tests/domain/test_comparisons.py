import pytest

from backchannel.domain.comparisons import (
    GAPS,
    Cell,
    Column,
    Comparison,
    Remark,
    Row,
    Value,
)
from backchannel.domain.exchanges import Account, Exchange, Finding, Kind
from backchannel.domain.kept import Entry
from backchannel.domain.text import Span
from tests.compare.told import told

FIRST, SECOND = (told("[sender Iran] [trigger warned].", id=id) for id in ("d1", "d2"))
VALUE = Value("Iran (IRN)", (Span(0, 4),))


def column(entries: list[Entry]) -> Column:
    ids = tuple(entry.signal.id for entry in entries)
    return Column(Account(entries[0].document.id, ids), tuple(entries))


def comparison(*rows: Row) -> Comparison:
    columns = column(FIRST), column(SECOND)
    accounts = tuple(one.account for one in columns)
    return Comparison(Exchange(Kind.MESSAGE, accounts), columns, rows, 2)


def row(*findings: Finding, field: str = "sender") -> Row:
    remarks = tuple(Remark(1, finding, "") for finding in findings)
    return Row(field, (Cell((VALUE,), remarks), Cell((VALUE,))))


def test_a_row_has_the_gravest_finding_of_its_cells() -> None:
    found = row(Finding.AGREES, Finding.CONTRADICTS, Finding.DIFFERS).finding
    assert found is Finding.CONTRADICTS


def test_a_cell_without_a_value_is_silent() -> None:
    assert Row("sender", (Cell((VALUE,)), Cell())).found(1) is Finding.SILENT


def test_what_only_one_tells_has_no_finding() -> None:
    assert Row("sender", (Cell((VALUE,)), Cell())).found(0) is None


def test_what_agrees_with_one_and_cannot_be_compared_with_another_agrees() -> None:
    assert row(Finding.SILENT, Finding.AGREES).found(0) is Finding.AGREES


def test_in_the_row_of_gaps_the_filled_cell_is_the_silent_one() -> None:
    gaps = Row(GAPS, (Cell((VALUE,)), Cell()))
    assert (gaps.found(0), gaps.found(1)) == (Finding.SILENT, None)


def test_remarks_on_two_columns_are_told_once() -> None:
    both = Remark(1, Finding.AGREES, ""), Remark(0, Finding.AGREES, "")
    found = Row("sender", (Cell((VALUE,), both[:1]), Cell((VALUE,), both[1:])))
    assert list(found.remarks()) == [(0, both[0])]


def test_a_comparison_has_the_gravest_finding_of_its_rows() -> None:
    found = comparison(row(Finding.DIFFERS), row(Finding.AGREES)).finding
    assert found is Finding.DIFFERS


def test_the_id_is_that_of_what_is_compared() -> None:
    assert comparison().id == comparison(row(Finding.DIFFERS)).id


def test_a_signal_is_found_in_its_column() -> None:
    assert comparison().place(SECOND[0].signal.id) == 1


def test_a_signal_of_no_account_has_no_column() -> None:
    with pytest.raises(KeyError):
        comparison().place("other")


def test_a_row_without_a_cell_for_each_column_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        comparison(Row("sender", (Cell(),)))


def test_a_column_with_other_signals_than_its_account_is_refused() -> None:
    with pytest.raises(ValueError, match="not the signals"):
        Column(Account("d1", ("other",)), tuple(FIRST))


def test_two_signals_of_one_sentence_are_one_quote() -> None:
    entries = told("[sender Iran] [trigger warned] and left.", "It [trigger denied].")
    twice = [entries[0], entries[0], entries[1]]
    assert column(twice).sentences == tuple(e.signal.sentence for e in entries)
