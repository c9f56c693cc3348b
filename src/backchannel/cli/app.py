"""The command itself: how it starts, what it says when something is wrong."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO, TextIOWrapper
from typing import Annotated

import typer

from backchannel.case import Reader
from backchannel.domain.errors import BackchannelError, QueryError, SettingsError
from backchannel.write.visible import make_line

NONE_READ, MISUSE, SOME_FAILED = 1, 2, 3
#: What a shell reports of a program that Ctrl-C or a closed pipe ended.
INTERRUPTED, PIPE_CLOSED = 130, 141

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)


def main(reader: Reader | None = None) -> None:
    """Run the command; what the installed script calls, with the package's reader."""
    if sys.stderr is None:  # closed by the shell ("2>&-"): nobody wants to know
        sys.stderr = StringIO()
    for stream in sys.stdout, sys.stderr:
        # Results are UTF-8 whatever the locale or the code page of a console says.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="backchannel", obj=reader)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"backchannel {version('backchannel')}")
        raise typer.Exit


@app.callback()
def backchannel(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the version and stop.",
            callback=_print_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Read who conveyed what to whom, through which channel, on whose word."""


@contextmanager
def reported() -> Iterator[None]:
    """Make of whatever goes wrong inside one line and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except (SettingsError, QueryError) as error:
        complain(error)
        raise typer.Exit(MISUSE) from error
    except BackchannelError as error:
        complain(error)
        raise typer.Exit(NONE_READ) from error
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            abandon_stdout()
            raise typer.Exit(PIPE_CLOSED) from error
        name = error.filename or "standard output"
        complain(f"{name}: {error.strerror}; check it, then run it again")
        raise typer.Exit(NONE_READ) from error
    except UnicodeError as error:
        complain(f"words that are no text: {error}; write them in UTF-8")
        raise typer.Exit(MISUSE) from error
    except KeyboardInterrupt as error:
        complain("interrupted; what was kept stays")
        raise typer.Exit(INTERRUPTED) from error


def complain(problem: object) -> None:
    """Print a problem as one line on standard error."""
    print(make_line(f"backchannel: {problem}"), file=sys.stderr, flush=True)


def abandon_stdout() -> None:
    """Let what is still buffered go nowhere: the reader of the pipe went away."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
