"""Every document annotated with signals that the model learns from, and what is kept.

In: `../shared/gold/train`, the reports written for training (`training/reports`), and
annotations of articles whose texts are in `../shared/data` (`training/annotations`:
ids, offsets and labels only). Out: records as `gold.py resolve` gives them, in two
parts: one is taught, the other is held back to tune and calibrate on.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.written import FOLDER, read_written

ANNOTATIONS = Path(__file__).parent / "annotations"

Record = dict[str, Any]


def read_documents(shared: Path) -> tuple[list[Record], list[Record]]:
    """Return the documents that are taught and those that are held back.

    Raises:
        ReportError: a written report does not follow its form.
    """
    taught, held = [], []
    for collection in (_gold(shared), _written(), _annotated(shared)):
        kept, away = hold_back(collection)
        taught += kept
        held += away
    return taught, held


def hold_back(records: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """Part off about a tenth, by digest: a document added later moves no other."""
    kept: list[Record] = []
    held: list[Record] = []
    for record in sorted(records, key=lambda record: record["id"]):
        digest = hashlib.sha256(record["id"].encode()).digest()
        (held if digest[0] % 10 == 4 else kept).append(record)
    return kept, held


def _gold(shared: Path) -> list[Record]:
    return list(_lines(shared / "gold/train/signals.jsonl"))


def _written() -> list[Record]:
    return [r for path in sorted(FOLDER.glob("*.txt")) for r in read_written(path)]


def _annotated(shared: Path) -> list[Record]:
    """Return the annotated articles, each with its text from the corpus it is of."""
    records = []
    for path in sorted(ANNOTATIONS.glob("*.jsonl")):
        articles = {r["id"]: r for r in _lines(shared / f"data/{path.stem}.jsonl.gz")}
        for record in _lines(path):
            article = articles[record["id"]]
            published = article.get("published") or article.get("date")
            records.append(record | {"text": article["text"], "published": published})
    return records


def _lines(path: Path) -> Iterator[Record]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
