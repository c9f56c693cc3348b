"""The JSON form of forecasts, beside those of `backchannel.domain.forms`."""

from collections.abc import Mapping

from backchannel.domain.forecasts import Forecast
from backchannel.domain.forms import (
    Json,
    day_form,
    day_of,
    span_form,
    span_of,
    time_form,
    time_of,
)
from backchannel.domain.signals import Interval
from backchannel.domain.text import Span


def forecast_form(forecast: Forecast) -> dict[str, Json]:
    """Return a forecast as values of JSON; its document is left to who keeps it."""
    days = forecast.days
    return {
        "id": forecast.id,
        "span": span_form(forecast.span),
        "sentence": span_form(forecast.sentence),
        "by": span_form(forecast.by),
        "actor": forecast.actor,
        "window": time_form(forecast.window),
        "days": [day_form(days.start), day_form(days.end)],
        "hedges": [span_form(hedge) for hedge in forecast.hedges],
        "rule": forecast.rule,
    }


def forecast_of(form: Mapping[str, Json], document: str) -> Forecast:
    """Return the forecast of `document` that `form` stands for."""
    return Forecast(
        id=form["id"],
        document=document,
        span=Span(*form["span"]),
        sentence=Span(*form["sentence"]),
        by=span_of(form["by"]),
        actor=form["actor"],
        window=time_of(form["window"]),
        days=Interval(*map(day_of, form["days"])),
        hedges=tuple(Span(*hedge) for hedge in form["hedges"]),
        rule=form["rule"],
    )
