"""What commands print for programs, and how they take a search."""

import sys
from collections.abc import Callable, Iterable
from typing import TextIO, TypeVar

from backchannel.cli.app import complain
from backchannel.domain.kept import Page
from backchannel.write.json_text import json_line

Row = TypeVar("Row")


def join_query(words: list[str] | None) -> str:
    """Return the search that the words of a command line mean.

    A shell takes quotation marks away; what holds blanks was within some.
    """
    return " ".join(map(_requote, words or ()))


def _requote(word: str) -> str:
    if '"' in word or not any(letter.isspace() for letter in word):
        return word
    field, colon, value = word.partition(":")
    if colon and not any(letter.isspace() for letter in field):
        return f'{field}:"{value}"'
    return f'"{word}"'


def print_page(
    page: Page[Row],
    *,
    offset: int,
    form: Callable[[Row], object],
    sheet: Callable[[Iterable[Row], TextIO], int] | None,
) -> None:
    """Print rows for a program: as a sheet, or without one as lines of JSON.

    Standard error tells how many there are, which neither has a place for.
    """
    if sheet:
        sheet(page.rows, sys.stdout)
    else:
        print_json(map(form, page.rows))
    shown = f"{offset + 1}–{offset + len(page.rows)} of" if page.rows else "0 of"
    complain(f"{shown} {page.total}")


def print_json(forms: Iterable[object]) -> None:
    """Print a line of JSON for each form."""
    for form in forms:
        print(json_line(form))
