"""The screens of exchanges: the list, and the accounts of one side by side."""

from collections.abc import Iterator, Sequence

from starlette.requests import Request
from starlette.responses import Response

from backchannel.domain.kept import Entry, Told
from backchannel.web.asking import CaseHere, PageNumber, PagesHere, Words, at
from backchannel.web.downloads import csv_rows, json_record, json_rows
from backchannel.web.rendering import MOST, ROWS, Turn
from backchannel.write.found_exchanges import (
    Beside,
    Dispute,
    Summary,
    find_beside,
    sum_up,
)
from backchannel.write.found_forms import exchange_form
from backchannel.write.found_sheets import exchange_sheet
from backchannel.write.list_sheets import signal_sheet
from backchannel.write.matrix_form import comparison_form


@at("/exchanges")
def exchanges(  # noqa: PLR0913  (FastAPI makes a parameter of each)
    request: Request,
    case: CaseHere,
    pages: PagesHere,
    q: Words = "",
    single: bool = False,
    page: PageNumber = 1,
) -> Response:
    """Show the exchanges that fit a search; `single`: also what one signal reports."""
    offset, least = (page - 1) * ROWS, 1 if single else 2
    found = case.exchanges(q, limit=ROWS, offset=offset, least=least)
    return pages.show(
        request,
        "exchanges",
        q=q,
        single=single,
        rows=list(_summed(found.rows)),
        turn=Turn(page, found.total),
        waiting=case.waiting(),
        calm=Dispute.NONE,
    )


@at("/exchanges.json")
def exchanges_json(case: CaseHere, q: Words = "", single: bool = False) -> Response:
    """Return the exchanges that fit a search."""
    found = case.exchanges(q, limit=MOST, least=1 if single else 2)
    beside, entries = _beside(found.rows), _entries(found.rows)
    forms = (
        exchange_form(one.exchange, entries, beside[one.exchange.id])
        for one in found.rows
    )
    return json_rows(forms, found.total)


@at("/exchanges.csv")
def exchanges_csv(case: CaseHere, q: Words = "", single: bool = False) -> Response:
    """Return the exchanges that fit a search."""
    found = case.exchanges(q, limit=MOST, least=1 if single else 2)
    beside, entries = _beside(found.rows), _entries(found.rows)
    rows = [told.exchange for told in found.rows]
    return csv_rows(
        lambda stream: exchange_sheet(rows, entries, stream, beside=beside),
        "exchanges",
    )


@at("/exchanges/{beginning}.json")
def exchange_json(case: CaseHere, beginning: str) -> Response:
    """Return the accounts of an exchange, field by field."""
    return json_record(comparison_form(case.compare(beginning)))


@at("/exchanges/{beginning}.csv")
def exchange_csv(case: CaseHere, beginning: str) -> Response:
    """Return the signals that report an exchange."""
    entries = case.exchange(beginning).entries
    return csv_rows(lambda stream: signal_sheet(entries, stream), "signals")


@at("/exchanges/{beginning}")
def exchange(
    request: Request, case: CaseHere, pages: PagesHere, beginning: str
) -> Response:
    """Show the accounts of an exchange side by side."""
    return pages.show(request, "exchange", comparison=case.compare(beginning))


def _summed(found: Sequence[Told]) -> Iterator[tuple[str, Summary, Beside]]:
    """Yield the id of each exchange, the exchange in short, and what is beside it."""
    beside, entries = _beside(found), _entries(found)
    for told in found:
        exchange = told.exchange
        id = exchange.id
        yield id, sum_up(exchange, entries), beside[id]


def _entries(found: Sequence[Told]) -> dict[str, Entry]:
    return {entry.signal.id: entry for told in found for entry in told.entries}


def _beside(found: Sequence[Told]) -> dict[str, Beside]:
    conflicts = (verdict for told in found for verdict in told.conflicts)
    return find_beside((told.exchange for told in found), conflicts)
