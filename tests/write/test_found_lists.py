from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from backchannel.domain.escalation import Escalation
from backchannel.domain.exchanges import (
    Account,
    Exchange,
    Finding,
    Kind,
    Link,
    Relation,
)
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.write.found_exchanges import find_beside
from backchannel.write.found_lists import FoundLists
from tests.write.found import (
    action,
    conflict,
    entries,
    exchange,
    judged,
    moment,
    page,
    printed,
    quarrel,
    red_line,
    tally,
    warned,
)
from tests.write.strategies import readings

LISTS: dict[str, tuple[str, Callable[[FoundLists, Any], None], Any]] = {
    "exchanges": (
        "exchange",
        lambda lists, rows: lists.exchanges(rows, entries(warned())),
        exchange(warned()),
    ),
    "conflicts": (
        "conflict",
        lambda lists, rows: lists.conflicts(rows, entries(warned("d1"), warned("d2"))),
        conflict(warned("d1")[0], warned("d2")[0], Finding.DIFFERS),
    ),
    "claims": (
        "matter",
        lambda lists, rows: lists.claims(rows, quarrel()[1]),
        quarrel()[0],
    ),
    "red lines": (
        "red line",
        lambda lists, rows: lists.red_lines(rows, red_line()[1]),
        red_line()[0],
    ),
    "forecasts": (
        "forecast",
        lambda lists, rows: lists.forecasts(rows, judged()[1]),
        judged()[0],
    ),
    "actions": (
        "action",
        lambda lists, rows: lists.actions(rows, action()[1]),
        action()[0],
    ),
    "escalation": ("row", lambda lists, rows: lists.escalation(rows), tally()),
    "timeline": (
        "moment",
        lambda lists, rows: lists.timeline(rows, moment()[1]),
        moment()[0],
    ),
}


@pytest.mark.parametrize(("noun", "show", "row"), LISTS.values(), ids=LISTS)
def test_a_list_ends_with_how_many_there_are(
    noun: str, show: Callable[[FoundLists, Any], None], row: Any
) -> None:
    lines = printed(lambda lists: show(lists, page(row)))
    assert lines[-1] == f"1 {noun}"


@pytest.mark.parametrize(("noun", "show", "row"), LISTS.values(), ids=LISTS)
def test_an_empty_list_says_so_in_one_line(
    noun: str, show: Callable[[FoundLists, Any], None], row: Any
) -> None:
    assert printed(lambda lists: show(lists, page())) == [f"no {noun}s found"]


@pytest.mark.parametrize(("noun", "show", "row"), LISTS.values(), ids=LISTS)
def test_a_narrow_terminal_gets_every_word(
    noun: str,
    show: Callable[[FoundLists, Any], None],
    row: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wide = printed(lambda lists: show(lists, page(row)))
    monkeypatch.setenv("COLUMNS", "48")
    narrow = printed(lambda lists: show(lists, page(row)))
    if noun not in ("moment", "row"):
        assert " ".join(narrow).split() == " ".join(wide).split()
        assert all(len(line) <= 48 for line in narrow[:-2])
    assert narrow[-1] == wide[-1]


def test_what_goes_on_stands_under_where_it_began(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = printed(lambda lists: lists.red_lines(page(red_line()[0]), red_line()[1]))
    start = next(n for n, line in enumerate(lines) if line.strip().startswith("if"))
    assert lines[start].index("unless") == len(lines[start + 1]) - len(
        lines[start + 1].lstrip()
    )


def test_a_timeline_cuts_its_quotes_after_two_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told, documents = moment(quote="Iran warned Iraq of a reply. " * 5)
    lines = printed(lambda lists: lists.timeline(page(told), documents))
    start = next(n for n, line in enumerate(lines) if line.strip().startswith("quote"))
    assert lines[start + 1].endswith("…")
    assert lines[start + 2].startswith("*")
    assert max(map(len, lines[start : start + 2])) <= 40


def test_a_list_of_exchanges_tells_what_stands_beside_them() -> None:
    left, right = warned("d1"), warned("d2")
    one, other = exchange(left), exchange(right)
    beside = find_beside(
        [one, other],
        [conflict(left[0], right[0], Finding.CONTRADICTS)],
        [Link(one.id, Relation.ANSWERS, other.id, "its words say so")],
    )
    lines = printed(
        lambda lists: lists.exchanges(
            page(one, other), entries(left, right), beside=beside
        )
    )
    assert "DISPUTED ELSEWHERE" in " ".join(lines)
    assert f"answered by {one.id[:11]}: its words say so" in " ".join(lines)


def test_signs_of_a_list_are_explained_below_it() -> None:
    told, documents = moment(by_document=True)
    lines = printed(lambda lists: lists.timeline(page(told), documents))
    assert lines[-2] == "* the day of publication: the text gives none"


def test_an_unordered_series_has_its_own_arrow() -> None:
    lines = printed(lambda lists: lists.escalation(page(tally()), arrow="–"))
    assert "IRN – IRQ" in lines[1]


def test_a_page_of_several_tells_where_it_is() -> None:
    told, documents = moment()
    lines = printed(
        lambda lists: lists.timeline(page(told, total=3), documents, offset=1)
    )
    assert lines[-1] == "2–2 of 3 moments; more with --offset 2"


def test_what_a_daily_series_cannot_show_is_told() -> None:
    found = Escalation(
        ordered=(),
        unordered=(),
        undated=(tally(day=None),),
        documents_without_day=1,
        unpaired=4,
    )
    assert printed(lambda lists: lists.left_out(found)) == [
        "not shown: 3 reports without any day; 4 acts not of one side to another;"
        " 1 text without a day of publication"
    ]


def test_a_daily_series_that_shows_all_says_nothing_more() -> None:
    found = Escalation((tally(),), (), (), 0, 0)
    assert printed(lambda lists: lists.left_out(found)) == []


@given(readings().filter(lambda reading: reading.signals))
def test_any_text_is_listed_without_acting_on_the_terminal(reading: Reading) -> None:
    signal = reading.signals[0]
    entry = Entry(signal, reading.document)
    found = Exchange(Kind.CONTACT, (Account(reading.document.id, (signal.id,)),))
    lines = printed(lambda lists: lists.exchanges(page(found), {signal.id: entry}))
    assert lines[-1] == "1 exchange"
    assert not any(ord(letter) < 0x20 for line in lines for letter in line)
