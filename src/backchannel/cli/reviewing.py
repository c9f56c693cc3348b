"""`confirm`, `reject`, `correct`, `note`, `tag`, `undo`, and who is whom."""

from typing import Annotated

import typer

from backchannel.case import open_case
from backchannel.cli.app import app, reported
from backchannel.cli.options import CaseName, Id, Who
from backchannel.domain.reviews import Review
from backchannel.write.phrases import SHORT
from backchannel.write.visible import make_line


@app.command()
def confirm(signal: Id, case: CaseName, who: Who = "") -> None:
    """Say that a signal is right as it stands.

    \b
    Example:
      backchannel confirm 1b49ec849a9 --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).confirm(signal))


@app.command()
def reject(signal: Id, case: CaseName, who: Who = "") -> None:
    """Say that there is no such signal.

    \b
    Example:
      backchannel reject 1b49ec849a9 --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).reject(signal))


@app.command()
def correct(
    signal: Id,
    field: Annotated[
        str,
        typer.Argument(metavar="FIELD", help="Which; docs/cli.md lists them."),
    ],
    value: Annotated[
        str,
        typer.Argument(metavar="VALUE", help="Its value; `none` empties the field."),
    ],
    case: CaseName,
    who: Who = "",
) -> None:
    """Give a field of a signal another value.

    Passages are quoted as they stand in the text; of several places the one nearest to
    the trigger is meant. Parties are `words = Actor / SIDE`, sources `words = Name /
    kind`, times `words = 2023-11-01..2023-11-03`; `;` parts several.

    \b
    Example:
      backchannel correct 1b49ec849a9 act threaten --case crisis.db
      backchannel correct 1b49ec849a9 sender "he = Sergei Lavrov / RUS" --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).correct(signal, field, value))


@app.command()
def note(
    signal: Id,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What to note.")],
    case: CaseName,
    who: Who = "",
) -> None:
    """Write something beside a signal.

    \b
    Example:
      backchannel note 1b49ec849a9 "the ministry denies it" --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).note(signal, words))


@app.command()
def tag(
    signal: Id,
    name: Annotated[str, typer.Argument(metavar="TAG", help="A word or a few.")],
    case: CaseName,
    who: Who = "",
) -> None:
    """Put a tag on a signal; `search tag:NAME` finds it.

    \b
    Example:
      backchannel tag 1b49ec849a9 key --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).tag(signal, name))


@app.command()
def undo(record: Id, case: CaseName, who: Who = "") -> None:
    """Take back the last review of a signal or an actor that still stands.

    \b
    Example:
      backchannel undo 1b49ec849a9 --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).undo(record))


@app.command("merge-actors")
def merge_actors(
    one: Id,
    other: Annotated[
        str,
        typer.Argument(metavar="OTHER", help="The id whose name and side hold."),
    ],
    case: CaseName,
    who: Who = "",
) -> None:
    """Say that two actors are one; the second one's name and side hold for both.

    \b
    Example:
      backchannel merge-actors 1cde36ac197 1a9c2b3d4e5 --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).merge_actors(one, other))


@app.command("split-actor")
def split_actor(
    actor: Id,
    spellings: Annotated[
        list[str],
        typer.Argument(metavar="SPELLINGS", help="Those that mean somebody else."),
    ],
    case: CaseName,
    who: Who = "",
) -> None:
    """Say that some spellings of an actor mean somebody else.

    \b
    Example:
      backchannel split-actor 1cde36ac197 "Foreign Minister Kim" --case crisis.db
    """
    with reported():
        _tell(open_case(case, who=who).split_actor(actor, spellings))


def _tell(review: Review) -> None:
    field = f" {review.field}" if review.field else ""
    print(
        make_line(f"{review.record[:SHORT]}  {review.action}{field}, by {review.who}")
    )
