"""Red lines and forecasts of a cluster, in the form of `gold.py links`.

Readings in; what was found out, and how much of it is as in the gold: the states of red
lines, the first and last days of forecasts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backchannel.compare.outcomes import judge_forecasts
from backchannel.compare.redlines import find_red_lines
from backchannel.domain.forecasts import Judged
from backchannel.domain.forms import day_form, time_form
from backchannel.domain.reading import Reading
from backchannel.domain.redlines import RedLine
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.deadlines import find_deadline

Links = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a cluster."""

    #: By id.
    documents: Mapping[str, Document]
    lines: tuple[RedLine, ...]
    forecasts: tuple[Judged, ...]

    def quote(self, document: str, span: Span | None) -> str | None:
        """Return the words at `span` of the document with that id; None for none."""
        return self.documents[document].quote(span) if span else None


def find(readings: Sequence[Reading]) -> Found:
    """Return the red lines and forecasts of the readings of a case."""
    forecasts = [one for reading in readings for one in reading.forecasts]
    lines = find_red_lines(readings, deadline=find_deadline)
    documents = {reading.document.id: reading.document for reading in readings}
    return Found(documents, lines, judge_forecasts(forecasts, readings))


def links_form(found: Found) -> dict[str, Any]:
    """Return red lines and forecasts as links.json has them."""
    return {
        "red_lines": [_line_form(found, line) for line in found.lines],
        "forecasts": [_forecast_form(found, one) for one in found.forecasts],
    }


def _line_form(found: Found, line: RedLine) -> dict[str, Any]:
    return {
        "signal": f"{line.document}/{line.signal}",
        "drawn_by": [party.actor for party in line.drawn_by],
        "against": [party.actor for party in line.against],
        "condition": found.quote(line.document, line.condition),
        "consequence": found.quote(line.document, line.consequence),
        "deadline": line.deadline and time_form(line.deadline),
        "state": line.state,
        "changes": [
            {
                "state": change.state,
                "document": change.evidence.document,
                "quote": found.quote(change.evidence.document, change.evidence.span),
                "why": change.evidence.why,
            }
            for change in line.changes
        ],
    }


def _forecast_form(found: Found, judged: Judged) -> dict[str, Any]:
    one, told = judged.forecast, judged.evidence
    return {
        "document": one.document,
        "span": [one.span.start, one.span.end],
        "quote": found.quote(one.document, one.span),
        "by": found.quote(one.document, one.by),
        "from": day_form(one.days.start),
        "to": day_form(one.days.end),
        "rule": one.rule,
        "outcome": judged.outcome,
        "evidence": told and found.quote(told.document, told.span),
    }


def states(gold: Links, links: Links, names: Links) -> Iterator[tuple[str, str]]:
    """Yield the state in the gold and that found, for red lines of the same signal.

    `names` has for signals of ours the gold signal that each is paired with.
    """
    found = {
        names.get(line["signal"], line["signal"]): line["state"]
        for line in links["red_lines"]
    }
    for line in gold.get("red_lines", []):
        if line["signal"] in found:
            yield line.get("state_in_corpus") or "open", str(found[line["signal"]])


def windows(gold: Links, links: Links) -> Iterator[tuple[bool, bool]]:
    """Yield whether the first and last days are right, for forecasts that overlap."""
    for wanted in gold.get("forecasts", []):
        for given in links["forecasts"]:
            same = wanted["document"] == given["document"]
            if same and _overlap(wanted["quote"], given["quote"]):
                yield wanted["from"] == given["from"], wanted["to"] == given["to"]
                break


def _overlap(left: str, right: str) -> bool:
    return left in right or right in left
