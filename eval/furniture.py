"""How well the furniture of pages is marked, on the five seeds.

In: gold/dev and its list of furniture lines. Out: precision and recall by line and by
character, and the gold signals of all documents that lie in marked lines.
"""

import json
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from backchannel.domain.errors import SourceError
from backchannel.domain.text import Document, Span
from backchannel.ingest.lines import split_lines
from backchannel.ingest.read import read_documents
from eval.gold import DEV, corpora, records
from eval.parts import Agreement, Part, compare

TITLE = "Furniture"
LISTED = DEV.with_name("links-seeds.json")
ABOUT = (
    "Lines of the five seeds that `links-seeds.json` lists as furniture, against those"
    " that ingestion marks in them. Captions are left out of the count, as they report"
    " some of the story. *Lost* are the gold signals of all documents of gold/dev whose"
    " trigger lies in a line marked as furniture, a share of all signals."
)


def measure() -> Part:
    """Return the figures of furniture."""
    listed = json.loads(LISTED.read_text("utf-8"))
    gold = records(DEV)
    read = {document.id: document for document in ingest(gold)}
    lines = characters = Agreement()
    for id, furniture in listed["boilerplate"].items():
        wanted, aside = set(furniture), set(listed["captions"].get(id, ()))
        lines += score_lines(read[id], wanted, aside)
        characters += score_characters(read[id], wanted, aside)
    lost = [s for d in gold for s in d["signals"] if is_lost(s, read[d["id"]])]
    signals = sum(len(document["signals"]) for document in gold)
    rows = {
        "lines": {**lines.row(), "wanted": lines.wanted, "given": lines.given},
        "characters": {
            **characters.row(),
            "wanted": characters.wanted,
            "given": characters.given,
        },
        "signals lost": {"share": len(lost) / signals, "given": len(lost)},
    }
    return Part(TITLE, ABOUT, corpora(LISTED, DEV), rows)


def ingest(gold: Iterable[Mapping[str, Any]]) -> list[Document]:
    """Return the documents as ingestion makes them of their bare texts.

    Title, outlet and day are left out, as in a page that is given as a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.jsonl")
        bare = ({"id": d["id"], "text": d["text"]} for d in gold)
        path.write_text("".join(json.dumps(d) + "\n" for d in bare), "utf-8")
        return [_must(document) for document in read_documents([path])]


def _must(document: Document | SourceError) -> Document:
    if isinstance(document, SourceError):
        raise document
    return document


def score_lines(
    document: Document, wanted: Collection[str], aside: Collection[str]
) -> Agreement:
    """Return the agreement on lines; those with the words of `aside` do not count.

    Raises:
        ValueError: a line that is wanted is not in the document.
    """
    lines = [line for line in split_lines(document.text) if line.text not in aside]
    if missing := set(wanted) - {line.text for line in lines}:
        raise ValueError(f"{document.id} has no line {sorted(missing)[0]!r}")
    return compare(
        {line.span for line in lines if line.span in document.furniture},
        {line.span for line in lines if line.text in wanted},
    )


def score_characters(
    document: Document, wanted: Collection[str], aside: Collection[str]
) -> Agreement:
    """Return the agreement on characters of lines, those of `aside` left out."""
    lines = [line for line in split_lines(document.text) if line.text not in aside]
    return compare(
        _characters(line.span for line in lines if line.span in document.furniture),
        _characters(line.span for line in lines if line.text in wanted),
    )


def _characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def is_lost(signal: Mapping[str, Any], document: Document) -> bool:
    """Whether the trigger of a gold signal lies in furniture."""
    trigger = Span(*signal["trigger"])
    return any(trigger.overlaps(part) for part in document.furniture)
