"""Weights of the features that compare signals, fitted on the clusters of gold/train.

    python -m training.pairs [--write]

fits two logistic regressions over pairs of signals, with a Gaussian prior on the
weights (Newton's method): that both report one exchange, and that they are in conflict.
The pairs are those of the gold signals and, at `READ` of their weight, of our own
reading of the same texts, so that names and sides told wrongly mislead less. It prints
what leaving one cluster out at a time gives, from gold signals and from text, and with
`--write` writes `src/backchannel/compare/weights.py` from all clusters. The reader has
learned from these texts, so the figures from text flatter. Nothing of gold/dev is read.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backchannel.compare import features
from backchannel.compare.disputes import WORDS, conflict_values, exchange_values
from backchannel.compare.features import compare
from backchannel.compare.grouping import Grouping, Weights, group_entries
from backchannel.domain.kept import Entry
from eval.gold import scorer
from eval.links import (
    Cluster,
    clusters,
    gold_entries,
    machine_form,
    mean,
    read_entries,
    score,
    show,
)

TABLE = Path(__file__).parents[1] / "src/backchannel/compare/weights.py"
#: Strength of the prior on each weight: 3 did better than 1, one cluster left out.
PRIOR = 3.0
STEPS = 14
#: What a pair of our own reading weighs beside one of gold, in fitting: of 0, 0.5, 1
#: and 3 the best for gold signals, one cluster left out, and good from text.
READ = 0.5
#: Every pair of a block is kept while its weights are nothing.
NOTHING = Weights({"always": 0.0}, {"always": 0.0})

Array = NDArray[np.float64]
Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The compared pairs of one cluster."""

    cluster: Cluster
    entries: Sequence[Entry]
    grouping: Grouping
    #: By pair: the values of its features, for each of the two regressions.
    one: tuple[Values, ...]
    conflict: tuple[Values, ...]
    #: By pair: whether both report one exchange; whether they are in conflict.
    is_one: Array  # (P,)
    is_conflict: Array  # (P,)
    #: What each counts in fitting.
    weight: float = 1.0

    @property
    def weights(self) -> Array:
        """What each pair counts in fitting, (P,)."""
        return np.full(len(self.one), self.weight)


def collect(cluster: Cluster, entries: Sequence[Entry], weight: float = 1.0) -> Pairs:
    """Return the compared pairs of a cluster with what gold says of them."""
    grouping = group_entries(entries, weights=NOTHING)
    facts, rarity = grouping.facts, grouping.rarity
    ends = [(facts[p.left], facts[p.right]) for p in grouping.pairs]
    values = tuple(compare(a, b, rarity) for a, b in ends)
    more = tuple(
        conflict_values(a, b, v) for (a, b), v in zip(ends, values, strict=True)
    )
    names = gold_names(cluster, entries)
    signals = [(names[a.signal.id], names[b.signal.id]) for a, b in ends]
    together, against = _gold_groups(cluster), _gold_conflicts(cluster)
    groups = [(together.get(a, set()), together.get(b, set())) for a, b in signals]
    one = np.array([bool(a & b) for a, b in groups], dtype=np.float64)
    conflict = np.array([_placed(cluster, *s) in against for s in signals])
    against_it = conflict.astype(np.float64)
    return Pairs(cluster, entries, grouping, values, more, one, against_it, weight)


def gold_names(cluster: Cluster, entries: Sequence[Entry]) -> dict[str, str]:
    """Return the gold signal "document/id" that each signal stands for; else its id."""
    gold = scorer()
    read = {one["id"]: one["signals"] for one in machine_form(entries, cluster)}
    names = {entry.signal.id: entry.signal.id for entry in entries}
    for document in cluster.documents:
        for wanted, found in gold.pair(document["signals"], read[document["id"]]):
            names[found["id"]] = f"{document['id']}/{wanted['id']}"
    return names


def _gold_groups(cluster: Cluster) -> dict[str, set[int]]:
    groups: dict[str, set[int]] = {}
    for number, exchange in enumerate(cluster.links["exchanges"]):
        for signal in exchange["signals"]:
            groups.setdefault(signal, set()).add(number)
    return groups


def _placed(cluster: Cluster, a: str, b: str) -> frozenset[Any]:
    """Return the ends of a conflict, as `gold.py links` counts them."""
    last = {
        signal: number
        for number, exchange in enumerate(cluster.links["exchanges"])
        for signal in exchange["signals"]
    }
    placed = [(ref.split("/")[0], last.get(ref, ref)) for ref in (a, b)]
    return frozenset(placed if placed[0] != placed[1] else (a, b))


def _gold_conflicts(cluster: Cluster) -> set[frozenset[Any]]:
    return {_placed(cluster, row["a"], row["b"]) for row in cluster.links["conflicts"]}


def fit(
    names: Sequence[str], rows: Array, wanted: Array, counts: Array
) -> dict[str, float]:
    """Return the weight of each name, and "always"; each row counts as told."""
    weights = np.zeros(rows.shape[1])  # (F + 1,)
    prior = np.full(len(weights), PRIOR)
    prior[-1] = 1e-6
    for _ in range(STEPS):
        chances = 1.0 / (1.0 + np.exp(-rows @ weights))  # (P,)
        slope = rows.T @ (counts * (chances - wanted)) + prior * weights
        bend = (rows * (counts * chances * (1 - chances))[:, None]).T @ rows
        bend += np.diag(prior)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-4:
            break
    return dict(zip((*names, "always"), map(float, weights), strict=True))


def table(names: Sequence[str], values: Sequence[Values]) -> Array:
    """Return values as rows, with a last column of ones."""
    column = {name: number for number, name in enumerate(names)}
    rows = np.zeros((len(values), len(names) + 1))  # (P, F + 1)
    rows[:, -1] = 1.0
    for number, found in enumerate(values):
        for name, value in found.items():
            rows[number, column[name]] = value
    return rows


def fit_one(pairs: Sequence[Pairs]) -> dict[str, float]:
    """Return the weights that tell two signals of one exchange."""
    names = list(features.WORDS)
    rows = np.vstack([table(names, cluster.one) for cluster in pairs])
    wanted = np.concatenate([cluster.is_one for cluster in pairs])
    return fit(names, rows, wanted, np.concatenate([p.weights for p in pairs]))


def fit_conflict(
    pairs: Sequence[Pairs], grouped: Sequence[Sequence[Values]]
) -> dict[str, float]:
    """Return the weights that tell two signals in conflict.

    `grouped` has for each of `pairs`, by pair, what the exchanges found add.
    """
    names = list(WORDS)
    merged = (
        [{**values, **added} for values, added in zip(p.conflict, more, strict=True)]
        for p, more in zip(pairs, grouped, strict=True)
    )
    rows = np.vstack([table(names, values) for values in merged])
    wanted = np.concatenate([cluster.is_conflict for cluster in pairs])
    return fit(names, rows, wanted, np.concatenate([p.weights for p in pairs]))


def grouped_by(pairs: Pairs, one: Values) -> list[Values]:
    """Return what the exchanges found with weights `one` add to each pair."""
    grouping = group_entries(pairs.entries, weights=Weights(one, {"always": 0.0}))
    groups, facts = grouping.groups(), grouping.facts
    return [
        exchange_values(
            facts[p.left], facts[p.right], groups.of(p.left) == groups.of(p.right)
        )
        for p in pairs.grouping.pairs
    ]


def leave_one_out(pairs: Sequence[Pairs]) -> dict[str, Weights]:
    """Return for each cluster the weights that the other clusters give."""
    names = list(dict.fromkeys(p.cluster.name for p in pairs))
    ones = {out: fit_one(_without(pairs, out)) for out in names}
    # Groups as on unseen reports: those that the cluster's own pairs had no part in.
    grouped = {id(p): grouped_by(p, ones[p.cluster.name]) for p in pairs}
    folds = {}
    for out in names:
        others = _without(pairs, out)
        conflict = fit_conflict(others, [grouped[id(p)] for p in others])
        folds[out] = Weights(ones[out], conflict)
    return folds


def _without(pairs: Sequence[Pairs], out: str) -> list[Pairs]:
    return [p for p in pairs if p.cluster.name != out]


def write(pairs: Sequence[Pairs], folds: Mapping[str, Weights]) -> None:
    """Write the table of weights fitted on all clusters."""
    grouped = [grouped_by(p, folds[p.cluster.name].one) for p in pairs]
    head = TABLE.read_text("utf-8").partition('"""\n\n')[0] + '"""\n\n'
    one = _lines("Do two signals report one exchange?", "ONE_EXCHANGE", fit_one(pairs))
    both = fit_conflict(pairs, grouped)
    TABLE.write_text(head + one + _lines("Are they in conflict?", "CONFLICT", both))


def _lines(question: str, name: str, weights: Values) -> str:
    rows = "".join(f'    "{key}": {value:.2f},\n' for key, value in weights.items())
    return f"#: {question}\n{name}: dict[str, float] = {{\n{rows}}}\n"


def main() -> None:
    """Fit, print what one cluster left out gives, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write the table")
    arguments = parser.parse_args()
    wanted = clusters("train")
    gold = [collect(cluster, gold_entries(cluster)) for cluster in wanted]
    read = [collect(cluster, read_entries(cluster), READ) for cluster in wanted]
    folds = leave_one_out([*gold, *read])
    for title, part in (("gold signals", gold), ("text", read)):
        print(f"From {title}, its cluster left out:")
        rows = []
        for p in part:
            rows.append(score(p.cluster, p.entries, folds[p.cluster.name]))
            print(show(p.cluster.name, rows[-1]), flush=True)
        for name, figure in mean(rows).items():
            print(f"mean F1 of {name}: {figure:.3f}")
    if arguments.write:
        write([*gold, *read], folds)


if __name__ == "__main__":
    main()
