"""What was found across documents, scored by `gold.py links`.

    python -m eval.links [train|dev] [--text] [--out FOLDER]

groups the signals of each cluster, from the gold signals or, with `--text`, from our
own reading of its documents, and prints the scores of each and their means. `--out`
keeps what was predicted, in the form that `gold.py links` takes.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.case import Reader, read_each
from backchannel.compare.grouping import Weights, group_entries
from backchannel.compare.verdicts import find_conflicts
from backchannel.domain.errors import SourceError
from backchannel.domain.forms import Json, signal_form, signal_of
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Signal
from backchannel.domain.text import Appearance, Document, Stated
from eval.gold import SHARED, records, scorer

#: The scores of ours so far.
SCORES = ("exchanges (couples)", "conflicts")


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
    return Cluster("seeds", found, json.loads((dev / "links-seeds.json").read_text()))


def gold_entries(cluster: Cluster) -> list[Entry]:
    """Return the gold signals of a cluster, each with its document."""
    return [
        Entry(_signal_of(document, form), document)
        for record in cluster.documents
        for document in [document_of(record)]
        for form in record["signals"]
    ]


def read_entries(cluster: Cluster, reader: Reader | None = None) -> list[Entry]:
    """Return the signals that we read in the documents of a cluster."""
    documents = (document_of(record) for record in cluster.documents)
    return [
        Entry(signal, reading.document)
        for reading in read_each(documents, failed=_raise, reader=reader)
        for signal in reading.signals
    ]


def _raise(error: SourceError) -> None:
    raise error


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
        "id": f"{document.id}:{form['id']}",
        **{
            role: [_party(document, one) for one in form.get(role) or ()]
            for role in roles
        },
        "attribution": [
            {"span": one["span"], "kind": one["kind"], "actor": one.get("actor")}
            for one in form.get("attribution") or ()
        ],
        **{"gaps": [], "why": [], "repeats": None, "confidence": {}},
    }
    return signal_of(full, document.id)


def _party(document: Document, form: Mapping[str, Any]) -> dict[str, Json]:
    words = document.text[slice(*form["span"])]
    return {
        "span": form["span"],
        "actor": form.get("actor") or words,
        "side": form.get("side") or "unknown",
    }


def predict(
    entries: Iterable[Entry], weights: Weights | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Return what we find across documents, as links.json has it."""
    entries = list(entries)
    names = {one.signal.id: f"{one.document.id}/{one.signal.id}" for one in entries}
    grouping = group_entries(entries, weights=weights)
    groups = ([names[s] for s in one.signals] for one in grouping.exchanges())
    conflicts = find_conflicts(grouping)
    return {
        "exchanges": [{"signals": members} for members in groups if len(members) > 1],
        "conflicts": [{"a": names[v.left], "b": names[v.right]} for v in conflicts],
    }


def machine_form(entries: Iterable[Entry], cluster: Cluster) -> list[dict[str, Any]]:
    """Return the documents of a cluster with these signals, as `gold.py` takes them."""
    signals: dict[str, list[Json]] = {one["id"]: [] for one in cluster.documents}
    for entry in entries:
        signals[entry.document.id].append(signal_form(entry.signal))
    return [{"id": id, "signals": found} for id, found in signals.items()]


def score(
    cluster: Cluster, entries: Sequence[Entry], weights: Weights | None = None
) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of each score of a cluster."""
    predicted = predict(entries, weights)
    scores: dict[str, dict[str, float]] = scorer().score_links(
        list(cluster.documents),
        cluster.links,
        machine_form(entries, cluster),
        predicted,
    )
    return {name: scores[name] for name in SCORES}


def mean(rows: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, float]:
    """Return the mean F1 of each score over clusters."""
    return {name: sum(r[name]["f1"] for r in rows) / len(rows) for name in SCORES}


def show(name: str, row: Mapping[str, Mapping[str, float]]) -> str:
    """Return one line with precision, recall and F1 of each score."""
    cells = (
        f"{row[one]['p']:6.3f} {row[one]['r']:6.3f} {row[one]['f1']:6.3f}"
        for one in SCORES
    )
    return f"{name:24}" + "  |".join(cells)


def main() -> None:
    """Print the scores of each cluster of a part of gold, and their means."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("part", nargs="?", default="train", choices=["train", "dev"])
    parser.add_argument("--text", action="store_true", help="read the texts ourselves")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    arguments = parser.parse_args()
    wanted = clusters(arguments.part)
    if arguments.part == "dev":
        wanted.append(seeds())
    print(f"{'':24}" + "  |".join(f"{name + ': p, r, F1':20}" for name in SCORES))
    rows = []
    for cluster in wanted:
        entries = (read_entries if arguments.text else gold_entries)(cluster)
        rows.append(score(cluster, entries))
        print(show(cluster.name, rows[-1]), flush=True)
        if arguments.out:
            _keep(arguments.out, cluster, entries)
    for name, figure in mean(rows).items():
        print(f"mean F1 of {name}: {figure:.3f}")


def _keep(folder: Path, cluster: Cluster, entries: Sequence[Entry]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(one) + "\n" for one in machine_form(entries, cluster))
    (folder / f"{cluster.name}.jsonl").write_text("".join(lines), "utf-8")
    links = json.dumps(predict(entries), indent=1)
    (folder / f"{cluster.name}.links.json").write_text(links, "utf-8")


if __name__ == "__main__":
    main()
