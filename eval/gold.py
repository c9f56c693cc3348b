"""The measure of reading: `gold.py` of the shared folder, and our signals scored by it.

In: a file of documents annotated with signals. Out: its scores.
"""

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from backchannel.case import Reader, read_each
from backchannel.domain.errors import SourceError
from backchannel.ingest.read import read_documents
from backchannel.write.jsonl import document_line

SHARED = Path(__file__).parents[2] / "shared"
DEV = SHARED / "gold/dev/signals.jsonl"
DATA = SHARED / "data"


def scorer(shared: Path = SHARED) -> ModuleType:
    """Return the module `gold.py` of the shared folder."""
    spec = importlib.util.spec_from_file_location("gold", shared / "gold/gold.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "gold/gold.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(path: Path) -> list[dict[str, Any]]:
    """Return the annotated documents of a JSONL file, which may be gzipped."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_all(path: Path, reader: Reader) -> list[dict[str, Any]]:
    """Return our reading of each document of a JSONL file, in the machine form.

    The documents go the way of any input: ingested, read, written.
    """
    readings = read_each(read_documents([path]), failed=_raise, reader=reader)
    return [json.loads(document_line(reading)) for reading in readings]


def _raise(error: SourceError) -> None:
    raise error


def flat(scores: Mapping[str, Any]) -> dict[str, float]:
    """Return every figure by name, an F1 score by its F1."""
    figures = {}
    for name, value in scores.items():
        if isinstance(value, dict):
            figures[name] = value["f1"]
        elif isinstance(value, float):
            figures[name] = value
    return figures


def digest(path: Path) -> str:
    """Return the first 16 digits of the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def corpora(*paths: Path) -> dict[str, str]:
    """Return the digest of each file, under the name that reports give it."""
    return {_shown(path): digest(path) for path in paths}


def _shown(path: Path) -> str:
    for folder in (SHARED, Path(__file__).parents[1]):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.as_posix()


def by_genre(
    gold: list[dict[str, Any]], score: Callable[[list[dict[str, Any]]], dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return the scores of each genre; the ids of documents tell it."""
    genres: dict[str, list[dict[str, Any]]] = {}
    for document in gold:
        genres.setdefault(genre(document["id"]), []).append(document)
    return {name: score(documents) for name, documents in sorted(genres.items())}


def genre(id: str) -> str:
    """Return news, readout, web page or authored."""
    start = id.split("-")[0]
    known = {"guardian": "news", "wikinews": "news", "polnear": "news"}
    known |= {"state": "readout", "wh": "readout", "seed": "web page"}
    return known.get(start, "authored")
