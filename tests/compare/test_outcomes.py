from datetime import date

import pytest

from backchannel.compare.outcomes import judge_forecasts
from backchannel.domain.forecasts import Forecast, Judged, Outcome, forecast_id
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Interval, Time
from backchannel.domain.text import Span
from tests.compare.said import report

TEXT = "Analysts expect the northern pipeline to reopen by 10 May."
WINDOW = "by 10 May"


def forecast(text: str = TEXT, *, end: date | None = date(2020, 5, 10)) -> Forecast:
    whole = Span(0, len(text))
    at = text.find(WINDOW)
    days = Interval(date(2020, 5, 1), end)
    window = Time(Span(at, at + len(WINDOW)), days) if at >= 0 else None
    hedge = text.index("expect")
    return Forecast(
        id=forecast_id("d1", whole),
        document="d1",
        span=whole,
        sentence=whole,
        by=Span(0, 8),
        actor=None,
        window=window,
        days=days,
        hedges=(Span(hedge, hedge + 6),),
        rule="somebody expects it by a time",
    )


def judge(later: str, day: str | None = "2020-05-08", text: str = TEXT) -> Judged:
    reports: list[Reading] = [
        report("d1", "2020-05-01", text),
        report("d2", day, later),
    ]
    (judged,) = judge_forecasts([forecast(text)], reports)
    return judged


def test_what_is_reported_in_time_is_borne_out() -> None:
    assert judge("The northern pipeline reopened at noon.").outcome is (
        Outcome.BORNE_OUT
    )


def test_what_is_reported_too_late_stays_unresolved() -> None:
    words = "The northern pipeline reopened at noon."
    assert judge(words, "2020-06-08").outcome is Outcome.UNRESOLVED


def test_what_was_put_off_is_not_borne_out() -> None:
    words = "The reopening of the northern pipeline was put off."
    assert judge(words).outcome is Outcome.NOT_BORNE_OUT


def test_what_is_still_missing_after_the_window_is_not_borne_out() -> None:
    words = "The northern pipeline is not reopened."
    assert judge(words, "2020-05-20").outcome is Outcome.NOT_BORNE_OUT


def test_what_is_still_missing_within_the_window_stays_unresolved() -> None:
    words = "The northern pipeline is not reopened."
    assert judge(words, "2020-05-05").outcome is Outcome.UNRESOLVED


def test_what_was_ruled_out_and_came_is_not_borne_out() -> None:
    ruled_out = "Analysts expect no northern pipeline to reopen by 10 May."
    words = "The northern pipeline reopened at noon."
    assert judge(words, text=ruled_out).outcome is Outcome.NOT_BORNE_OUT


@pytest.mark.parametrize(
    "words",
    [
        "The northern pipeline may reopen this week.",
        "The northern ministers met.",
        "Nothing was heard.",
    ],
    ids=["still to come", "another matter", "nothing"],
)
def test_other_words_leave_it_unresolved(words: str) -> None:
    assert judge(words).outcome is Outcome.UNRESOLVED


@pytest.mark.parametrize("day", ["2020-04-20", None], ids=["earlier", "undated"])
def test_reports_that_are_not_known_to_be_later_tell_nothing(day: str | None) -> None:
    words = "The northern pipeline reopened at noon."
    assert judge(words, day).outcome is Outcome.UNRESOLVED


def test_an_outcome_quotes_its_report() -> None:
    judged = judge("Rain fell. The northern pipeline reopened at noon.")
    assert judged.evidence is not None
    assert judged.evidence.document == "d2"
    assert judged.evidence.span == Span(11, 50)
    assert judged.evidence.why[0] == "it is reported, in time"


def test_an_outcome_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="evidence"):
        Judged(forecast(), Outcome.BORNE_OUT)


def test_a_forecast_of_an_unknown_document_is_refused() -> None:
    with pytest.raises(ValueError, match="not given"):
        judge_forecasts([forecast()], [])
