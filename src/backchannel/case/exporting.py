"""A case given out in the formats that other tools read.

Documents of a case in, one file out, whole or not there; how many signals it holds,
and its digest.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TextIO, cast

from backchannel.domain.errors import SettingsError
from backchannel.domain.forms import Json
from backchannel.domain.kept import Kept
from backchannel.domain.reviews import State
from backchannel.write.output import open_output


class Form(StrEnum):
    """The formats of an export."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PLOVER = "plover"
    ANNOTATION = "annotation"
    FOLLOWTHEMONEY = "ftm"
    GRAPHML = "graphml"
    GEXF = "gexf"
    BRIEF = "brief"
    GOLD = "gold"
    BUNDLE = "bundle"


#: What a file name tells of its format.
ENDINGS = {
    ".jsonl": Form.JSONL,
    ".csv": Form.CSV,
    ".parquet": Form.PARQUET,
    ".graphml": Form.GRAPHML,
    ".gexf": Form.GEXF,
    ".md": Form.BRIEF,
    ".zip": Form.BUNDLE,
}
#: Formats that are no text, and go to no terminal or pipe.
_BINARY = (Form.PARQUET, Form.BUNDLE)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds."""

    signals: int
    #: SHA-256 of the file, in hex.
    digest: str
    #: Id of a signal or document -> why the format cannot hold it.
    left_out: dict[str, str]


#: Makes, by name, the forms of what was found across the documents of a case.
Across = Callable[[], Mapping[str, Iterable[Json]]]


def write_export(
    documents: Iterable[Kept],
    form: Form,
    path: Path | None,
    *,
    texts: bool = True,
    across: Across = dict,
) -> Exported:
    """Write `documents` to `path`, or to standard output.

    Only a bundle asks for what was found `across` documents.

    Raises:
        SettingsError: the format needs a file, or an extra that is not installed.
        OSError: the file cannot be written; what was there before stays.
    """
    if form is Form.GOLD and not texts:
        raise SettingsError("quotes-only", True, "gold needs the texts; leave it away")
    if form in _BINARY:
        if path is None:
            raise SettingsError("output", "-", f"{form} goes into a file; name one")
        return _write_binary(documents, form, path, texts=texts, across=across)
    left_out: dict[str, str] = {}
    with open_output(path) as stream:
        digesting = _Digesting(stream)
        write = _text_writer(form, texts=texts, left_out=left_out)
        count = write(documents, cast(TextIO, digesting))
        stream.flush()
    return Exported(count, digesting.digest, left_out)


def _write_binary(
    documents: Iterable[Kept], form: Form, path: Path, *, texts: bool, across: Across
) -> Exported:
    if form is Form.PARQUET:
        from backchannel.write.parquet import write_parquet

        count = write_parquet(documents, path)
    else:
        from backchannel.write.bundle import write_bundle

        with open_output(path) as stream:
            count = write_bundle(
                documents,
                stream.buffer,
                version=version("backchannel"),
                texts=texts,
                found=across(),
            )
    with path.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return Exported(count, digest, {})


_Writer = Callable[[Iterable[Kept], TextIO], int]


def _text_writer(form: Form, *, texts: bool, left_out: dict[str, str]) -> _Writer:
    # Each format brings libraries that the others do without.
    match form:
        case Form.JSONL:
            return partial(_write_jsonl, texts=texts)
        case Form.CSV:
            from backchannel.write.sheets import write_sheet

            return write_sheet
        case Form.PLOVER:
            from backchannel.write.plover import write_plover

            return write_plover
        case Form.ANNOTATION:
            from backchannel.write.annotations import write_annotations

            return write_annotations
        case Form.FOLLOWTHEMONEY:
            from backchannel.write.followthemoney import write_followthemoney

            return partial(write_followthemoney, texts=texts)
        case Form.GOLD:
            return partial(_write_gold, left_out=left_out)
        case _:
            return _other_writer(form)


def _other_writer(form: Form) -> _Writer:
    if form is Form.BRIEF:
        from backchannel.write.brief import write_brief

        return write_brief
    from backchannel.write.graphs import write_gexf, write_graphml

    return write_gexf if form is Form.GEXF else write_graphml


def _write_jsonl(documents: Iterable[Kept], stream: TextIO, *, texts: bool) -> int:
    from backchannel.write.jsonl import write_jsonl
    from backchannel.write.quotes import only_quotes

    count = 0
    for kept in documents:
        reading = kept.reading if texts else only_quotes(kept.reading)
        write_jsonl([reading], stream)
        count += len(reading.signals)
    return count


def _write_gold(
    documents: Iterable[Kept], stream: TextIO, *, left_out: dict[str, str]
) -> int:
    from backchannel.write.gold import write_gold

    reviewed = _all_reviewed(documents, left_out)
    return write_gold(reviewed, stream, left_out=left_out.__setitem__)


def _all_reviewed(
    documents: Iterable[Kept], left_out: dict[str, str]
) -> Iterator[Kept]:
    """Yield the documents of which every signal was reviewed, without those rejected.

    A document that is reviewed in part would teach that the rest is right.
    """
    for kept in documents:
        states = {entry.signal.id: entry.opinion.state for entry in kept.entries}
        if kept.reading.unread is None and not states:
            left_out[kept.document.id] = "it has no signals that anybody reviewed"
            continue
        if State.UNREVIEWED in states.values():
            left_out[kept.document.id] = "not all of its signals are reviewed"
            continue
        yield kept.only([one for one in states if states[one] is not State.REJECTED])


class _Digesting:
    """Passes text on, and digests its bytes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._hash = stream, hashlib.sha256()

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()

    def write(self, words: str) -> int:
        self._hash.update(words.encode("utf-8", "backslashreplace"))
        return self._stream.write(words)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self._stream.flush()


def form_of(path: str | os.PathLike[str]) -> Form | None:
    """Return the format that the ending of a file name tells, if it does."""
    return ENDINGS.get(Path(path).suffix.lower())
