"""`claims`, `redlines`, `forecasts`, `actions`, `escalation`, `timeline`: over time."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from backchannel.case import open_case
from backchannel.cli.app import app, reported
from backchannel.cli.comparing import grouped
from backchannel.cli.options import CaseName, Csv, Json, Limit, Offset
from backchannel.cli.printing import print_page
from backchannel.compare.scores import DEFAULT, parse_scores
from backchannel.domain.exchanges import Finding
from backchannel.domain.kept import Page
from backchannel.domain.signals import Interval
from backchannel.domain.text import Document
from backchannel.pipeline import sides_called
from backchannel.settings import parse_day

Row = TypeVar("Row")
#: A form, a sheet and a list of rows, given the documents.
Form = Callable[..., object]
Sheet = Callable[..., int]
List = Callable[..., None]
Side = Annotated[
    list[str] | None,
    typer.Option(
        "--side", metavar="SIDE", help="Only what has to do with it; may be repeated."
    ),
]
Since = Annotated[
    str, typer.Option(metavar="YYYY-MM-DD", help="The first day.", show_default=False)
]
Until = Annotated[
    str, typer.Option(metavar="YYYY-MM-DD", help="The last day.", show_default=False)
]


@app.command()
def claims(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    every: Annotated[
        bool, typer.Option("--all", help="Also what only one source states.")
    ] = False,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List facts that sources state, by what they are about; contradictions first.

    \b
    Example:
      backchannel claims --case crisis.db
    """
    from backchannel.write.found_forms import claim_group_form
    from backchannel.write.found_lists import FoundLists
    from backchannel.write.found_sheets import claim_sheet

    with reported():
        found = open_case(case).claims()
        wanted = [one for one in found.rows if every or len(one.claims) > 1]
        wanted.sort(key=lambda one: (one.finding is not Finding.CONTRADICTS,))
        page = _page(wanted, limit, offset)
        asked = _Asked(offset, as_json=as_json, as_csv=as_csv)
        lists = FoundLists(sys.stdout)
        ways = (claim_group_form, claim_sheet, lists.claims)
        _show(page, found.documents, asked, ways)


@app.command()
def redlines(
    case: CaseName,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List conditional threats and warnings, and what became of each.

    \b
    Example:
      backchannel redlines --case crisis.db
    """
    from backchannel.write.event_sheets import red_line_sheet
    from backchannel.write.found_forms import red_line_form
    from backchannel.write.found_lists import FoundLists

    with reported():
        found = open_case(case).red_lines()
        page = _page(found.rows, limit, offset)
        asked = _Asked(offset, as_json=as_json, as_csv=as_csv)
        lists = FoundLists(sys.stdout)
        ways = (red_line_form, red_line_sheet, lists.red_lines)
        _show(page, found.documents, asked, ways)


@app.command()
def forecasts(
    case: CaseName,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List stated expectations, their window, and what came of them.

    \b
    Example:
      backchannel forecasts --case crisis.db
    """
    from backchannel.write.event_sheets import forecast_sheet
    from backchannel.write.found_forms import judged_form
    from backchannel.write.found_lists import FoundLists

    with reported():
        found = open_case(case).forecasts()
        page = _page(found.rows, limit, offset)
        asked = _Asked(offset, as_json=as_json, as_csv=as_csv)
        lists = FoundLists(sys.stdout)
        ways = (judged_form, forecast_sheet, lists.forecasts)
        _show(page, found.documents, asked, ways)


@app.command()
def actions(
    case: CaseName,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List material events that documents report: attacks, deployments, releases.

    \b
    Example:
      backchannel actions --case crisis.db
    """
    from backchannel.write.event_sheets import action_sheet
    from backchannel.write.found_forms import quoted_action_form
    from backchannel.write.found_lists import FoundLists

    with reported():
        found = open_case(case).actions()
        page = _page(found.rows, limit, offset)
        asked = _Asked(offset, as_json=as_json, as_csv=as_csv)
        lists = FoundLists(sys.stdout)
        ways = (quoted_action_form, action_sheet, lists.actions)
        _show(page, found.documents, asked, ways)


@app.command()
def escalation(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    side: Side = None,
    both_ways: Annotated[
        bool, typer.Option("--both-ways", help="Between two sides, whoever acts.")
    ] = False,
    scores: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Scores of acts and actions, as TOML or JSON."
        ),
    ] = None,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show how hostile sides are to each other, day by day, beside how much is told.

    \b
    Example:
      backchannel escalation --side Iran --case crisis.db
    """
    from backchannel.write.event_sheets import escalation_sheet
    from backchannel.write.found_forms import tally_form
    from backchannel.write.found_lists import FoundLists

    with reported():
        opened = grouped(open_case(case))
        given = parse_scores(scores.read_text("utf-8")) if scores else DEFAULT
        series = opened.escalation(given)
        rows = series.unordered if both_ways else series.ordered
        sides = _sides(side)
        wanted = [one for one in rows if not sides or sides & set(one.sides)]
        page = _page(wanted, limit, offset)
        if as_json or as_csv:
            sheet = escalation_sheet if as_csv else None
            print_page(page, offset=offset, form=tally_form, sheet=sheet)
        else:
            arrow = "–" if both_ways else "→"
            lists = FoundLists(sys.stdout)
            lists.escalation(page, arrow=arrow, offset=offset)
            lists.left_out(series)


@app.command()
def timeline(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    side: Side = None,
    since: Since = "",
    until: Until = "",
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show everything dated in order: exchanges, actions, red lines, forecasts.

    \b
    Example:
      backchannel timeline --side Iran --since 2023-11-01 --case crisis.db
    """
    from backchannel.write.event_sheets import timeline_sheet
    from backchannel.write.found_forms import moment_form
    from backchannel.write.found_lists import FoundLists

    with reported():
        start = parse_day("since", since) if since else None
        end = parse_day("until", until) if until else None
        days = Interval(start, end) if start or end else None
        found = grouped(open_case(case)).timeline(sides=_sides(side), days=days)
        page = _page(found.rows, limit, offset)
        asked = _Asked(offset, as_json=as_json, as_csv=as_csv)
        lists = FoundLists(sys.stdout)
        ways = (moment_form, timeline_sheet, lists.timeline)
        _show(page, found.documents, asked, ways)


def _page(rows: Sequence[Row], limit: int, offset: int) -> Page[Row]:
    return Page(tuple(rows[offset:][: limit or None]), len(rows))


def _sides(named: Iterable[str] | None) -> frozenset[str]:
    """Return the sides that names stand for: of one that is none, the name."""
    return frozenset(
        side for name in named or () for side in (sides_called(name) or (name,))
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a list is to be printed."""

    offset: int
    as_json: bool
    as_csv: bool


def _show(
    page: Page[Row],
    documents: Mapping[str, Document],
    asked: _Asked,
    ways: tuple[Form, Sheet, List],
) -> None:
    """Print rows with the words that they quote: by a form, a sheet, or as a list."""
    form, sheet, write_list = ways
    if not asked.as_json and not asked.as_csv:
        write_list(page, documents, offset=asked.offset)
        return
    print_page(
        page,
        offset=asked.offset,
        form=lambda row: form(row, documents),
        sheet=(lambda rows, stream: sheet(rows, documents, stream))
        if asked.as_csv
        else None,
    )
