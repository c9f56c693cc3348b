from dataclasses import replace
from datetime import date

import pytest

from backchannel.compare.timeline import Story, find_timeline
from backchannel.domain.actions import Kind
from backchannel.domain.evidence import Evidence
from backchannel.domain.exchanges import Account, Exchange
from backchannel.domain.exchanges import Kind as ExchangeKind
from backchannel.domain.forecasts import Forecast, Judged, Outcome
from backchannel.domain.redlines import Change, RedLine, State
from backchannel.domain.signals import Act, Interval, Status
from backchannel.domain.text import Span
from backchannel.domain.timeline import Sort
from tests.compare.deeds import action, days, parties, read, report, signal

FIRST = report("d1", "2001-03-05", "Arland", "Belmark")
SECOND = report("d2", "2001-03-09", "Belmark", "Cestria")
THREAT = signal(FIRST, Act.THREATEN, "Arland", "Belmark", time=days("2001-03-04"))
REPLY = signal(SECOND, Act.REJECT, "Belmark", "Arland")
STRIKE = action(SECOND, Kind.STRIKE, "Arland", "Cestria", time=days("2001-03-07"))
READINGS = (read(FIRST, THREAT), read(SECOND, REPLY))


def test_moments_are_in_order_of_their_days() -> None:
    found = find_timeline(Story(READINGS, actions=(STRIKE,)))
    assert [(one.sort, one.first and one.first.day) for one in found] == [
        (Sort.SIGNAL, 4),
        (Sort.ACTION, 7),
        (Sort.SIGNAL, 9),
    ]


def test_a_moment_quotes_its_words_and_names_its_parties() -> None:
    (moment,) = find_timeline(Story((read(FIRST, THREAT),)))
    assert moment.quote == FIRST.text[:20]
    assert (moment.what, moment.status) == ("threaten", Status.DONE)
    assert moment.sides == ("Arland", "Belmark")
    assert (moment.document, moment.id) == ("d1", THREAT.id)


def test_what_has_no_day_has_that_of_its_document_and_says_so() -> None:
    (moment,) = find_timeline(Story((read(SECOND, REPLY),)))
    assert (moment.first, moment.by_document) == (date(2001, 3, 9), True)


def test_what_nothing_dates_comes_last() -> None:
    page = report("d3", None, "Arland", "Belmark")
    silent = signal(page, Act.ACCUSE, "Arland", "Belmark")
    found = find_timeline(Story((read(page, silent), *READINGS)))
    assert [one.first is None for one in found] == [False, False, True]
    assert found[-1].id == silent.id


def test_uncertain_days_are_intervals() -> None:
    vague = replace(THREAT, time=days("2001-02-26", "2001-03-04"))
    (moment,) = find_timeline(Story((read(FIRST, vague),)))
    assert (moment.first, moment.last) == (date(2001, 2, 26), date(2001, 3, 4))


def test_exchanges_stand_for_their_signals() -> None:
    other = signal(SECOND, Act.THREATEN, "Arland", "Belmark", time=days("2001-03-06"))
    exchange = Exchange(
        ExchangeKind.MESSAGE,
        (Account("d1", (THREAT.id,)), Account("d2", (other.id,))),
    )
    readings = (read(FIRST, THREAT), read(SECOND, other, REPLY))
    found = find_timeline(Story(readings, exchanges=(exchange,)))
    assert [one.sort for one in found] == [Sort.EXCHANGE, Sort.SIGNAL]
    assert (found[0].first, found[0].last) == (date(2001, 3, 4), date(2001, 3, 6))


def test_a_red_line_is_told_when_drawn_and_when_changed() -> None:
    change = Change(State.CROSSED, Evidence("d2", Span(0, 10), date(2001, 3, 9)))
    line = RedLine(
        id="r1",
        document="d1",
        signal=THREAT.id,
        drawn_by=parties("Arland"),
        against=parties("Belmark"),
        condition=Span(0, 5),
        consequence=None,
        deadline=None,
        why=(),
        changes=(change,),
    )
    found = find_timeline(Story((read(FIRST, THREAT), read(SECOND)), red_lines=(line,)))
    told = [(one.sort, one.what) for one in found if one.id == "r1"]
    assert told == [
        (Sort.RED_LINE, "open"),
        (Sort.CHANGE, "said to be crossed"),
    ]


def test_a_forecast_spans_its_window_and_its_outcome_has_its_day() -> None:
    window = days("2001-03-06", "2001-03-08")
    forecast = Forecast(
        id="f1",
        document="d1",
        span=Span(0, 10),
        sentence=Span(0, 20),
        by=None,
        actor="Arland",
        window=window,
        days=window.interval or Interval(None, None),
        hedges=(),
        rule="test",
    )
    evidence = Evidence("d2", Span(0, 10), date(2001, 3, 9))
    judged = Judged(forecast, Outcome.BORNE_OUT, evidence)
    found = find_timeline(Story(READINGS, forecasts=(judged,)))
    told = [one for one in found if one.id == "f1"]
    assert [(one.sort, one.last) for one in told] == [
        (Sort.FORECAST, date(2001, 3, 8)),
        (Sort.OUTCOME, date(2001, 3, 9)),
    ]
    assert told[0].sides == ("Arland",)


def test_only_moments_of_a_side_are_shown_on_request() -> None:
    found = find_timeline(Story(READINGS, actions=(STRIKE,)), sides=["Cestria"])
    assert [one.id for one in found] == [STRIKE.id]


def test_only_moments_of_some_days_are_shown_on_request() -> None:
    wanted = Interval(date(2001, 3, 5), date(2001, 3, 8))
    found = find_timeline(Story(READINGS, actions=(STRIKE,)), days=wanted)
    assert [one.id for one in found] == [STRIKE.id]


def test_days_may_be_open_at_either_end() -> None:
    story = Story(READINGS, actions=(STRIKE,))
    since = find_timeline(story, days=Interval(date(2001, 3, 7), None))
    until = find_timeline(story, days=Interval(None, date(2001, 3, 4)))
    assert [one.id for one in since] == [STRIKE.id, REPLY.id]
    assert [one.id for one in until] == [THREAT.id]


def test_a_document_that_was_not_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="no reading of d2"):
        find_timeline(Story((read(FIRST),), actions=(STRIKE,)))
