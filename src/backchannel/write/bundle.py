"""A bundle: a zip with everything somebody else needs to read and check a ledger.

    index.html           the ledger, to be read in any browser with no network
    data/signals.jsonl   one document with its signals on each line
    data/signals.csv     one signal on each row
    data/documents.csv   one document on each row
    data/….jsonl         what was found across documents: exchanges, conflicts, claims,
                         redlines, forecasts; of a whole case
    texts/….txt          what was read, in UTF-8
    ABOUT.json           what made it and how much is in it
    SHA256SUMS           of every other file, for `sha256sum -c` (GNU coreutils)

Documents in, bytes out once the last is there, since one page shows them all.
"""

import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from backchannel.domain.codec import text_id
from backchannel.domain.forms import Json, appearance_form
from backchannel.domain.kept import Kept
from backchannel.write.encodable import encodable
from backchannel.write.json_text import json_line
from backchannel.write.jsonl import write_jsonl
from backchannel.write.page import render_page
from backchannel.write.quotes import only_quotes
from backchannel.write.sheets import Cell, write_rows, write_sheet

#: Name -> forms of JSON.
Found = Mapping[str, Iterable[Json]]
#: Raised when a file of a bundle comes to mean something else.
FORMAT = 1
DOCUMENT_COLUMNS = (
    "id",
    "outlet",
    "title",
    "url",
    "published",
    "language",
    "source",
    "appearances",
    "signals",
    "unread",
    "reader",
    "text",
)
#: The first day that a zip can tell (APPNOTE.TXT 6.3.10, 4.4.6).
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: Of a plain file that everybody may read, as Unix writes it.
_MODE = 0o100644 << 16
_UNIX = 3
#: Ids that are file names on any system, and lead out of no folder.
_NAME = re.compile(r"[0-9A-Za-z_][0-9A-Za-z_.-]{0,99}", re.ASCII)


def write_bundle(
    documents: Iterable[Kept],
    stream: BinaryIO,
    *,
    version: str,
    texts: bool = True,
    found: Found = MappingProxyType({}),
) -> int:
    """Write the zip; return how many signals are in it.

    `version` is that of backchannel; `found` has, by the name of a file in `data/`, the
    forms of what was found across documents. With `texts=False` nothing of a text is
    there but quoted passages: no `texts/`, and line breaks instead of all other words,
    so that offsets stay good. The same documents give the same bytes wherever zlib is
    the same.
    """
    every = tuple(documents)
    if not texts:
        every = tuple(_only_quotes(kept) for kept in every)
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        sums = []
        files = _files(every, version=version, texts=texts)
        for name, content in chain(files, _found(found)):
            archive.writestr(_info(name), content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        archive.writestr(_info("SHA256SUMS"), "".join(sums))
    return sum(len(kept.reading.signals) for kept in every)


def _files(
    every: Sequence[Kept], *, version: str, texts: bool
) -> Iterator[tuple[str, bytes]]:
    """Yield every file but the sums: its name, and what it holds."""
    readings = tuple(kept.reading for kept in every)
    yield "index.html", _encode(render_page(readings))
    yield "ABOUT.json", _encode(_about(every, version=version, texts=texts))
    lines, rows, listed = (io.StringIO(newline="") for _ in range(3))
    write_jsonl((kept.reading for kept in every), lines)
    yield "data/signals.jsonl", _encode(lines.getvalue())
    write_sheet(every, rows)
    yield "data/signals.csv", _encode(rows.getvalue())
    write_rows(DOCUMENT_COLUMNS, (_row(kept, texts=texts) for kept in every), listed)
    yield "data/documents.csv", _encode(listed.getvalue())
    if texts:
        yield from ((_file(kept), _encode(kept.document.text)) for kept in every)


def _found(found: Found) -> Iterator[tuple[str, bytes]]:
    for name, forms in found.items():
        lines = "".join(f"{json_line(form)}\n" for form in forms)
        yield f"data/{name}.jsonl", _encode(lines)


def _only_quotes(kept: Kept) -> Kept:
    return Kept(
        only_quotes(kept.reading), kept.publications, kept.opinions, kept.reader
    )


def _about(every: Sequence[Kept], *, version: str, texts: bool) -> str:
    about: dict[str, Json] = {
        "format": FORMAT,
        "backchannel": version,
        "readers": sorted({kept.reader for kept in every if kept.reader}),
        "documents": len(every),
        "unread": sum(kept.reading.unread is not None for kept in every),
        "signals": sum(len(kept.reading.signals) for kept in every),
        "texts": texts,
    }
    return json.dumps(about, indent=1) + "\n"


def _row(kept: Kept, *, texts: bool) -> list[Cell]:
    document = kept.document
    shown = appearance_form(document.appearance)
    return [
        document.id,
        shown["outlet"],
        shown["title"],
        shown["url"],
        document.published,
        document.language,
        document.source,
        len(kept.publications),
        len(kept.reading.signals),
        kept.reading.unread,
        kept.reader,
        _file(kept) if texts else None,
    ]


def _file(kept: Kept) -> str:
    own = kept.document.id
    return f"texts/{own if _NAME.fullmatch(own) else text_id(kept.document.text)}.txt"


def _encode(text: str) -> bytes:
    return encodable(text).encode()


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _NO_TIME)
    info.compress_type, info.external_attr = ZIP_DEFLATED, _MODE
    info.create_system = _UNIX
    return info
