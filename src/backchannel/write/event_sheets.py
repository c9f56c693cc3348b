"""Red lines, forecasts, actions, escalation and the timeline of a case as CSV.

As `backchannel.write.found_sheets`.
"""

from collections.abc import Iterable, Mapping
from typing import TextIO

from backchannel.domain.actions import Action
from backchannel.domain.escalation import Tally
from backchannel.domain.forecasts import Judged
from backchannel.domain.redlines import RedLine
from backchannel.domain.text import Document
from backchannel.domain.timeline import Moment
from backchannel.write.found_cells import (
    DAY_COLUMNS,
    EVIDENCE_COLUMNS,
    PLACE_COLUMNS,
    day_cells,
    evidence_cells,
    party_cells,
    place_cells,
    quote_cell,
)
from backchannel.write.found_lines import chain_words
from backchannel.write.outlook_lines import expected_by
from backchannel.write.sheets import BETWEEN, Cell, write_rows

Documents = Mapping[str, Document]
RED_LINE_COLUMNS = (
    "id",
    *PLACE_COLUMNS,
    "signal",
    "drawn_by",
    "drawn_by_sides",
    "against",
    "against_sides",
    "condition",
    "consequence",
    "deadline",
    "deadline_words",
    "state",
    *EVIDENCE_COLUMNS,
    "changes",
    "why",
)
FORECAST_COLUMNS = (
    "id",
    *PLACE_COLUMNS,
    "expected_by",
    *DAY_COLUMNS,
    "window",
    "hedges",
    "quote",
    "outcome",
    *EVIDENCE_COLUMNS,
    "rule",
)
ACTION_COLUMNS = (
    "id",
    *PLACE_COLUMNS,
    "kind",
    "status",
    "actors",
    "actor_sides",
    "targets",
    "target_sides",
    "place",
    *DAY_COLUMNS,
    "time",
    "attribution",
    "words",
    "sentence",
    "rule",
)
ESCALATION_COLUMNS = (
    "day",
    "side_a",
    "side_b",
    "score",
    "mean",
    "reports",
    "documents",
    "by_document",
    "uncertain",
    "signals",
    "actions",
)
TIMELINE_COLUMNS = (
    "id",
    *DAY_COLUMNS,
    "by_document",
    "sort",
    "what",
    "status",
    "actors",
    "sides",
    *PLACE_COLUMNS,
    "quote",
)


def red_line_sheet(
    lines: Iterable[RedLine], documents: Documents, stream: TextIO
) -> int:
    """Write a row for each red line, with the last evidence; return how many."""
    rows = (_red_line(line, documents) for line in lines)
    return write_rows(RED_LINE_COLUMNS, rows, stream)


def forecast_sheet(
    forecasts: Iterable[Judged], documents: Documents, stream: TextIO
) -> int:
    """Write a row for each forecast; return how many there were."""
    rows = (_forecast(judged, documents) for judged in forecasts)
    return write_rows(FORECAST_COLUMNS, rows, stream)


def action_sheet(
    actions: Iterable[Action], documents: Documents, stream: TextIO
) -> int:
    """Write a row for each action; return how many there were."""
    rows = (_action(action, documents) for action in actions)
    return write_rows(ACTION_COLUMNS, rows, stream)


def escalation_sheet(tallies: Iterable[Tally], stream: TextIO) -> int:
    """Write a row for each day and pair of sides; return how many there were."""
    return write_rows(ESCALATION_COLUMNS, map(_tally, tallies), stream)


def timeline_sheet(
    moments: Iterable[Moment], documents: Documents, stream: TextIO
) -> int:
    """Write a row for each moment; return how many there were."""
    rows = (_moment(moment, documents) for moment in moments)
    return write_rows(TIMELINE_COLUMNS, rows, stream)


def _red_line(line: RedLine, documents: Documents) -> list[Cell]:
    document = documents[line.document]
    last = line.changes[-1].evidence if line.changes else None
    deadline = line.deadline
    return [
        line.id,
        *place_cells(document),
        line.signal,
        *party_cells(line.drawn_by),
        *party_cells(line.against),
        document.quote(line.condition),
        quote_cell(document, line.consequence),
        deadline.interval.end if deadline and deadline.interval else None,
        quote_cell(document, deadline.span if deadline else None),
        line.state,
        *evidence_cells(last, documents),
        BETWEEN.join(
            f"{change.state} {change.evidence.day or 'undated'}"
            for change in line.changes
        ),
        BETWEEN.join(line.why),
    ]


def _forecast(judged: Judged, documents: Documents) -> list[Cell]:
    forecast = judged.forecast
    document = documents[forecast.document]
    return [
        forecast.id,
        *place_cells(document),
        expected_by(forecast, document),
        *day_cells(forecast.days),
        quote_cell(document, forecast.window.span if forecast.window else None),
        BETWEEN.join(document.quote(hedge) for hedge in forecast.hedges),
        document.quote(forecast.span),
        judged.outcome,
        *evidence_cells(judged.evidence, documents),
        forecast.rule,
    ]


def _action(action: Action, documents: Documents) -> list[Cell]:
    document = documents[action.document]
    time = action.time
    return [
        action.id,
        *place_cells(document),
        action.kind,
        action.status,
        *party_cells(action.actor),
        *party_cells(action.target),
        quote_cell(document, action.place),
        *day_cells(time.interval if time else None),
        quote_cell(document, time.span if time else None),
        chain_words(action.attribution, document),
        document.quote(action.span),
        document.quote(action.sentence),
        action.rule,
    ]


def _tally(tally: Tally) -> list[Cell]:
    return [
        tally.day,
        *tally.sides,
        tally.score,
        round(tally.mean, 6),
        tally.reports,
        tally.documents,
        tally.by_document,
        tally.uncertain,
        BETWEEN.join(tally.signals),
        BETWEEN.join(tally.actions),
    ]


def _moment(moment: Moment, documents: Documents) -> list[Cell]:
    return [
        moment.id,
        *day_cells(moment.days),
        "yes" if moment.by_document else "no",
        moment.sort,
        moment.what,
        moment.status,
        BETWEEN.join(moment.actors),
        BETWEEN.join(moment.sides),
        *place_cells(documents[moment.document]),
        moment.quote,
    ]
