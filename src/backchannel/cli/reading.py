"""`read`: sources to a ledger on the terminal, as lines of JSON, or as a page."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from backchannel.case import Reader
from backchannel.case import read as read_sources
from backchannel.cli.app import (
    INTERRUPTED,
    MISUSE,
    NONE_READ,
    PIPE_CLOSED,
    SOME_FAILED,
    abandon_stdout,
    app,
    complain,
)
from backchannel.domain.errors import BackchannelError, SettingsError, SourceError
from backchannel.domain.reading import Reading
from backchannel.settings import Settings
from backchannel.write.output import open_output
from backchannel.write.progress import Progress


class Format(StrEnum):
    """The forms that results take."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"


@app.command()
def read(  # noqa: PLR0913  (typer makes an option of each)
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES",
            help="Files or folders: text, HTML, JSON lines, CSV; - is standard input.",
            show_default=False,
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write the results; default: as FILE ends, else a table.",
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
    published: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="The day the sources were published, whatever they say.",
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who published the sources, whatever they say.",
        ),
    ] = None,
    min_confidence: Annotated[
        str | None,
        typer.Option(
            metavar="0..1",
            help="Leave out signals that are less probable than this.",
        ),
    ] = None,
) -> None:
    """Read SOURCES and print the signals found in them.

    Results go to standard output, problems to standard error, one line each.

    \b
    Exit status: 0 everything was read, 1 nothing was, 2 the command was misused,
    3 something could not be read; the rest was.

    \b
    Example:
      backchannel read examples/clusters/kargil-1999.jsonl
      backchannel read articles/ --format html --output ledger.html
    """
    try:
        settings = Settings.parse(
            published=published, outlet=outlet, min_confidence=min_confidence
        )
        check_output(output)
    except SettingsError as error:
        complain(error)
        raise typer.Exit(MISUSE) from error
    destination = None if output is None or str(output) == "-" else output
    run = _Run(sources, settings, context.obj)
    status = run.to(destination, format or _format_of(destination))
    if status == INTERRUPTED:
        # Python would wait for the documents still being read.
        sys.stdout.flush()
        os._exit(status)
    raise typer.Exit(status)


def check_output(output: Path | None) -> None:
    """Find an output that cannot be written before hours of reading."""
    if output is None or str(output) == "-":
        return
    if output.is_dir():
        raise SettingsError("output", str(output), "a folder; name a file in it")
    if not output.absolute().parent.is_dir():
        raise SettingsError("output", str(output), "make its folder first")


def _format_of(output: Path | None) -> Format:
    endings = {".html": Format.HTML, ".htm": Format.HTML, ".jsonl": Format.JSONL}
    return endings.get(output.suffix.lower() if output else "", Format.TABLE)


class _NothingRead(Exception):
    """Ends a run without results, so that an earlier output file stays."""


class _Run:
    """One run: what was read, what failed, and how far it is."""

    def __init__(
        self, sources: list[str], settings: Settings, reader: Reader | None
    ) -> None:
        self.sources = sources
        self.settings = settings
        self.reader = reader
        self.read = 0
        self.failed = 0
        self.progress = Progress(
            total=count_sources(sources), shown=sys.stderr.isatty()
        )

    def to(self, destination: Path | None, format: Format) -> int:
        """Read everything, write it to `destination`, return the exit status."""
        try:
            self._write_to(destination, format)
        except _NothingRead:
            if not self.failed:
                complain("nothing to read there; name files, folders or -")
            return NONE_READ
        except KeyboardInterrupt:
            complain("interrupted")
            return INTERRUPTED
        except BrokenPipeError:
            abandon_stdout()
            return PIPE_CLOSED
        except BackchannelError as error:
            complain(error)
            return SOME_FAILED if self.read else NONE_READ
        except OSError as error:
            name = destination or "standard output"
            complain(f"{name}: {error.strerror}; write somewhere else with --output")
            return NONE_READ
        return SOME_FAILED if self.failed else 0

    def _write_to(self, destination: Path | None, format: Format) -> None:
        with closing(self.progress), open_output(destination) as stream:
            readings = read_sources(
                self.sources,
                published=self.settings.published,
                outlet=self.settings.outlet,
                failed=self._fail,
                reader=self.reader,
            )
            _write(self._watch(readings), format, stream)
            stream.flush()
            if not self.read:
                raise _NothingRead

    def _watch(self, readings: Iterator[Reading]) -> Iterator[Reading]:
        for reading in readings:
            if reading.unread:
                remedy = "only English is read"
                self._fail(f"{reading.document.place}: {reading.unread}; {remedy}")
            else:
                self.read += 1
                self.progress.step()
            with self.progress.hidden():
                yield reading.at_least(self.settings.min_confidence)

    def _fail(self, problem: SourceError | str) -> None:
        self.failed += 1
        self.progress.step()
        with self.progress.hidden():
            complain(problem)


def _write(readings: Iterator[Reading], format: Format, stream: TextIO) -> None:
    # Each format brings libraries that the others do without.
    match format:
        case Format.JSONL:
            from backchannel.write.jsonl import write_jsonl

            write_jsonl(readings, stream)
        case Format.HTML:
            from backchannel.write.page import write_page

            write_page(readings, stream)
        case Format.TABLE:
            from backchannel.write.table import write_table

            write_table(readings, stream)


def count_sources(sources: list[str]) -> int | None:
    """Return how many documents there are; None where one must read to tell."""
    many = ".jsonl", ".ndjson", ".csv", ".tsv"
    single = (
        os.path.isfile(name) and not name.lower().endswith(many) for name in sources
    )
    return len(sources) if all(single) else None
