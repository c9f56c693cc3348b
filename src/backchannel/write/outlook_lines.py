"""Red lines and forecasts of a case, and what became of them, as lines of a list."""

from collections.abc import Iterator, Mapping

from rich.text import Text

from backchannel.domain.forecasts import Forecast, Judged, Outcome
from backchannel.domain.redlines import RedLine, State
from backchannel.domain.signals import Time
from backchannel.domain.text import Document
from backchannel.write.found_lines import (
    Line,
    Signs,
    add_tail,
    below,
    day_word,
    days_words,
    evidence_lines,
    head,
    outlet_words,
    place_words,
    quotation,
    who_words,
)
from backchannel.write.visible import make_line

_STATES = {
    State.OPEN: "bold yellow",
    State.CROSSED: "bold red",
    State.ACTED_ON: "bold red",
}
_OUTCOMES = {Outcome.BORNE_OUT: "bold green", Outcome.NOT_BORNE_OUT: "bold red"}


def red_line_lines(
    line: RedLine, documents: Mapping[str, Document], *, signs: Signs
) -> Iterator[Line]:
    """Yield by whom, against whom, and its state; if, then, until; each change."""
    document = documents[line.document]
    words = Text(f"{day_word(document.published)}  ")
    words.append(line.state.upper(), _STATES.get(line.state, "bold"))
    words.append(f" {who_words(line.drawn_by, line.against)}")
    yield head(line.id, add_tail(words, [outlet_words(document)]))
    yield below(quotation(document, line.condition, signs=signs), "if")
    if line.consequence:
        yield below(quotation(document, line.consequence, signs=signs), "then")
    else:
        yield below(Text("left unsaid", "dim"), "then")
    if line.deadline:
        until = Text(until_words(line.deadline))
        quote = make_line(document.quote(line.deadline.span))
        yield below(until.append(f" “{quote}”", "dim"), "until")
    for change in line.changes:
        seen = change.evidence
        told = documents[seen.document]
        yield from evidence_lines(seen, told, change.state, signs=signs)


def until_words(deadline: Time) -> str:
    """Return the last day on which a red line can be kept, as far as words tell."""
    days = deadline.interval
    return day_word(days.end) if days and days.end else days_words(days)


def forecast_lines(
    judged: Judged, documents: Mapping[str, Document], *, signs: Signs
) -> Iterator[Line]:
    """Yield the days it speaks of, by whom, its words, and what came of it."""
    forecast = judged.forecast
    document = documents[forecast.document]
    words = Text(f"{days_words(forecast.days)}  ")
    words.append(judged.outcome.upper(), _OUTCOMES.get(judged.outcome, "bold yellow"))
    words.append(f" expected by {make_line(expected_by(forecast, document))}")
    yield head(forecast.id, add_tail(words, [place_words(document)]))
    marks = [*forecast.hedges]
    if forecast.window:
        marks.append(forecast.window.span)
    yield below(quotation(document, forecast.span, marks, signs=signs), "quote")
    if judged.evidence:
        told = documents[judged.evidence.document]
        yield from evidence_lines(judged.evidence, told, judged.outcome, signs=signs)


def expected_by(forecast: Forecast, document: Document) -> str:
    """Return who expects it: the name, else the words, else the outlet."""
    if forecast.actor:
        return forecast.actor
    return f"“{document.quote(forecast.by)}”" if forecast.by else "the outlet itself"
