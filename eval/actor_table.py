"""How many mentions of the table `eval/actors.jsonl` are told right.

    python -m eval.actor_table

prints each that is not. A row is a text with mentions: their words, which of the places
with these words (`n`), and all actors meant, each with its side.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backchannel.domain.labels import Labelled
from backchannel.domain.signals import Actor
from backchannel.domain.text import Span
from backchannel.pipeline import open_reference
from backchannel.resolve.actors import name_actors
from backchannel.resolve.pronouns import ALL
from backchannel.resolve.reference import Reference
from eval.actors import document_of
from eval.gold import corpora
from eval.parts import Part, share

TITLE = "Actors"
TABLE = Path(__file__).with_name("actors.jsonl")
ABOUT = (
    "Mentions in short contexts written for this, of real crises from 1948 on and of"
    " invented ones, given their words and nothing else of the model. Right are all"
    " sides, or all names, of a mention and no other."
)


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of the table, and who it was told to be."""

    place: str
    words: str
    #: Name and side of each actor meant.
    expected: tuple[tuple[str, str], ...]
    found: tuple[Actor, ...]

    @property
    def side_right(self) -> bool:
        """Whether the sides are those expected, and no other."""
        return {a.side for a in self.found} == {side for _, side in self.expected}

    @property
    def name_right(self) -> bool:
        """Whether the names are those expected, and no other."""
        return {a.name for a in self.found} == {name for name, _ in self.expected}

    @property
    def kind(self) -> str:
        """What sort of mention it is."""
        if self.words.casefold() in ALL:
            return "pronoun"
        if len(self.expected) > 1:
            return "several at once"
        name, side = self.expected[0]
        if side == "unknown":
            return "of no known side"
        if len(side) != 3 or not side.isupper():
            return "organisation, group or invented state"
        if set(name.split()) & set(self.words.replace("’s", "").split()):
            return "real state, by name"
        return "real state, by office, capital or description"


def measure(reference: Reference) -> Part:
    """Return the figures of the table."""
    groups: dict[str, list[Told]] = {"all": []}
    for told in read_table(reference):
        groups["all"].append(told)
        groups.setdefault(told.kind, []).append(told)
    rows = {
        name: {
            "side": share([told.side_right for told in group]),
            "name": share([told.name_right for told in group]),
            "mentions": len(group),
        }
        for name, group in groups.items()
    }
    return Part(TITLE, ABOUT, corpora(TABLE), rows)


def read_table(reference: Reference, path: Path = TABLE) -> Iterator[Told]:
    """Yield every mention of a table with what `name_actors` makes of it."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        yield from _told(json.loads(line), f"{path.name}:{number}", reference)


def _told(row: Mapping[str, Any], place: str, reference: Reference) -> Iterator[Told]:
    document = document_of({"id": "row", **row})
    spans = [
        find(document.text, mention["words"], mention["n"])
        for mention in row["mentions"]
    ]
    actors = name_actors(Labelled(document), spans, reference)
    for mention, span in zip(row["mentions"], spans, strict=True):
        expected = tuple((a["actor"], a["side"]) for a in mention["actors"])
        yield Told(place, mention["words"], expected, actors[span])


def find(text: str, words: str, n: int) -> Span:
    """Return the `n`th place of `words`, from 1.

    Raises:
        ValueError: there are fewer.
    """
    start = -1
    for _ in range(n):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def misses(table: Iterable[Told]) -> Iterator[str]:
    """Yield a line for every mention that is not told right."""
    for told in table:
        if told.side_right and told.name_right:
            continue
        what = "name" if told.side_right else "side"
        expected = "; ".join(f"{name}/{side}" for name, side in told.expected)
        found = "; ".join(f"{a.name}/{a.side} ({a.rule})" for a in told.found)
        yield f"{told.place} {what} {told.words!r}: {expected} | {found}"


def main() -> None:
    """Print what is missed, then the shares."""
    reference = open_reference()
    for line in misses(read_table(reference)):
        print(line)
    for name, row in measure(reference).rows.items():
        shares = f"side {row['side']:.3f} name {row['name']:.3f}"
        print(f"{name:46} {row['mentions']:4} {shares}")


if __name__ == "__main__":
    main()
