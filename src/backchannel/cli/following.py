"""`claims`, `redlines`, `forecasts`, `actions`, `escalation`, `timeline`: over time."""

import sys
from collections.abc import Callable, Iterable, Sequence
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
from backchannel.domain.kept import Found, Page
from backchannel.domain.signals import Interval
from backchannel.pipeline import sides_called
from backchannel.settings import parse_day

Row = TypeVar("Row")
#: A form and a sheet of rows, given the documents.
Form = Callable[..., object]
Sheet = Callable[..., int]
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
        if as_json or as_csv:
            _print(
                page, found, offset, claim_group_form, claim_sheet if as_csv else None
            )
        else:
            FoundLists(sys.stdout).claims(page, found.documents, offset=offset)


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
        if as_json or as_csv:
            _print(
                page, found, offset, red_line_form, red_line_sheet if as_csv else None
            )
        else:
            FoundLists(sys.stdout).red_lines(page, found.documents, offset=offset)


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
        if as_json or as_csv:
            _print(page, found, offset, judged_form, forecast_sheet if as_csv else None)
        else:
            FoundLists(sys.stdout).forecasts(page, found.documents, offset=offset)


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
        if as_json or as_csv:
            form = quoted_action_form
            _print(page, found, offset, form, action_sheet if as_csv else None)
        else:
            FoundLists(sys.stdout).actions(page, found.documents, offset=offset)


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
        if as_json or as_csv:
            _print(page, found, offset, moment_form, timeline_sheet if as_csv else None)
        else:
            FoundLists(sys.stdout).timeline(page, found.documents, offset=offset)


def _page(rows: Sequence[Row], limit: int, offset: int) -> Page[Row]:
    return Page(tuple(rows[offset:][: limit or None]), len(rows))


def _sides(named: Iterable[str] | None) -> frozenset[str]:
    """Return the sides that names stand for: of one that is none, the name."""
    return frozenset(
        side for name in named or () for side in (sides_called(name) or (name,))
    )


def _print(
    page: Page[Row], found: Found[Row], offset: int, form: Form, sheet: Sheet | None
) -> None:
    """Print rows for a program, with the words that they quote."""
    documents = found.documents
    write = sheet and (lambda rows, stream: sheet(rows, documents, stream))
    print_page(page, offset=offset, form=lambda row: form(row, documents), sheet=write)
