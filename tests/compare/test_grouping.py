from datetime import date

import pytest

from backchannel.compare.grouping import Grouping, group_entries
from backchannel.domain.exchanges import Exchange, Kind, Settled
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Act, Channel, Interval, Status
from tests.compare.told import told

MARCH_5 = Interval(date(2001, 3, 5), date(2001, 3, 5))
BY_OMAN = {"act": Act.THREATEN, "channel": Channel.INTERMEDIARY}


def threat(id: str = "d1", **fields: object) -> list[Entry]:
    return told(
        (
            "[sender Tehran] has [trigger threatened] [recipient Iraq] through"
            " [carrier Oman] on [time Monday] that [content any flight over Khuzestan"
            " would be met with missiles].",
            {**BY_OMAN, "days": MARCH_5, **fields},
        ),
        "The harvest of dates in the south was the best for many years, farmers said.",
        id=id,
        outlet=f"The {id} Times",
    )


def denial(id: str = "d2") -> list[Entry]:
    return told(
        (
            "[sender Iran] [trigger passed no threat] to [recipient Iraq] by way of"
            " [carrier Oman] that [content flights over Khuzestan would see missiles].",
            {**BY_OMAN, "status": Status.NEGATED},
        ),
        id=id,
        published=date(2001, 3, 7),
    )


def visit(id: str = "d3") -> list[Entry]:
    return told(
        (
            "[sender Kenya] [trigger received] an envoy of [recipient Oman].",
            {"act": Act.CONSULT, "channel": Channel.MEETING},
        ),
        id=id,
    )


def found(
    *documents: list[Entry], settled: Settled | None = None
) -> set[frozenset[str]]:
    entries = [entry for document in documents for entry in document]
    exchanges = group_entries(entries, settled).exchanges()
    return {
        frozenset(account.document for account in one.accounts) for one in exchanges
    }


def only(exchanges: tuple[Exchange, ...]) -> Exchange:
    (exchange,) = exchanges
    return exchange


def test_two_reports_of_one_message_are_one_exchange() -> None:
    assert found(threat(), denial(), visit()) == {
        frozenset({"d1", "d2"}),
        frozenset({"d3"}),
    }


def test_documents_may_come_in_any_order() -> None:
    assert found(denial(), visit(), threat()) == found(threat(), denial(), visit())


def test_an_exchange_says_why_it_was_grouped() -> None:
    exchange = only(group_entries([*threat(), *denial()]).exchanges())
    assert "they went the same way" in str(exchange.because[0])


def test_what_a_person_split_stays_split() -> None:
    apart = frozenset({frozenset({threat()[0].signal.id, denial()[0].signal.id})})
    settled = Settled(apart=apart)
    assert len(found(threat(), denial(), settled=settled)) == 2


def test_what_a_person_merged_is_one_and_says_so() -> None:
    pair = frozenset({threat()[0].signal.id, visit()[0].signal.id})
    settled = Settled(together=frozenset({pair}))
    exchange = only(group_entries([*threat(), *visit()], settled).exchanges())
    assert str(exchange.because[0]) == "grouped because a person merged them"


def test_a_split_of_a_signal_that_is_gone_changes_nothing() -> None:
    gone = Settled(apart=frozenset({frozenset({"gone", "too"})}))
    assert len(found(threat(), denial(), settled=gone)) == 1


def test_a_copy_is_one_account_with_two_outlets() -> None:
    exchange = only(group_entries([*threat("d1"), *threat("d2")]).exchanges())
    (account,) = exchange.accounts
    assert account.outlets == ("The d1 Times", "The d2 Times")
    assert len(exchange.signals) == 2


def test_an_exchange_of_contacts_is_a_contact() -> None:
    assert only(group_entries(visit()).exchanges()).kind is Kind.CONTACT


def test_a_document_is_added_to_what_was_there() -> None:
    grouping = Grouping()
    grouping.add(threat())
    grouping.add(visit())
    grouping.add(denial())
    assert len(grouping.exchanges()) == 2


def test_a_document_is_not_added_twice() -> None:
    grouping = Grouping()
    grouping.add(threat())
    with pytest.raises(ValueError, match="added before"):
        grouping.add(threat())


def test_documents_are_added_one_at_a_time() -> None:
    with pytest.raises(ValueError, match="2 documents at once"):
        Grouping().add([*threat("d1"), *visit("d2")])


def test_no_signals_make_no_exchanges() -> None:
    assert group_entries([]).exchanges() == ()


@pytest.mark.parametrize("published", [None, date.max, date.min])
def test_a_document_with_a_strange_date_is_grouped_all_the_same(
    published: date | None,
) -> None:
    entries = told(
        "[sender Iran] [trigger warned] [recipient Iraq].", published=published
    )
    assert len(group_entries([*entries, *threat("d9")]).exchanges()) == 2
