from dataclasses import replace
from datetime import date

import pytest

from backchannel.compare.escalation import find_escalation
from backchannel.compare.scores import DEFAULT, parse_scores
from backchannel.domain.actions import Kind
from backchannel.domain.signals import Act, Status
from tests.compare.deeds import action, days, parties, read, report, signal

THREAT = DEFAULT.acts[Act.THREATEN]
STRIKE = DEFAULT.kinds[Kind.STRIKE]
FIRST = report("d1", "2001-03-05", "Arland", "Belmark")
SECOND = report("d2", "2001-03-06", "Belmark", "Cestria")


def test_signals_and_actions_of_a_day_are_summed() -> None:
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark")
    strike = action(FIRST, Kind.STRIKE, "Arland", "Belmark")
    (tally,) = find_escalation([read(FIRST, threat)], [strike]).ordered
    assert tally.day == date(2001, 3, 5)
    assert tally.sides == ("Arland", "Belmark")
    assert tally.score == pytest.approx(THREAT + STRIKE)
    assert (tally.signals, tally.actions) == ((threat.id,), (strike.id,))


def test_both_directions_are_apart_in_one_series_and_together_in_the_other() -> None:
    there = signal(FIRST, Act.THREATEN, "Belmark", "Arland")
    back = signal(FIRST, Act.ACCUSE, "Arland", "Belmark")
    found = find_escalation([read(FIRST, there, back)])
    assert [one.sides for one in found.ordered] == [
        ("Arland", "Belmark"),
        ("Belmark", "Arland"),
    ]
    (both,) = found.unordered
    assert both.score == pytest.approx(THREAT + DEFAULT.acts[Act.ACCUSE])


@pytest.mark.parametrize("status", [Status.NEGATED, Status.PLANNED, Status.POSSIBLE])
def test_what_was_not_done_does_not_count(status: Status) -> None:
    strike = action(FIRST, Kind.STRIKE, "Arland", "Belmark", status=status)
    assert find_escalation([read(FIRST)], [strike]).ordered == ()


def test_copies_of_a_text_count_once() -> None:
    copy = replace(FIRST, id="d9")
    readings = [
        read(page, signal(page, Act.THREATEN, "Arland", "Belmark"))
        for page in (FIRST, copy)
    ]
    strikes = [action(page, Kind.STRIKE, "Arland", "Belmark") for page in (FIRST, copy)]
    (tally,) = find_escalation(readings, strikes).ordered
    assert (tally.reports, tally.documents) == (1, 1)
    assert tally.score == pytest.approx(THREAT + STRIKE)


def test_one_exchange_counts_once_a_day_with_its_gravest_score() -> None:
    other = replace(SECOND, appearance=FIRST.appearance)
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark")
    warning = signal(other, Act.ACCUSE, "Arland", "Belmark")
    readings = [read(FIRST, threat), read(other, warning)]
    known = {threat.id: "e1", warning.id: "e1"}
    (tally,) = find_escalation(readings, exchanges=known).ordered
    assert tally.score == pytest.approx(THREAT)
    assert tally.reports == 2
    assert tally.mean == pytest.approx(THREAT / 2)


def test_many_reports_of_one_kind_of_action_count_once_a_day() -> None:
    when = days("2001-03-04")
    strikes = [
        action(page, Kind.STRIKE, "Arland", "Belmark", time=when)
        for page in (FIRST, SECOND)
    ]
    (tally,) = find_escalation([read(FIRST), read(SECOND)], strikes).ordered
    assert tally.score == pytest.approx(STRIKE)
    assert tally.reports == 2


def test_actions_grouped_by_the_caller_count_each() -> None:
    strikes = [action(FIRST, Kind.STRIKE, "Arland", "Belmark", at=at) for at in (1, 8)]
    events = {strikes[0].id: "dawn", strikes[1].id: "dusk"}
    (tally,) = find_escalation([read(FIRST)], strikes, exchanges=events).ordered
    assert tally.score == pytest.approx(2 * STRIKE)


def test_what_the_text_dates_counts_on_that_day() -> None:
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark", time=days("2001-03-01"))
    (tally,) = find_escalation([read(FIRST, threat)]).ordered
    assert (tally.day, tally.by_document) == (date(2001, 3, 1), 0)


def test_the_rest_counts_on_the_day_of_its_document_and_says_so() -> None:
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark")
    (tally,) = find_escalation([read(FIRST, threat)]).ordered
    assert (tally.day, tally.by_document) == (date(2001, 3, 5), 1)


def test_several_days_count_on_the_first_and_say_so() -> None:
    when = days("2001-02-26", "2001-03-04")
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark", time=when)
    (tally,) = find_escalation([read(FIRST, threat)]).ordered
    assert (tally.day, tally.uncertain) == (date(2001, 2, 26), 1)


def test_documents_without_a_day_are_counted_apart() -> None:
    page = report("d3", None, "Arland", "Belmark")
    threat = signal(page, Act.THREATEN, "Arland", "Belmark")
    found = find_escalation([read(page, threat)])
    assert found.ordered == found.unordered == ()
    assert [one.score for one in found.undated] == [THREAT]
    assert found.documents_without_day == 1


def test_texts_that_say_nothing_of_a_pair_are_documents_of_the_day_all_the_same() -> (
    None
):
    quiet = replace(SECOND, appearance=FIRST.appearance)
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark")
    (tally,) = find_escalation([read(FIRST, threat), read(quiet)]).ordered
    assert (tally.reports, tally.documents) == (1, 2)


def test_what_is_between_no_two_sides_is_told() -> None:
    alone = replace(signal(FIRST, Act.THREATEN, "Arland", "x"), recipient=())
    unknown = replace(
        signal(FIRST, Act.ACCUSE, "Arland", "x"), recipient=parties("unknown")
    )
    found = find_escalation([read(FIRST, alone, unknown)])
    assert (found.ordered, found.unpaired) == ((), 2)


def test_other_scores_change_the_series() -> None:
    threat = signal(FIRST, Act.THREATEN, "Arland", "Belmark")
    scores = parse_scores("threaten = -1")
    (tally,) = find_escalation([read(FIRST, threat)], scores=scores).ordered
    assert tally.score == -1.0


def test_a_case_without_documents_has_no_series() -> None:
    found = find_escalation([])
    assert (found.ordered, found.unordered, found.undated) == ((), (), ())
