"""JSON lines: one document with its signals on each line.

Readings in, lines out, each written as soon as its document is read. docs/cli.md
describes every key.
"""

from collections.abc import Iterable
from typing import TextIO

from backchannel.domain.action_forms import action_form
from backchannel.domain.claim_forms import claim_form
from backchannel.domain.forecast_forms import forecast_form
from backchannel.domain.forms import Json, appearance_form, signal_form, span_form
from backchannel.domain.reading import Reading
from backchannel.write.json_text import json_line


def write_jsonl(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write a line for each reading as soon as it comes."""
    for reading in readings:
        stream.write(document_line(reading) + "\n")
        stream.flush()


def document_line(reading: Reading) -> str:
    """Return one line of JSON, without the line break that ends it."""
    return json_line(_document(reading))


def _document(reading: Reading) -> dict[str, Json]:
    document = reading.document
    shown = appearance_form(document.appearance)
    return {
        "id": document.id,
        "source": document.source,
        **{name: shown[name] for name in ("title", "outlet", "published", "url")},
        "language": document.language,
        "furniture": [span_form(part) for part in document.furniture],
        "stated": shown["stated"],
        "unread": reading.unread,
        "text": document.text,
        "signals": [signal_form(signal) for signal in reading.signals],
        "claims": [claim_form(claim) for claim in reading.claims],
        "actions": [action_form(action) for action in reading.actions],
        "forecasts": [forecast_form(forecast) for forecast in reading.forecasts],
    }
