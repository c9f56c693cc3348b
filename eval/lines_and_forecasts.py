"""How many red lines and forecasts of gold clusters are found.

    python -m eval.lines_and_forecasts [--part train|dev] [--from-text] [--write FOLDER]

From gold signals, or with `--from-text` from signals read in the texts. Prints the F1
of each cluster and the means, and how often state and outcome are those of the gold.
With `--write`, the predictions stand there in the form that `gold.py links` takes:
`NAME.jsonl` with the signals, `NAME.links.json` with what links them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any

from backchannel.case import read_each
from backchannel.compare.outcomes import judge_forecasts
from backchannel.compare.redlines import find_red_lines
from backchannel.domain.forecasts import Forecast, Judged
from backchannel.domain.forms import (
    appearance_form,
    day_form,
    signal_form,
    signal_of,
    time_form,
)
from backchannel.domain.reading import Reading
from backchannel.domain.redlines import RedLine
from backchannel.domain.signals import Signal
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.reconstruct.deadlines import find_deadline
from backchannel.reconstruct.forecasts import find_forecasts
from eval.gold import SHARED, scorer

Json = dict[str, Any]
MEASURES = ("red lines", "forecasts")
#: Of the record of a signal, what gold does not tell.
_UNTOLD: Json = {"gaps": [], "repeats": None, "confidence": {}, "why": []}


@dataclass(frozen=True, slots=True)
class Cluster:
    """Annotated reports of one crisis, and what links them."""

    name: str
    documents: list[Json]
    links: Json


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a cluster."""

    readings: tuple[Reading, ...]
    lines: tuple[RedLine, ...]
    forecasts: tuple[Judged, ...]


def clusters(part: str, shared: Path = SHARED) -> Iterator[Cluster]:
    """Yield the clusters of a part of the gold; for dev the seeds are one more."""
    gold, resolve = shared / "gold" / part, scorer().resolve
    for folder in sorted((gold / "clusters").iterdir()):
        documents = [
            resolve(json.loads(path.read_text("utf-8")))
            for path in sorted(folder.glob("*.json"))
            if path.name != "links.json"
        ]
        links = json.loads((folder / "links.json").read_text("utf-8"))
        yield Cluster(folder.name, documents, links)
    seeds = gold / "links-seeds.json"
    if seeds.exists():
        lines = (gold / "signals.jsonl").read_text("utf-8").splitlines()
        documents = [json.loads(line) for line in lines]
        own = [d for d in documents if d["id"].startswith("seed-")]
        yield Cluster("seeds", own, json.loads(seeds.read_text("utf-8")))


def gold_readings(cluster: Cluster) -> tuple[Reading, ...]:
    """Return the documents with their annotated signals."""
    return tuple(
        Reading(
            _document(record),
            tuple(
                signal_of(signal | _UNTOLD, record["id"])
                for signal in record["signals"]
            ),
        )
        for record in cluster.documents
    )


def text_readings(cluster: Cluster) -> tuple[Reading, ...]:
    """Return the documents with the signals that the package reads in them."""
    documents = [_document(record) for record in cluster.documents]
    return tuple(read_each(documents, failed=_raise))


def _raise(error: Exception) -> None:
    raise error


def _document(record: Json) -> Document:
    published = record.get("published")
    stated = Stated(date.fromisoformat(published), "input") if published else None
    return Document(
        record["id"],
        record["text"],
        appearance=Appearance(published=stated),
        language="en",
    )


def find(readings: tuple[Reading, ...]) -> Found:
    """Return the red lines and forecasts of the readings of a case."""
    forecasts: list[Forecast] = []
    for reading in readings:
        forecasts += find_forecasts(reading.document, reading.signals)
    lines = find_red_lines(readings, deadline=find_deadline)
    return Found(readings, lines, judge_forecasts(forecasts, readings))


def signals_form(found: Found) -> list[Json]:
    """Return the readings as `gold.py` takes predictions.

    It takes the condition of a red line from its signal: one that words of the
    sentence opened, and the reader did not find, is given there.
    """
    conditions = {(one.document, one.signal): one.condition for one in found.lines}

    def told(document: str, signal: Signal) -> Json:
        condition = signal.condition or conditions.get((document, signal.id))
        return signal_form(replace(signal, condition=condition))

    return [
        {
            "id": reading.document.id,
            "published": appearance_form(reading.document.appearance)["published"],
            "text": reading.document.text,
            "signals": [told(reading.document.id, one) for one in reading.signals],
        }
        for reading in found.readings
    ]


def links_form(found: Found) -> Json:
    """Return red lines and forecasts as `gold.py links` takes them."""
    documents = {r.document.id: r.document for r in found.readings}

    def words(document: str, span: Span | None) -> str | None:
        return documents[document].quote(span) if span else None

    lines = [
        {
            "signal": f"{line.document}/{line.signal}",
            "drawn_by": [party.actor for party in line.drawn_by],
            "against": [party.actor for party in line.against],
            "condition": words(line.document, line.condition),
            "consequence": words(line.document, line.consequence),
            "deadline": line.deadline and time_form(line.deadline),
            "state": line.state,
            "changes": [
                {
                    "state": change.state,
                    "document": change.evidence.document,
                    "quote": words(change.evidence.document, change.evidence.span),
                    "why": change.evidence.why,
                }
                for change in line.changes
            ],
        }
        for line in found.lines
    ]
    forecasts = [
        {
            "document": one.forecast.document,
            "span": [one.forecast.span.start, one.forecast.span.end],
            "quote": words(one.forecast.document, one.forecast.span),
            "by": words(one.forecast.document, one.forecast.by),
            "from": day_form(one.forecast.days.start),
            "to": day_form(one.forecast.days.end),
            "rule": one.forecast.rule,
            "outcome": one.outcome,
            "evidence": one.evidence
            and words(one.evidence.document, one.evidence.span),
        }
        for one in found.forecasts
    ]
    return {"red_lines": lines, "forecasts": forecasts}


def states(cluster: Cluster, links: Json) -> Iterator[tuple[str, str]]:
    """Yield the state in the gold and that found, for lines of the same signal."""
    found = {line["signal"]: line["state"] for line in links["red_lines"]}
    for line in cluster.links.get("red_lines", []):
        if line["signal"] in found:
            yield line.get("state_in_corpus") or "open", found[line["signal"]]


def windows(cluster: Cluster, links: Json) -> Iterator[tuple[bool, bool]]:
    """Yield whether the first and last days are right, for forecasts that overlap."""
    for wanted in cluster.links.get("forecasts", []):
        for given in links["forecasts"]:
            same = wanted["document"] == given["document"]
            if same and _overlap(wanted["quote"], given["quote"]):
                yield wanted["from"] == given["from"], wanted["to"] == given["to"]
                break


def _overlap(left: str, right: str) -> bool:
    return left in right or right in left


def report(rows: Sequence[tuple[str, Mapping[str, Json]]]) -> None:
    """Print the scores of each cluster, then the means."""
    for name, scores in rows:
        cells = "  ".join(f"{m} {scores[m]['f1']:.3f}" for m in MEASURES)
        print(f"{name:24}{cells}")
    for measure in MEASURES:
        part = [scores[measure] for _, scores in rows]
        shown = "  ".join(f"{k} {mean(one[k] for one in part):.3f}" for k in part[0])
        print(f"mean {measure:12}{shown}")


def main() -> None:
    """Print how well red lines and forecasts are found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=("train", "dev"), default="train")
    parser.add_argument("--from-text", action="store_true")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    read = text_readings if arguments.from_text else gold_readings
    measure, rows = scorer(), []
    stated: Counter[tuple[str, str]] = Counter()
    dated: list[tuple[bool, bool]] = []
    for cluster in clusters(arguments.part):
        found = find(read(cluster))
        signals, links = signals_form(found), links_form(found)
        if arguments.write:
            _write(arguments.write, cluster.name, signals, links)
        scores = measure.score_links(cluster.documents, cluster.links, signals, links)
        rows.append((cluster.name, scores))
        stated.update(states(cluster, links))
        dated += windows(cluster, links)
    report(rows)
    for (wanted, given), times in sorted(stated.items()):
        print(f"state {wanted!r} given as {given!r}: {times}")
    if dated:
        first, last = mean(a for a, _ in dated), mean(b for _, b in dated)
        print(f"windows: first day right {first:.3f}, last day right {last:.3f}")


def _write(folder: Path, name: str, signals: Iterable[Json], links: Json) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(one) + "\n" for one in signals)
    folder.joinpath(f"{name}.jsonl").write_text(lines, "utf-8")
    shown = json.dumps(links, indent=1, ensure_ascii=False)
    folder.joinpath(f"{name}.links.json").write_text(shown, "utf-8")


if __name__ == "__main__":
    main()
