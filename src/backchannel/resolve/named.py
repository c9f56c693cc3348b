"""Mentions by name: persons, states, bodies and groups.

A scene and the span of a mention in; who is named out, None for words without a name.
"""

import re

from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.first_names import is_first_name
from backchannel.resolve.introductions import AFTER_OFFICE, OWNER_BETWEEN
from backchannel.resolve.names import RUN, skip_openers
from backchannel.resolve.offices_within import offices_in
from backchannel.resolve.people import Person
from backchannel.resolve.reference import Entry
from backchannel.resolve.scene import Answer, Scene
from backchannel.resolve.sides import Named
from backchannel.resolve.titles import full_name
from backchannel.resolve.words import clean

_LINKING = re.compile(r"\b(?:to|of|for|by|from|with|in|at|on|who|using)\b|['’]s? ")
_OF_OR_FROM = re.compile(r" (?:of|from|for) |, ")
_ACRONYM = re.compile(r" \([A-Z]{2,8}\)$")
_NEW_NAME = re.compile(RUN)
#: What reports also write small: "the security council".
_BODIES = ("organisation", "body", "collective")
_OWN_NAME = (
    "state",
    "demonym",
    "capital",
    "metonym",
    "organisation",
    "group",
    "body",
    "collective",
)


def resolve_person(scene: Scene, span: Span) -> Answer:
    """Return the person that the mention names, alone or with a title."""
    known_first = sorted(scene.story.people.within(span), key=_is_uncertain)
    for place, person in known_first:
        if not person.certain and not _is_whole(scene, span, place):
            continue
        if _is_head(scene, span, place):
            return (_as_actor(person),)
    words = clean(scene.quote(span))
    called = scene.story.people.called(words) if words[:1].isupper() else None
    if called is not None and " " not in words:
        return (_as_actor(called),)
    return None


def _is_uncertain(placed: tuple[Span, Person]) -> bool:
    return not placed[1].certain


def _is_whole(scene: Scene, span: Span, place: Span) -> bool:
    """Whether a name that no title marks as a person's is all of the mention."""
    words, name = scene.quote(span), scene.quote(place)
    before, _, after = words.partition(name)
    if clean(before + after) == "unnamed" or is_first_name(name.split()[0]):
        return True
    if after:
        return not before and _OF_OR_FROM.match(after) is not None
    return before.endswith(("'s ", "’s "))


def _is_head(scene: Scene, span: Span, place: Span) -> bool:
    """Whether the name at `place` is what the mention is about.

    Not so in "an aide to Garba" and "Erdoğan’s government".
    """
    text = scene.story.text
    after = text[place.end : span.end]
    if re.match(r"['’]s? \S", after):
        return False
    offices = [o for o in offices_in(scene, span) if o.span.end <= place.start]
    if not offices:
        return _LINKING.search(text[span.start : place.start]) is None
    gap = text[offices[0].span.end : place.start]
    if gap in ("'s ", "’s "):
        return True
    if AFTER_OFFICE.match(gap) or OWNER_BETWEEN.match(gap):
        return offices[0].person and not offices[0].plural
    return _LINKING.search(gap) is None


def _as_actor(person: Person) -> Actor:
    return Actor(person.name, person.side, person.rule or "the text does not tell")


def resolve_side(scene: Scene, span: Span) -> Answer:
    """Return the state, body or group that the whole mention names."""
    words = clean(_ACRONYM.sub("", scene.quote(span)))
    for named in scene.story.sides.within(span):
        if fold(clean(scene.quote(named.span))) == fold(words):
            rule = f"{named.source}: {named.kind}{_made_up_of(scene, named)}"
            return (Actor(full_name(named.name), named.side, rule),)
    entry = scene.story.reference.find(words)
    if entry is None or entry.kind not in _OWN_NAME:
        return None
    if words.islower() and (" " not in words or entry.kind not in _BODIES):
        return None
    rule = f"reference table: {entry.kind}{_members(entry)}"
    return (Actor(full_name(entry.name), entry.side, rule),)


def _made_up_of(scene: Scene, named: Named) -> str:
    if named.kind != "collective":
        return ""
    entry = scene.story.reference.find(scene.quote(named.span))
    return _members(entry) if entry is not None else ""


def _members(entry: Entry) -> str:
    """Return who makes up a collective: " of Hezbollah, Hamas"."""
    if entry.kind != "collective" or not entry.members:
        return ""
    return f" of {', '.join(entry.members)}"


def resolve_part_of_side(scene: Scene, span: Span) -> Answer:
    """Return who is meant where only a state inside the mention is known."""
    named = scene.story.sides.within(span)
    if not named:
        return None
    last = named[-1]
    before = scene.quote(span)[: last.span.start - span.start]
    if last.kind == "state" and last.span.end == span.end and before.islower():
        return (Actor(full_name(last.name), last.side, f"{last.source}: {last.kind}"),)
    first = named[0]
    words = clean(scene.quote(span))
    return (Actor(words, first.side, f"named with {first.name}"),)


def resolve_new_name(scene: Scene, span: Span) -> Answer:
    """Return the bearer of a name that nothing tells more about.

    Neither a person nor known to the tables: a state or group that the document takes
    for known.
    """
    words = clean(scene.quote(span))
    if not _NEW_NAME.fullmatch(words) or offices_in(scene, span):
        return None
    if skip_openers(words) > 0 or len(words) < 3:
        return None
    if scene.story.people.called(words) is not None:
        return None
    return (Actor(words, words, "a name that only this document has"),)


def resolve_owned(scene: Scene, span: Span) -> Answer:
    """Return the side of whose it is: "his side", "our people"."""
    hit = _OWNED.match(scene.story.text, span.start, span.end)
    if hit is None or _OTHERS.search(scene.quote(span)):
        return None
    owner = scene.resolve(Span(*hit.span(1)))[0]
    if owner.side == UNKNOWN_SIDE:
        return None
    rule = f"belongs to {owner.name}"
    if _OWN_STATE.search(scene.quote(span)):
        return (scene.story.state(owner.side, rule),)
    return (Actor(clean(scene.quote(span)), owner.side, rule),)


_OWNED = re.compile(r"(his|her|its|their|our|my) (?=[a-z])", re.IGNORECASE)
_OWN_STATE = re.compile(r"\b(?:side|country|nation|state|government|people)$")
_OTHERS = re.compile(
    r"\b(?:neighbou?rs?|friends?|enem\w+|critics?|captors?|visitors?|family|owners?|flock|partners?|all(?:y|ies)|rivals?)\b"
)


def resolve_unknown(scene: Scene, span: Span) -> tuple[Actor, ...]:
    """Return the words themselves, of unknown side."""
    return (Actor(clean(scene.quote(span)), UNKNOWN_SIDE, "the text does not tell"),)
