"""JSON lines: one document with its signals on each line.

Readings in, lines out, each written as soon as its document is read. docs/cli.md
describes every key.
"""

import json
import re
from collections.abc import Iterable
from typing import TextIO

from backchannel.domain.forms import Json, appearance_form, signal_form, span_form
from backchannel.domain.reading import Reading

#: Characters that JSON allows and that some readers of lines take for a line's end.
_LINE_BREAKERS = re.compile("[\x7f-\x9f\u2028\u2029]")
#: Undecodable bytes of a file name; UTF-8 has no form for them.
_SURROGATES = re.compile("[\ud800-\udfff]")


def write_jsonl(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write a line for each reading as soon as it comes."""
    for reading in readings:
        stream.write(document_line(reading) + "\n")
        stream.flush()


def document_line(reading: Reading) -> str:
    """Return one line of JSON, without the line break that ends it."""
    line = json.dumps(_document(reading), ensure_ascii=False)
    line = _LINE_BREAKERS.sub(lambda hit: f"\\u{ord(hit.group()):04x}", line)
    return _SURROGATES.sub("\ufffd", line)


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
    }
