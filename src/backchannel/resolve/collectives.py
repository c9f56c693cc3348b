"""Several meant by one phrase: "both sides", "the two leaders", "Livara and Drovia".

A scene and the span of such a phrase in; each of those meant out.
"""

import re
from itertools import pairwise

from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.resolve.meetings import those_who_met
from backchannel.resolve.offices_within import offices_in
from backchannel.resolve.scene import Answer, Scene
from backchannel.resolve.words import word_set

_BOTH = re.compile(
    r"^(?:the )?(?:both|either|neither|two|the two|pair|these|all|the)\b(?: of them)?"
    r"(?: of)?(?: the)?(?: \w+)?"
    r" ?(?P<what>sides?|governments?|countries|capitals?|parties|neighbou?rs|nations"
    r"|states|leaders|presidents|ministers|secretaries|delegations?|camps?|men|women"
    r"|courts|allies|ministries|foreign ministers|officials|premiers|prime ministers"
    r"|diplomats|armies|navies|parliaments|powers|peoples|principals|negotiators"
    r"|partners|rivals|adversaries|combatants|generals|commanders|chancellors)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:both|either|neither|two|pair)\b", re.IGNORECASE)
_PAIRING = word_set(
    "sides leaders parties presidents governments ministers secretaries countries"
    " principals two delegations pair"
)
_SIDES_FIRST = re.compile(r"neither|either", re.IGNORECASE)
_PERSONAL = re.compile(
    r"^(?:leader|president|minister|prime|foreign|secretar|men\b|women|official|premier"
    r"|diplomat|general|commander|chancellor|principal)",
)
_BETWEEN = re.compile(
    r"^(?:, and |,? and |, | & |/|-|, the |,? and the |,? as well as )$"
)
#: How far back the two may have been mentioned, in mentions.
REACH = 30


def resolve_collective(scene: Scene, span: Span) -> Answer:
    """Return the two that are meant by "both sides" and the like."""
    words = " ".join(scene.quote(span).split())
    hit = _BOTH.match(words)
    if hit is None:
        return None
    what = (hit.group("what") or "").casefold()
    if not _COUNTED.search(words) and what not in _PAIRING:
        return None
    if not _COUNTED.search(words) and what == "":
        return None
    if what == "" and _SIDES_FIRST.match(words):
        return _two_sides(scene, span) or _two_persons(scene, span)
    if _PERSONAL.search(what) or what == "":
        return _two_persons(scene, span) or _two_sides(scene, span)
    return _two_sides(scene, span)


def _two_persons(scene: Scene, span: Span) -> Answer:
    """Return the last two persons of different sides."""
    found: dict[str, Actor] = {}
    for antecedent in scene.trail.back(REACH):
        if antecedent.kind != "person" or antecedent.quoted:
            continue
        for actor in antecedent.actors:
            if actor.side not in found:
                found[actor.side] = actor
        if len(found) >= 2:
            break
    if len(found) < 2:
        return None
    pair = list(found.values())[1::-1]
    return tuple(Actor(a.name, a.side, "the last two spoken of") for a in pair)


def _two_sides(scene: Scene, span: Span) -> Answer:
    """Return the two sides that the last sentences name most."""
    points: dict[str, float] = {}
    number = scene.story.page.sentence_number(span.start)
    for antecedent in scene.trail.back(REACH):
        back = max(0, number - antecedent.sentence)
        for actor in antecedent.actors:
            if actor.side != UNKNOWN_SIDE:
                weight = (2.0 if antecedent.subject else 1.0) / (1 + back)
                points[actor.side] = points.get(actor.side, 0.0) + weight
    total = scene.story.prominence.total() or 1
    for side, count in scene.story.prominence.most_common(4):
        points[side] = points.get(side, 0.0) + 4.0 * count / total
    best = sorted(points, key=lambda side: -points[side])[:2]
    if len(best) < 2:
        return None
    rule = "the two sides most spoken of just before"
    return tuple(scene.story.state(side, rule) for side in best)


def resolve_participants(scene: Scene, span: Span) -> Answer:
    """Return those whom a readout names as meeting, for "Participants", "They"."""
    words = " ".join(scene.quote(span).split()).casefold().removeprefix("the ")
    if words not in _PARTICIPANTS:
        return None
    return those_who_met(scene, span.start)


_PARTICIPANTS = frozenset(
    ("participants", "leaders", "ministers", "secretaries", "presidents", "delegations")
)


def resolve_those_states(scene: Scene, span: Span) -> Answer:
    """Return the states that the nearest sentence before names, for "these states"."""
    if not _THOSE_STATES.match(" ".join(scene.quote(span).split())):
        return None
    number = scene.story.page.sentence_number(span.start)
    for back in range(1, 6):
        if number - back < 0:
            break
        sentence = scene.story.page.sentences[number - back]
        named = scene.story.sides.within(sentence)
        sides = dict.fromkeys(n.side for n in named if n.kind == "state")
        if len(sides) > 2:
            rule = "the states named in a sentence before"
            return tuple(scene.story.state(side, rule) for side in sides)
    return None


_THOSE_STATES = re.compile(
    r"^(?:these|those|the (?:three|four|five|six|seven|eight)|all (?:three|four|five))"
    r" (?:countries|nations|states|governments|powers)$",
    re.IGNORECASE,
)


def resolve_list(scene: Scene, span: Span) -> Answer:
    """Return each of several states named together: "Japan, Canada and Norway"."""
    named = scene.story.sides.within(span)
    if any(not office.plural for office in offices_in(scene, span)):
        return None
    if len({item.side for item in named}) < 2:
        return None
    text = scene.story.text
    for left, right in pairwise(named):
        if not _BETWEEN.match(text[left.span.end : right.span.start]):
            return None
    rule = "states named together"
    sides = dict.fromkeys(item.side for item in named)
    return tuple(scene.story.state(side, rule) for side in sides)
