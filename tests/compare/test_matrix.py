from datetime import date
from itertools import chain
from typing import Any

import pytest

from backchannel.compare.grouping import group_entries
from backchannel.compare.matrix import COMPARED, compare_exchange
from backchannel.domain.comparisons import GAPS, Comparison, Row
from backchannel.domain.exchanges import Finding, Settled
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Channel, Gap, Status
from tests.compare.test_grouping import BY_OMAN, denial, threat, visit
from tests.compare.told import told

WARNED = "[sender Iran] [trigger warned] [recipient Iraq]"


def matrix(*accounts: list[Entry]) -> Comparison:
    """Compare accounts that a person says are of one exchange."""
    entries = list(chain.from_iterable(accounts))
    first = entries[0].signal.id
    together = frozenset(frozenset({first, e.signal.id}) for e in entries[1:])
    grouping = group_entries(entries, Settled(together=together))
    (exchange,) = grouping.exchanges()
    return compare_exchange(grouping, exchange)


def account(id: str, *signals: tuple[str, dict[str, Any]] | str) -> list[Entry]:
    return told(*signals, id=id, outlet=f"The {id} Times")


def row(comparison: Comparison, field: str) -> Row:
    found = comparison.row(field)
    assert found is not None
    return found


def words(comparison: Comparison, field: str) -> list[list[str]]:
    cells = row(comparison, field).cells
    return [[value.words for value in cell.values] for cell in cells]


def test_the_accounts_stand_in_order_of_publication() -> None:
    found = matrix(denial(), threat())
    days = [column.day for column in found.columns]
    assert days == [date(2001, 3, 5), date(2001, 3, 7)]


def test_each_field_has_what_each_account_says_of_it() -> None:
    found = matrix(threat(), denial())
    assert words(found, "sender") == [["Iran (IRN)"], ["Iran (IRN)"]]
    assert words(found, "status") == [["done"], ["negated"]]


def test_every_value_rests_on_words_of_its_document() -> None:
    found = matrix(threat(), denial())
    for one in found.rows:
        for column, cell in zip(found.columns, one.cells, strict=True):
            assert all(column.document.quote(s) for v in cell.values for s in v.spans)


def test_what_one_says_and_the_other_denies_is_a_contradiction() -> None:
    status = row(matrix(threat(), denial()), "status")
    assert status.finding is Finding.CONTRADICTS
    assert [cell.remarks[0].other for cell in status.cells] == [1, 0]


def test_a_field_that_no_account_fills_has_no_row() -> None:
    assert matrix(account("d1", WARNED), account("d2", WARNED)).row("channel") is None


def test_a_silent_account_says_why_where_the_reading_does() -> None:
    gap = Gap("channel", "the text does not say how it travelled")
    by_call = account("d1", (WARNED, {"channel": Channel.CALL}))
    found = row(matrix(by_call, account("d2", (WARNED, {"gaps": (gap,)}))), "channel")
    assert (found.found(1), found.cells[1].gaps) == (Finding.SILENT, (gap,))


def test_the_first_signal_may_be_silent_where_a_later_one_tells() -> None:
    later = (f"{WARNED} again", {"channel": Channel.CALL})
    found = matrix(
        account("d1", WARNED, later), account("d2", (WARNED, {"channel": Channel.CALL}))
    )
    assert row(found, "channel").finding is Finding.AGREES


def test_a_value_that_two_signals_give_is_told_once() -> None:
    found = matrix(account("d1", WARNED, f"{WARNED} again"), account("d2", WARNED))
    (value,) = row(found, "sender").cells[0].values
    assert (len(value.signals), len(value.spans)) == (2, 2)


def test_an_account_that_contradicts_itself_shows_both_and_says_so() -> None:
    denied = ("[sender Iran] [trigger had not warned] [recipient Iraq]",)
    both = account("d1", WARNED, (*denied, {"status": Status.NEGATED}))
    found = matrix(both, account("d2", f"{WARNED} of fire"))
    assert words(found, "status")[0] == ["done", "negated"]
    remarks = row(found, "status").cells[0].remarks
    assert [(one.other, one.finding) for one in remarks] == [
        (0, Finding.CONTRADICTS),
        (1, Finding.CONTRADICTS),
    ]


def test_what_is_expected_first_and_done_then_does_not_differ() -> None:
    planned = (WARNED, {"status": Status.PLANNED})
    found = matrix(account("d1", planned, f"{WARNED} then"), account("d2", WARNED))
    assert row(found, "status").finding is Finding.AGREES


def test_what_only_one_account_tells_is_not_compared() -> None:
    status = row(matrix(threat(), visit()), "intermediary")
    assert status.found(0) is None


def test_what_a_report_says_was_left_unsaid_is_a_row() -> None:
    silent = account("d1", f"{WARNED}.", "It was unclear whether Iraq had replied.")
    found = row(matrix(silent, account("d2", WARNED)), GAPS)
    assert found.cells[0].values[0].words == "It was unclear whether Iraq had replied."
    assert (found.found(0), found.found(1)) == (Finding.SILENT, None)


def test_a_gap_within_what_is_told_stands_in_the_row_of_gaps() -> None:
    gap = Gap("sender", "the text does not tell the side of “Iran”")
    found = matrix(account("d1", (WARNED, {"gaps": (gap,)})), account("d2", WARNED))
    assert words(found, GAPS)[0] == [f"sender: {gap.reason}"]


def test_a_gap_of_one_signal_that_another_fills_is_none() -> None:
    gap = Gap("channel", "the text does not say how it travelled")
    by_call = (f"{WARNED} again", {"channel": Channel.CALL})
    both = account("d1", (WARNED, {"gaps": (gap,)}), by_call)
    assert matrix(both, account("d2", WARNED)).row(GAPS) is None


def test_a_column_says_on_whose_word_it_is() -> None:
    told_by = f"[source A diplomat] said {WARNED}"
    found = matrix(account("d1", told_by), account("d2", WARNED))
    assert [column.words_of for column in found.columns] == [(("“A diplomat”",),), ()]


def test_copies_are_one_column_with_their_outlets() -> None:
    found = matrix(threat("d1"), threat("d2"), denial("d3"))
    assert found.columns[0].account.outlets == ("The d1 Times", "The d2 Times")


def test_one_account_is_shown_without_findings() -> None:
    found = matrix(threat())
    assert {one.found(0) for one in found.rows} == {None}


def test_of_many_accounts_the_first_are_compared() -> None:
    many = [
        account(f"d{n:02}", (f"{WARNED} of {n} ships", {**BY_OMAN}))
        for n in range(COMPARED + 2)
    ]
    found = matrix(*many)
    sender = row(found, "sender")
    assert (found.compared, len(found.columns)) == (COMPARED, COMPARED + 2)
    assert (len(sender.cells[0].remarks), sender.cells[-1].remarks) == (39, ())


def test_fifty_accounts_of_several_signals_are_one_matrix() -> None:
    sank = f"{WARNED} that [content {{}} ships and {{}} men of the north sank]"
    found = matrix(
        *(
            account(f"d{n}", *((sank.format(n, n + m), BY_OMAN) for m in range(3, 7)))
            for n in range(50)
        )
    )
    assert len(found.columns) == 50


def test_an_exchange_of_another_grouping_is_refused() -> None:
    (exchange,) = group_entries(threat()).exchanges()
    with pytest.raises(KeyError):
        compare_exchange(group_entries(visit()), exchange)
