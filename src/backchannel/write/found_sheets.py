"""Exchanges, conflicts and claims of a case as CSV.

Rules of cells are those of `backchannel.write.sheets`; several values of one cell stand
with "; " between them. Days are those the text gives, else empty. A `KeyError` says
that a document or signal that a record quotes was not given.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from backchannel.domain.claims import Claim, ClaimGroup
from backchannel.domain.exchanges import Exchange, Finding, Verdict
from backchannel.domain.kept import Entry
from backchannel.domain.text import Document
from backchannel.write.claim_lines import about_words, sources_words
from backchannel.write.exchange_lines import against_words, link_words
from backchannel.write.found_cells import (
    DAY_COLUMNS,
    PLACE_COLUMNS,
    day_cells,
    party_cells,
    place_cells,
    quote_cell,
)
from backchannel.write.found_exchanges import NOTHING_BESIDE, Beside, sum_up
from backchannel.write.found_lines import chain_words
from backchannel.write.sheets import BETWEEN, Cell, write_rows

Documents = Mapping[str, Document]
Entries = Mapping[str, Entry]
EXCHANGE_COLUMNS = (
    "id",
    "kind",
    "act",
    "statuses",
    *DAY_COLUMNS,
    "first_published",
    "senders",
    "sender_sides",
    "intermediaries",
    "intermediary_sides",
    "recipients",
    "recipient_sides",
    "accounts",
    "documents",
    "outlets",
    "dispute",
    "links",
    "best_signal",
    "quote",
    "because",
)
_ENDS = ("signal", *PLACE_COLUMNS, "act", "status", "senders", "attribution", "quote")
CONFLICT_COLUMNS = (
    "id",
    "chance",
    "fields",
    *(f"left_{name}" for name in _ENDS),
    *(f"right_{name}" for name in _ENDS),
)
CLAIM_COLUMNS = (
    "matter",
    "about",
    "finding",
    "id",
    *PLACE_COLUMNS,
    "kind",
    "polarity",
    "sources",
    "source_kinds",
    *DAY_COLUMNS,
    "quote",
    "by",
    "counts",
    "least",
    "most",
    "signal",
    "contradicts",
    "differs_from",
    "rule",
)


def exchange_sheet(
    exchanges: Iterable[Exchange],
    entries: Entries,
    stream: TextIO,
    *,
    beside: Mapping[str, Beside] = NOTHING_BESIDE,
) -> int:
    """Write a row for each exchange; return how many there were.

    Raises:
        ValueError: of an exchange no signal is among `entries`.
    """
    rows = (_exchange(one, entries, beside.get(one.id, Beside())) for one in exchanges)
    return write_rows(EXCHANGE_COLUMNS, rows, stream)


def conflict_sheet(
    verdicts: Iterable[Verdict], entries: Entries, stream: TextIO
) -> int:
    """Write a row for each two signals in conflict; return how many there were."""
    rows = (_conflict(verdict, entries) for verdict in verdicts)
    return write_rows(CONFLICT_COLUMNS, rows, stream)


def claim_sheet(
    groups: Iterable[ClaimGroup], documents: Documents, stream: TextIO
) -> int:
    """Write a row for each claim, those about one matter together; return how many.

    `least` and `most` are those of its first count; no `most` is no end.
    """
    rows = (row for group in groups for row in _claims(group, documents))
    return write_rows(CLAIM_COLUMNS, rows, stream)


def _exchange(exchange: Exchange, entries: Entries, beside: Beside) -> list[Cell]:
    short = sum_up(exchange, entries)
    signal = short.signal
    told = None if short.by_document else short.days
    id, first = exchange.id, short.first.document.published
    return [
        id,
        exchange.kind,
        signal.act,
        BETWEEN.join(short.statuses),
        *day_cells(told),
        first,
        *party_cells(signal.sender),
        *party_cells(signal.intermediary),
        *party_cells(signal.recipient),
        short.accounts,
        short.documents,
        BETWEEN.join(short.outlets),
        beside.dispute,
        BETWEEN.join(link_words(link, id) for link in beside.links),
        short.best.signal.id,
        short.best.quote,
        BETWEEN.join(map(str, exchange.because)),
    ]


def _conflict(verdict: Verdict, entries: Entries) -> list[Cell]:
    return [
        verdict.id,
        verdict.chance,
        BETWEEN.join(against_words(verdict)),
        *_end(entries[verdict.left]),
        *_end(entries[verdict.right]),
    ]


def _end(entry: Entry) -> list[Cell]:
    signal, document = entry.signal, entry.document
    return [
        signal.id,
        *place_cells(document),
        signal.act,
        signal.status,
        BETWEEN.join(party.actor for party in signal.sender),
        chain_words(signal.attribution, document),
        entry.quote,
    ]


def _claims(group: ClaimGroup, documents: Documents) -> Iterator[list[Cell]]:
    against: dict[tuple[str, Finding], list[str]] = {}
    for verdict in group.verdicts:
        finding = verdict.finding
        against.setdefault((verdict.left, finding), []).append(verdict.right)
        against.setdefault((verdict.right, finding), []).append(verdict.left)
    about = about_words(group)
    for claim in group.claims:
        others = (
            BETWEEN.join(against.get((claim.id, finding), ()))
            for finding in (Finding.CONTRADICTS, Finding.DIFFERS)
        )
        cells = _claim(claim, documents[claim.document])
        yield [group.id, about, group.finding, *cells, *others, claim.rule]


def _claim(claim: Claim, document: Document) -> list[Cell]:
    count = claim.counts[0] if claim.counts else None
    return [
        claim.id,
        *place_cells(document),
        claim.kind,
        claim.polarity,
        sources_words(claim, document),
        BETWEEN.join(teller.kind for teller in claim.sources),
        *day_cells(claim.days),
        document.quote(claim.span),
        quote_cell(document, claim.by),
        BETWEEN.join(document.quote(one.span) for one in claim.counts),
        count.least if count else None,
        count.most if count else None,
        claim.signal,
    ]
