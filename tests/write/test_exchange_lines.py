from dataclasses import replace

from backchannel.domain.exchanges import Finding, Link, Relation
from backchannel.domain.signals import Status
from backchannel.write.exchange_lines import (
    against_words,
    conflict_lines,
    exchange_lines,
    link_words,
)
from backchannel.write.found_exchanges import Beside, Dispute
from tests.compare.told import told
from tests.write.found import MARKS, conflict, entries, exchange, plain, warned


def test_an_exchange_tells_who_what_when_and_how_often() -> None:
    left, right = warned("d1", outlet="The Courier"), warned("d2", outlet="The Post")
    found = exchange(left, right)
    lines = exchange_lines(found, entries(left, right), Beside(), signs=MARKS)
    assert plain(lines) == [
        f"{found.id[:11]}  2001-03-05*  warn Iran (IRN) → Iraq (IRQ) · message"
        " · 2 accounts, 2 outlets",
        "             quote  Iran [warned] Iraq of a reply.",
    ]


def test_copies_of_a_text_are_told_as_documents() -> None:
    report = warned(outlet="The Courier")
    found = exchange(report, copies=("d7", "d8"))
    first, *_ = plain(exchange_lines(found, entries(report), Beside(), signs=MARKS))
    assert first.endswith("1 account in 3 documents, The Courier")


def test_what_nobody_tells_of_an_exchange_is_said() -> None:
    report = told("[trigger Warned] again.", published=None)
    first, *_ = plain(
        exchange_lines(exchange(report), entries(report), Beside(), signs=MARKS)
    )
    assert first[13:] == "undated  warn ? · message · 1 account, outlet not known"


def test_a_disputed_exchange_says_so_and_shows_its_links() -> None:
    report = warned()
    found = exchange(report)
    link = Link("1fedcba98765", Relation.HOLDS, found.id, "said in the call")
    beside = Beside(Dispute.WITHIN, (link,))
    lines = plain(exchange_lines(found, entries(report), beside, signs=MARKS))
    assert lines[0].endswith(" · IN CONFLICT")
    assert lines[2].strip() == "made in 1fedcba9876: said in the call"


def test_each_end_of_a_link_tells_it_its_own_way() -> None:
    link = Link("1a", Relation.ANSWERS, "1b", "its words say so")
    assert link_words(link, "1a") == "answers 1b: its words say so"
    assert link_words(link, "1b") == "answered by 1a: its words say so"


def test_what_did_not_happen_is_marked_first() -> None:
    report = told(
        ("[sender Iran] never [trigger warned] it.", {"status": Status.NEGATED})
    )
    first, *_ = plain(
        exchange_lines(exchange(report), entries(report), Beside(), signs=MARKS)
    )
    assert "warn NEGATED Iran" in first


def test_a_conflict_shows_its_field_its_reasons_and_both_quotes() -> None:
    left = warned("d1", outlet="The Courier")
    right = told(
        (
            "[sender Iran] never [trigger warned] it, [source clerks] said.",
            {"status": Status.NEGATED},
        ),
        id="d2",
    )
    verdict = conflict(left[0], right[0], Finding.CONTRADICTS)
    lines = plain(conflict_lines(verdict, entries(left, right), signs=MARKS))
    assert lines == [
        f"{verdict.id[:11]}    7%  status contradicts: one says done, the other does"
        " not",
        "             because they stand near each other",
        "             2001-03-05*  warn Iran (IRN) → Iraq (IRQ) · The Courier"
        " 2001-03-05",
        "             quote  Iran [warned] Iraq of a reply.",
        "             2001-03-05*  warn NEGATED Iran (IRN) · on the word of “clerks”"
        " · outlet not known 2001-03-05",
        "             quote  Iran never [warned] it, clerks said.",
    ]


def test_a_conflict_of_no_field_says_that_words_differ() -> None:
    left, right = warned("d1"), warned("d2")
    verdict = conflict(left[0], right[0], Finding.AGREES)
    assert list(against_words(verdict)) == ["no field differs, but the words do"]


def test_the_graver_of_two_fields_comes_first() -> None:
    left, right = warned("d1"), warned("d2")
    verdict = conflict(left[0], right[0], Finding.DIFFERS)
    (differs,) = verdict.fields
    grave = replace(differs, field="time", finding=Finding.CONTRADICTS)
    both = replace(verdict, fields=(differs, grave))
    assert [words.split()[0] for words in against_words(both)] == ["time", "status"]


def test_a_conflict_without_reasons_has_no_line_for_them() -> None:
    left, right = warned("d1"), warned("d2")
    verdict = replace(conflict(left[0], right[0], Finding.CONTRADICTS), shares=())
    lines = plain(conflict_lines(verdict, entries(left, right), signs=MARKS))
    assert len(lines) == 5
