import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from backchannel.domain.forecast_forms import forecast_form, forecast_of
from backchannel.domain.forecasts import Forecast
from backchannel.domain.signals import Interval, Time
from backchannel.domain.text import Span
from tests.write.strategies import intervals, spans, texts

PASSAGES = spans("x" * 50)
FORECASTS = st.builds(
    Forecast,
    id=texts,
    document=st.just("d1"),
    span=PASSAGES,
    sentence=PASSAGES,
    by=st.none() | PASSAGES,
    actor=st.none() | texts,
    window=st.none() | st.builds(Time, PASSAGES, st.none() | intervals()),
    days=intervals() | st.just(Interval(None, None)),
    hedges=st.lists(PASSAGES, max_size=3).map(tuple),
    rule=texts,
)


@given(FORECASTS)
def test_a_forecast_comes_back_from_its_form(forecast: Forecast) -> None:
    form = json.loads(json.dumps(forecast_form(forecast)))
    assert forecast_of(form, "d1") == forecast


def test_a_window_and_its_days_are_told_apart() -> None:
    """The words date the window; the forecast may begin with its publication."""
    window = Time(Span(10, 20), Interval(None, date(2001, 3, 9)))
    days = Interval(date(2001, 3, 5), date(2001, 3, 9))
    forecast = Forecast(
        "f1", "d1", Span(0, 30), Span(0, 31), None, None, window, days, (), "by a time"
    )
    form = forecast_form(forecast)
    assert form["window"] == {"span": [10, 20], "start": None, "end": "2001-03-09"}
    assert form["days"] == ["2001-03-05", "2001-03-09"]
