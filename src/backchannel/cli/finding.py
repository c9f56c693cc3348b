"""`signals`, `search`, `documents`, `actors`, `show`, `stats`, `new`: what is there."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backchannel.case import open_case
from backchannel.cli.app import app, reported
from backchannel.cli.options import CaseName, Csv, Id, Json, Limit, Offset, Query
from backchannel.cli.printing import join_query, print_json, print_page
from backchannel.domain.kept import Page
from backchannel.settings import parse_day
from backchannel.write.phrases import counted

if TYPE_CHECKING:
    from backchannel.write.lists import Lists


@app.command()
def signals(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    query: Query = None,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the signals that fit QUERY, newest first; without one, all.

    \b
    Example:
      backchannel signals from:Iran act:threaten,warn --case crisis.db
    """
    from backchannel.write.list_sheets import signal_sheet
    from backchannel.write.records import entry_form

    with reported():
        page = open_case(case).signals(
            join_query(query), limit=limit or None, offset=offset
        )
        if as_json or as_csv:
            sheet = signal_sheet if as_csv else None
            print_page(page, offset=offset, form=entry_form, sheet=sheet)
        else:
            _lists().signals(page, offset=offset)


@app.command()
def search(  # noqa: PLR0913  (typer makes an option of each)
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help='Words, "phrases", beginnings* and fields; docs/cli.md has them.',
            show_default=False,
        ),
    ],
    case: CaseName,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Find signals by their words and fields, and say which texts hold the words.

    \b
    Example:
      backchannel search '"a message" from:Iran via:Switzerland' --case crisis.db
    """
    signals(case, query, limit, offset, as_json, as_csv)
    if not as_json and not as_csv:
        with reported():
            found = open_case(case).documents(join_query(query), limit=1).total
        print(f"{counted(found, 'document')}; list them with `backchannel documents`")


@app.command()
def documents(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    query: Query = None,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the documents whose text, outlet, days or signals fit QUERY.

    \b
    Example:
      backchannel documents ceasefire outlet:Reuters --case crisis.db
    """
    from backchannel.write.list_sheets import document_sheet
    from backchannel.write.records import listed_form

    with reported():
        page = open_case(case).documents(
            join_query(query), limit=limit or None, offset=offset
        )
        if as_json or as_csv:
            sheet = document_sheet if as_csv else None
            print_page(page, offset=offset, form=listed_form, sheet=sheet)
        else:
            _lists().documents(page, offset=offset)


@app.command()
def actors(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    named: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="Part of a name.", show_default=False),
    ] = "",
    candidates: Annotated[
        bool,
        typer.Option("--candidates", help="Pairs that may be one, with reasons."),
    ] = False,
    limit: Limit = 50,
    offset: Offset = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the persons, bodies, groups and states of the case, or who may be one.

    \b
    Example:
      backchannel actors --candidates --case crisis.db
    """
    from backchannel.write.list_sheets import actor_sheet, candidate_sheet
    from backchannel.write.records import actor_form, candidate_form

    with reported():
        opened = open_case(case)
        if candidates:
            found = opened.candidates(named)
            pairs = Page(found[offset:][: limit or None], len(found))
            if as_json or as_csv:
                sheet = candidate_sheet if as_csv else None
                print_page(pairs, offset=offset, form=candidate_form, sheet=sheet)
            else:
                _lists().candidates(pairs, offset=offset)
            return
        page = opened.actors(named, limit=limit or None, offset=offset)
        if as_json or as_csv:
            shown = actor_sheet if as_csv else None
            print_page(page, offset=offset, form=actor_form, sheet=shown)
        else:
            _lists().actors(page, offset=offset)


@app.command()
def show(record: Id, case: CaseName, as_json: Json = False) -> None:
    """Show a signal, a document or an actor with all that is kept of it.

    \b
    Example:
      backchannel show 1b49ec849a9 --case crisis.db
    """
    from backchannel.write.records import record_form
    from backchannel.write.shown import write_record

    with reported():
        opened = open_case(case)
        found = opened.show(record)
        reviews = opened.history(record)
        if as_json:
            print_json([record_form(found, reviews)])
        else:
            write_record(found, reviews, sys.stdout)


@app.command()
def stats(case: CaseName, as_json: Json = False) -> None:
    """Count what is in the case: documents, signals by field, sources, reviews.

    \b
    Example:
      backchannel stats --case crisis.db
    """
    from backchannel.write.records import stats_form
    from backchannel.write.shown import write_stats

    with reported():
        counted = open_case(case).stats()
        if as_json:
            print_json([stats_form(counted)])
        else:
            write_stats(counted, sys.stdout)


@app.command()
def new(
    case: CaseName,
    since: Annotated[
        str,
        typer.Option(metavar="YYYY-MM-DD", help="The first day, in UTC, that counts."),
    ],
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what came into the case since a day, by document and signal.

    \b
    Example:
      backchannel new --since 2026-11-01 --case crisis.db
    """
    from backchannel.write.list_sheets import signal_sheet
    from backchannel.write.records import listed_form

    with reported():
        day = parse_day("since", since)
        found = open_case(case).new(day)
        if as_json:
            print_json(listed_form(listed, entries) for listed, entries in found)
        elif as_csv:
            signal_sheet((one for _, some in found for one in some), sys.stdout)
        else:
            _lists().news(found)


def _lists() -> "Lists":
    from backchannel.write.lists import Lists

    return Lists(sys.stdout)
