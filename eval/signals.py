"""The scores of signals on gold/dev, all and by genre, as a part of the report.

    python -m eval.signals GOLD.jsonl [--model FOLDER]

prints them for any annotated file, and for a model that is not shipped.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from backchannel.case import Reader
from backchannel.pipeline import open_reader
from eval.gold import DEV, by_genre, corpora, digest, flat, read_all, records, scorer
from eval.parts import Part

TITLE = "Signals"
ABOUT = (
    "All scores of `gold.py score`, F1 where a score has precision and recall. *Of the"
    " paired*: of the signals that were found. A genre without any of a kind has 0."
)
_CONFUSED = "acts most confused (gold, predicted)"
Scores = Mapping[str, Any]


def evaluate(path: Path, reader: Reader) -> dict[str, Scores]:
    """Return the scores of all documents under "all", and those of each genre."""
    return score(records(path), read_all(path, reader))


def score(gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> dict[str, Scores]:
    """Return the scores of documents that were read, all and by genre."""
    measure, found = scorer(), {document["id"]: document for document in read}

    def of(part: list[dict[str, Any]]) -> dict[str, Any]:
        scores: dict[str, Any] = measure.score(part, [found[d["id"]] for d in part])
        return scores

    return {"all": of(gold), **by_genre(gold, of)}


def as_part(path: Path, scores: Mapping[str, Scores]) -> Part:
    """Return the scores as a part of the report, a column for each genre."""
    columns = {genre: figures(of) for genre, of in scores.items()}
    rows = {
        name: {genre: of[name] for genre, of in columns.items() if name in of}
        for name in columns["all"]
    }
    confused = ", ".join(
        f"{gold} → {given} {times}" for gold, given, times in scores["all"][_CONFUSED]
    )
    note = f"Acts most confused, gold → given: {confused}."
    return Part(TITLE, ABOUT, corpora(path), rows, note)


def figures(scores: Scores) -> dict[str, float]:
    """Return every figure by name; found and act with precision and recall."""
    named: dict[str, float] = {
        name: scores[name] for name in ("documents", "signals", "predicted")
    }
    for name, figure in flat(scores).items():
        named[name] = figure
        if name in ("found", "act"):
            named[f"{name}, precision"] = scores[name]["p"]
            named[f"{name}, recall"] = scores[name]["r"]
    return named


def main() -> None:
    """Print the scores of the corpus named, or of gold/dev."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path, default=DEV)
    parser.add_argument("--model", type=Path, help="instead of the one in the package")
    arguments = parser.parse_args()
    part = as_part(
        arguments.gold, evaluate(arguments.gold, open_reader(arguments.model))
    )
    columns = list(part.rows["signals"])
    print(f"{arguments.gold} ({digest(arguments.gold)})")
    print(f"{'':42}" + "".join(f"{name:>10}" for name in columns))
    for name, row in part.rows.items():
        cells = (f"{row.get(column, float('nan')):10.3f}" for column in columns)
        print(f"{name:42}{''.join(cells)}")
    print(part.note)


if __name__ == "__main__":
    main()
