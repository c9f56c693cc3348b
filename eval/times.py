"""How many expressions of time are resolved to exactly the right days.

    python -m eval.times [GOLD.jsonl …]

With annotated documents: the share of `time`s resolved to the annotated days, the
share of their words that `find_times` finds, and each miss. Without: the same over
`eval/times.jsonl`.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.domain.signals import Gap, Interval
from backchannel.reconstruct.times import (
    Dated,
    find_anchor,
    find_times,
    resolve_time,
)

TABLE = Path(__file__).with_name("times.jsonl")
AHEAD = ("planned", "possible")


@dataclass(frozen=True, slots=True)
class Case:
    """An expression, from where it is read, and the days it means (None: a gap)."""

    where: str
    words: str
    published: date | None
    ahead: bool
    anchor: date | None
    expected: Interval | None
    #: The sentence and where the words stand in it; "" where they stand elsewhere.
    sentence: str = ""
    span: tuple[int, int] = (0, 0)

    def resolved(self) -> Dated | Gap:
        """Return what the program makes of the words."""
        return resolve_time(
            self.words, published=self.published, ahead=self.ahead, anchor=self.anchor
        )

    def is_right(self) -> bool:
        """Whether that is what is expected."""
        return days_of(self.resolved()) == self.expected


def days_of(outcome: Dated | Gap) -> Interval | None:
    """Return the days, None for a gap."""
    return outcome.interval if isinstance(outcome, Dated) else None


def read_table(path: Path = TABLE) -> Iterator[Case]:
    """Yield the cases of a table of expressions."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        yield Case(
            f"{path.name}:{number}",
            row["words"],
            _day(row.get("published")),
            row.get("ahead", False),
            _day(row.get("anchor")),
            None if "gap" in row else Interval(_day(row["start"]), _day(row["end"])),
        )


def read_gold(path: Path) -> Iterator[Case]:
    """Yield the annotated times of documents, each with the latest day named before."""
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        for signal in document["signals"]:
            if signal.get("time"):
                yield _gold_case(document, signal)


def _gold_case(document: dict[str, Any], signal: dict[str, Any]) -> Case:
    time = signal["time"]
    start, end = time["span"]
    first, last = signal["sentence"]
    published = _day(document.get("published"))
    return Case(
        f"{document['id']} {signal['status']}",
        document["text"][start:end],
        published,
        signal["status"] in AHEAD,
        find_anchor(document["text"][:start], published=published),
        Interval(_day(time["start"]), _day(time["end"])),
        document["text"][first:last] if first <= start and end <= last else "",
        (start - first, end - first),
    )


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def report(cases: list[Case]) -> None:
    """Print each miss, then the shares."""
    missed = [case for case in cases if not case.is_right()]
    for case in missed:
        day = f"{case.published:%a %Y-%m-%d}" if case.published else "no date"
        print(f"{case.where} ({day}, anchor {case.anchor}) {case.words!r}")
        print(f"    wanted {_shown(case.expected)}, found {case.resolved()}")
    right = len(cases) - len(missed)
    print(f"resolved exactly: {right} of {len(cases)} = {right / len(cases):.3f}")
    spans = [case for case in cases if case.sentence]
    if spans:
        _report_spans(spans)


def _report_spans(cases: list[Case]) -> None:
    exact = overlapping = 0
    for case in cases:
        start, end = case.span
        found = find_times(case.sentence)
        exact += case.span in found
        overlapping += any(left < end and start < right for left, right in found)
    print(f"words found exactly: {exact / len(cases):.3f}", end="; ")
    print(f"found in part at least: {overlapping / len(cases):.3f}")


def _shown(interval: Interval | None) -> str:
    return f"{interval.start} to {interval.end}" if interval else "a gap"


def main(paths: list[str]) -> None:
    """Report on each file of annotated documents, or on the table."""
    if not paths:
        report(list(read_table()))
    for path in paths:
        report(list(read_gold(Path(path))))


if __name__ == "__main__":
    main(sys.argv[1:])
