"""Reports of one crisis, annotated, and what links them by hand.

In: the clusters and the seeds of the shared folder. Out: their documents with the gold
signals, or with those that we read in the texts ourselves.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.case import Reader, read_each
from backchannel.domain.errors import SourceError
from backchannel.domain.forms import Json, signal_of
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.domain.signals import UNKNOWN_SIDE, Signal
from backchannel.domain.text import Appearance, Document, Stated
from backchannel.reconstruct.forecasts import find_forecasts
from eval.gold import SHARED, records, scorer

#: Of the record of a signal, what gold does not tell.
_UNTOLD: Mapping[str, Any] = {"gaps": [], "why": [], "repeats": None, "confidence": {}}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Reports of one crisis, with their signals and links by hand."""

    name: str
    #: In the machine form of `gold.py resolve`.
    documents: tuple[dict[str, Any], ...]
    #: As in links.json.
    links: Mapping[str, Any]


def clusters(part: str, shared: Path = SHARED) -> list[Cluster]:
    """Return the clusters of gold/train or gold/dev, by name."""
    folder = shared / "gold" / part / "clusters"
    return [_cluster(path, shared) for path in sorted(folder.iterdir())]


def _cluster(path: Path, shared: Path) -> Cluster:
    links = json.loads((path / "links.json").read_text("utf-8"))
    files = sorted(file for file in path.glob("*.json") if file.name != "links.json")
    resolve = scorer(shared).resolve
    documents = (resolve(json.loads(file.read_text("utf-8"))) for file in files)
    return Cluster(path.name, tuple(documents), links)


def seeds(shared: Path = SHARED) -> Cluster:
    """Return the five seeds as a cluster."""
    dev = shared / "gold/dev"
    documents = records(dev / "signals.jsonl")
    found = tuple(one for one in documents if one["id"].startswith("seed-"))
    links = json.loads((dev / "links-seeds.json").read_text("utf-8"))
    return Cluster("seeds", found, links)


def of_part(part: str, shared: Path = SHARED) -> list[Cluster]:
    """Return the clusters of a part of gold; of dev, the seeds too."""
    return clusters(part, shared) + ([seeds(shared)] if part == "dev" else [])


def gold_readings(cluster: Cluster) -> tuple[Reading, ...]:
    """Return the documents of a cluster with their gold signals.

    Forecasts are what our rules find, with these signals: they are not annotated.
    """
    return tuple(_gold_reading(record) for record in cluster.documents)


def _gold_reading(record: Mapping[str, Any]) -> Reading:
    document = document_of(record)
    signals = tuple(_signal_of(document, one) for one in record["signals"])
    return Reading(document, signals, forecasts=find_forecasts(document, signals))


def text_readings(
    cluster: Cluster, reader: Reader | None = None
) -> tuple[Reading, ...]:
    """Return the documents of a cluster with the signals that we read in them."""
    documents = (document_of(record) for record in cluster.documents)
    return tuple(read_each(documents, failed=_raise, reader=reader))


def _raise(error: SourceError) -> None:
    raise error


def entries_of(readings: Iterable[Reading]) -> list[Entry]:
    """Return the signals of the readings, each with its document."""
    return [
        Entry(signal, reading.document)
        for reading in readings
        for signal in reading.signals
    ]


def gold_entries(cluster: Cluster) -> list[Entry]:
    """Return the gold signals of a cluster, each with its document."""
    return entries_of(gold_readings(cluster))


def read_entries(cluster: Cluster, reader: Reader | None = None) -> list[Entry]:
    """Return the signals that we read in the documents of a cluster."""
    return entries_of(text_readings(cluster, reader))


def document_of(record: Mapping[str, Any]) -> Document:
    """Return the document of a gold record."""
    day = record.get("published")
    shown = Appearance(
        title=_stated(record.get("title")),
        outlet=_stated(record.get("outlet")),
        published=Stated(date.fromisoformat(day), "input") if day else None,
    )
    return Document(record["id"], record["text"], appearance=shown, language="en")


def _stated(value: str | None) -> Stated[str] | None:
    return Stated(value, "input") if value else None


def _signal_of(document: Document, form: Mapping[str, Any]) -> Signal:
    """Return the signal, its id made one that no other document has."""
    roles = ("sender", "recipient", "intermediary")
    full = {
        **form,
        **_UNTOLD,
        "id": f"{document.id}:{form['id']}",
        **{
            role: [_party(document, one) for one in form.get(role) or ()]
            for role in roles
        },
        "attribution": [
            {"span": one["span"], "kind": one["kind"], "actor": one.get("actor")}
            for one in form.get("attribution") or ()
        ],
    }
    return signal_of(full, document.id)


def _party(document: Document, form: Mapping[str, Any]) -> dict[str, Json]:
    words = document.text[slice(*form["span"])]
    return {
        "span": form["span"],
        "actor": form.get("actor") or words,
        "side": form.get("side") or UNKNOWN_SIDE,
    }
