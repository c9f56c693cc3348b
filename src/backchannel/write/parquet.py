"""Apache Parquet for DuckDB, pandas, Spark, R: one signal on each row, with its types.

Documents in, one file out, whole or not there. Made by DuckDB, which is an optional
extra. Rows wait in a database in a folder of their own beside the file, so memory does
not grow with the case; the folder goes when the file is there, or on any error.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from backchannel.domain.errors import SettingsError
from backchannel.domain.forms import DIGITS, Json, day_form
from backchannel.domain.kept import Entry, Kept
from backchannel.domain.signals import Party, Signal, Source
from backchannel.domain.text import Document, Span
from backchannel.write.json_text import json_line

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

#: Rows that are handed over at a time.
_BATCH = 1000
_QUOTED = 'words VARCHAR, start INTEGER, "end" INTEGER'
_PASSAGE = f"STRUCT({_QUOTED})"
_PARTIES = f"STRUCT(actor VARCHAR, side VARCHAR, {_QUOTED})[]"
#: Column -> its type in DuckDB; offsets count code points of the document's text.
COLUMNS = {
    "id": "VARCHAR",
    "document": "VARCHAR",
    "outlet": "VARCHAR",
    "title": "VARCHAR",
    "url": "VARCHAR",
    "published": "DATE",
    "language": "VARCHAR",
    "reader": "VARCHAR",
    "day_from": "DATE",
    "day_until": "DATE",
    "act": "VARCHAR",
    "status": "VARCHAR",
    "channel": "VARCHAR",
    "sender": _PARTIES,
    "recipient": _PARTIES,
    "intermediary": _PARTIES,
    "trigger": _PASSAGE,
    "sentence": _PASSAGE,
    "content": _PASSAGE,
    "condition": _PASSAGE,
    "consequence": _PASSAGE,
    "time": _PASSAGE,
    "attribution": f"STRUCT(actor VARCHAR, kind VARCHAR, {_QUOTED})[]",
    "gaps": "STRUCT(field VARCHAR, reason VARCHAR)[]",
    "repeats": "VARCHAR",
    "confidence": "DOUBLE",
    "confidences": "MAP(VARCHAR, DOUBLE)",
    "review": "VARCHAR",
    "tags": "VARCHAR[]",
    "notes": "VARCHAR[]",
}
_TYPED = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
_CREATE = f"CREATE TABLE signals ({_TYPED})"
_INSERT = (
    "INSERT INTO signals SELECT unnest("
    f"CAST(CAST($rows AS JSON) AS STRUCT({_TYPED})[]), max_depth := 2)"
)
#: One thread, so that the same case gives the same bytes; nothing is ever fetched.
_ALONE = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write_parquet(documents: Iterable[Kept], path: Path) -> int:
    """Write a row for each signal to a new file at `path`; return how many there were.

    Left out: texts beyond quoted passages, reasons, appearances but the first, and
    documents without signals.

    Raises:
        SettingsError: DuckDB is not installed.
        OSError: the folder cannot be written to, or the disk is full.
    """
    try:
        import duckdb
    except ImportError as error:
        remedy = "install it with `pip install 'backchannel[parquet]'`"
        raise SettingsError("format", "parquet", remedy) from error

    rows = (_row(entry, kept) for kept in documents for entry in kept.entries)
    prefix = f".{path.name}."
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=prefix) as folder:
        made = Path(folder, "signals.parquet")
        try:
            count = _make(made, rows, duckdb.connect)
        except duckdb.IOException as error:
            raise OSError(f"{path}: {error}") from error
        os.replace(made, path)
    return count


def _make(
    made: Path, rows: Iterator[Json], connect: Callable[..., "DuckDBPyConnection"]
) -> int:
    count = 0
    with connect(str(made.with_name("rows.duckdb")), config=_ALONE) as connection:
        connection.execute(_CREATE)
        while batch := list(islice(rows, _BATCH)):
            connection.execute(_INSERT, {"rows": json_line(batch)})
            count += len(batch)
        connection.table("signals").write_parquet(str(made), compression="zstd")
    return count


def _row(entry: Entry, kept: Kept) -> dict[str, Json]:
    signal, document, opinion = entry.signal, entry.document, entry.opinion
    shown, chances = document.appearance, signal.confidence
    days = signal.time.interval if signal.time else None
    rounded = {field: round(chance, DIGITS) for field, chance in chances.items()}
    return {
        "id": signal.id,
        "document": document.id,
        "outlet": shown.outlet and shown.outlet.value,
        "title": shown.title and shown.title.value,
        "url": shown.url,
        "published": day_form(document.published),
        "language": document.language,
        "reader": kept.reader,
        "day_from": day_form(days.start) if days else None,
        "day_until": day_form(days.end) if days else None,
        "act": signal.act,
        "status": signal.status,
        "channel": signal.channel,
        **_parties(signal, document),
        **_passages(signal, document),
        "attribution": [_source(source, document) for source in signal.attribution],
        "gaps": [{"field": gap.field, "reason": gap.reason} for gap in signal.gaps],
        "repeats": signal.repeats,
        "confidence": rounded.get("signal"),
        "confidences": rounded,
        "review": opinion.state,
        "tags": list(opinion.tags),
        "notes": list(opinion.notes),
    }


def _parties(signal: Signal, document: Document) -> dict[str, Json]:
    def forms(parties: Sequence[Party]) -> list[Json]:
        return [
            {"actor": one.actor, "side": one.side, **_passage(one.span, document)}
            for one in parties
        ]

    return {
        "sender": forms(signal.sender),
        "recipient": forms(signal.recipient),
        "intermediary": forms(signal.intermediary),
    }


def _passages(signal: Signal, document: Document) -> dict[str, Json]:
    spans = {
        "trigger": signal.trigger,
        "sentence": signal.sentence,
        "content": signal.content,
        "condition": signal.condition,
        "consequence": signal.consequence,
        "time": signal.time and signal.time.span,
    }
    return {
        name: _passage(span, document) if span else None for name, span in spans.items()
    }


def _source(source: Source, document: Document) -> dict[str, Json]:
    return {
        "actor": source.actor,
        "kind": source.kind,
        **_passage(source.span, document),
    }


def _passage(span: Span, document: Document) -> dict[str, Json]:
    return {"words": document.quote(span), "start": span.start, "end": span.end}
