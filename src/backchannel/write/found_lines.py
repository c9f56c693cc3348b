"""Pieces of the lists of what was found across documents: days, places, quotes.

Records in, lines out; who prints a line wraps it. Days are ISO 8601, `..` between the
first and the last.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from backchannel.domain.evidence import Evidence
from backchannel.domain.signals import UNKNOWN_SIDE, Interval, Party, Source, Status
from backchannel.domain.text import Document, Span
from backchannel.write import phrases
from backchannel.write.visible import make_line

UNDATED = "undated"
#: After a day that is that of the document, since the text gives none.
PUBLISHED = "*"
#: What that means, below a list.
PUBLISHED_NOTE = "* the day of publication: the text gives none"
#: Columns before what belongs to an entry: its short id and two blanks.
INDENT = phrases.SHORT + 2
#: Columns of the longest label.
_LABEL = 5
#: What stands before and after marked words.
Signs = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list, as long as it needs to be."""

    #: Stands before it; what goes on in further lines begins as far right.
    lead: str
    text: Text
    #: Lines of the terminal that have to do; None: as many as it takes.
    most: int | None = None


def head(id: str, text: Text) -> Line:
    """Return the line an entry begins with."""
    return Line(f"{id[: phrases.SHORT]:{phrases.SHORT}}  ", text)


def below(text: Text, label: str = "", *, most: int | None = None) -> Line:
    """Return a line of an entry, with a label that says what it is."""
    told = f"{label:{_LABEL}}  " if label else ""
    return Line(" " * INDENT + told, text, most)


def days_words(days: Interval | None) -> str:
    """Return "2023-11-05", "2023-11-05..2023-11-08", "..2023-11-08", "2023-11-05.."."""
    start = days.start if days else None
    end = days.end if days else None
    if not start and not end:
        return UNDATED
    if start == end:
        return str(start)
    return f"{start or ''}..{end or ''}"


def dated(days: Interval | None, *, by_document: bool) -> str:
    """Return the days, with a sign where they are those of the document."""
    return days_words(days) + (PUBLISHED if by_document else "")


def dated_or_published(days: Interval | None, document: Document) -> str:
    """Return the days that a text gives, else the day it was published."""
    if days and (days.start or days.end):
        return days_words(days)
    day = document.published
    return dated(Interval(day, day) if day else None, by_document=day is not None)


def day_word(day: date | None) -> str:
    """Return a day, or that there is none."""
    return day.isoformat() if day else UNDATED


def place_words(document: Document) -> str:
    """Return outlet and day of publication: "Reuters 2023-11-05"."""
    return f"{outlet_words(document)} {day_word(document.published)}"


def outlet_words(document: Document) -> str:
    """Return the outlet, or that nobody tells."""
    outlet = document.appearance.outlet
    return make_line(outlet.value) if outlet else "outlet not known"


def parties_words(parties: Iterable[Party]) -> str:
    """Return names with the sides that they hide, "?" for nobody."""
    names = dict.fromkeys(map(_party_words, parties))
    return make_line(", ".join(names)) or "?"


def _party_words(party: Party) -> str:
    side = "" if party.side == UNKNOWN_SIDE else phrases.side_words(party)
    return f"{party.actor} ({side})" if side else party.actor


def who_words(doers: Iterable[Party], others: Iterable[Party]) -> str:
    """Return who does it to whom, without an arrow to nobody."""
    named = tuple(others)
    return parties_words(doers) + (f" → {parties_words(named)}" if named else "")


def chain_words(sources: Iterable[Source], document: Document) -> str:
    """Return on whose word, nearest first; empty where the outlet itself tells."""
    return " ← ".join(phrases.source_words(one, document) for one in sources)


def add_status(line: Text, status: Status | None) -> Text:
    """Add that it was not done, where it was not."""
    if status is not None and status is not Status.DONE:
        line.append(f"{status.upper()} ", "bold magenta")
    return line


def add_tail(line: Text, words: Iterable[str]) -> Text:
    """Add what matters less, parted by dots."""
    for one in words:
        line.append(f" · {make_line(one)}", "dim")
    return line


def quotation(
    document: Document, span: Span, marks: Sequence[Span] = (), *, signs: Signs
) -> Text:
    """Return the words at `span` on one line, those at `marks` within it marked."""
    line, at = Text(), span.start
    for mark in sorted(marks):
        if mark.start >= at and span.contains(mark):
            line.append(_flow(document.text[at : mark.start]))
            opened, closed = signs
            words = make_line(document.quote(mark))
            line.append(f"{opened}{words}{closed}", "bold")
            at = mark.end
    line.append(_flow(document.text[at : span.end]))
    return line


def _flow(text: str) -> str:
    """Return text on one line, with one blank at each end where it has some."""
    line = make_line(text)
    if not line:
        return " " if text else ""
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return f"{before}{line}{after}"


def evidence_lines(
    evidence: Evidence, document: Document, label: str, *, signs: Signs
) -> Iterator[Line]:
    """Yield what is shown, where and why, then the words that show it."""
    why = [place_words(document), *evidence.why]
    yield below(add_tail(Text(label, "bold"), why))
    yield below(quotation(document, evidence.span, signs=signs), "quote")


def bar(value: float, largest: float, half: int = 8) -> str:
    """Return a bar as long as `value` is of `largest`; below 0 it goes to the left.

    `half` columns on each side; what is not 0 is at least one long.
    """
    part = min(abs(value) / largest, 1.0) if largest else 0.0
    blocks = "█" * (max(round(part * half), 1) if part else 0)
    left, right = (blocks, "") if value < 0 else ("", blocks)
    return f"{left:>{half}}│{right:<{half}}"
