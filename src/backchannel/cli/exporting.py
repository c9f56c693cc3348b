"""`export`: a case in the formats that other tools read."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from backchannel.case import open_case
from backchannel.case.exporting import Form
from backchannel.cli.app import NONE_READ, app, complain, reported
from backchannel.cli.options import CaseName, Query
from backchannel.cli.printing import join_query
from backchannel.cli.reading import check_output
from backchannel.write.phrases import SHORT, counted


@app.command()
def export(  # noqa: PLR0913  (typer makes an option of each)
    case: CaseName,
    query: Query = None,
    format: Annotated[
        Form | None,
        typer.Option(
            "--format", "-f", help="Default: as FILE ends, else lines of JSON."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE instead of standard output.",
        ),
    ] = None,
    confirmed: Annotated[
        bool,
        typer.Option("--confirmed", help="Only signals that were confirmed."),
    ] = False,
    quotes_only: Annotated[
        bool,
        typer.Option("--quotes-only", help="Leave the full texts out."),
    ] = False,
) -> None:
    """Give out the signals that fit QUERY, without those that were rejected.

    Standard error tells how many signals the export holds, and its SHA-256.

    \b
    Example:
      backchannel export --output crisis.csv --case crisis.db
      backchannel export act:threaten --format plover --case crisis.db
    """
    with reported():
        check_output(output)
        destination = None if output is None or str(output) == "-" else output
        try:
            exported = open_case(case).export(
                destination,
                form=format,
                query=join_query(query),
                confirmed=confirmed,
                quotes_only=quotes_only,
            )
        except BrokenPipeError:
            raise
        except OSError as error:
            name = destination or "standard output"
            complain(f"{name}: {error.strerror}; write somewhere else with --output")
            raise typer.Exit(NONE_READ) from error
    sys.stdout.flush()
    reasons: dict[str, list[str]] = {}
    for one, reason in exported.left_out.items():
        reasons.setdefault(reason, []).append(one)
    for reason, ids in reasons.items():
        some = ", ".join(one[:SHORT] for one in ids[:5])
        more = ", …" if len(ids) > 5 else ""
        complain(f"left out {len(ids)}, {reason}: {some}{more}")
    complain(f"{counted(exported.signals, 'signal')}, sha256 {exported.digest}")
