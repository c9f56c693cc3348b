"""Annotated corpora to examples of one form.

In: the files of `../shared/data`, and documents annotated with signals. Out:
`Example`s: a text, the passages that each tagging head must find, and the frames (a
trigger with its roles and classes). What a corpus does not annotate is absent, and
absence teaches nothing.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.label.heads import CLASSES, ROLES, TRIGGER_CLASSES
from backchannel.pipeline import open_reference
from backchannel.resolve.reference import Reference
from backchannel.resolve.story import find_sides

#: A passage: start and end, code points, end exclusive.
Passage = tuple[int, int]

#: Role sets that corpora annotate. PropBank's and PolNeAR's roles, and what names the
#: side of a mention, have columns of their own in training; only `ROLES` are shipped.
LINK_ROLES, SIDE_ROLES = ("antecedent",), ("side",)
SIGNAL_ROLES = tuple(role for role in ROLES if role not in LINK_ROLES)
PROPBANK_ROLES = ("ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-ADV", "ARGM-LOC")
QUOTE_ROLES = ("quote source", "quote content")
ALL_ROLES = (*ROLES, *SIDE_ROLES, *PROPBANK_ROLES, *QUOTE_ROLES)
#: UDS Factuality in three steps, a class for training only.
FACTUALITY = ("did not happen", "unclear", "happened")
ALL_CLASSES = {**CLASSES, "factual": FACTUALITY}
CLASS_SIZES = [len(values) for values in ALL_CLASSES.values()]

PRONOUNS = frozenset(
    "he him his she her hers they them their it its i we us our you who which this"
    " that these those himself herself itself themselves".split()
)


@dataclass(frozen=True, slots=True)
class AnnotatedFrame:
    """A trigger, with what was annotated around it."""

    trigger: Passage
    #: The roles that this corpus annotates, so that the others are masked.
    annotated: tuple[str, ...]
    roles: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    #: Class -> its value; a class that is missing is masked.
    classes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated text."""

    id: str
    text: str
    #: Head -> (passage, label); a head that is missing is masked.
    tags: Mapping[str, Sequence[tuple[Passage, str]]] = field(default_factory=dict)
    frames: Sequence[AnnotatedFrame] = ()


def read_attributions(path: Path) -> list[Example]:
    """Return the articles of PolNeAR: cues, sources and contents."""
    return [_attributions(record) for record in _lines(path)]


def read_sentences(data: Path, part: str) -> list[Example]:
    """Return runs of sentences of EWT with names, PropBank roles and factuality.

    The three corpora annotate the same sentences; runs of one document are joined to
    texts of about a thousand characters, so that windows look like those of articles.
    """
    names = {r["id"]: r for r in _lines(data / f"ner-{part}.jsonl.gz")}
    frames = list(_lines(data / f"srl-{part}.jsonl.gz"))
    facts = {
        r["id"]: r for r in _lines(data / "factuality.jsonl.gz") if r["split"] == part
    }
    runs: list[list[dict[str, Any]]] = []
    for record in frames:
        size = sum(len(r["text"]) for r in runs[-1]) if runs else 0
        if not runs or runs[-1][0]["doc"] != record["doc"] or size > 1000:
            runs.append([])
        runs[-1].append(record)
    return [_sentences(run, names, facts) for run in runs]


def read_links(path: Path) -> list[Example]:
    """Return the documents of GUM: pronouns and descriptions with what they repeat."""
    return [_links(record) for record in _lines(path)]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _passage(value: Sequence[int]) -> Passage:
    return value[0], value[1]


def signal_example(record: dict[str, Any]) -> Example:
    """Return a document annotated with signals, with spans (`training.documents`)."""
    frames, triggers = [], []
    for signal in record["signals"]:
        trigger = _passage(signal["trigger"])
        triggers.append((trigger, "trigger"))
        roles: dict[str, list[Passage]] = {
            "source": [_passage(s["span"]) for s in signal["attribution"]],
            "time": [_passage(signal["time"]["span"])] if signal["time"] else [],
        }
        for role in ("sender", "recipient", "intermediary"):
            roles[role] = [_passage(party["span"]) for party in signal[role]]
        for role in ("content", "condition", "consequence"):
            roles[role] = [_passage(signal[role])] if signal[role] else []
        classes = {head: signal[head] for head in TRIGGER_CLASSES}
        frames.append(AnnotatedFrame(trigger, SIGNAL_ROLES, roles, classes))
    frames.extend(_gold_links(record))
    frames.extend(_gold_sides(record))
    frames.extend(_gold_kinds(record))
    return Example(record["id"], record["text"], {"trigger": triggers}, frames)


def _gold_links(record: dict[str, Any]) -> Iterator[AnnotatedFrame]:
    """Yield each pronoun or description of a party with the names of the same party."""
    text: str = record["text"]
    mentions: dict[str, set[Passage]] = defaultdict(set)
    for signal in record["signals"]:
        for role in ("sender", "recipient", "intermediary", "attribution"):
            for party in signal[role]:
                if party["actor"]:
                    mentions[party["actor"]].add(_passage(party["span"]))
    for passages in mentions.values():
        named = {p for p in passages if _is_name(text[slice(*p)])}
        for passage in passages - named:
            if named:
                yield AnnotatedFrame(passage, LINK_ROLES, {"antecedent": sorted(named)})


def _gold_sides(record: dict[str, Any]) -> Iterator[AnnotatedFrame]:
    """Yield each mention of a party with what names its side, or others of it.

    A mention whose side the text does not tell has nothing: it teaches not to guess.
    """
    mentions = {
        _passage(party["span"]): party["side"]
        for signal in record["signals"]
        for role in ("sender", "recipient", "intermediary")
        for party in signal[role]
    }
    of_side = _names_of_sides(record, mentions)
    for passage, side in mentions.items():
        allies = of_side[side] if side != UNKNOWN_SIDE else set()
        others = sorted(ally for ally in allies if ally != passage)
        yield AnnotatedFrame(passage, SIDE_ROLES, {"side": others})


def _names_of_sides(
    record: dict[str, Any], mentions: Mapping[Passage, str]
) -> dict[str, set[Passage]]:
    """Return where each side is named, by its own name or by one who acts for it."""
    text, published = record["text"], record.get("published")
    day = date.fromisoformat(published) if published else None
    of_side: dict[str, set[Passage]] = defaultdict(set)
    for named in find_sides(text, _reference(), day):
        of_side[named.side].add((named.span.start, named.span.end))
    for passage, side in mentions.items():
        if _is_name(text[slice(*passage)]):
            of_side[side].add(passage)
    for side in sorted(set(mentions.values())):
        if _reference().find(side) is None:
            of_side[side].update(_spelled(text, side))
    return of_side


def _spelled(text: str, side: str) -> Iterator[Passage]:
    """Yield where the name of an invented side stands, or its adjective."""
    for hit in re.finditer(rf"\b{re.escape(side)}(?:n|an|ian|i|ese|ish)?s?\b", text):
        yield hit.span()


@cache
def _reference() -> Reference:
    return open_reference()


def _gold_kinds(record: dict[str, Any]) -> Iterator[AnnotatedFrame]:
    """Yield each source once, with its kind."""
    sources = {
        _passage(source["span"]): source["kind"]
        for signal in record["signals"]
        for source in signal["attribution"]
    }
    for passage, kind in sources.items():
        yield AnnotatedFrame(passage, (), {}, {"kind": kind})


def _is_name(words: str) -> bool:
    return any(
        word[:1].isupper() and word.casefold() not in PRONOUNS for word in words.split()
    )


def _attributions(record: dict[str, Any]) -> Example:
    tags: dict[str, list[tuple[Passage, str]]] = {
        "cue": [],
        "source": [],
        "content": [],
    }
    frames = []
    for attribution in record["attributions"]:
        pieces = {
            part: [_passage(piece) for piece in attribution[part]] for part in tags
        }
        for part, found in pieces.items():
            tags[part].extend((piece, part) for piece in found)
        if pieces["cue"]:
            roles = {
                "quote source": pieces["source"],
                "quote content": pieces["content"],
            }
            frames.append(AnnotatedFrame(pieces["cue"][0], QUOTE_ROLES, roles))
    return Example(record["id"], record["text"], tags, frames)


def _sentences(
    run: Sequence[dict[str, Any]],
    names: Mapping[str, dict[str, Any]],
    facts: Mapping[str, dict[str, Any]],
) -> Example:
    text = ""
    frames: list[AnnotatedFrame] = []
    named: list[tuple[Passage, str]] = []
    for record in run:
        base = len(text)
        frames.extend(_propbank(record, base))
        if record["id"] in facts:
            frames.extend(_facts(facts[record["id"]], record, base))
        if record["id"] in names:
            named.extend(_names(names[record["id"]], base))
        text += record["text"] + " "
    tags = {"name": named} if all(r["id"] in names for r in run) else {}
    return Example(run[0]["id"], text, tags, frames)


def _place(record: dict[str, Any], start: int, end: int, base: int) -> Passage:
    offsets = record["offsets"]
    return base + offsets[start][0], base + offsets[end - 1][1]


def _propbank(record: dict[str, Any], base: int) -> Iterator[AnnotatedFrame]:
    for frame in record["frames"]:
        roles: dict[str, list[Passage]] = defaultdict(list)
        for role, start, end in frame["spans"]:
            if role in PROPBANK_ROLES:
                roles[role].append(_place(record, start, end, base))
        trigger = _place(record, frame["pred"], frame["pred"] + 1, base)
        yield AnnotatedFrame(trigger, PROPBANK_ROLES, roles)


def _facts(
    facts: dict[str, Any], record: dict[str, Any], base: int
) -> Iterator[AnnotatedFrame]:
    if facts["text"] != record["text"]:
        return
    for fact in facts["factuality"]:
        step = 0 if fact["value"] < -1 else 1 if fact["value"] <= 1 else 2
        trigger = _place(record, fact["tok"], fact["tok"] + 1, base)
        yield AnnotatedFrame(trigger, (), {}, {"factual": FACTUALITY[step]})


def _names(record: dict[str, Any], base: int) -> Iterator[tuple[Passage, str]]:
    tags = record["tags"]
    for start, tag in enumerate(tags):
        if tag.startswith("B-"):
            end = start + 1
            while end < len(tags) and tags[end] == "I-" + tag[2:]:
                end += 1
            yield _place(record, start, end, base), tag[2:]


def _links(record: dict[str, Any]) -> Example:
    chains: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mention in record["mentions"]:
        if mention["etype"] in ("person", "organization", "place"):
            chains[mention["cluster"]].append(mention)
    frames = []
    for chain in chains.values():
        chain.sort(key=lambda mention: mention["char"])
        for at, mention in enumerate(chain):
            passage = _passage(mention["char"])
            words = record["text"][slice(*passage)]
            earlier = [
                _passage(m["char"])
                for m in chain[:at]
                if _is_name(record["text"][slice(*_passage(m["char"]))])
            ]
            if earlier and not _is_name(words):
                frames.append(
                    AnnotatedFrame(passage, LINK_ROLES, {"antecedent": earlier})
                )
    return Example(record["id"], record["text"], {}, frames)
