"""The ledger on a terminal: each sentence once, and with it the signals it reports.

Readings in, lines out, as wide as the terminal up to a width that still reads well.
Where there is no colour, brackets mark the triggers.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TextIO

from rich.console import Console, ConsoleRenderable, Group
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Party, Signal, Status
from backchannel.domain.text import Document, Span
from backchannel.write import phrases
from backchannel.write.visible import make_line, make_visible

#: Columns where nobody tells how many there are, as in a pipe.
PIPED_WIDTH = 100
#: Beyond, the eye loses its line.
WIDEST = 160
#: From here on, sentences stand beside their signals instead of above them.
SIDE_BY_SIDE = 120
#: Characters of a passage that its sentence shows in full anyway.
GIST = 140
#: Columns of the longest act, status or label.
_LABEL = 8

_TONES = {
    "menace": "bold red",
    "press": "bold yellow",
    "refuse": "bold magenta",
    "welcome": "bold green",
    "state": "bold",
    "contact": "bold cyan",
}
_SPACE = re.compile(r"\s+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write_table(readings: Iterable[Reading], stream: TextIO) -> None:
    """Print each reading as it comes, for people."""
    columns = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
    console = Console(
        file=stream,
        width=min(columns, WIDEST),
        highlight=False,
        markup=False,
        emoji=False,
    )
    for reading in readings:
        with console.capture() as printed:
            console.print(lay_out(reading, console))
        # Cells are padded to the width of the table: no one searches for that.
        lines = (line.rstrip() for line in printed.get().split("\n"))
        stream.write("\n".join(lines))
        stream.flush()


def lay_out(reading: Reading, console: Console) -> ConsoleRenderable:
    """Return a document's heading and its signals, to be printed on `console`."""
    plain = console.color_system is None or console.no_color
    beside = console.width >= SIDE_BY_SIDE
    blocks: list[ConsoleRenderable] = [_heading(reading)]
    for group in _group(reading.signals):
        quote = _quote(reading.document, group, plain=plain)
        entries = _entries(reading, group)
        blocks += [_side_by_side(quote, entries)] if beside else [quote, entries]
        blocks.append(Text())
    return Group(*blocks)


@dataclass(frozen=True, slots=True)
class _Group:
    """A sentence and the signals it reports, numbered through the document."""

    sentence: Span
    signals: tuple[tuple[int, Signal], ...]


def _group(signals: Iterable[Signal]) -> list[_Group]:
    groups: list[_Group] = []
    for numbered in enumerate(signals, 1):
        sentence = numbered[1].sentence
        if groups and groups[-1].sentence.overlaps(sentence):
            last = groups.pop()
            start = min(last.sentence.start, sentence.start)
            end = max(last.sentence.end, sentence.end)
            groups.append(_Group(Span(start, end), (*last.signals, numbered)))
        else:
            groups.append(_Group(sentence, (numbered,)))
    return groups


def _heading(reading: Reading) -> ConsoleRenderable:
    title = reading.document.appearance.title
    lines = Text(make_line(title.value) if title else "no title", "bold")
    lines.append("\n")
    lines.append(" · ".join(map(make_line, phrases.facts(reading))), "not bold dim")
    return Group(Rule(style="dim"), lines, Text())


def _side_by_side(
    quote: ConsoleRenderable, entries: ConsoleRenderable
) -> ConsoleRenderable:
    grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
    grid.add_column(ratio=2)
    grid.add_column(ratio=3)
    grid.add_row(quote, entries)
    return grid


def _quote(document: Document, group: _Group, *, plain: bool) -> Text:
    """Return the sentence with its triggers marked and numbered."""
    sentence = group.sentence
    triggers = [
        (signal.trigger, number)
        for number, signal in group.signals
        if sentence.contains(signal.trigger)
    ]
    edges = {sentence.start, sentence.end}
    edges |= {edge for span, _ in triggers for edge in (span.start, span.end)}
    quote = Text()
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        opened = [number for span, number in triggers if span.start == start]
        closed = [number for span, number in triggers if span.end == end]
        inside = any(span.contains(piece) for span, _ in triggers)
        if plain:
            quote.append("[" * len(opened))
        quote.append(_flow(document.quote(piece)), "bold underline" if inside else "")
        for number in closed:
            quote.append("]" if plain else "")
            quote.append(str(number).translate(_SUPERSCRIPTS), "dim")
    return quote


def _entries(reading: Reading, group: _Group) -> ConsoleRenderable:
    """Return the signals of one sentence, a line for each thing there is to say."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="dim", min_width=3)
    grid.add_column(min_width=_LABEL, style="dim", no_wrap=True)
    grid.add_column()
    for number, signal in group.signals:
        act = Text(signal.act, "not dim " + _TONES[phrases.TONES[signal.act]])
        grid.add_row(str(number), act, _summary(reading.document, signal))
        for label, words in _details(reading, group.sentence, signal):
            grid.add_row("", label, words)
    return grid


def _summary(document: Document, signal: Signal) -> Text:
    """Return who to whom, how and when; first of all, whether it happened."""
    parts = [_who(signal), *_how(document, signal)]
    summary = Text.assemble((" · ", "dim")).join(parts)
    if signal.status is Status.DONE:
        return summary
    return Text.assemble((signal.status.upper(), "bold reverse"), " ", summary)


def _who(signal: Signal) -> Text:
    """Return "sender → via intermediary → recipient", as far as each is known."""
    steps = [] if signal.sender else [Text("nobody named", "dim")]
    steps += [
        Text.assemble((lead, "dim"), Text(", ").join(map(_party, parties)))
        for lead, parties in (
            ("", signal.sender),
            ("via ", signal.intermediary),
            ("", signal.recipient),
        )
        if parties
    ]
    return Text.assemble((" → ", "dim")).join(steps)


def _party(party: Party) -> Text:
    name = Text.assemble((make_line(party.actor), "bold"))
    side = make_line(phrases.side_words(party))
    return name.append(f" ({side})", "dim") if side else name


def _how(document: Document, signal: Signal) -> Iterator[Text]:
    """Yield the channel, unless a gap speaks of it, and the time with its words."""
    if phrases.shows_channel(signal):
        yield Text(phrases.CHANNELS[signal.channel])
    if signal.time:
        days = phrases.interval_words(signal.time.interval)
        words = make_line(document.quote(signal.time.span))
        yield Text.assemble(days, (f" “{words}”", "dim"))


def _details(
    reading: Reading, sentence: Span, signal: Signal
) -> Iterator[tuple[str, Text]]:
    document = reading.document
    for label, _, span in phrases.passages(signal):
        words = make_line(document.quote(span))
        yield label, Text(_gist(words) if sentence.contains(span) else words)
    if signal.attribution:
        links = map(make_line, phrases.chain(signal, document))
        yield "word of", Text(" ← ".join(links))
    if doubts := phrases.doubts(signal):
        yield "unsure", Text(", ".join(doubts), "dim")
    if signal.repeats:
        yield "repeats", Text(f"signal {reading.number(signal.repeats)}")
    if signal.gaps:
        gaps = (f"{gap.field}: {gap.reason}" for gap in signal.gaps)
        yield "gap", Text(make_line("; ".join(gaps)), "dim")


def _gist(words: str) -> str:
    """Return the beginning and the end of a long passage that stands in full nearby."""
    if len(words) <= GIST:
        return words
    head = words[: GIST * 2 // 3].rsplit(" ", 1)[0]
    tail = words[-GIST // 3 :].split(" ", 1)[-1]
    return f"{head} […] {tail}"


def _flow(text: str) -> str:
    return _SPACE.sub(" ", make_visible(text))
