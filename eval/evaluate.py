"""Scores of reading on gold/dev, all and by genre, against the floors of `floors.json`.

`python -m eval.evaluate [GOLD.jsonl]` prints a table and exits with 1 where a figure
fell below its floor. The floors hold for the corpus whose digest they name.
"""

import json
import sys
from pathlib import Path
from typing import Any

from backchannel.case import Reader
from backchannel.pipeline import open_reader
from eval.gold import DEV, by_genre, digest, flat, read_all, records, scorer

FLOORS = Path(__file__).with_name("floors.json")


def evaluate(path: Path, reader: Reader) -> dict[str, dict[str, Any]]:
    """Return the scores of all documents under "all", and those of each genre."""
    gold = records(path)
    read = {document["id"]: document for document in read_all(path, reader)}
    measure = scorer()

    def score(part: list[dict[str, Any]]) -> dict[str, Any]:
        scores: dict[str, Any] = measure.score(part, [read[d["id"]] for d in part])
        return scores

    return {"all": score(gold), **by_genre(gold, score)}


def below_floor(path: Path, figures: dict[str, float]) -> list[str]:
    """Return a line for each figure that fell below its floor, and for a new corpus."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    if digest(path) != floors["digest"]:
        return [f"{path}: not the corpus of the floors ({floors['digest']}); set anew"]
    return [
        f"{name}: {figures[name]:.3f}, floor {floor:.3f}"
        for name, floor in floors["floors"].items()
        if figures[name] < floor
    ]


def main() -> None:
    """Print the scores of the corpus named, or of gold/dev."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEV
    scores = evaluate(path, open_reader())
    columns = {part: flat(figures) for part, figures in scores.items()}
    print(f"{path} ({digest(path)}): {scores['all']['signals']} signals")
    print(f"{'':38}" + "".join(f"{part:>10}" for part in columns))
    for name in columns["all"]:
        cells = "".join(f"{c.get(name, float('nan')):10.3f}" for c in columns.values())
        print(f"{name:38}{cells}")
    print("most confused acts:", scores["all"]["acts most confused (gold, predicted)"])
    if path == DEV:
        fallen = below_floor(path, columns["all"])
        print("\n".join(fallen) or "all floors hold")
        sys.exit(bool(fallen))


if __name__ == "__main__":
    main()
