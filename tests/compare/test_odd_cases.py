"""Cases as they should not be: grouped all the same, soon, and sensibly."""

import time
from dataclasses import replace
from datetime import date
from typing import Any

from backchannel.compare.grouping import group_entries
from backchannel.compare.matrix import compare_exchange
from backchannel.compare.verdicts import find_conflicts
from backchannel.domain.exchanges import Exchange
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Act, Channel, Party, Status
from backchannel.domain.text import Document, Span, Stated
from tests.compare.told import told

COPIES = 10_000
#: Seconds of the processor for as many copies; they take a tenth of it.
SOON = 60.0
FUTURE = date(2999, 1, 1)
THREAT: dict[str, Any] = {"act": Act.THREATEN, "channel": Channel.INTERMEDIARY}


def report(id: str = "d1", **shown: Any) -> list[Entry]:
    return told(
        (
            "[sender Iran] has [trigger threatened] [recipient Iraq] through"
            " [carrier Oman] that [content any flight over Khuzestan would be met with"
            " missiles].",
            dict(THREAT),
        ),
        (
            "[sender Iraq] [trigger denied] that [content it had flown a single"
            " aircraft over the marshes of Khuzestan].",
            {"act": Act.DENY},
        ),
        "The harvest of dates in the south was the best for many years, farmers said.",
        id=id,
        **shown,
    )


def other_report(id: str = "d2", **shown: Any) -> list[Entry]:
    return told(
        (
            "[sender Iran] [trigger passed no threat] to [recipient Iraq] by way of"
            " [carrier Oman] that [content flights over Khuzestan would see missiles].",
            {**THREAT, "status": Status.NEGATED},
        ),
        id=id,
        **shown,
    )


def printed(entries: list[Entry], number: int) -> list[Entry]:
    """Return the report as another paper printed it, with a last line of its own."""
    first = entries[0].document
    shown = replace(first.appearance, outlet=Stated(f"Paper {number}", "input"))
    text = f"{first.text}\n\nPrinted in edition {number}."
    document = Document(f"copy-{number}", text, appearance=shown, language="en")
    return [
        Entry(
            replace(
                entry.signal, id=f"{number}/{entry.signal.id}", document=document.id
            ),
            document,
        )
        for entry in entries
    ]


def together(exchanges: tuple[Exchange, ...]) -> list[set[str]]:
    return [{a.document for a in one.accounts} for one in exchanges]


def test_ten_thousand_copies_are_one_account_with_ten_thousand_outlets() -> None:
    first = report()
    copied = [entry for n in range(COPIES) for entry in printed(first, n)]
    started = time.process_time()
    grouping = group_entries([*copied, *other_report()])
    exchanges, conflicts = grouping.exchanges(), find_conflicts(grouping)
    assert time.process_time() - started < SOON
    threat = next(one for one in exchanges if len(one.accounts) > 1)
    assert [len(account.outlets) for account in threat.accounts] == [COPIES, 0]
    assert len(threat.signals) == COPIES + 1
    assert len(exchanges) == 2
    assert len(conflicts) <= 3


def test_reports_without_a_day_are_grouped() -> None:
    exchanges = group_entries(
        [*report(published=None), *other_report(published=None)]
    ).exchanges()
    assert {"d1", "d2"} in together(exchanges)


def test_a_report_without_a_day_is_the_last_account() -> None:
    exchanges = group_entries([*report(published=None), *other_report()]).exchanges()
    shared = next(one for one in exchanges if len(one.accounts) > 1)
    assert [account.document for account in shared.accounts] == ["d2", "d1"]


def test_a_report_from_the_future_is_the_last_account() -> None:
    exchanges = group_entries([*report(published=FUTURE), *other_report()]).exchanges()
    shared = next(one for one in exchanges if len(one.accounts) > 1)
    assert [account.document for account in shared.accounts] == ["d2", "d1"]


def test_reports_at_the_ends_of_the_calendar_are_grouped() -> None:
    entries = [*report(published=date.max), *other_report(published=date.min)]
    assert sum(len(one.signals) for one in group_entries(entries).exchanges()) == 3


def test_a_day_in_the_future_counts_against_one_exchange() -> None:
    chances = []
    for published in (date(2001, 3, 6), FUTURE):
        entries = [*report(published=published), *other_report()]
        exchanges = group_entries(entries).exchanges()
        shared = next(one for one in exchanges if len(one.accounts) > 1)
        chances.append(shared.because[0].chance)
    assert chances[0] > chances[1]


def namesake(id: str, side: str, words: str) -> list[Entry]:
    """Return a report of a Hassan who acts for `side`."""
    (entry,) = told(
        (f"[sender Hassan] [trigger promised] to {words}.", {"act": Act.PROMISE}), id=id
    )
    span = entry.signal.sender[0].span
    party = Party(span, "Hassan", side)
    return [replace(entry, signal=replace(entry.signal, sender=(party,)))]


def test_two_actors_of_one_name_have_exchanges_of_their_own() -> None:
    exchanges = group_entries(
        [
            *namesake("d1", "KEN", "[content reopen the railway to the coast]"),
            *namesake("d2", "IRQ", "[content free the crew of the trawler]"),
        ]
    ).exchanges()
    assert together(exchanges) == [{"d1"}, {"d2"}]


def test_a_case_of_one_document_has_its_exchanges_and_no_other_account() -> None:
    grouping = group_entries(report())
    exchanges = grouping.exchanges()
    assert together(exchanges) == [{"d1"}, {"d1"}]
    compared = [compare_exchange(grouping, one).compared for one in exchanges]
    assert compared == [1, 1]


def test_a_case_of_nothing_has_nothing() -> None:
    grouping = group_entries([])
    assert grouping.exchanges() == ()
    assert find_conflicts(grouping) == ()


def test_a_signal_that_says_nothing_at_all_is_an_exchange_of_its_own() -> None:
    (entry,) = told("[trigger Talks].", published=None)
    bare = replace(entry, signal=replace(entry.signal, sentence=Span(0, 5)))
    (exchange,) = group_entries([bare]).exchanges()
    assert exchange.signals == (bare.signal.id,)
