"""The errors on gold/dev as one page: `make errors`.

Reads gold/dev and writes `build/errors.html`: each missed, invented or wrong signal
beside the gold one, by kind of error, the most frequent first. The page is whole in
itself and asks no server for anything.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backchannel.pipeline import open_reader
from eval.error_kinds import CLASSES, PARTIES, PASSAGES, Error, find_errors
from eval.gold import DEV, digest, genre, read_all, records, scorer

PAGE = Path(__file__).parents[1] / "build/errors.html"
Json = Mapping[str, Any]
FEW = 12
#: Characters around the sentence that are shown with it.
AROUND = 220


@dataclass(frozen=True, slots=True)
class Value:
    """What one field holds, as shown: the words, and what was made of them."""

    words: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a signal, gold beside ours."""

    field: str
    gold: tuple[Value, ...]
    ours: tuple[Value, ...]
    wrong: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the sentence, and the triggers it is in: "gold", "ours", "both"."""

    text: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Card:
    """One error, as shown."""

    error: Error
    genre: str
    before: str
    sentence: tuple[Piece, ...]
    after: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The errors in one field, by what went wrong there, the most frequent first."""

    field: str
    whats: tuple[tuple[str, tuple[Card, ...]], ...]

    @property
    def count(self) -> int:
        """How many errors it has."""
        return sum(len(cards) for _, cards in self.whats)

    @property
    def frequent(self) -> int:
        """How many of `whats` the list of contents shows without being opened."""
        return FEW if len(self.whats) > FEW + 2 else len(self.whats)


def group(cards: Iterable[Card]) -> tuple[Group, ...]:
    """Return the cards by kind of error, the most frequent first."""
    fields: dict[str, dict[str, list[Card]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        fields[card.error.kind.field][card.error.kind.what].append(card)
    groups = (Group(field, _by_count(whats)) for field, whats in fields.items())
    return tuple(sorted(groups, key=lambda group: -group.count))


def _by_count(
    whats: Mapping[str, list[Card]],
) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    ordered = sorted(whats.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple((what, tuple(cards)) for what, cards in ordered)


def show(error: Error, text: str) -> Card:
    """Return an error with the words it is about."""
    signals = [signal for signal in (error.gold, error.ours) if signal]
    start, end = signals[0]["sentence"]
    # A sender or trigger of ours may stand outside the gold sentence.
    start = min([start, *(signal["trigger"][0] for signal in signals)])
    end = max([end, *(signal["trigger"][1] for signal in signals)])
    return Card(
        error,
        genre(error.document),
        _before(text, start),
        tuple(pieces(text, start, end, error)),
        _after(text, end),
        tuple(lines(error, text)),
    )


def _before(text: str, start: int) -> str:
    if start <= AROUND:
        return text[:start]
    return "… " + text[start - AROUND : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    if end + AROUND >= len(text):
        return text[end:]
    return text[end : end + AROUND].rpartition(" ")[0] + " …"


def pieces(text: str, start: int, end: int, error: Error) -> Iterator[Piece]:
    """Yield [start, end) of `text`, cut at the edges of both triggers."""
    triggers = {
        name: signal["trigger"]
        for name, signal in (("gold", error.gold), ("ours", error.ours))
        if signal
    }
    edges = {start, end, *(edge for trigger in triggers.values() for edge in trigger)}
    for left, right in pairwise(sorted(edges)):
        inside = [n for n, (first, last) in triggers.items() if first <= left < last]
        yield Piece(text[left:right], "both" if len(inside) > 1 else "".join(inside))


def lines(error: Error, text: str) -> Iterator[Line]:
    """Yield the fields that either signal fills."""
    fields = ("trigger", *CLASSES, *PARTIES, *PASSAGES, "time", "attribution")
    for field in fields:
        gold, ours = (
            tuple(values(signal, field, text)) if signal else ()
            for signal in (error.gold, error.ours)
        )
        if gold or ours:
            yield Line(field, gold, ours, field in error.wrong)


def values(signal: Json, field: str, text: str) -> Iterator[Value]:
    """Yield what one field of a signal holds."""
    held = signal[field]
    if not held:
        return
    if field in CLASSES:
        yield Value(held)
    elif field in PARTIES:
        for party in held:
            words = text[slice(*party["span"])]
            yield Value(words, f"{party['actor']} · {party['side']}")
    elif field == "attribution":
        for source in held:
            yield Value(text[slice(*source["span"])], source["kind"])
    elif field == "time":
        days = " to ".join(str(held[end] or "…") for end in ("start", "end"))
        yield Value(text[slice(*held["span"])], days)
    else:
        yield Value(text[slice(*held)])


def collect(gold: Sequence[Json], read: Sequence[Json]) -> Iterator[Card]:
    """Yield a card for each error of the documents."""
    measure, found = scorer(), {document["id"]: document for document in read}
    for document in gold:
        for error in find_errors(document, found[document["id"]], measure):
            yield show(error, document["text"])


def render(cards: Sequence[Card], facts: Mapping[str, object]) -> str:
    """Return the page; every text of a document in it is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    genres = Counter(card.genre for card in cards)
    template = environment.get_template("errors.html.jinja")
    return template.render(groups=group(cards), genres=genres, facts=facts)


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", type=Path, help="instead of the one in the package")
    parser.add_argument("--page", type=Path, default=PAGE)
    arguments = parser.parse_args()
    if not DEV.exists():
        sys.exit(f"there is no {DEV}; the page shows the errors on it")
    gold, read = records(DEV), read_all(DEV, open_reader(arguments.model))
    cards = list(collect(gold, read))
    facts = {
        "documents": len(gold),
        "signals": sum(len(document["signals"]) for document in gold),
        "given": sum(len(document["signals"]) for document in read),
        "digest": digest(DEV),
    }
    arguments.page.parent.mkdir(parents=True, exist_ok=True)
    arguments.page.write_text(render(cards, facts), "utf-8")
    print(f"{len(cards)} errors: {arguments.page}")


if __name__ == "__main__":
    main()
