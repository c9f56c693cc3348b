"""`serve`: a case in the browser."""

from importlib import import_module
from types import ModuleType
from typing import Annotated

import typer

from backchannel.case import open_case
from backchannel.cli.app import app, complain, reported
from backchannel.cli.comparing import grouped
from backchannel.cli.options import CaseName
from backchannel.domain.errors import SettingsError


@app.command()
def serve(
    case: CaseName,
    port: Annotated[
        int, typer.Option(metavar="N", min=1, max=65535, help="Where it listens.")
    ] = 8765,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Whence it can be reached.")
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(
            metavar="T",
            envvar="BACKCHANNEL_TOKEN",
            help="What visitors must know; needed where others reach it.",
            show_default=False,
        ),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Leave the case as it is.")
    ] = False,
) -> None:
    """Show the case in a browser, until Ctrl-C.

    Signals that came since are compared with the rest of the case first.

    \b
    Example:
      backchannel serve --case crisis.db
    """
    with reported():
        web = _serving()
        web.check_address(host, token)
        with open_case(case) as opened:
            if read_only:
                opened.stats()
            else:
                grouped(opened)
        shown = f"[{host}]" if ":" in host else host
        complain(f"{opened.name} at http://{shown}:{port}/ (Ctrl-C ends it)")
        web.serve(case, host=host, port=port, token=token)


def _serving() -> ModuleType:
    """Return what serves; its libraries take a while to load, or are not there."""
    try:
        return import_module("backchannel.web.serving")
    except ModuleNotFoundError as error:
        remedy = "is not installed; `pip install 'backchannel[web]'` does it"
        raise SettingsError("serve", error.name, remedy) from error
