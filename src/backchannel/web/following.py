"""The screens that follow a case: claims, red lines, forecasts, the timeline."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, TextIO

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response

from backchannel.case.case import Case
from backchannel.domain.claims import ClaimGroup
from backchannel.domain.exchanges import Finding
from backchannel.domain.forecasts import Outcome
from backchannel.domain.kept import Found
from backchannel.domain.redlines import State
from backchannel.domain.signals import Interval
from backchannel.domain.text import Document
from backchannel.domain.timeline import Moment
from backchannel.pipeline import sides_called
from backchannel.settings import parse_day
from backchannel.web.asking import CaseHere, PageNumber, PagesHere, at
from backchannel.web.downloads import csv_rows, json_rows
from backchannel.web.rendering import MOST, Pages, Turn
from backchannel.write.event_sheets import (
    forecast_sheet,
    red_line_sheet,
    timeline_sheet,
)
from backchannel.write.found_forms import (
    claim_group_form,
    judged_form,
    moment_form,
    red_line_form,
)
from backchannel.write.found_sheets import claim_sheet

Documents = Mapping[str, Document]
Day = Annotated[str, Query(max_length=10)]
Side = Annotated[str, Query(max_length=200)]


def _show(
    request: Request, pages: Pages, name: str, found: Found[Any], **values: Any
) -> Response:
    """Return the page of a list; `page` among `values` says which part."""
    turn = Turn(values.pop("page"), len(found.rows))
    rows = found.rows[turn.offset : turn.last]
    values |= {"documents": found.documents, "rows": rows, "turn": turn}
    return pages.show(request, name, **values)


def _json(found: Found[Any], form: Callable[[Any, Documents], object]) -> Response:
    forms = (form(row, found.documents) for row in found.rows[:MOST])
    return json_rows(forms, len(found.rows))


def _csv(
    found: Found[Any], sheet: Callable[[Any, Documents, TextIO], int], name: str
) -> Response:
    rows = found.rows[:MOST]
    return csv_rows(lambda stream: sheet(rows, found.documents, stream), name)


@at("/claims")
def claims(
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    every: bool = False,
    page: PageNumber = 1,
) -> Response:
    """Show facts that sources state; `every`: also what only one states."""
    found = _claims(case, every)
    told = (Finding.CONTRADICTS, Finding.DIFFERS, Finding.AGREES)
    return _show(request, pages, "claims", found, page=page, every=every, told=told)


@at("/claims.json")
def claims_json(case: CaseHere, every: bool = False) -> Response:
    """Return facts that sources state."""
    return _json(_claims(case, every), claim_group_form)


@at("/claims.csv")
def claims_csv(case: CaseHere, every: bool = False) -> Response:
    """Return facts that sources state."""
    return _csv(_claims(case, every), claim_sheet, "claims")


def _claims(case: Case, every: bool) -> Found[ClaimGroup]:
    """Return claims as `backchannel claims` lists them: contradictions first."""
    found = case.claims()
    rows = [one for one in found.rows if every or len(one.claims) > 1]
    rows.sort(key=lambda one: one.finding is not Finding.CONTRADICTS)
    return Found(tuple(rows), found.documents)


@at("/redlines")
def redlines(
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    state: State | None = None,
    page: PageNumber = 1,
) -> Response:
    """Show conditional threats and warnings, and what became of each."""
    every = case.red_lines()
    counts = _counted(State, (line.state for line in every.rows))
    found = _only(every, lambda line: state in (None, line.state))
    return _show(
        request, pages, "redlines", found, page=page, state=state, counts=counts
    )


@at("/redlines.json")
def redlines_json(case: CaseHere, state: State | None = None) -> Response:
    """Return conditional threats and warnings."""
    found = _only(case.red_lines(), lambda line: state in (None, line.state))
    return _json(found, red_line_form)


@at("/redlines.csv")
def redlines_csv(case: CaseHere, state: State | None = None) -> Response:
    """Return conditional threats and warnings."""
    found = _only(case.red_lines(), lambda line: state in (None, line.state))
    return _csv(found, red_line_sheet, "redlines")


@at("/forecasts")
def forecasts(
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    outcome: Outcome | None = None,
    page: PageNumber = 1,
) -> Response:
    """Show stated expectations, their window, and what came of them."""
    every = case.forecasts()
    counts = _counted(Outcome, (judged.outcome for judged in every.rows))
    found = _only(every, lambda judged: outcome in (None, judged.outcome))
    return _show(
        request, pages, "forecasts", found, page=page, outcome=outcome, counts=counts
    )


@at("/forecasts.json")
def forecasts_json(case: CaseHere, outcome: Outcome | None = None) -> Response:
    """Return stated expectations."""
    found = _only(case.forecasts(), lambda one: outcome in (None, one.outcome))
    return _json(found, judged_form)


@at("/forecasts.csv")
def forecasts_csv(case: CaseHere, outcome: Outcome | None = None) -> Response:
    """Return stated expectations."""
    found = _only(case.forecasts(), lambda one: outcome in (None, one.outcome))
    return _csv(found, forecast_sheet, "forecasts")


@at("/timeline")
def timeline(  # noqa: PLR0913  (FastAPI makes a parameter of each)
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    side: Side = "",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
) -> Response:
    """Show everything dated in order."""
    found = _timeline(case, side, since, until)
    asked = {"side": side, "since": since, "until": until}
    waiting = case.waiting()
    return _show(
        request, pages, "timeline", found, page=page, asked=asked, waiting=waiting
    )


@at("/timeline.json")
def timeline_json(
    case: CaseHere, side: Side = "", since: Day = "", until: Day = ""
) -> Response:
    """Return everything dated in order."""
    return _json(_timeline(case, side, since, until), moment_form)


@at("/timeline.csv")
def timeline_csv(
    case: CaseHere, side: Side = "", since: Day = "", until: Day = ""
) -> Response:
    """Return everything dated in order."""
    return _csv(_timeline(case, side, since, until), timeline_sheet, "timeline")


def _timeline(case: Case, side: str, since: str, until: str) -> Found[Moment]:
    start = parse_day("since", since) if since else None
    end = parse_day("until", until) if until else None
    days = Interval(start, end) if start or end else None
    name = side.strip()
    sides = frozenset((sides_called(name) or (name,)) if name else ())
    return case.timeline(sides=sides, days=days)


def _only(found: Found[Any], fits: Callable[[Any], bool]) -> Found[Any]:
    return Found(tuple(row for row in found.rows if fits(row)), found.documents)


def _counted(values: Iterable[Any], found: Iterable[Any]) -> dict[Any, int]:
    """Return how often each value was found, in the order of `values`."""
    seen: Sequence[Any] = list(found)
    return {value: seen.count(value) for value in values if value in seen}
