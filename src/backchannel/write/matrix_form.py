"""A comparison of accounts as values of JSON. docs/cli.md describes every key."""

from collections.abc import Iterable

from backchannel.domain.comparisons import Cell, Column, Comparison, Row, Value
from backchannel.domain.exchanges import Exchange, Grounds
from backchannel.domain.forms import DIGITS, Json, appearance_form, day_form, span_form
from backchannel.domain.text import Document, Span


def comparison_form(comparison: Comparison) -> dict[str, Json]:
    """Return a comparison with its quotes; columns are counted from 0."""
    return {
        "id": comparison.id,
        "exchange": _exchange_form(comparison.exchange),
        "finding": comparison.finding,
        "compared": comparison.compared,
        "accounts": [_column_form(column) for column in comparison.columns],
        "rows": [_row_form(row, comparison.columns) for row in comparison.rows],
    }


def _exchange_form(exchange: Exchange) -> dict[str, Json]:
    return {
        "id": exchange.id,
        "kind": exchange.kind,
        "signals": list(exchange.signals),
        "because": [_grounds_form(grounds) for grounds in exchange.because],
    }


def _grounds_form(grounds: Grounds) -> dict[str, Json]:
    return {
        "left": grounds.left,
        "right": grounds.right,
        "words": str(grounds),
        "chance": grounds.chance,
        "settled": grounds.settled,
        "shares": [
            {
                "feature": share.feature,
                "words": share.words,
                "points": round(share.points, DIGITS),
            }
            for share in grounds.shares
        ],
    }


def _column_form(column: Column) -> dict[str, Json]:
    account, shown = column.account, appearance_form(column.document.appearance)
    return {
        "document": account.document,
        **{name: shown[name] for name in ("title", "outlet", "published", "url")},
        "outlets": list(account.outlets),
        "copies": list(account.copies),
        "signals": list(account.signals),
        "copied": list(account.copied),
        "word_of": [list(chain) for chain in column.words_of],
        "quotes": _passages(column.document, column.sentences),
    }


def _row_form(row: Row, columns: Iterable[Column]) -> dict[str, Json]:
    return {
        "field": row.field,
        "finding": row.finding,
        "cells": [
            {"finding": row.found(place), **_cell_form(row.cells[place], column)}
            for place, column in enumerate(columns)
        ],
    }


def _cell_form(cell: Cell, column: Column) -> dict[str, Json]:
    return {
        "values": [_value_form(value, column.document) for value in cell.values],
        "remarks": [
            {"account": one.other, "finding": one.finding, "reason": one.reason}
            for one in cell.remarks
        ],
        "gaps": [{"field": gap.field, "reason": gap.reason} for gap in cell.gaps],
    }


def _value_form(value: Value, document: Document) -> dict[str, Json]:
    days = value.days
    return {
        "words": value.words,
        "days": [day_form(days.start), day_form(days.end)] if days else None,
        "passages": _passages(document, value.spans),
        "signals": list(value.signals),
        "rule": value.rule,
    }


def _passages(document: Document, spans: Iterable[Span]) -> list[Json]:
    return [{"span": span_form(span), "quote": document.quote(span)} for span in spans]
