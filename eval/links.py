"""What was found across documents, scored by `gold.py links`.

    python -m eval.links [train|dev] [--text] [--out FOLDER]

finds exchanges, conflicts, red lines and forecasts in each cluster, from the gold
signals or, with `--text`, from our own reading of its documents, and prints the scores
of each and their means. `--out` keeps what was predicted, in the form that `gold.py
links` takes.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean as mean_of
from typing import Any

from backchannel.compare.grouping import Weights, group_entries
from backchannel.compare.verdicts import find_conflicts
from backchannel.domain.forms import Json, signal_form
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Signal
from eval import lines_and_forecasts
from eval.clusters import (
    Cluster,
    clusters,
    entries_of,
    gold_entries,
    gold_readings,
    of_part,
    read_entries,
    seeds,
    text_readings,
)
from eval.gold import SHARED, corpora, scorer
from eval.parts import Part, share

__all__ = ["Cluster", "clusters", "gold_entries", "read_entries", "seeds"]

FROM_GOLD, FROM_TEXT = (
    "Across documents, from gold signals",
    "Across documents, from text",
)
ABOUT = (
    "The scores of `gold.py links` in each cluster of gold/dev and in the seeds, and"
    " their means: *exchanges* by couples of signals that stand in one group,"
    " *conflicts* as pairs, *red lines* by signal and condition, *forecasts* by their"
    " words. {}"
)
OF_GOLD = "The signals are those annotated, so what is missed is missed by comparing."
OF_TEXT = (
    "From the text alone: what the reading misses or invents counts here, too, and"
    " signals of ours are first paired with those annotated."
)
#: What comparing aims at, F1 on average (issue 5).
AIMS = {
    FROM_GOLD: (0.70, 0.45, 0.85, 0.60),
    FROM_TEXT: (0.45, 0.25, 0.50, 0.55),
}
#: The scores of `gold.py links`, and what we call them.
MEASURES = {
    "exchanges (couples)": "exchanges",
    "conflicts": "conflicts",
    "red lines": "red lines",
    "forecasts": "forecasts",
}
#: Those that grouping alone is scored by.
GROUPED = ("exchanges (couples)", "conflicts")
#: Measure -> p, r and f1.
Scores = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Predicted:
    """What was found in a cluster, as `gold.py links` takes it."""

    #: The documents with their signals.
    documents: Sequence[Mapping[str, Any]]
    #: As links.json has them.
    links: Mapping[str, Any]

    def score(self, cluster: Cluster) -> Scores:
        """Return the scores of what was looked for."""
        found: Scores = scorer().score_links(
            list(cluster.documents), cluster.links, self.documents, self.links
        )
        looked_for = GROUPED if "red_lines" not in self.links else tuple(MEASURES)
        return {name: found[name] for name in looked_for}

    def names(self, cluster: Cluster) -> dict[str, str]:
        """Return the gold signal that each of ours stands for, by "document/id"."""
        pair = scorer().pair
        ours = {document["id"]: document["signals"] for document in self.documents}
        return {
            f"{document['id']}/{mine['id']}": f"{document['id']}/{theirs['id']}"
            for document in cluster.documents
            for theirs, mine in pair(document["signals"], ours[document["id"]])
        }


def predict(readings: Sequence[Reading], weights: Weights | None = None) -> Predicted:
    """Return all that is found across the documents of a case.

    `gold.py` takes the condition of a red line from its signal: one that words of the
    sentence opened, and the reader did not find, is given there.
    """
    found = lines_and_forecasts.find(readings)
    conditions = {(one.document, one.signal): one.condition for one in found.lines}

    def told(signal: Signal) -> Signal:
        opened = conditions.get((signal.document, signal.id))
        return replace(signal, condition=signal.condition or opened)

    documents = [
        {"id": one.document.id, "signals": [signal_form(told(s)) for s in one.signals]}
        for one in readings
    ]
    grouped = _grouped(entries_of(readings), weights)
    links = {**grouped, **lines_and_forecasts.links_form(found)}
    return Predicted(documents, links)


def _grouped(entries: Sequence[Entry], weights: Weights | None) -> dict[str, Json]:
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
) -> Scores:
    """Return the scores of grouping alone: what weights are fitted by."""
    links = _grouped(entries, weights)
    return Predicted(machine_form(entries, cluster), links).score(cluster)


def mean(rows: Sequence[Scores]) -> dict[str, float]:
    """Return the mean F1 of each score over clusters."""
    return {name: mean_of(row[name]["f1"] for row in rows) for name in rows[0]}


def show(name: str, row: Scores) -> str:
    """Return one line with precision, recall and F1 of each score."""
    cells = (f"{s['p']:6.3f} {s['r']:6.3f} {s['f1']:6.3f}" for s in row.values())
    return f"{name:24}" + "  |".join(cells)


def measure(title: str, read: Mapping[str, Sequence[Reading]]) -> Part:
    """Return the scores on gold/dev as a part of the report.

    Args:
        title: `FROM_GOLD` or `FROM_TEXT`.
        read: the documents of each cluster with their signals, by its name.
    """
    wanted = of_part("dev")
    found = {cluster.name: predict(read[cluster.name]) for cluster in wanted}
    scores = {cluster.name: found[cluster.name].score(cluster) for cluster in wanted}
    means = mean(list(scores.values()))
    aims = zip(MEASURES.values(), AIMS[title], strict=True)
    rows = {
        "mean": {f"{MEASURES[name]} F1": figure for name, figure in means.items()},
        "aim": {f"{name} F1": aim for name, aim in aims},
        **{name: _row(row) for name, row in scores.items()},
    }
    about = ABOUT.format(OF_GOLD if title == FROM_GOLD else OF_TEXT)
    pairs = [(cluster, found[cluster.name]) for cluster in wanted]
    return Part(title, about, corpora(*_files()), rows, " ".join(notes(pairs)))


def _row(scores: Scores) -> dict[str, float]:
    columns = (("f1", "F1"), ("p", "P"), ("r", "R"))
    return {
        f"{MEASURES[name]} {column}": scores[name][key]
        for key, column in columns
        for name in scores
    }


def _files() -> list[Path]:
    dev = SHARED / "gold/dev"
    links = sorted((dev / "clusters").glob("*/links.json"))
    return [dev / "signals.jsonl", dev / "links-seeds.json", *links]


def notes(found: Sequence[tuple[Cluster, Predicted]]) -> Iterator[str]:
    """Yield how often what was found has the state and the days of the gold."""
    stated: Counter[tuple[str, str]] = Counter()
    dated: list[tuple[bool, bool]] = []
    for cluster, ours in found:
        names = ours.names(cluster)
        stated.update(lines_and_forecasts.states(cluster.links, ours.links, names))
        dated += lines_and_forecasts.windows(cluster.links, ours.links)
    right = sum(times for (wanted, given), times in stated.items() if wanted == given)
    wrong = ", ".join(
        f"{wanted} → {given} {times}"
        for (wanted, given), times in sorted(stated.items())
        if wanted != given
    )
    yield (
        f"Of {stated.total()} red lines found, {right} have the state of the gold"
        f" (the others, gold → given: {wrong or 'none'})."
    )
    yield (
        f"Of {len(dated)} forecasts found, the first day is right in"
        f" {share([first for first, _ in dated]):.3f}, the last in"
        f" {share([last for _, last in dated]):.3f}."
    )


def main() -> None:
    """Print the scores of each cluster of a part of gold, and their means."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("part", nargs="?", default="train", choices=["train", "dev"])
    parser.add_argument("--text", action="store_true", help="read the texts ourselves")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    arguments = parser.parse_args()
    print(
        f"{'':24}"
        + "  |".join(f"{f'{name}: p, r, F1':20}" for name in MEASURES.values())
    )
    found = []
    for cluster in of_part(arguments.part):
        read = text_readings if arguments.text else gold_readings
        found.append((cluster, predict(read(cluster))))
        print(show(cluster.name, found[-1][1].score(cluster)), flush=True)
        if arguments.out:
            _keep(arguments.out, *found[-1])
    for name, figure in mean([ours.score(cluster) for cluster, ours in found]).items():
        print(f"mean F1 of {name}: {figure:.3f}")
    print(*notes(found), sep="\n")


def _keep(folder: Path, cluster: Cluster, found: Predicted) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in found.documents)
    (folder / f"{cluster.name}.jsonl").write_text("".join(lines), "utf-8")
    links = json.dumps(found.links, indent=1, ensure_ascii=False)
    (folder / f"{cluster.name}.links.json").write_text(links, "utf-8")


if __name__ == "__main__":
    main()
