"""How often actors are told right: `python -m eval.actors GOLD.jsonl`.

Asks `name_actors` for every sender, recipient and intermediary of the gold signals,
with the gold spans, without names or links of a model, and prints the shares of right
sides and names, by kind of mention and by genre. `--misses` lists what was missed.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.domain.labels import Labelled
from backchannel.domain.signals import Actor
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.pipeline import open_reference
from backchannel.resolve.actors import name_actors
from backchannel.resolve.pronouns import ALL
from backchannel.resolve.reference import Reference

ROLES = ("sender", "recipient", "intermediary")
_BODY = re.compile(
    r"ministry|government|parliament|office|embassy|council|commission|army|police",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One gold actor and what was made of its mention."""

    document: str
    words: str
    before: str
    after: str
    name: str
    side: str
    #: The gold actors of this mention: all of one role that share its span.
    found: tuple[Actor, ...]

    @property
    def side_right(self) -> bool:
        """Whether its side is among those found."""
        return self.side.casefold() in {a.side.casefold() for a in self.found}

    @property
    def name_right(self) -> bool:
        """Whether its name is among those found."""
        return self.name.casefold() in {a.name.casefold() for a in self.found}

    @property
    def kind(self) -> str:
        """What sort of mention it is."""
        words = re.sub(r"^(?:the|an?) ", "", self.words, flags=re.IGNORECASE)
        if words.casefold() in ALL:
            return "pronoun"
        if self.name.casefold() in words.casefold() and " " in self.name:
            return "full name"
        if words[:1].islower() or _BODY.search(words):
            return "body" if _BODY.search(words) else "description"
        if " " not in words and words.casefold() in self.name.casefold().split():
            return "short name"
        return "name or state"


def read_items(
    path: Path,
    reference: Reference,
    *,
    label: Callable[[Document], Labelled] = Labelled,
) -> Iterator[Item]:
    """Yield every gold actor of a file with what `name_actors` makes of it.

    Args:
        label: reads names and links in a document; without it there are none.
    """
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        yield from _items_of(record, reference, label)


def _items_of(
    record: Mapping[str, Any],
    reference: Reference,
    label: Callable[[Document], Labelled],
) -> Iterator[Item]:
    gold = [
        item for signal in record["signals"] for role in ROLES for item in signal[role]
    ]
    document = document_of(record)
    spans = {Span(*item["span"]) for item in gold}
    actors = name_actors(label(document), spans, reference)
    for item in gold:
        span = Span(*item["span"])
        yield Item(
            document=record["id"],
            words=document.quote(span),
            before=document.text[max(0, span.start - 90) : span.start],
            after=document.text[span.end : span.end + 60],
            name=item["actor"],
            side=item["side"],
            found=actors[span],
        )


def document_of(record: Mapping[str, Any]) -> Document:
    """Return the document of a gold record."""
    published = record.get("published")
    appearance = Appearance(
        title=_stated(record.get("title")),
        outlet=_stated(record.get("outlet")),
        published=Stated(date.fromisoformat(published), "gold") if published else None,
    )
    return Document(record["id"], record["text"], appearance=appearance)


def _stated(value: str | None) -> Stated[str] | None:
    return Stated(value, "gold") if value else None


def report(items: Sequence[Item]) -> Iterator[str]:
    """Yield the lines of the table."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups["all"].append(item)
        groups[f"kind: {item.kind}"].append(item)
        groups[f"genre: {item.document.split('-')[0]}"].append(item)
    for name in sorted(groups, key=lambda key: (key.split(":")[0], -len(groups[key]))):
        found = groups[name]
        sides = sum(item.side_right for item in found) / len(found)
        names = sum(item.name_right for item in found) / len(found)
        yield f"{name:32} {len(found):6} side {sides:.3f} name {names:.3f}"


def misses(items: Sequence[Item]) -> Iterator[str]:
    """Yield a line for every miss, those of side first."""
    for item in sorted(items, key=lambda item: (item.side_right, item.kind)):
        if item.side_right and item.name_right:
            continue
        what = "NAME" if item.side_right else "SIDE"
        found = "; ".join(f"{a.name}/{a.side} ({a.rule})" for a in item.found[:3])
        before = " ".join(item.before.split())
        after = " ".join(item.after.split())
        place = f"…{before} [{item.words}] {after}…"
        yield (
            f"{what} {item.kind} {item.document[:24]} | {place}"
            f"\n     gold {item.name}/{item.side} | found {found}"
        )


def main() -> None:
    """Print the table for the gold files given."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    reference = open_reference()
    items = [item for path in arguments.gold for item in read_items(path, reference)]
    for line in [*report(items), *(misses(items) if arguments.misses else ())]:
        print(line)


if __name__ == "__main__":
    main()
