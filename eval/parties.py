"""Mentions and sides on gold/dev: given the gold words, and from the text alone.

In: gold documents, our reading of them in the machine form, and the labeller. Out: how
often the actor and side of a party are right.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from backchannel.label.labeller import Labeller
from backchannel.resolve.reference import Reference
from eval.actors import ROLES, Item, read_items
from eval.gold import corpora, genre, scorer
from eval.parts import Agreement, Part, Row, compare, share

GIVEN, FOUND = "Mentions, given their words", "Parties, from the text alone"
ABOUT_GIVEN = (
    "Every sender, recipient and intermediary of gold/dev, given the gold span: does"
    " `backchannel.resolve` name the side and the actor? *With the model*: it also sees"
    " the names and links that the model reads in the document."
)
ABOUT_FOUND = (
    "The same parties as read from the bare text: a party is found where the paired"
    " signal has one of the same side, or name, in the same role. What is missed or"
    " invented with its signal counts here, too."
)
Json = Mapping[str, Any]


def measure_given(path: Path, labeller: Labeller, reference: Reference) -> Part:
    """Return how often gold mentions are named right."""
    groups: dict[str, list[tuple[Item, Item]]] = {"all": []}
    helped = read_items(path, reference, label=labeller.label)
    for items in zip(read_items(path, reference), helped, strict=True):
        for group in ("all", items[0].kind, f"in {genre(items[0].document)}"):
            groups.setdefault(group, []).append(items)
    rows = {group: _given_row(groups[group]) for group in _ordered(groups)}
    return Part(GIVEN, ABOUT_GIVEN, corpora(path), rows)


def _given_row(items: Sequence[tuple[Item, Item]]) -> Row:
    return {
        "side": share([alone.side_right for alone, _ in items]),
        "name": share([alone.name_right for alone, _ in items]),
        "side, with the model": share([helped.side_right for _, helped in items]),
        "name, with the model": share([helped.name_right for _, helped in items]),
        "mentions": len(items),
    }


def _ordered(groups: Iterable[str]) -> list[str]:
    """Return "all", then the kinds of mention, then the genres."""
    return sorted(groups, key=lambda name: (name != "all", name[:3] == "in ", name))


def measure_found(path: Path, gold: Sequence[Json], read: Mapping[str, Json]) -> Part:
    """Return how often parties are found, `read` by document id."""
    rows = {}
    totals = {role: (Agreement(), Agreement()) for role in ROLES}
    for document in gold:
        ours = read[document["id"]]["signals"]
        for role, (sides, names) in score(document["signals"], ours).items():
            totals[role] = totals[role][0] + sides, totals[role][1] + names
    for role, (sides, names) in totals.items():
        rows[role] = {
            **sides.row("side "),
            **names.row("name "),
            "wanted": sides.wanted,
            "given": sides.given,
        }
    return Part(FOUND, ABOUT_FOUND, corpora(path), rows)


def score(
    gold: Sequence[Json], ours: Sequence[Json]
) -> dict[str, tuple[Agreement, Agreement]]:
    """Return the agreement on sides and on names by role, in one document.

    Signals are paired as `gold.py` pairs them; a role counts each side once.
    """
    measure = scorer()
    pairs = [(theirs, mine) for theirs, mine in measure.pair(list(gold), list(ours))]
    partner = {id(theirs): mine for theirs, mine in pairs}
    lone = [s for s in ours if id(s) not in {id(mine) for _, mine in pairs}]
    found = {}
    for role in ROLES:
        both = [(s[role], partner.get(id(s), {}).get(role, ())) for s in gold]
        both += [((), signal[role]) for signal in lone]
        sides = (compare(measure.sides(b), measure.sides(a)) for a, b in both)
        names = (compare(measure.names(b), measure.names(a)) for a, b in both)
        found[role] = sum(sides, Agreement()), sum(names, Agreement())
    return found
