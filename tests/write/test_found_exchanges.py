from datetime import date

import pytest

from backchannel.domain.exchanges import Finding, Link, Relation
from backchannel.domain.signals import Act, Interval, Status
from backchannel.write.found_exchanges import Dispute, find_beside, sum_up
from tests.compare.told import told
from tests.write.found import conflict, entries, exchange, warned

FIFTH, EIGHTH = date(2001, 3, 5), date(2001, 3, 8)


def test_the_act_is_the_one_that_most_accounts_tell() -> None:
    first = told(
        ("[sender Iran] [trigger told] [recipient Iraq] so.", {"act": Act.INFORM}),
        id="d0",
    )
    second, third = warned("d1"), warned("d2")
    short = sum_up(exchange(first, second, third), entries(first, second, third))
    assert short.signal.act is Act.WARN
    assert short.first.document.id == "d0"


def test_an_account_with_many_signals_has_one_voice() -> None:
    twice = told(
        ("[sender Iran] [trigger told] [recipient Iraq] so.", {"act": Act.INFORM}),
        ("[sender Iran] [trigger told] [recipient Iraq] it.", {"act": Act.INFORM}),
        id="d1",
    )
    second, third = warned("d2"), warned("d3")
    short = sum_up(exchange(twice, second, third), entries(twice, second, third))
    assert short.signal.act is Act.WARN


def test_the_best_quote_is_the_fullest() -> None:
    brief = told("[sender Iran] [trigger warned] again.", id="d1")
    full = warned("d2")
    short = sum_up(exchange(brief, full), entries(brief, full))
    assert short.best.document.id == "d2"


def test_a_question_is_the_best_quote_only_where_there_is_no_other() -> None:
    asked = told(
        "Had [sender Iran] [trigger warned] [recipient Iraq] of [content a reply]?",
        id="d1",
    )
    brief = told("[sender Iran] [trigger warned] again.", id="d2")
    both = exchange(asked, brief)
    assert sum_up(both, entries(asked, brief)).best.document.id == "d2"
    assert sum_up(exchange(asked), entries(asked)).best.document.id == "d1"


def test_a_role_that_the_best_leaves_empty_is_filled_from_another() -> None:
    full = warned("d1")
    carried = told("[sender Iran] [trigger warned] through [carrier Oman].", id="d2")
    short = sum_up(exchange(full, carried), entries(full, carried))
    assert [party.actor for party in short.signal.intermediary] == ["Oman"]
    assert not short.best.signal.intermediary


def test_who_has_a_role_already_fills_no_other() -> None:
    left = told("[sender Iran] [trigger met] an envoy with [content news].", id="d1")
    right = told("[sender Iraq] [trigger met] [recipient Tehran].", id="d2")
    short = sum_up(exchange(left, right), entries(left, right))
    assert [party.actor for party in short.signal.sender] == ["Iran"]
    assert not short.signal.recipient


def test_two_whose_side_nobody_tells_may_both_have_a_role() -> None:
    left = told("[sender Envoys] [trigger met] with [content news] of it.", id="d1")
    right = told("They [trigger met] [recipient Rebels].", id="d2")
    short = sum_up(exchange(left, right), entries(left, right))
    assert [party.actor for party in short.signal.recipient] == ["Rebels"]


def test_its_days_are_all_that_its_signals_are_dated_to() -> None:
    early = told(
        (
            "[sender Iran] [trigger warned] [time then].",
            {"days": Interval(FIFTH, FIFTH)},
        ),
        id="d1",
    )
    late = told(
        (
            "[sender Iran] [trigger warned] [time there].",
            {"days": Interval(FIFTH, EIGHTH)},
        ),
        id="d2",
    )
    short = sum_up(exchange(early, late), entries(early, late))
    assert (short.days, short.by_document) == (Interval(FIFTH, EIGHTH), False)


def test_without_days_the_day_of_publication_counts_and_is_marked() -> None:
    report = warned(published=EIGHTH)
    short = sum_up(exchange(report), entries(report))
    assert (short.days, short.by_document) == (Interval(EIGHTH, EIGHTH), True)


def test_where_nobody_tells_a_day_there_is_none() -> None:
    report = warned(published=None)
    short = sum_up(exchange(report), entries(report))
    assert (short.days, short.by_document) == (None, False)


def test_copies_count_as_documents_and_not_as_accounts() -> None:
    report = warned(outlet="The Courier")
    short = sum_up(exchange(report, copies=("d8", "d9")), entries(report))
    assert (short.accounts, short.documents) == (1, 3)


def test_signals_that_are_not_given_do_not_count() -> None:
    kept, gone = warned("d1"), warned("d2")
    short = sum_up(exchange(gone, kept), entries(kept))
    assert short.first.document.id == "d1"


def test_an_exchange_without_any_signal_is_refused() -> None:
    with pytest.raises(ValueError, match="none of its signals was given"):
        sum_up(exchange(warned()), {})


def test_statuses_are_told_once_in_order() -> None:
    left = warned("d1")
    right = told(
        ("[sender Iran] never [trigger warned] it.", {"status": Status.NEGATED}),
        id="d2",
    )
    short = sum_up(exchange(left, right), entries(left, right))
    assert short.statuses == ("done", "negated")


def test_a_conflict_of_its_own_signals_outweighs_one_with_another() -> None:
    left, right, other = warned("d1"), warned("d2"), warned("d3")
    one, two = exchange(left, right), exchange(other)
    outside = conflict(left[0], other[0], Finding.CONTRADICTS)
    within = conflict(left[0], right[0], Finding.CONTRADICTS)
    beside = find_beside([one, two], [outside, within, outside])
    assert beside[one.id].dispute is Dispute.WITHIN
    assert beside[two.id].dispute is Dispute.OUTSIDE


def test_a_conflict_of_signals_that_are_not_there_disputes_nothing() -> None:
    report, left, right = warned("d1"), warned("d2"), warned("d3")
    one = exchange(report)
    verdict = conflict(left[0], right[0], Finding.CONTRADICTS)
    assert find_beside([one], [verdict])[one.id].dispute is Dispute.NONE


def test_both_ends_of_a_link_know_it() -> None:
    one, two = exchange(warned("d1")), exchange(warned("d2"))
    link = Link(one.id, Relation.ANSWERS, two.id, "its words say so")
    beside = find_beside([one, two], links=[link])
    assert beside[one.id].links == beside[two.id].links == (link,)
