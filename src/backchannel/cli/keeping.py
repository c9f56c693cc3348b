"""`add`, `reread`, `remove`, `verify`, `merge`: what changes a case as a whole."""

import sys
from collections import Counter
from contextlib import closing
from typing import Annotated

import typer

from backchannel.case import open_case
from backchannel.cli.app import NONE_READ, SOME_FAILED, app, complain, reported
from backchannel.cli.options import CaseName, Id, Json, Who
from backchannel.cli.reading import count_sources
from backchannel.domain.errors import SourceError
from backchannel.settings import Settings
from backchannel.write.json_text import json_line
from backchannel.write.phrases import counted
from backchannel.write.progress import Progress
from backchannel.write.visible import make_line


@app.command()
def add(  # noqa: PLR0913  (typer makes an option of each)
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES",
            help="Files or folders, as for `read`; - is standard input.",
            show_default=False,
        ),
    ],
    case: CaseName,
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The day the sources were published."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published the sources.")
    ] = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="Also what was taken out before.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read SOURCES and keep them in a case, which is made if it is not there.

    A text that the case has is kept once; where and when else it stood is noted. What
    a run that was stopped had kept stays, and the same run again adds the rest.

    \b
    Example:
      backchannel add articles/ --case crisis.db
    """
    from backchannel.write.changes import added_form, added_line

    progress = Progress(total=count_sources(sources), shown=sys.stderr.isatty())
    failures = 0

    def fail(problem: SourceError) -> None:
        nonlocal failures
        failures += 1
        progress.step()
        with progress.hidden():
            complain(problem)

    with reported(), closing(progress):
        settings = Settings.parse(published=published, outlet=outlet)
        outcomes: Counter[str] = Counter()
        read = 0
        added = open_case(case).add(
            sources,
            published=settings.published,
            outlet=settings.outlet,
            failed=fail,
            reader=context.obj,
            restore=restore,
        )
        for one in added:
            outcomes[one.outcome] += 1
            read += len(one.reading.signals) if one.reading else 0
            progress.step()
            with progress.hidden():
                print(json_line(added_form(one)) if as_json else added_line(one))
    if not as_json and outcomes:
        told = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items())
        kept = counted(sum(outcomes.values()), "document")
        print(f"{kept}: {told}; {counted(read, 'new signal')}")
    if failures:
        raise typer.Exit(SOME_FAILED if outcomes else NONE_READ)
    if not outcomes:
        complain("nothing to read there; name files, folders or -")
        raise typer.Exit(NONE_READ)


@app.command()
def reread(
    context: typer.Context,
    case: CaseName,
    everything: Annotated[
        bool,
        typer.Option("--everything", help="Also what the present model has read."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Read documents again that an earlier model read, and print what changed.

    Reviews are kept, and so are reviewed signals that are not read any more.

    \b
    Example:
      backchannel reread --case crisis.db
    """
    from backchannel.write.changes import change_form, change_lines

    failures = 0

    def fail(problem: SourceError) -> None:
        nonlocal failures
        failures += 1
        complain(problem)

    with reported():
        count = 0
        changes = open_case(case).reread(
            reader=context.obj, everything=everything, failed=fail
        )
        for change in changes:
            count += 1
            if as_json:
                print(json_line(change_form(change)))
            else:
                print("\n".join(change_lines(change)))
        if not count and not failures:
            complain("nothing to read again: the present model has read everything")
    if failures:
        raise typer.Exit(SOME_FAILED)


@app.command()
def remove(
    document: Id,
    case: CaseName,
    reason: Annotated[
        str, typer.Option(metavar="WORDS", help="Why; the tombstone tells it.")
    ],
    who: Who = "",
) -> None:
    """Take a document out with its signals, and leave a tombstone.

    It is not added again unless `add --restore` asks for it; then reviews of its
    signals hold again.

    \b
    Example:
      backchannel remove 1d853b33fb --reason "a hoax" --case crisis.db
    """
    with reported():
        stone = open_case(case, who=who).remove(document, reason=reason)
        print(make_line(f"taken out: {stone.title} ({stone.document})"))


@app.command()
def verify(case: CaseName) -> None:
    """Recompute digests, offsets and counts, and name what does not agree.

    \b
    Example:
      backchannel verify --case crisis.db
    """
    with reported():
        result = open_case(case).verify()
    for problem in result.problems:
        print(make_line(problem))
    documents = counted(result.documents, "document")
    print(f"{documents}, {counted(result.signals, 'signal')} checked")
    if result.problems:
        complain(
            f"{case}: {counted(len(result.problems), 'problem')}; go back to a copy"
        )
        raise typer.Exit(SOME_FAILED)


@app.command()
def merge(
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The case to merge in.")
    ],
    case: CaseName,
    as_json: Json = False,
) -> None:
    """Merge another copy of a case into this one, with its reviews.

    Of two reviews that differ the later one holds; each such conflict is listed.

    \b
    Example:
      backchannel merge colleague.db --case crisis.db
    """
    from backchannel.write.changes import conflict_form, conflict_line

    with reported():
        merged = open_case(case).merge(other)
        for conflict in merged.conflicts:
            if as_json:
                print(json_line(conflict_form(conflict)))
            else:
                print(conflict_line(conflict))
        for stone in merged.removed:
            complain(
                f"{stone.title} ({stone.document}): taken out there: {stone.reason}"
            )
        complain(
            f"merged: {counted(merged.documents, 'document')},"
            f" {counted(merged.appearances, 'appearance')},"
            f" {counted(merged.reviews, 'review')};"
            f" {counted(len(merged.conflicts), 'conflict')}"
        )


@app.command()
def migrate(case: CaseName) -> None:
    """Bring a case of an earlier version to the present one; a file is copied first.

    \b
    Example:
      backchannel migrate --case crisis.db
    """
    with reported():
        open_case(case).migrate()
