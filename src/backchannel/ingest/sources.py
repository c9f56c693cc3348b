"""Files, folders and standard input to raw documents.

Each thing that cannot be read gives one SourceError that says where, what and what to
do about it; everything else goes on.
"""

import codecs
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from backchannel.domain.errors import SourceError, UnreadableSource, our_fault
from backchannel.ingest.decoding import (
    byte_order_encoding,
    check_is_text,
    decode_page,
    decode_text,
    replace_surrogates,
)
from backchannel.ingest.records import (
    LONGEST_RECORD,
    Form,
    Raw,
    check_text,
    read_json_lines,
    read_json_object,
    read_table,
    table_delimiter,
)

STANDARD_INPUT = "-"
#: Bytes of a page or text file. Extraction takes more than its share of time beyond.
LARGEST_FILE = 5_000_000
_CHUNK = 65_536


class Format(StrEnum):
    """What a file is written in."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"
    TABLE = "csv"


_BY_EXTENSION = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
}
_JSON_START = re.compile(r"\{\s*[\"}]")
_COLUMN = re.compile(r"[\w -]{0,24}")
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body", "<!--", "<?xml")


def open_sources(
    sources: Sequence[str | os.PathLike[str]],
) -> Iterator[Raw | SourceError]:
    """Yield what the sources hold, in their order; folders are read in name order.

    A source is a file, a folder (read with all below it, save hidden files) or "-" for
    standard input. In a folder only regular files are read: a pipe there would be
    waited for in vain. The extension tells the format, else the first bytes do. A file
    that two sources lead to is read once.
    """
    read: set[str] = set()
    for source in sources:
        if os.fspath(source) == STANDARD_INPUT:
            yield from _reported(_read_standard_input(), STANDARD_INPUT)
        else:
            yield from _reported(_read_path(Path(source), read), _shown(source))


def _reported(
    contents: Iterator[Raw | SourceError], place: str
) -> Iterator[Raw | SourceError]:
    """Yield `contents`; what stops them is reported instead of raised."""
    try:
        yield from contents
    except SourceError as error:
        yield error
    except OSError as error:
        yield _unopened(place, error)
    except UnicodeError:
        yield UnreadableSource(place, "is no valid UTF-16", "save it as UTF-8")
    # A bug of ours in one source must not cost those that follow.
    except Exception as error:
        yield our_fault(place, error)


def _unopened(place: str, error: OSError) -> SourceError:
    # Before the kind of error: not every system says that no such file is there.
    if "://" in place or place.startswith(("http:", "https:")):
        remedy = "nothing is fetched: save the page and give the file"
        return SourceError(place, "is an address, not a file", remedy)
    if isinstance(error, FileNotFoundError):
        return SourceError(place, "is not there", "check the name")
    if isinstance(error, PermissionError):
        return SourceError(place, "may not be read", "check its permissions")
    problem = f"cannot be read ({error.strerror or error})"
    return SourceError(place, problem, "check that it is a file and its disk is there")


def _read_path(path: Path, read: set[str]) -> Iterator[Raw | SourceError]:
    if not os.path.isdir(path):
        yield from _read_once(path, read)
        return
    found = False
    for file in _files_below(path):
        found = True
        if isinstance(file, SourceError):
            yield file
        else:
            yield from _reported(_read_once(file, read), _shown(file))
    if not found:
        yield SourceError(_shown(path), "is a folder without files", "check the name")


def _files_below(folder: Path) -> Iterator[Path | SourceError]:
    """Yield the files below `folder`, each folder once whatever links lead to it."""
    entered: set[str] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        # Unlike Path.is_dir, this says no where the path may not be looked at.
        if not os.path.isdir(path):
            special = os.path.exists(path) and not os.path.isfile(path)
            yield _special(path) if special else path
            continue
        if (real := os.path.realpath(path)) in entered:
            continue
        entered.add(real)
        try:
            inside = sorted(path.iterdir(), reverse=True)
        except OSError as error:
            yield _unopened(_shown(path), error)
            continue
        waiting.extend(one for one in inside if not one.name.startswith("."))


def _special(path: Path) -> SourceError:
    return SourceError(
        _shown(path), "is a device or pipe", "leave it out of the folder"
    )


def _read_once(path: Path, read: set[str]) -> Iterator[Raw | SourceError]:
    real = os.path.realpath(path)
    if real in read:
        return
    read.add(real)
    with path.open("rb") as file:
        if _is_standard_output(file):
            problem = "is where the results go"
            remedy = "write them outside the folder that is read"
            raise SourceError(_shown(path), problem, remedy)
        yield from _read_stream(file, path)


def _is_standard_output(file: BinaryIO) -> bool:
    """Whether results are written to `file`: reading it would never end."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.fstat(1))
    except OSError:
        return False


def _read_standard_input() -> Iterator[Raw | SourceError]:
    # Closed for good ("<&-"), or a program without a console.
    if sys.stdin is None:
        raise SourceError(STANDARD_INPUT, "is closed", "pipe a text into it")
    yield from _read_stream(sys.stdin.buffer, Path(STANDARD_INPUT))


def _read_stream(file: BinaryIO, path: Path) -> Iterator[Raw | SourceError]:
    place = _shown(path)
    head = file.read(_CHUNK)
    check_is_text(head, place)
    if len(head) < _CHUNK and not head.strip():
        raise UnreadableSource(place, "is empty", "leave it out")
    stream = _without_byte_order_mark(head, file)
    known = _BY_EXTENSION.get(path.suffix.lower())
    yield from _READERS[known or sniff_format(stream.peek(_CHUNK))](stream, path)


def sniff_format(head: bytes) -> Format:
    """Tell the format from the first bytes, read as UTF-8."""
    start = head.decode("utf-8", "ignore").lstrip()
    first_line = start.partition("\n")[0]
    if _JSON_START.match(start):
        return Format.JSON_LINES if _is_object(first_line) else Format.JSON
    if start.lower().startswith(_PAGE_STARTS) or "</p>" in start:
        return Format.HTML
    header = first_line.lower().strip()
    cells = [cell.strip('" ') for cell in header.split(table_delimiter(header))]
    if len(cells) > 1 and "text" in cells and all(map(_COLUMN.fullmatch, cells)):
        return Format.TABLE
    return Format.TEXT


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read_text(stream: io.BufferedReader, path: Path) -> Iterator[Raw | SourceError]:
    place = _shown(path)
    text = decode_text(_read_whole(stream, place), place)
    yield Raw(place, place, _name(path), check_text(text, place))


def _read_page(stream: io.BufferedReader, path: Path) -> Iterator[Raw | SourceError]:
    place = _shown(path)
    page = replace_surrogates(decode_page(_read_whole(stream, place), place))
    yield Raw(place, place, _name(path), page, Form.HTML)


def _read_json(stream: io.BufferedReader, path: Path) -> Iterator[Raw | SourceError]:
    content = stream.read(LONGEST_RECORD + 1)
    yield read_json_object(content, _shown(path), name=_name(path))


def _read_json_lines(
    stream: io.BufferedReader, path: Path
) -> Iterator[Raw | SourceError]:
    return read_json_lines(stream, _shown(path))


def _read_table(stream: io.BufferedReader, path: Path) -> Iterator[Raw | SourceError]:
    return read_table(stream, _shown(path))


_READERS: dict[
    Format, Callable[[io.BufferedReader, Path], Iterator[Raw | SourceError]]
] = {
    Format.TEXT: _read_text,
    Format.HTML: _read_page,
    Format.JSON: _read_json,
    Format.JSON_LINES: _read_json_lines,
    Format.TABLE: _read_table,
}


def _read_whole(stream: io.BufferedReader, place: str) -> bytes:
    content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        problem = f"is larger than {LARGEST_FILE // 1_000_000} MB"
        remedy = "save the article alone, or give many texts as JSON lines"
        raise UnreadableSource(place, problem, remedy)
    return content


def _without_byte_order_mark(head: bytes, file: BinaryIO) -> io.BufferedReader:
    """Return the whole stream, its byte order mark gone and UTF-16 turned to UTF-8."""
    encoding = byte_order_encoding(head)
    head = head.removeprefix(codecs.BOM_UTF8)
    chunks = chain([head], iter(lambda: file.read(_CHUNK), b""))
    if encoding == "utf-16":
        decoded = codecs.iterdecode(chunks, encoding)
        return _buffered(text.encode() for text in decoded)
    return _buffered(chunks)


def _buffered(chunks: Iterator[bytes]) -> io.BufferedReader:
    return io.BufferedReader(_Chunks(chunks), buffer_size=_CHUNK)


class _Chunks(io.RawIOBase):
    """Chunks of bytes, read like a file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # type: ignore[override]
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = chunk
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def _shown(path: str | os.PathLike[str]) -> str:
    return replace_surrogates(os.fspath(path))


def _name(path: Path) -> str:
    return replace_surrogates(path.name)
