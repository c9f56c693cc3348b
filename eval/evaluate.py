"""Every part of the reading measured on its own dev data: `make evaluate`.

Writes `eval/REPORT.md` and, for the next run to compare with, `eval/figures.json`; with
`--report` elsewhere, the figures lie beside the report. Exits with 1 where a figure of
`floors.json` fell below its floor; the floors hold for the corpus whose digest they
name.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from backchannel.case import Reader, read_each
from backchannel.domain.errors import SourceError
from backchannel.domain.reading import Reading
from backchannel.ingest.read import read_documents
from backchannel.label.labeller import Labeller
from backchannel.label.model import Model
from backchannel.pipeline import open_reader, open_reference
from backchannel.write.jsonl import document_line
from eval import (
    actions,
    actor_table,
    attribution,
    claims,
    confidence,
    dates,
    furniture,
    links,
    mention_links,
    names,
    parties,
    quiet,
    report,
    roles,
    signals,
    unseen,
)
from eval.clusters import gold_readings, of_part
from eval.gold import DEV, digest, records
from eval.parts import Part, Shipped, Skipped
from eval.signals import evaluate

__all__ = ["below_floor", "evaluate"]

FLOORS = Path(__file__).with_name("floors.json")
REPORT = Path(__file__).with_name("REPORT.md")
#: The parts that need gold/dev alone.
ON_GOLD = (
    *(signals.TITLE, parties.FOUND, confidence.TITLE, parties.GIVEN),
    *(links.FROM_GOLD, links.FROM_TEXT),
)


def measure(folder: Path) -> Iterator[Part | Skipped]:
    """Yield every part of the report for the model in `folder`, in order."""
    shipped = Shipped(Model(folder), open_reader(folder))
    yield from on_gold(shipped)
    yield _needing(furniture.LISTED, furniture.TITLE, furniture.measure)
    for part in (attribution, names, mention_links):
        yield _needing(part.CORPUS, part.TITLE, partial(part.measure, shipped))
    yield roles.measure(folder)
    yield dates.measure()
    yield actor_table.measure(open_reference())
    yield claims.measure()
    yield actions.measure(shipped)
    yield _needing(DEV, unseen.TITLE, partial(unseen.measure, shipped.reader))
    yield quiet.measure(shipped.reader)


def on_gold(shipped: Shipped) -> Iterator[Part | Skipped]:
    """Yield the parts that gold/dev measures; its texts are read once for all."""
    if not DEV.exists():
        yield from (_missing(title, DEV) for title in ON_GOLD)
        return
    gold, readings = records(DEV), _read(DEV, shipped.reader)
    read = [json.loads(document_line(reading)) for reading in readings]
    yield signals.as_part(DEV, signals.score(gold, read))
    by_id = {document["id"]: document for document in read}
    yield parties.measure_found(DEV, gold, by_id)
    yield confidence.as_part(DEV, gold, by_id)
    labeller = Labeller(shipped.model)
    yield parties.measure_given(DEV, labeller, open_reference())
    yield from across(readings)


def across(readings: Sequence[Reading]) -> Iterator[Part]:
    """Yield what is found across documents; the clusters' texts are in gold/dev."""
    read = {reading.document.id: reading for reading in readings}
    wanted = of_part("dev")
    given = {cluster.name: gold_readings(cluster) for cluster in wanted}
    yield links.measure(links.FROM_GOLD, given)
    ours = {
        cluster.name: [read[document["id"]] for document in cluster.documents]
        for cluster in wanted
    }
    yield links.measure(links.FROM_TEXT, ours)


def _read(path: Path, reader: Reader) -> list[Reading]:
    """Return our reading of each document of a file, which goes the way of any."""
    return list(read_each(read_documents([path]), failed=_raise, reader=reader))


def _raise(error: SourceError) -> None:
    raise error


def _needing(corpus: Path, title: str, measured: Callable[[], Part]) -> Part | Skipped:
    return measured() if corpus.exists() else _missing(title, corpus)


def _missing(title: str, corpus: Path) -> Skipped:
    return Skipped(title, f"there is no {corpus.name}; it needs `../shared`")


def below_floor(path: Path, figures: dict[str, float]) -> list[str]:
    """Return a line for each figure that fell below its floor, and for a new corpus."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    if digest(path) != floors["digest"]:
        return [f"{path}: not the corpus of the floors ({floors['digest']}); set anew"]
    return _fallen(floors["floors"], figures)


def _fallen(floors: dict[str, float], figures: dict[str, float]) -> list[str]:
    return [
        f"{name}: {figures[name]:.3f}, floor {floor:.3f}"
        for name, floor in floors.items()
        if figures[name] < floor
    ]


def fallen(parts: list[Part | Skipped]) -> list[str]:
    """Return a line for each figure of the report that is below its floor."""
    rows = {part.title: part.rows for part in parts if isinstance(part, Part)}
    lines = []
    if signals.TITLE in rows:
        scores = {name: row["all"] for name, row in rows[signals.TITLE].items()}
        lines += below_floor(DEV, scores)
    actors = json.loads(FLOORS.read_text("utf-8"))["actors"]
    told = dict(rows[actor_table.TITLE]["all"])
    lines += [f"actors, {line}" for line in _fallen(actors, told)]
    return lines


def _last(path: Path) -> Any:
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def main() -> None:
    """Write the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    shipped = Path(str(resources.files("backchannel.label") / "model"))
    parser.add_argument("--model", type=Path, default=shipped)
    parser.add_argument("--report", type=Path, default=REPORT)
    arguments = parser.parse_args()
    record = arguments.report.with_name("figures.json")
    model = Model(arguments.model).id
    parts = list(measure(arguments.model))
    below = fallen(parts)
    page = report.render(parts, model, last=_last(record), fallen=below)
    arguments.report.write_text(page, "utf-8")
    for part in parts:
        if isinstance(part, Part):
            for name, drawing in part.drawings.items():
                arguments.report.with_name(name).write_text(drawing, "utf-8")
    figures = json.dumps(report.figures(parts, model), indent=1, ensure_ascii=False)
    record.write_text(figures + "\n", "utf-8")
    print(page)
    sys.exit(bool(below))


if __name__ == "__main__":
    main()
