"""Large cases grouped: whether putting accounts side by side grows with the case.

    python -m eval.bench_grouping [SIGNALS …]

The signals are made of those read in the bundled examples (`eval.bench_crises` says
how). Times are of the processor, so that what else the machine does counts little; they
hold for the machine they were measured on, unlike *growth*, the milliseconds that one
signal takes in the largest case over those in the smallest.
"""

import json
import resource
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from backchannel.case import read_each
from backchannel.compare.grouping import group_entries
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.ingest.read import read_documents
from eval.bench_crises import crises

EXAMPLES = Path(__file__).parents[1] / "examples/clusters"
SIZES = (10_000, 30_000, 100_000)


def read_examples() -> list[list[Reading]]:
    """Return the readings of each bundled crisis."""
    return [
        list(read_each(read_documents([path]), failed=print))
        for path in sorted(EXAMPLES.glob("*.jsonl"))
    ]


def measure(entries: Sequence[Entry]) -> dict[str, float]:
    """Group the signals, and return how long it took and what came of it."""
    started = time.process_time()
    exchanges = group_entries(entries).exchanges()
    seconds = time.process_time() - started
    return {
        "signals": len(entries),
        "documents": len({entry.document.id for entry in entries}),
        "seconds": round(seconds, 1),
        "milliseconds a signal": round(1000 * seconds / len(entries), 3),
        "exchanges": len(exchanges),
        "exchanges with several accounts": sum(len(e.accounts) > 1 for e in exchanges),
        "accounts of the largest": max(len(e.accounts) for e in exchanges),
    }


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print the figures as JSON."""
    examples = read_examples()
    made = list(islice(crises(examples), max(sizes)))
    rows = [measure(made[:size]) for size in sizes]
    each = "milliseconds a signal"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "grouping": rows,
        "growth": round(rows[-1][each] / rows[0][each], 2),
        "peak memory, MB": round(
            peak / (1 << (20 if sys.platform == "darwin" else 10))
        ),
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
