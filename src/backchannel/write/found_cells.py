"""Cells that the sheets of what was found across documents share."""

from collections.abc import Iterable, Mapping

from backchannel.domain.evidence import Evidence
from backchannel.domain.signals import Interval, Party
from backchannel.domain.text import Document, Span
from backchannel.write.sheets import BETWEEN, Cell

PLACE_COLUMNS = ("document", "outlet", "published")
DAY_COLUMNS = ("day_from", "day_until")
EVIDENCE_COLUMNS = (
    "evidence_document",
    "evidence_outlet",
    "evidence_published",
    "evidence_quote",
    "evidence_why",
)


def place_cells(document: Document) -> list[Cell]:
    """Return the cells of `PLACE_COLUMNS`."""
    outlet = document.appearance.outlet
    return [document.id, outlet.value if outlet else None, document.published]


def day_cells(days: Interval | None) -> list[Cell]:
    """Return the cells of `DAY_COLUMNS`, empty for an open end."""
    return [days.start, days.end] if days else [None, None]


def party_cells(parties: Iterable[Party]) -> list[Cell]:
    """Return the names, then the sides in the same order."""
    known = tuple(parties)
    names = BETWEEN.join(party.actor for party in known)
    return [names, BETWEEN.join(party.side for party in known)]


def quote_cell(document: Document, span: Span | None) -> str | None:
    """Return the words at `span`, if there is one."""
    return document.quote(span) if span else None


def evidence_cells(
    evidence: Evidence | None, documents: Mapping[str, Document]
) -> list[Cell]:
    """Return the cells of `EVIDENCE_COLUMNS`, empty where there is none."""
    if evidence is None:
        return [None] * len(EVIDENCE_COLUMNS)
    document = documents[evidence.document]
    why = BETWEEN.join(evidence.why)
    return [*place_cells(document), document.quote(evidence.span), why]
