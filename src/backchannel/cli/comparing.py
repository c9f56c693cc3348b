"""`exchanges`, `compare`, `conflicts`, `together`, `apart`: accounts side by side."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backchannel.case import open_case
from backchannel.cli.app import app, complain, reported
from backchannel.cli.options import CaseName, Csv, Id, Json, Limit, Offset, Query, Who
from backchannel.cli.printing import join_query, print_json, print_page
from backchannel.domain.errors import CaseError
from backchannel.domain.exchanges import SURE_ENOUGH
from backchannel.domain.kept import Page
from backchannel.write.phrases import SHORT, counted

if TYPE_CHECKING:
    from backchannel.case.case import Case


@app.command()
def exchanges(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    query: Query = None,
    single: Annotated[
        bool, typer.Option("--single", help="Also what one signal alone reports.")
    ] = False,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List messages and contacts that several signals report, the latest first.

    Signals that came since are compared with the rest of the case first.

    \b
    Example:
      backchannel exchanges from:Iran --case crisis.db
    """
    from backchannel.write.found_exchanges import Beside, find_beside
    from backchannel.write.found_forms import exchange_form
    from backchannel.write.found_lists import FoundLists
    from backchannel.write.found_sheets import exchange_sheet

    with reported():
        opened = grouped(open_case(case))
        page = opened.exchanges(
            join_query(query),
            limit=limit or None,
            offset=offset,
            least=1 if single else 2,
        )
        rows = Page(tuple(told.exchange for told in page.rows), page.total)
        entries = {e.signal.id: e for told in page.rows for e in told.entries}
        beside = find_beside(
            rows.rows,
            (verdict for told in page.rows for verdict in told.conflicts),
            (link for told in page.rows for link in told.links),
        )
        if as_csv:
            print_page(
                rows,
                offset=offset,
                form=str,
                sheet=lambda some, stream: exchange_sheet(
                    some, entries, stream, beside=beside
                ),
            )
        elif as_json:
            print_page(
                rows,
                offset=offset,
                form=lambda one: exchange_form(
                    one, entries, beside.get(one.id, Beside())
                ),
                sheet=None,
            )
        else:
            lists = FoundLists(sys.stdout)
            lists.exchanges(rows, entries, beside=beside, offset=offset)


@app.command()
def compare(
    exchange: Id,
    case: CaseName,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page to read in a browser."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Put the accounts of an exchange side by side, field by field.

    ID is that of the exchange, or of any signal that reports it.

    \b
    Example:
      backchannel compare 1b49ec849a9 --case crisis.db
    """
    from backchannel.write.matrix import write_matrix
    from backchannel.write.matrix_form import comparison_form
    from backchannel.write.matrix_page import write_matrix_page
    from backchannel.write.output import open_output

    with reported():
        comparison = grouped(open_case(case)).compare(exchange)
        if html:
            with open_output(html) as stream:
                write_matrix_page(comparison, stream)
        elif as_json:
            print_json([comparison_form(comparison)])
        else:
            write_matrix(comparison, sys.stdout)


@app.command()
def conflicts(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    least: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            metavar="P",
            min=0.0,
            max=1.0,
            help="How probable a conflict must be, 0 to 1.",
        ),
    ] = SURE_ENOUGH,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List signals in conflict, with both quotes, the surest first.

    \b
    Example:
      backchannel conflicts --case crisis.db
    """
    from backchannel.write.found_forms import verdict_form
    from backchannel.write.found_lists import FoundLists
    from backchannel.write.found_sheets import conflict_sheet

    with reported():
        found = grouped(open_case(case)).conflicts(least=least)
        entries = {e.signal.id: e for _, *both in found for e in both}
        verdicts = [verdict for verdict, *_ in found]
        page = Page(tuple(verdicts[offset:][: limit or None]), len(verdicts))
        if as_json or as_csv:
            print_page(
                page,
                offset=offset,
                form=lambda one: verdict_form(one, entries),
                sheet=(lambda some, stream: conflict_sheet(some, entries, stream))
                if as_csv
                else None,
            )
        else:
            FoundLists(sys.stdout).conflicts(page, entries, offset=offset)


@app.command()
def together(signal: Id, other: Id, case: CaseName, who: Who = "") -> None:
    """Say that two signals report one exchange; `undo` takes it back.

    \b
    Example:
      backchannel together 1b49ec849a9 77a0c2d5e01 --case crisis.db
    """
    with reported():
        review = open_case(case, who=who).group_signals(signal, other)
        print(f"together: {review.record[:SHORT]}, {str(review.value)[:SHORT]}")


@app.command()
def apart(signal: Id, other: Id, case: CaseName, who: Who = "") -> None:
    """Say that two signals do not report one exchange; `undo` takes it back.

    \b
    Example:
      backchannel apart 1b49ec849a9 77a0c2d5e01 --case crisis.db
    """
    with reported():
        review = open_case(case, who=who).part_signals(signal, other)
        print(f"apart: {review.record[:SHORT]}, {str(review.value)[:SHORT]}")


def grouped(case: "Case") -> "Case":
    """Return the case with what came since compared, or say why it is not."""
    try:
        case.group()
    except CaseError as error:
        waiting = counted(case.waiting(), "signal")
        complain(f"{waiting} not compared yet: {error}")
    return case
