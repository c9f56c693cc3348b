"""Several meant by one phrase: "both sides", "the two leaders", "Livara and Drovia".

A scene and the span of such a phrase in; each of those meant out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.resolve.meetings import those_who_met
from backchannel.resolve.offices_within import offices_in
from backchannel.resolve.scene import Answer, Scene
from backchannel.resolve.sides import Named
from backchannel.resolve.vocabulary import CHURCH
from backchannel.resolve.words import word_set

_BOTH = re.compile(
    r"^(?:the )?(?:both|either|neither|two|the two|pair|these|all|each|the)\b"
    r"(?: of them)?(?: of)?(?: the)?(?: \w+)??"
    r" ?(?P<what>sides?|governments?|countries|capitals?|parties|neighbou?rs|nations"
    r"|states|leaders|presidents|ministers|secretaries|delegations?|camps?|men|women"
    r"|courts|allies|ministries|foreign ministers|officials|premiers|prime ministers"
    r"|diplomats|armies|navies|parliaments|powers|peoples|principals|negotiators"
    r"|partners|rivals|adversaries|combatants|generals|commanders|chancellors)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:both|either|neither|two|pair|each)\b", re.IGNORECASE)
#: "Two diplomats" are any two.
_ANY_TWO = re.compile(r"^two (?!of them|sides)\w", re.IGNORECASE)
_PAIRING = word_set(
    "sides leaders parties presidents governments ministers secretaries countries"
    " principals two delegations pair negotiators generals commanders chancellors"
) | {"foreign ministers", "prime ministers"}
_SIDES_FIRST = re.compile(r"neither|either|each other", re.IGNORECASE)
_PERSONAL = re.compile(
    r"^(?:leader|president|minister|prime|foreign|secretar|men\b|women|official|premier"
    r"|diplomat|general|commander|chancellor|principal)",
)
_BETWEEN = re.compile(
    r"^(?:, and |,? and |, | & |/|-|, the |,? and the |,? as well as )$"
)
#: Points of the share that a side has of all naming, and what a person counts beside a
#: state. Tuned together on gold/train with `python -m eval.actors`.
PROMINENCE = 25.0
OF_PERSON = 0.5
#: What a naming as a place ("in Oman") and one in a pair ("Iran and Iraq") count.
AS_PLACE = 0.3
JOINED = 3.0
#: How far back the two may have been mentioned, in mentions.
REACH = 30


def resolve_collective(scene: Scene, span: Span) -> Answer:
    """Return the two that are meant by "both sides" and the like."""
    words = " ".join(scene.quote(span).split())
    hit = _BOTH.match(words)
    if hit is None:
        return None
    what = (hit.group("what") or "").casefold()
    if (not _COUNTED.search(words) and what not in _PAIRING) or _ANY_TWO.match(words):
        return None
    if what == "" and _SIDES_FIRST.match(words):
        return _two_sides(scene, span) or _two_persons(scene, span)
    if _PERSONAL.search(what) or what == "":
        return _two_persons(scene, span) or _two_sides(scene, span)
    return _two_sides(scene, span)


def _two_persons(scene: Scene, span: Span) -> Answer:
    """Return the last two persons of the two sides, else of different sides."""
    persons: dict[str, Actor] = {}
    for antecedent in scene.trail.back(REACH):
        if antecedent.kind == "person" and not antecedent.quoted:
            for actor in antecedent.actors:
                persons.setdefault(actor.side, actor)
    two = [side for side in _leading_sides(scene, span) if side in persons]
    if len(two) < 2:
        two = list(persons)[:2]
    if len(two) < 2:
        return None
    rule = "the last two spoken of"
    return tuple(replace(persons[side], rule=rule) for side in reversed(two))


def _two_sides(scene: Scene, span: Span) -> Answer:
    """Return the two sides that are spoken of."""
    best = _leading_sides(scene, span)
    if len(best) < 2:
        return None
    rule = "the two sides most spoken of just before"
    return tuple(scene.story.state(side, rule) for side in best)


def _leading_sides(scene: Scene, span: Span, number_of_sides: int = 2) -> list[str]:
    """Return the sides that the document and the last sentences name most.

    Not the organisations and churches, which bring them together.
    """
    points: dict[str, float] = {}
    number = scene.story.page.sentence_number(span.start)
    for antecedent in scene.trail.back(REACH):
        back = max(0, number - antecedent.sentence)
        weight = (2.0 if antecedent.subject else 1.0) / (1 + back)
        if antecedent.kind == "person":
            weight *= OF_PERSON
        for actor in antecedent.actors:
            points[actor.side] = points.get(actor.side, 0.0) + weight
    naming = _naming(scene)
    total = sum(naming.values()) or 1
    for side, count in naming.items():
        points[side] = points.get(side, 0.0) + PROMINENCE * count / total
    between = {n.side for n in scene.story.sides.all if n.kind == "organisation"}
    apart = points.keys() - between - {UNKNOWN_SIDE, *CHURCH.values()}
    return sorted(apart, key=lambda side: (-points[side], side))[:number_of_sides]


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
    """Return the states that the nearest sentence before names, for "the three"."""
    hit = _THOSE_STATES.match(" ".join(scene.quote(span).split()))
    if hit is None:
        return None
    wanted = _NUMBERS.get((hit.group("number") or "").casefold())
    number = scene.story.page.sentence_number(span.start)
    if _counts_others(scene, span, hit.group("number")):
        return None
    for sides in (*_lists_before(scene, span), *_sentences_before(scene, number)):
        if len(sides) == wanted or (wanted is None and len(sides) > 2):
            rule = "the states named together before"
            return tuple(scene.story.state(side, rule) for side in sides)
    if wanted is None:
        return None
    rule = f"the {hit.group('number')} most spoken of"
    best = _leading_sides(scene, span, wanted)
    if len(best) < wanted:
        return None
    return tuple(scene.story.state(side, rule) for side in best)


def _counts_others(scene: Scene, span: Span, number: str | None) -> bool:
    """Whether a bare "the three" repeats things counted just before: "three hikers"."""
    page = scene.story.page
    before = page.sentence_number(span.start) - COUNTED_BACK
    start = page.sentences[max(0, before)].start
    said = scene.story.text[start : span.start]
    bare = scene.quote(span).split()[-1].casefold() == (number or "").casefold()
    states = r"states|countries|nations|governments|powers|capitals|sides|parties"
    counted = rf"\b{number} (?!(?:\w+ )?(?:{states})\b)[\w-]+ ?[a-z]"
    return bare and re.search(counted, said, re.IGNORECASE) is not None


#: How many sentences back what was counted is what "the three" counts.
COUNTED_BACK = 2


def _naming(scene: Scene) -> dict[str, float]:
    """Return how much the document names each side, as a party and not as a place."""
    text, page = scene.story.text, scene.story.page
    counts: defaultdict[str, float] = defaultdict(float)
    last: Named | None = None
    for named in scene.story.sides.all:
        if page.is_furniture(named.span.start):
            continue
        lead = text[max(0, named.span.start - 12) : named.span.start]
        counts[named.side] += AS_PLACE if _AS_PLACE.search(lead) else 1
        gap = text[last.span.end : named.span.start] if last else ""
        if last and last.side != named.side and _JOINED.match(gap):
            counts[named.side] += JOINED
            counts[last.side] += JOINED
        last = named
    return counts


_AS_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear) $")
_JOINED = re.compile(r"^(?: and |[-–]| and the )$")


def _lists_before(scene: Scene, span: Span) -> Iterator[tuple[str, ...]]:
    """Yield the sides of each list before `span`, the nearest first."""
    text = scene.story.text
    listed: list[list[Named]] = []
    for item in scene.story.sides.within(Span(0, span.end)):
        if scene.story.page.is_furniture(item.span.start):
            continue
        last = listed[-1][-1] if listed else None
        if last and _BETWEEN.match(text[last.span.end : item.span.start]):
            listed[-1].append(item)
        else:
            listed.append([item])
    for together in reversed(listed):
        yield tuple(dict.fromkeys(item.side for item in together))


def _sentences_before(scene: Scene, number: int) -> Iterator[tuple[str, ...]]:
    """Yield the states that each sentence before names, the nearest first."""
    for sentence in reversed(scene.story.page.sentences[:number]):
        named = scene.story.sides.within(sentence)
        yield tuple(dict.fromkeys(n.side for n in named if n.kind in _OF_STATES))


_OF_STATES = ("state", "demonym", "capital", "group")
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_THOSE_STATES = re.compile(
    r"^(?:these|those"
    r"|(?:the|all)(?: other)? (?P<number>three|four|five|six|seven|eight))"
    r"(?: (?:countries|nations|states|governments|powers|capitals|of them|sides|parties"
    r"|neighbours|foreign ministr\w+|leaders|presidents|guarantors|delegations))?$",
    re.IGNORECASE,
)


def resolve_two_officers(scene: Scene, span: Span) -> Answer:
    """Return both of two officers that one mention joins: "The Secretary and X"."""
    joint = [hit.span() for hit in _AND.finditer(scene.quote(span))]
    if len(joint) != 1:
        return None
    halves = (
        Span(span.start, span.start + joint[0][0]),
        Span(span.start + joint[0][1], span.end),
    )
    if not all(_is_officer(scene, half) for half in halves):
        return None
    two = [scene.resolve(half)[0] for half in halves]
    if two[0].name == two[1].name or UNKNOWN_SIDE in {actor.side for actor in two}:
        return None
    return tuple(two)


_AND = re.compile(r" and (?=\S)")


def _is_officer(scene: Scene, span: Span) -> bool:
    """Whether the words name one person, or one office with a capital."""
    offices = [office for office in offices_in(scene, span) if office.person]
    written = [scene.quote(office.span)[:1] for office in offices if not office.plural]
    named = any(person.certain for _, person in scene.story.people.within(span))
    return named or any(map(str.isupper, written))


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
