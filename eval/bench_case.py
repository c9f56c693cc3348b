"""A large case: how long lists and searches take, and what keeping costs.

The bundled examples are read once and kept over and over, each time with another last
line, so that all ids differ; as copies of one another they come to few exchanges with
many outlets. Milliseconds are medians of `ROUNDS`; they hold for the
machine they were measured on, unlike the ratio of adding to reading alone.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count, islice
from pathlib import Path

from backchannel.case import read_each
from backchannel.case.case import Case
from backchannel.domain.codec import record_id, text_id
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from backchannel.ingest.read import read_documents
from backchannel.pipeline import open_reader
from backchannel.store import keep
from backchannel.store.database import Database

EXAMPLES = Path(__file__).parents[1] / "examples/clusters"
SIGNALS = 100_000
ROUNDS = 20
SEARCHES = (
    "",
    "ceasefire",
    '"foreign minister"',
    "messag*",
    "from:Argentina",
    'from:Iran to:"United States" act:threaten,warn',
    "actor:Khrushchev -act:inform",
    "channel:intermediary before:1983",
    "source:anonymous",
    "outlet:wire on:1962-10",
    "minister from:India review:unreviewed",
)


def copies(readings: list[Reading]) -> Iterator[Reading]:
    """Yield the readings again and again, each time as of another text."""
    for number in count():
        for reading in readings:
            yield _copy(reading, number)


def _copy(reading: Reading, number: int) -> Reading:
    text = f"{reading.document.text}\n\n[{number}]"
    document = replace(reading.document, id=text_id(text), text=text)
    signals = tuple(
        replace(
            signal,
            document=document.id,
            repeats=None,
            id=record_id(
                {
                    "document": document.id,
                    "at": [signal.trigger.start, signal.trigger.end],
                }
            ),
        )
        for signal in reading.signals
    )
    return replace(reading, document=document, signals=signals)


def fill(where: Path, readings: list[Reading], signals: int) -> int:
    """Keep copies until there are about `signals`; return how many documents."""
    each = sum(len(reading.signals) for reading in readings)
    documents = len(readings) * -(-signals // each)
    database = Database(where, make=True)
    for reading in islice(copies(readings), documents):
        with database.writing() as connection:
            keep.put_reading(connection, reading, name="copy", reader="bench")
    database.close()
    return documents


def adding_over_reading() -> float:
    """Return how long adding the examples takes, as a multiple of reading alone."""
    reader = open_reader()
    documents = [d for d in read_documents([EXAMPLES]) if isinstance(d, Document)]

    def alone() -> None:
        found = read_documents([EXAMPLES])
        assert_read(len(list(read_each(found, failed=print, reader=reader))))

    def added() -> None:
        with tempfile.TemporaryDirectory() as folder:
            case = Case(Path(folder) / "case.db")
            assert_read(len(list(case.add([EXAMPLES], reader=reader))))

    def assert_read(number: int) -> None:
        if number != len(documents):
            raise RuntimeError(f"{number} of {len(documents)} documents were read")

    ratios = [_seconds(added) / _seconds(alone) for _ in range(5)]
    return statistics.median(ratios)


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _milliseconds(run: Callable[[], object]) -> float:
    return round(1000 * statistics.median(_seconds(run) for _ in range(ROUNDS)), 1)


def _first(case: Case) -> str:
    return case.signals(limit=1).rows[0].signal.id


def main(signals: int = SIGNALS) -> None:
    """Print the figures as JSON."""
    readings = list(read_each(read_documents([EXAMPLES]), failed=print))
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "case.db"
        started = time.perf_counter()
        documents = fill(where, readings, signals)
        took = time.perf_counter() - started
        with Case(where) as case:
            grouping = _seconds(case.group)
            exchange = case.exchanges(limit=1).rows[0].exchange.id
            figures = {
                "documents": documents,
                "signals": case.signals(limit=1).total,
                "keeping, documents a second": round(documents / took),
                "comparing all, seconds": round(grouping, 1),
                "megabytes": round(where.stat().st_size / 1e6),
                "milliseconds": {
                    **{
                        f"search {query!r}": _milliseconds(partial(case.signals, query))
                        for query in SEARCHES
                    },
                    "signals, last page": _milliseconds(
                        partial(case.signals, offset=signals - 50)
                    ),
                    "documents": _milliseconds(case.documents),
                    "documents ceasefire": _milliseconds(
                        partial(case.documents, "ceasefire")
                    ),
                    "actors": _milliseconds(case.actors),
                    "actors an": _milliseconds(partial(case.actors, "an")),
                    "actors, candidates": _milliseconds(case.candidates),
                    "show": _milliseconds(partial(case.show, _first(case))),
                    "stats": _milliseconds(case.stats),
                    "exchanges": _milliseconds(case.exchanges),
                    "compare": _milliseconds(partial(case.compare, exchange)),
                },
            }
    figures["adding over reading alone"] = round(adding_over_reading(), 3)
    print(json.dumps(figures, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
