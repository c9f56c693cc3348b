"""A comparison of accounts on a terminal: the matrix, its reasons, its quotes.

A comparison in, lines out, as wide as the terminal up to a width that still reads well.
Accounts stand side by side as far as there is room, the others in blocks below.
"""

import shutil
import textwrap
from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from backchannel.domain.comparisons import GAPS, Column, Comparison, Row, Value
from backchannel.domain.exchanges import Finding
from backchannel.domain.text import Span
from backchannel.write import matrix_words as words
from backchannel.write import phrases
from backchannel.write.table import GIST, PIPED_WIDTH, WIDEST
from backchannel.write.visible import make_line, make_visible

#: Accounts side by side at most, and the room that each takes at least.
_ABREAST, _NARROWEST = 4, 30
#: Columns of the names of fields and what was found of them.
_LABEL = 14
_TONES = {
    Finding.CONTRADICTS: "bold red",
    Finding.DIFFERS: "yellow",
    Finding.AGREES: "green",
    Finding.SILENT: "dim",
    None: "cyan",
}


def write_matrix(comparison: Comparison, stream: TextIO) -> None:
    """Print a comparison, for people."""
    columns = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
    console = Console(
        file=stream,
        width=min(columns, WIDEST),
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as printed:
        console.print(lay_out(comparison, console))
    # Cells are padded to the width of the table: no one searches for that.
    lines = (line.rstrip() for line in printed.get().split("\n"))
    stream.write("\n".join(lines))
    stream.flush()


def lay_out(comparison: Comparison, console: Console) -> ConsoleRenderable:
    """Return the matrix and what stands under it, to be printed on `console`."""
    plain = console.color_system is None or console.no_color
    head = Text(make_line(words.title(comparison)), "bold")
    head.append(f"\n{make_line(words.summary(comparison))}", "not bold dim")
    return Group(
        Rule(style="dim"),
        head,
        *(_block(comparison, places) for places in _blocks(comparison, console.width)),
        *_findings(comparison),
        *_quotes(comparison, plain=plain),
        *_because(comparison),
    )


def _blocks(comparison: Comparison, width: int) -> Iterator[range]:
    """Yield the columns of each block; of those that were not compared, none."""
    room = max(1, min(_ABREAST, (width - _LABEL) // _NARROWEST))
    for first in range(0, comparison.compared, room):
        yield range(first, min(first + room, comparison.compared))


def _block(comparison: Comparison, places: range) -> ConsoleRenderable:
    table = Table(box=None, padding=(0, 2, 1, 0), expand=True, pad_edge=False)
    table.add_column(width=_LABEL, style="dim")
    for place in places:
        table.add_column(_head(comparison.columns[place], place), ratio=1)
    for row in comparison.rows:
        cells = (_cell(comparison, row, place) for place in places)
        table.add_row(_label(row), *cells)
    return Padding(table, (1, 0, 1, 0))


def _head(column: Column, place: int) -> Text:
    head = Text(f"{place + 1} ", "bold").append(make_line(words.outlets(column)))
    told = f"\n{words.day(column)}\n{make_line(words.word(column))}"
    return head.append(told, "not bold dim")


def _label(row: Row) -> Text:
    label = Text(words.label(row.field), "not dim bold")
    if found := words.finding_words(row):
        label.append(f"\n{found}", f"not bold {_TONES[row.finding]}")
    return label


def _cell(comparison: Comparison, row: Row, place: int) -> Text:
    """Return the values, a line each, then what was found of them."""
    lines = [_value(comparison, row, place, value) for value in row.cells[place].values]
    if not lines:
        lines += [Text(make_line(w)) for w in words.silence_words(row, place)]
    for finding, told in words.cell_findings(row, place):
        lines.append(Text(told, _TONES[finding]))
    return Text("\n").join(lines)


def _value(comparison: Comparison, row: Row, place: int, value: Value) -> Text:
    told = make_line(words.value_words(value))
    if row.field == GAPS and not value.signals:
        return Text(f"“{told}”", "italic")
    line = Text(_clip(told), "bold")
    for quote in words.other_words(comparison, row, place, value):
        line.append(f" “{_clip(make_line(quote))}”", "not bold dim")
    return line


def _clip(line: str) -> str:
    """Return the beginning of what stands in full among the quotes."""
    return textwrap.shorten(line, GIST, placeholder=" […]")


def _findings(comparison: Comparison) -> Iterator[ConsoleRenderable]:
    found = tuple(words.findings(comparison))
    if not found:
        return
    yield Text("Findings", "bold")
    table = Table.grid(padding=(0, 2, 0, 0))
    for one in found:
        symbol = Text(words.SYMBOLS[one.finding], _TONES[one.finding])
        told = make_line(f"{one.who}: {one.reason}")
        table.add_row(symbol, Text(words.label(one.field), "bold"), Text(told))
    yield Padding(table, (0, 0, 1, 0))


def _quotes(comparison: Comparison, *, plain: bool) -> Iterator[ConsoleRenderable]:
    yield Text("In their words", "bold")
    table = Table.grid(padding=(0, 2, 0, 0))
    for place, column in enumerate(comparison.columns[: comparison.compared]):
        document = column.document.id[: phrases.SHORT]
        head = f"{words.outlets(column)}, {words.day(column)} · {document}"
        table.add_row(Text(str(place + 1), "bold"), Text(make_line(head), "dim"))
        for sentence in column.sentences:
            table.add_row("", _quote(column, sentence, plain=plain))
        for value in words.unsaid(comparison, place):
            told = f"left unsaid: {value.words} ({value.rule})"
            table.add_row("", Text(make_line(told)))
    yield Padding(table, (0, 0, 1, 0))


def _quote(column: Column, sentence: Span, *, plain: bool) -> Text:
    """Return a sentence with the words that name the act marked."""
    quote = Text()
    for piece, marked in words.pieces(column, sentence):
        told = make_visible(piece).replace("\n", " ")
        told = f"[{told}]" if plain and marked else told
        quote.append(told, "bold underline" if marked else "")
    return quote


def _because(comparison: Comparison) -> Iterator[ConsoleRenderable]:
    because = tuple(words.because(comparison))
    if because:
        yield Text("Why they are one exchange", "bold")
        yield Group(*(Text(make_line(one)) for one in because))
