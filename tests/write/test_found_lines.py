from datetime import date

import pytest
from rich.text import Text

from backchannel.domain.signals import Interval, Party, Status
from backchannel.domain.text import Document, Span
from backchannel.write.found_lines import (
    add_status,
    bar,
    below,
    dated,
    dated_or_published,
    days_words,
    head,
    parties_words,
    place_words,
    quotation,
    who_words,
)
from tests.write.found import DAY, MARKS, document, span

NEXT = date(2001, 3, 8)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Interval(DAY, DAY), "2001-03-05"),
        (Interval(DAY, NEXT), "2001-03-05..2001-03-08"),
        (Interval(None, NEXT), "..2001-03-08"),
        (Interval(DAY, None), "2001-03-05.."),
        (Interval(None, None), "undated"),
        (None, "undated"),
    ],
    ids=["a day", "several", "open start", "open end", "both open", "none"],
)
def test_days_are_iso(days: Interval | None, words: str) -> None:
    assert days_words(days) == words


def test_the_day_of_a_document_has_a_sign() -> None:
    assert dated(Interval(DAY, DAY), by_document=True) == "2001-03-05*"


def test_a_text_that_gives_no_day_has_that_of_its_publication() -> None:
    report = document("Nothing new.", day=DAY)
    assert dated_or_published(None, report) == "2001-03-05*"
    assert dated_or_published(Interval(None, None), report) == "2001-03-05*"
    assert dated_or_published(Interval(NEXT, None), report) == "2001-03-08.."


def test_what_nobody_dates_or_prints_is_said_to_be_so() -> None:
    report = document("Nothing new.", day=None, outlet=None)
    assert dated_or_published(None, report) == "undated"
    assert place_words(report) == "outlet not known undated"


def test_parties_are_named_once_with_the_sides_they_hide() -> None:
    lavrov = Party(Span(0, 3), "Lavrov", "RUS")
    unknown = Party(Span(4, 6), "the envoy", "unknown")
    assert parties_words([lavrov, unknown, lavrov]) == "Lavrov (RUS), the envoy"


def test_nobody_is_a_question_mark_and_nobody_else_no_arrow() -> None:
    iran = Party(Span(0, 3), "Iran", "Iran")
    assert who_words((), [iran]) == "? → Iran"
    assert who_words([iran], ()) == "Iran"


def test_only_what_was_not_done_has_its_status() -> None:
    assert add_status(Text(), Status.DONE).plain == ""
    assert add_status(Text(), None).plain == ""
    assert add_status(Text(), Status.NEGATED).plain == "NEGATED "


def test_words_of_a_quotation_are_marked_and_it_is_one_line() -> None:
    report = document("Iran\nwarned  Iraq\tof it.", day=DAY)
    marks = [span(report, "warned"), span(report, "Iraq")]
    whole = Span(0, len(report.text))
    shown = quotation(report, whole, marks, signs=MARKS)
    assert shown.plain == "Iran [warned] [Iraq] of it."


def test_marks_outside_a_quotation_or_within_another_are_left_out() -> None:
    report = document("Iran warned Iraq of it.", day=DAY)
    words = span(report, "warned Iraq")
    marks = [span(report, "Iran"), words, span(report, "Iraq")]
    assert quotation(report, words, marks, signs=MARKS).plain == "[warned Iraq]"


def test_characters_that_act_on_a_terminal_are_shown() -> None:
    report = Document("d1", "Iran \x1b[31mwarned\u202e Iraq.")
    shown = quotation(report, Span(0, len(report.text)), signs=MARKS).plain
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-10.0, "████│    "),
        (-5.0, "  ██│    "),
        (0.0, "    │    "),
        (0.1, "    │█   "),
        (99.0, "    │████"),
    ],
)
def test_a_bar_goes_to_the_left_below_zero(value: float, shown: str) -> None:
    assert bar(value, 10.0, half=4) == shown


def test_a_bar_of_nothing_is_empty() -> None:
    assert bar(0.0, 0.0, half=2) == "  │  "


def test_an_entry_begins_with_its_short_id_and_the_rest_stands_below() -> None:
    first = head("1234567890abcdef", Text("warned"))
    assert first.lead == "1234567890a  "
    assert len(below(Text("it")).lead) == len(first.lead)
    assert below(Text("it"), "if").lead.split() == ["if"]
