"""What is wrong with the signals of a document, named by kind.

In: a gold document, and our reading of it in the machine form. Out: `Error`s, each a
gold signal beside ours. What counts as right follows `gold.py score`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

Json = Mapping[str, Any]

PARTIES = ("sender", "recipient", "intermediary")
CLASSES = ("act", "channel", "status")
PASSAGES = ("content", "condition", "consequence")
#: Dice overlap from which a passage is right.
SAME = 0.5
#: Ends the field of an error that is in names alone.
NAME = "’s name"
MISSED, INVENTED = "missed signals", "invented signals"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error: the field it is in, and what went wrong there."""

    field: str
    #: Such as "inform → accuse"; sorts errors of one field.
    what: str


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong with one signal."""

    kind: Kind
    document: str
    #: None where ours was invented.
    gold: Json | None
    #: None where it was missed.
    ours: Json | None
    #: Every field of this signal that is wrong, this error's among them.
    wrong: frozenset[str]


def find_errors(gold: Json, read: Json, measure: ModuleType) -> Iterator[Error]:
    """Yield every error of a document, in text order of the signals.

    Args:
        gold: the annotated document.
        read: our reading of it.
        measure: the module `gold.py`, which pairs the signals.
    """
    pairs = measure.pair(gold["signals"], read["signals"])
    partner = {theirs["id"]: ours for theirs, ours in pairs}
    paired = {ours["id"] for _, ours in pairs}
    for theirs in gold["signals"]:
        if theirs["id"] in partner:
            yield from _of_pair(gold, theirs, partner[theirs["id"]], measure)
        else:
            kind = Kind(MISSED, theirs["act"])
            yield Error(kind, gold["id"], theirs, None, frozenset())
    for ours in read["signals"]:
        if ours["id"] not in paired:
            kind = Kind(INVENTED, ours["act"])
            yield Error(kind, gold["id"], None, ours, frozenset())


def _of_pair(
    document: Json, gold: Json, ours: Json, measure: ModuleType
) -> Iterator[Error]:
    kinds = list(differences(gold, ours, measure))
    wrong = frozenset(kind.field.removesuffix(NAME) for kind in kinds)
    for kind in kinds:
        yield Error(kind, document["id"], gold, ours, wrong)


def differences(gold: Json, ours: Json, measure: ModuleType) -> Iterator[Kind]:
    """Yield what is wrong with `ours`, at most once a field."""
    for field in CLASSES:
        if gold[field] != ours[field]:
            yield Kind(field, f"{gold[field]} → {ours[field]}")
    told: tuple[tuple[str, Callable[..., str]], ...] = (
        *((field, _party_error) for field in PARTIES),
        ("sender", _name_error),
        *((field, _passage_error) for field in PASSAGES),
        ("time", _time_error),
        ("attribution", _source_error),
    )
    for field, tell in told:
        if what := tell(gold[field], ours[field], measure):
            yield Kind(f"{field}{NAME}" if tell is _name_error else field, what)


def _lack(gold: object, ours: object) -> str:
    """Say which of the two is there; "" where both are, or neither."""
    if bool(gold) == bool(ours):
        return ""
    return "missed" if gold else "invented"


def _party_error(
    gold: Sequence[Json], ours: Sequence[Json], measure: ModuleType
) -> str:
    """Tell the reading of words from the naming of whom they mean."""
    theirs, mine = measure.sides(gold), measure.sides(ours)
    if theirs == mine:
        return ""
    if lack := _lack(gold, ours):
        return lack
    if all(any(measure.overlap(a["span"], b["span"]) for b in ours) for a in gold):
        return "right words, other side" if len(ours) <= len(gold) else "too many"
    if theirs < mine:
        return "too many"
    return "too few" if mine < theirs else "other words"


def _name_error(gold: Sequence[Json], ours: Sequence[Json], measure: ModuleType) -> str:
    """Tell names apart where the sides are the same."""
    if measure.sides(gold) != measure.sides(ours) or not gold:
        return ""
    same = measure.names(gold) & measure.names(ours)
    return "" if same else "right side, other name"


def _passage_error(
    gold: list[int] | None, ours: list[int] | None, measure: ModuleType
) -> str:
    if lack := _lack(gold, ours):
        return lack
    if measure.span_f1(gold, ours) >= SAME:
        return ""
    return "other words" if not measure.overlap(gold, ours) else "too long or short"


def _time_error(gold: Json | None, ours: Json | None, measure: ModuleType) -> str:
    if gold is None or ours is None:
        return _lack(gold, ours)
    if all(gold[end] == ours[end] for end in ("start", "end")):
        return ""
    same = measure.overlap(gold["span"], ours["span"])
    return "right words, other days" if same else "other words"


def _source_error(
    gold: Sequence[Json], ours: Sequence[Json], measure: ModuleType
) -> str:
    if not gold and not ours:
        return ""
    if lack := _lack(gold, ours):
        return lack
    if len(gold) != len(ours):
        return "too many" if len(ours) > len(gold) else "too few"
    links = list(zip(gold, ours, strict=True))
    if not all(measure.overlap(a["span"], b["span"]) for a, b in links):
        return "other words"
    kinds = (f"{a['kind']} → {b['kind']}" for a, b in links if a["kind"] != b["kind"])
    return next(kinds, "")
