"""Lists of a case on a terminal: signals, documents, actors, each in a line or two.

Pages of records in, lines out, no wider than the terminal; below the list how many
there are in all.
"""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from backchannel.domain.candidates import Candidate
from backchannel.domain.kept import CaseActor, Entry, Listed, Page, Publication
from backchannel.domain.reviews import State
from backchannel.domain.signals import UNKNOWN_SIDE, Channel, Party, Signal, Status
from backchannel.domain.text import Span
from backchannel.write import phrases
from backchannel.write.visible import make_visible

#: Columns where nobody tells how many there are, as in a pipe.
_PIPED = 100
_WIDEST = 160
_INDENT = " " * (phrases.SHORT + 2)
_BLANKS = str.maketrans("\n\t", "  ")
#: What leaves a line before its mark, so that the mark is seen.
_BEFORE = 30
#: Dots at both ends of a line, and brackets round a mark.
_SIGNS = 4


class Lists:
    """Prints lists to one stream."""

    def __init__(self, stream: TextIO) -> None:
        columns = shutil.get_terminal_size((_PIPED, 24)).columns
        self._console = Console(
            file=stream,
            width=min(columns, _WIDEST),
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=True,
        )
        plain = self._console.color_system is None or self._console.no_color
        #: How marked words look: in brackets where there is no colour.
        self._mark = ("[", "]") if plain else ("", "")

    def signals(self, page: Page[Entry], *, offset: int = 0) -> None:
        """Print signals, two lines each."""
        for entry in page.rows:
            self._line(_signal_head(entry))
            self._quote(entry)
        self._foot("signal", page, offset)

    def documents(self, page: Page[Listed], *, offset: int = 0) -> None:
        """Print documents, one line for each and one for each appearance after it."""
        for listed in page.rows:
            self._line(_document_head(listed))
            for printed in listed.publications[1:]:
                self._line(Text(f"{_INDENT}also {_publication(printed)}", "dim"))
            for mark in listed.marks[:1]:
                self._passage(listed.document.text, mark, (mark,))
        self._foot("document", page, offset)

    def news(self, found: Iterable[tuple[Listed, tuple[Entry, ...]]]) -> None:
        """Print documents, each with its signals under it."""
        documents = signals = 0
        for listed, entries in found:
            self._line(_document_head(listed))
            for entry in entries:
                self._line(_signal_head(entry))
                self._quote(entry)
            documents, signals = documents + 1, signals + len(entries)
        told = (
            phrases.counted(documents, "document"),
            phrases.counted(signals, "signal"),
        )
        self._console.print(Text(", ".join(told), "dim"))

    def actors(self, page: Page[CaseActor], *, offset: int = 0) -> None:
        """Print actors, a line each."""
        for actor in page.rows:
            side = "" if actor.side == actor.name else f" ({actor.side})"
            line = Text(f"{actor.id[: phrases.SHORT]}  {actor.signals:6}  ", "dim")
            self._line(line.append(_shown(actor.name + side), "default"))
        self._foot("actor", page, offset)

    def candidates(self, page: Page[Candidate], *, offset: int = 0) -> None:
        """Print pairs of actors that may be one, a line each, with the reasons."""
        for pair in page.rows:
            left, right = (
                f"{actor.id[: phrases.SHORT]} {actor.name} ({actor.side})"
                for actor in (pair.left, pair.right)
            )
            reasons = "; ".join(pair.reasons)
            line = f"{pair.score:.1f}  {left}  =  {right}: {reasons}"
            # Reasons are what the line is for: it is not cut.
            self._console.print(Text(_shown(line)))
        self._foot("pair", page, offset)

    def _quote(self, entry: Entry) -> None:
        marks = entry.marks or (entry.signal.trigger,)
        shown = [mark for mark in marks if entry.signal.sentence.contains(mark)]
        span = entry.signal.sentence
        text = entry.document.text[: span.end]
        self._passage(text, shown[0] if shown else span, shown, start=span.start)

    def _passage(
        self, text: str, near: Span, marks: Sequence[Span], *, start: int = 0
    ) -> None:
        """Print one line of `text` round `near`, with its marks."""
        room = self._console.width - len(_INDENT) - _SIGNS
        first = max(start, near.start - _BEFORE)
        if len(text) - first < room:
            first = max(start, len(text) - room)
        last = min(len(text), first + room)
        line = Text(_INDENT + ("…" if first > start else ""))
        at = first
        for mark in marks:
            if mark.start < at or mark.end > last:
                continue
            line.append(_shown(text[at : mark.start]))
            opened, closed = self._mark
            words = _shown(text[mark.start : mark.end])
            line.append(f"{opened}{words}{closed}", "bold")
            at = mark.end
        line.append(_shown(text[at:last]) + ("…" if last < len(text) else ""))
        self._line(line)

    def _line(self, line: Text) -> None:
        line.truncate(self._console.width, overflow="ellipsis")
        self._console.print(line, no_wrap=True)

    def _foot(self, noun: str, page: Page[Any], offset: int) -> None:
        shown, last = len(page.rows), offset + len(page.rows)
        line = phrases.counted(page.total, noun)
        if shown < page.total:
            line = f"{offset + 1 if shown else 0}–{last} of {line}"
            line += f"; more with --offset {last}" if last < page.total else ""
        self._console.print(Text(line, "dim"))


def _shown(text: str) -> str:
    """Return `text` on one line, as long as it was."""
    return make_visible(text).translate(_BLANKS)


def _signal_head(entry: Entry) -> Text:
    signal, state = entry.signal, entry.opinion.state
    line = Text(f"{signal.id[: phrases.SHORT]}  ", "dim")
    line.append(f"{day_of(entry):10}  ")
    line.append(f"{signal.act:8} ", "bold")
    if signal.status is not Status.DONE:
        line.append(f"{signal.status.upper()} ", "bold magenta")
    line.append(_shown(who(signal)))
    if signal.channel is not Channel.UNKNOWN:
        line.append(f" · {phrases.CHANNELS[signal.channel]}", "dim")
    outlet = entry.document.appearance.outlet
    if outlet:
        line.append(_shown(f" · {outlet.value}"), "dim")
    if state is not State.UNREVIEWED:
        line.append(f" · {state}", "green" if state is not State.REJECTED else "red")
    for tag in entry.opinion.tags:
        line.append(_shown(f" #{tag}"), "cyan")
    return line


def day_of(entry: Entry) -> str:
    """Return the first day a signal is dated to, else the day of publication."""
    days = entry.signal.time.interval if entry.signal.time else None
    day = days.start or days.end if days else None
    if day:
        return day.isoformat()
    published = entry.document.published
    return f"{published.isoformat()}" if published else "undated"


def who(signal: Signal) -> str:
    """Return sender → intermediary → recipient, with the sides that names hide."""
    ends = [_parties(signal.sender) or "?"]
    if signal.intermediary:
        ends.append(f"via {_parties(signal.intermediary)}")
    if signal.recipient:
        ends.append(_parties(signal.recipient))
    return " → ".join(ends)


def _parties(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(_party(party) for party in parties))


def _party(party: Party) -> str:
    side = "" if party.side == UNKNOWN_SIDE else phrases.side_words(party)
    return f"{party.actor} ({side})" if side else party.actor


def _document_head(listed: Listed) -> Text:
    document = listed.document
    shown = document.appearance
    day = document.published.isoformat() if document.published else "undated"
    title = shown.title.value if shown.title else document.place
    line = Text(f"{document.id[: phrases.SHORT]}  ", "dim")
    line.append(f"{day:10}  ").append(_shown(title), "bold")
    if shown.outlet:
        line.append(_shown(f" · {shown.outlet.value}"))
    noun = "signal" if listed.signals == 1 else "signals"
    told = f"not read: {listed.unread}" if listed.unread else f"{listed.signals} {noun}"
    return line.append(f" · {told}", "dim")


def _publication(printed: Publication) -> str:
    return _shown(" · ".join(_told(printed)) or printed.name)


def _told(printed: Publication) -> Iterator[str]:
    shown = printed.appearance
    if shown.outlet:
        yield shown.outlet.value
    if shown.published:
        yield shown.published.value.isoformat()
    if shown.url:
        yield shown.url
    if printed.version > 1:
        yield f"version {printed.version} of its page"
