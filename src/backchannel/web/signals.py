"""The screens of signals and of documents with theirs."""

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from backchannel.case.case import Case
from backchannel.domain.kept import Entry, Kept, Page
from backchannel.web.asking import CaseHere, PageNumber, PagesHere, Words, at
from backchannel.web.downloads import csv_rows, json_record, json_rows
from backchannel.web.rendering import MOST, ROWS, Turn
from backchannel.web.searching import count_documents, find_facets
from backchannel.write.list_sheets import document_sheet, signal_sheet
from backchannel.write.records import entry_form, kept_form, listed_form

#: Signals of a case up to which each choice of a facet is counted: it takes a look at
#: the database for each.
COUNTED = 20_000


@at("/")
def front(request: Request) -> Response:
    """Lead to the signals."""
    return RedirectResponse("/signals", 307)


@at("/signals")
def signals(
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    q: Words = "",
    page: PageNumber = 1,
) -> Response:
    """Show the signals that fit a search, with what narrows it."""
    rows = case.signals(q, limit=ROWS, offset=(page - 1) * ROWS)
    stats = case.stats()

    def count(words: str) -> int:
        return case.signals(words, limit=0).total

    facets = find_facets(q, stats.by, count if stats.signals <= COUNTED else None)
    return pages.show(
        request,
        "signals",
        q=q,
        rows=rows.rows,
        turn=Turn(page, rows.total),
        facets=facets,
        stats=stats,
        funnel=_funnel(case, q, rows),
    )


def _funnel(case: Case, words: str, rows: Page[Entry]) -> dict[str, Any]:
    """Return how many documents, signals and exchanges fit."""

    def count(words: str) -> int:
        return case.documents(words, limit=0).total

    return {
        "documents": count_documents(words, rows, count),
        "signals": rows.total,
        "exchanges": case.exchanges(words, limit=0, least=1).total,
        "waiting": case.waiting(),
    }


@at("/signals.json")
def signals_json(case: CaseHere, q: Words = "") -> Response:
    """Return the signals that fit a search."""
    found = case.signals(q, limit=MOST)
    return json_rows(map(entry_form, found.rows), found.total)


@at("/signals.csv")
def signals_csv(case: CaseHere, q: Words = "") -> Response:
    """Return the signals that fit a search."""
    found = case.signals(q, limit=MOST)
    return csv_rows(lambda stream: signal_sheet(found.rows, stream), "signals")


@at("/documents")
def documents(
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    q: Words = "",
    page: PageNumber = 1,
) -> Response:
    """Show the documents that fit a search."""
    found = case.documents(q, limit=ROWS, offset=(page - 1) * ROWS)
    turn = Turn(page, found.total)
    return pages.show(request, "documents", q=q, rows=found.rows, turn=turn)


@at("/documents.json")
def documents_json(case: CaseHere, q: Words = "") -> Response:
    """Return the documents that fit a search."""
    found = case.documents(q, limit=MOST)
    return json_rows(map(listed_form, found.rows), found.total)


@at("/documents.csv")
def documents_csv(case: CaseHere, q: Words = "") -> Response:
    """Return the documents that fit a search."""
    found = case.documents(q, limit=MOST)
    return csv_rows(lambda stream: document_sheet(found.rows, stream), "documents")


@at("/documents/{beginning}.json")
def document_json(case: CaseHere, beginning: str) -> Response:
    """Return a document with all that is kept of it."""
    return json_record(kept_form(case.document(beginning)))


@at("/documents/{beginning}.csv")
def document_csv(case: CaseHere, beginning: str) -> Response:
    """Return the signals of a document."""
    entries = case.document(beginning).entries
    return csv_rows(lambda stream: signal_sheet(entries, stream), "signals")


@at("/documents/{beginning}")
def document(
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    beginning: str,
    signal: str = "",
) -> Response:
    """Show an article with its passages, its signals beside it.

    `signal` is the id of one that is picked out.
    """
    kept = case.document(beginning)
    picked = _number(kept, signal)
    return pages.show(request, "document", kept=kept, picked=picked)


def _number(kept: Kept, signal: str) -> int:
    """Return the place of a signal of a document, from 1; 0 where it has none such."""
    ids = [one.id for one in kept.reading.signals]
    return ids.index(signal) + 1 if signal in ids else 0
