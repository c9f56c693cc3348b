"""Lists of what was found across the documents of a case, on a terminal.

Pages of records and the documents they quote in, lines out. What is too long for a
line goes on below it; only the timeline cuts its quotes. A `KeyError` says that a
document or signal that a record quotes was not given.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.text import Text

from backchannel.domain.actions import Action
from backchannel.domain.claims import ClaimGroup
from backchannel.domain.escalation import Escalation, Tally
from backchannel.domain.exchanges import Exchange, Verdict
from backchannel.domain.forecasts import Judged
from backchannel.domain.kept import Entry, Page
from backchannel.domain.redlines import RedLine
from backchannel.domain.text import Document
from backchannel.domain.timeline import Moment
from backchannel.write import phrases
from backchannel.write.claim_lines import claim_lines
from backchannel.write.event_lines import (
    TALLY_NOTES,
    action_lines,
    left_out_words,
    moment_lines,
    tally_lines,
)
from backchannel.write.exchange_lines import conflict_lines, exchange_lines
from backchannel.write.found_exchanges import NOTHING_BESIDE, Beside
from backchannel.write.found_lines import PUBLISHED_NOTE, Line
from backchannel.write.lists import Lists
from backchannel.write.outlook_lines import forecast_lines, red_line_lines

Documents = Mapping[str, Document]
Entries = Mapping[str, Entry]
#: Columns that words have at the least, however narrow the terminal.
_LEAST = 20


class FoundLists(Lists):
    """Prints lists to one stream."""

    def exchanges(
        self,
        page: Page[Exchange],
        entries: Entries,
        *,
        beside: Mapping[str, Beside] = NOTHING_BESIDE,
        offset: int = 0,
    ) -> None:
        """Print exchanges, each with its best quote; `find_beside` makes `beside`.

        Raises:
            ValueError: of an exchange no signal is among `entries`.
        """
        self._blocks(
            exchange_lines(one, entries, beside.get(one.id, Beside()), signs=self._mark)
            for one in page.rows
        )
        self._end("exchange", page, offset, notes=(PUBLISHED_NOTE,))

    def conflicts(
        self, page: Page[Verdict], entries: Entries, *, offset: int = 0
    ) -> None:
        """Print pairs of signals in conflict: in what, then both quotes."""
        self._blocks(
            conflict_lines(one, entries, signs=self._mark) for one in page.rows
        )
        self._end("conflict", page, offset, notes=(PUBLISHED_NOTE,))

    def claims(
        self, page: Page[ClaimGroup], documents: Documents, *, offset: int = 0
    ) -> None:
        """Print groups of claims about one matter, and what contradicts what."""
        self._blocks(claim_lines(one, documents, signs=self._mark) for one in page.rows)
        self._end("matter", page, offset, notes=(PUBLISHED_NOTE,))

    def red_lines(
        self, page: Page[RedLine], documents: Documents, *, offset: int = 0
    ) -> None:
        """Print red lines: if what, then what, and each change with its report."""
        self._blocks(
            red_line_lines(one, documents, signs=self._mark) for one in page.rows
        )
        self._end("red line", page, offset)

    def forecasts(
        self, page: Page[Judged], documents: Documents, *, offset: int = 0
    ) -> None:
        """Print forecasts, each with its words and what came of it."""
        self._blocks(
            forecast_lines(one, documents, signs=self._mark) for one in page.rows
        )
        self._end("forecast", page, offset)

    def actions(
        self, page: Page[Action], documents: Documents, *, offset: int = 0
    ) -> None:
        """Print actions, each with the sentence that reports it."""
        self._blocks(
            action_lines(one, documents, signs=self._mark) for one in page.rows
        )
        self._end("action", page, offset, notes=(PUBLISHED_NOTE,))

    def timeline(
        self, page: Page[Moment], documents: Documents, *, offset: int = 0
    ) -> None:
        """Print everything dated, in the order given."""
        self._blocks(moment_lines(one, documents) for one in page.rows)
        self._end("moment", page, offset, notes=(PUBLISHED_NOTE,))

    def escalation(
        self, page: Page[Tally], *, arrow: str = "→", offset: int = 0
    ) -> None:
        """Print a row for each day and pair of sides.

        `arrow` stands between the two: "→" where the first acts on the second, "–"
        where nobody asks who does.
        """
        if page.rows:
            for line in tally_lines(page.rows, arrow=arrow):
                self._console.print(line)
        self._end("row", page, offset, notes=TALLY_NOTES)

    def left_out(self, found: Escalation) -> None:
        """Print what the daily series cannot show; nothing where it shows all."""
        if words := "; ".join(left_out_words(found)):
            self._console.print(Text(f"not shown: {words}", "dim"))

    def _blocks(self, blocks: Iterable[Iterable[Line]]) -> None:
        for block in blocks:
            for line in block:
                self._wrap(line)

    def _wrap(self, line: Line) -> None:
        """Print a line, in as many lines of the terminal as it takes."""
        room = max(self._console.width - len(line.lead), _LEAST)
        lead, parts = line.lead, line.text.wrap(self._console, room)
        for number, part in enumerate(parts[: line.most], 1):
            part.rstrip()
            if number == line.most and len(parts) > line.most:
                part.append("…")
                part.truncate(room, overflow="ellipsis")
            self._console.print(Text(lead, "dim").append_text(part))
            lead = " " * len(lead)

    def _end(
        self, noun: str, page: Page[Any], offset: int, notes: Iterable[str] = ()
    ) -> None:
        """Say how many there are in all, or that there are none."""
        if not page.total:
            self._console.print(Text(f"{phrases.count(0, noun)} found", "dim"))
            return
        for note in notes if page.rows else ():
            self._console.print(Text(note, "dim"))
        self._foot(noun, page, offset)
