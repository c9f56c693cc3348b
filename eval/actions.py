"""How well actions are read: `python -m eval.actions [--misses]`.

Sentences in the manner of the press, from 1950 to today, with the actions that they
report (`eval/actions.jsonl`). Two of three were looked at while the rules were written;
every third was not.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.domain.actions import Action
from backchannel.domain.labels import Labelled
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal
from backchannel.domain.text import Appearance, Document, Stated
from backchannel.label.labeller import Labeller
from backchannel.pipeline import open_reader, open_reference
from backchannel.reconstruct.actions import find_actions
from backchannel.reconstruct.deeds import deed_spans, find_deeds
from backchannel.resolve.actors import name_actors
from eval import quiet
from eval.gold import corpora
from eval.parts import Agreement, Part, Row, Shipped

TABLE = Path(__file__).with_name("actions.jsonl")
TITLE = "Actions"
ABOUT = (
    "Actions found by the words that name them, in sentences written for this, and how"
    " many of those found have the right kind, status, and sides of who acts and of who"
    " is hit. A third of the sentences was not looked at while the rules were written;"
    " *nothing done*: sentences of sport, metaphor and trade, where every action found"
    " is invented. *Texts without diplomacy*: the same, in those of `eval/quiet.jsonl`."
)
#: Every how manieth line was not looked at.
UNSEEN = 3
FIELDS = ("kind", "status", "actor", "target")


@dataclass(frozen=True, slots=True)
class Told:
    """One action, as its words and the values of its fields."""

    start: int
    kind: str
    status: str
    actor: frozenset[str]
    target: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A text, what it reports, and what was read in it."""

    number: int
    text: str
    expected: tuple[Told, ...]
    found: tuple[Told, ...]


def measure(shipped: Shipped) -> Part:
    """Return how well actions are read in the sentences of the table."""
    read = list(cases(shipped))
    rows = {
        "looked at": _row([c for c in read if c.number % UNSEEN]),
        "not looked at": _row([c for c in read if not c.number % UNSEEN]),
    }
    bare = list(cases(shipped, with_signals=False))
    rows["not looked at, no signals read"] = _row(
        [case for case in bare if not case.number % UNSEEN]
    )
    silent = [case for case in read if not case.expected]
    rows["nothing done"] = {
        "invented": sum(len(case.found) for case in silent),
        "texts": len(silent),
    }
    rows["texts without diplomacy"] = _quiet(shipped)
    return Part(TITLE, ABOUT, corpora(TABLE, quiet.CORPUS), rows)


def _quiet(shipped: Shipped) -> Row:
    """Return how many actions are invented where nobody fights but teams and prices."""
    labeller = Labeller(shipped.model)
    texts = [
        json.loads(line)["text"]
        for line in quiet.CORPUS.read_text("utf-8").splitlines()
    ]
    read = (labeller.label(Document(f"q{n}", text)) for n, text in enumerate(texts))
    invented = sum(len(read_actions(labelled, ())) for labelled in read)
    return {"invented": invented, "texts": len(texts)}


def cases(shipped: Shipped, *, with_signals: bool = True) -> Iterator[Case]:
    """Yield the sentences of the table, each with what is read in it.

    Without signals, what is taken for a signal is still an action.
    """
    labeller = Labeller(shipped.model)
    lines = TABLE.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        record = json.loads(line)
        published = Stated(date.fromisoformat(record["published"]), "table")
        document = Document(
            f"a{number}", record["text"], appearance=Appearance(published=published)
        )
        signals = shipped.reader.read(document).signals if with_signals else ()
        actions = read_actions(labeller.label(document), signals)
        expected = tuple(_expected(record["text"], one) for one in record["actions"])
        yield Case(number, record["text"], expected, tuple(map(_told, actions)))


def read_actions(labelled: Labelled, signals: Sequence[Signal]) -> tuple[Action, ...]:
    """Return the actions of a document, its deeds named by the shipped tables."""
    deeds = find_deeds(labelled)
    actors = name_actors(labelled, deed_spans(deeds), open_reference())
    return find_actions(labelled, deeds, actors, signals)


def _expected(text: str, given: dict[str, Any]) -> Told:
    return Told(
        text.index(given["words"]),
        given["kind"],
        given["status"],
        frozenset(given["actor"]),
        frozenset(given["target"]),
    )


def _told(action: Action) -> Told:
    return Told(
        action.span.start,
        action.kind,
        action.status,
        _sides(action.actor),
        _sides(action.target),
    )


def _sides(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(party.side for party in parties) - {UNKNOWN_SIDE}


def _pairs(case: Case) -> list[tuple[Told, Told]]:
    by_start = {told.start: told for told in case.found}
    pairs = ((one, by_start.get(one.start)) for one in case.expected)
    return [(one, found) for one, found in pairs if found]


def _row(read: Sequence[Case]) -> Row:
    total = Agreement()
    for case in read:
        right = len(_pairs(case))
        total += Agreement(right, len(case.found), len(case.expected))
    row: dict[str, float] = {"texts": len(read), **total.row("found ")}
    matched = [pair for case in read for pair in _pairs(case)]
    for name in FIELDS:
        right = sum(getattr(a, name) == getattr(b, name) for a, b in matched)
        row[f"{name} F1"] = Agreement(right, total.given, total.wanted).f1
    return row


def _misses(read: Sequence[Case]) -> Iterator[str]:
    for case in read:
        pairs = dict(_pairs(case))
        wrong = [one for one in case.expected if pairs.get(one) != one]
        extra = [one for one in case.found if one not in pairs.values()]
        if wrong or extra:
            yield f"{case.number} {case.text}"
            yield from (f"   - {one}\n   + {pairs.get(one)}" for one in wrong)
            yield from (f"   invented {one}" for one in extra)


def main() -> None:
    """Print the figures, or what was missed in the sentences that were looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    shipped = _open()
    if asked.misses:
        read = [case for case in cases(shipped) if case.number % UNSEEN]
        print("\n".join(_misses(read)))
        return
    for name, row in measure(shipped).rows.items():
        figures = "  ".join(f"{k} {v:.3f}" for k, v in row.items())
        print(f"{name}: {figures}")


def _open() -> Shipped:
    from importlib import resources

    from backchannel.label.model import Model

    folder = Path(str(resources.files("backchannel.label") / "model"))
    return Shipped(Model(folder), open_reader())


if __name__ == "__main__":
    main()
