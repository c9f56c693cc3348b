"""Options that several commands share."""

from typing import Annotated

import typer

CaseName = Annotated[
    str,
    typer.Option(
        "--case",
        "-c",
        envvar="BACKCHANNEL_CASE",
        metavar="CASE",
        help="The case: a file, or postgresql://user@host/database.",
        show_default=False,
    ),
]
Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]",
        help="What to look for; docs/cli.md has the fields.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print lines of JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV for spreadsheets.")]
Limit = Annotated[
    int,
    typer.Option(
        metavar="N", min=0, max=2**31, help="How many rows at most; 0 is all."
    ),
]
Offset = Annotated[
    int, typer.Option(metavar="N", min=0, max=2**31, help="Rows to skip.")
]
Who = Annotated[
    str,
    typer.Option(
        envvar="BACKCHANNEL_WHO",
        metavar="NAME",
        help="In whose name; default: the login name.",
        show_default=False,
    ),
]
Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="An id, or its beginning.", show_default=False),
]
