"""Records of JSON lines, CSV and single JSON files to raw documents.

A record has `text` and may have `id`, `title`, `outlet`, `published` and `url`. Files
are read as streams, one record at a time. What is wrong with a record is reported with
its line; the other records go on.
"""

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from backchannel.domain.codec import record_id
from backchannel.domain.errors import SourceError, UnreadableSource
from backchannel.ingest.decoding import decode_text, replace_surrogates

#: Bytes; room for the longest text with every character escaped.
LONGEST_RECORD = 16_000_000
#: Characters. Articles have a few thousand; whole books are no documents of ours.
LONGEST_TEXT = 1_000_000
COLUMNS = ("id", "title", "outlet", "published", "url", "text")
_HEADER_BYTES = 4096
_KINDS = {list: "a list", dict: "an object", bool: "true or false", str: "a string"}
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d.*)?")


class Form(StrEnum):
    """What the text of a raw document is written in."""

    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Raw:
    """A document as its source holds it, before anything is made of it."""

    #: What messages call it: "march.jsonl line 17".
    place: str
    #: The file or URL it was read from, "-" for standard input.
    source: str
    #: As the input gives it, else the file's name or the digest of the text.
    id: str
    #: Never empty; lone surrogates are replaced by U+FFFD, all else is as it was.
    text: str
    form: Form = Form.TEXT
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None


def check_text(text: str, place: str) -> str:
    """Return `text`, ready to be processed.

    Raises:
        UnreadableSource: it is empty or far longer than any article.
    """
    if not text.strip():
        raise UnreadableSource(place, "has no text", "leave it out, or give its text")
    if len(text) > LONGEST_TEXT:
        problem = f"is {len(text):,} characters long, more than {LONGEST_TEXT:,}"
        raise UnreadableSource(place, problem, "split it into one text per article")
    return replace_surrogates(text)


def read_json_lines(
    stream: io.BufferedReader, name: str
) -> Iterator[Raw | SourceError]:
    """Yield the records of a JSON lines file, in order; empty lines are skipped."""
    records = 0
    for number, line in enumerate(_lines(stream), start=1):
        if line.strip():
            records += 1
            yield _json_record(line, f"{name} line {number}", name)
    if not records:
        yield _empty(name)


def read_json_object(content: bytes, place: str, *, name: str) -> Raw:
    """Return the one record of a JSON file; its id is `name` if it gives none.

    Raises:
        UnreadableSource: it is no JSON object with a text.
    """
    return _build(_parse_json(content, place), place, place, name=name)


def read_table(stream: io.BufferedReader, name: str) -> Iterator[Raw | SourceError]:
    """Yield the records of a CSV file whose first row names the columns, in order."""
    first_line = stream.peek(_HEADER_BYTES).partition(b"\n")[0].decode("latin-1")
    # The limit is the interpreter's, not the reader's; 128 kB would cut articles off.
    csv.field_size_limit(LONGEST_RECORD)
    # Bytes that are not UTF-8 travel as surrogates until `_mend` sees the whole field.
    lines = io.TextIOWrapper(stream, "utf-8", errors="surrogateescape", newline="")
    rows = _rows(csv.reader(lines, delimiter=table_delimiter(first_line)), name)
    header = next(rows, None)
    if header is None:
        raise _empty(name)
    if isinstance(header, SourceError):
        raise header
    columns = [column.strip().lower() for column in header]
    if "text" not in columns:
        remedy = f"name the columns in the first row: {', '.join(COLUMNS)}"
        raise UnreadableSource(name, "has no column named text", remedy)
    yield from _read_rows(rows, columns, name)


def table_delimiter(first_line: str) -> str:
    """Return what separates the columns: comma, semicolon or tab."""
    return max(",;\t", key=first_line.count)


def _read_rows(
    rows: Iterator[list[str] | SourceError], columns: list[str], name: str
) -> Iterator[Raw | SourceError]:
    empty = True
    for number, row in enumerate(rows, start=2):
        if isinstance(row, SourceError):
            yield row
        elif any(row):
            yield _table_record(row, columns, f"{name} row {number}", name)
        else:
            continue
        empty = False
    if empty:
        yield _empty(name)


def _rows(reader: Iterator[list[str]], name: str) -> Iterator[list[str] | SourceError]:
    for number in itertools.count(1):
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = f"is broken ({error})"
            yield UnreadableSource(f"{name} row {number}", problem, "check its quotes")
            continue
        yield row


def _table_record(
    row: list[str], columns: list[str], place: str, source: str
) -> Raw | SourceError:
    filled = {column: cell for column, cell in zip(columns, row, strict=False) if cell}
    if any(row[len(columns) :]):
        problem = f"has {len(row)} cells under {len(columns)} columns"
        return UnreadableSource(place, problem, "put texts with commas in quotes")
    try:
        mended = {column: _mend(cell, place) for column, cell in filled.items()}
        return _build(mended, place, source)
    except SourceError as error:
        return error


def _mend(cell: str, place: str) -> str:
    """Read again, as Windows-1252, a cell that was no UTF-8."""
    if cell.isascii():
        return cell
    return decode_text(cell.encode("utf-8", "surrogateescape"), place)


def _json_record(line: bytes, place: str, source: str) -> Raw | SourceError:
    try:
        return _build(_parse_json(line, place), place, source)
    except SourceError as error:
        return error


def _parse_json(content: bytes, place: str) -> Mapping[str, object]:
    if len(content) > LONGEST_RECORD:
        problem = f"is longer than {LONGEST_RECORD // 1_000_000} MB"
        raise UnreadableSource(place, problem, "split it into one text per article")
    text = decode_text(content, place)
    try:
        record = json.loads(text)
    # Deep nesting and numbers of thousands of digits are refused by Python itself.
    except (ValueError, RecursionError) as error:
        problem = f"is no valid JSON ({error})"
        raise UnreadableSource(place, problem, "correct it or leave it out") from error
    if not isinstance(record, dict):
        problem = f"holds {_KINDS.get(type(record), 'a value')}, not a JSON object"
        raise UnreadableSource(place, problem, 'write {"text": "…"}')
    return record


def _build(
    record: Mapping[str, object], place: str, source: str, *, name: str | None = None
) -> Raw:
    text = _string(record, "text", place)
    if "text" not in record or record["text"] is None:
        remedy = 'a record is an object such as {"text": "…", "outlet": "…"}'
        raise UnreadableSource(place, "has no text", remedy)
    text = check_text(text or "", place)
    url = _string(record, "url", place)
    return Raw(
        place=place,
        source=url or source,
        id=_identifier(record, place) or name or record_id({"text": text}),
        text=text,
        title=_string(record, "title", place),
        outlet=_string(record, "outlet", place),
        published=_published(record, place),
        url=url,
    )


def _identifier(record: Mapping[str, object], place: str) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id", place)


def _string(record: Mapping[str, object], field: str, place: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return replace_surrogates(value) if value else None
    problem = f"has {_KINDS.get(type(value), 'a number')} as {field}"
    raise UnreadableSource(place, problem, "write it as a string, in quotes")


def _published(record: Mapping[str, object], place: str) -> date | None:
    value = record.get("published")
    if value is None or value == "":
        return None
    try:
        return _parse_day(value)
    except ValueError as error:
        problem = f"has {value!r} as published, which is no date"
        remedy = "write it as YYYY-MM-DD, or leave it out"
        raise UnreadableSource(place, problem, remedy) from error


def _parse_day(value: object) -> date:
    if not isinstance(value, str) or not _ISO_DAY.fullmatch(value.strip()):
        raise ValueError(value)
    # The day where it was published: a time zone must not move it.
    return datetime.fromisoformat(value.strip()).date()


def _lines(stream: io.BufferedReader) -> Iterator[bytes]:
    """Yield lines, each cut off one byte after the longest that is read."""
    while line := stream.readline(LONGEST_RECORD + 1):
        rest = line
        while len(rest) > LONGEST_RECORD and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_RECORD + 1)
        yield line


def _empty(name: str) -> UnreadableSource:
    return UnreadableSource(name, "holds no records", "give a file that has some")
