"""Whose minister, ministry or officials: the side of a description.

Each rule is a function that returns a side or None; `RULES` has them, the strongest
first.
"""

import re
from collections.abc import Callable

from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.domain.text import Span
from backchannel.resolve.offices import Office
from backchannel.resolve.scene import Scene
from backchannel.resolve.vocabulary import ABROAD, CHURCH, STATE_OFFICES
from backchannel.resolve.words import word_set

_POSSESSIVE = re.compile(r"\b(his|her|its|their|our|my|whose)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:western|west|arab|gulf|regional|allied|neighbou?ring|world|international"
    r"|foreign(?! (?:minist|office|secretar|affairs))|other countries|like-minded)\b",
    re.IGNORECASE,
)


def owner_of(scene: Scene, span: Span, office: Office) -> tuple[str | None, str]:
    """Return the side that the described office acts for, and how we know.

    None where the text does not tell.
    """
    for rule in RULES:
        side = rule(scene, span, office)
        if side is not None:
            return side, doc_of(rule)
    return None, ""


def doc_of(rule: Callable[[Scene, Span, Office], str | None]) -> str:
    """Return what a rule says of itself."""
    return (rule.__doc__ or "").strip()


def named_beside(scene: Scene, span: Span, office: Office) -> str | None:
    """The words beside the office name its state: "Iran’s", "of Oman"."""
    return None if office.owner is None else office.owner.side


def of_person(scene: Scene, span: Span, office: Office) -> str | None:
    """It belongs to a person named with it: "an aide to Garba"."""
    for place, person in scene.story.people.within(span):
        if not place.overlaps(office.span):
            return person.side
    return None


def pointed_to(scene: Scene, span: Span, office: Office) -> str | None:
    """A possessive points to whose it is: "its spokesman"."""
    hit = _POSSESSIVE.search(scene.story.text, span.start, span.end)
    if hit is None:
        return None
    if office.plural and office.head in ("ally", "partner", "friend", "neighbour"):
        return UNKNOWN_SIDE
    actors = scene.resolve(Span(*hit.span()))
    return actors[0].side


def named_within(scene: Scene, span: Span, office: Office) -> str | None:
    """The description names a side: "a delegation from Yemen"."""
    for named in scene.story.sides.within(span):
        before = scene.story.text[span.start : named.span.start]
        abroad = office.head in ABROAD and before.endswith((" in ", " at "))
        return UNKNOWN_SIDE if abroad else named.side
    return None


def has_only_holder(scene: Scene, span: Span, office: Office) -> str | None:
    """Only one state or organisation has such an office: "MPs", "the Pentagon"."""
    for entry in scene.story.reference.office(scene.quote(span)):
        if entry.side != UNKNOWN_SIDE:
            return entry.side
    return None


def vague(scene: Scene, span: Span, office: Office) -> str | None:
    """Said of no one state: "western diplomats"."""
    return UNKNOWN_SIDE if _VAGUE.search(scene.quote(span)) else None


def at_home(scene: Scene, span: Span, office: Office) -> str | None:
    """A bare title is that of the state spoken of just before, or of the document."""
    if office.person and office.plural and not _STATE_PLURALS.match(office.head):
        return None
    if not office.person and office.head in ("group", "movement", "party"):
        return None
    nearby = scene.story.nearby
    if {office.head, *office.title.split()} & STATE_OFFICES:
        return nearby.state_at(span.start)
    return nearby.side_at(span.start)


_STATE_PLURALS = re.compile(
    r"official|minister|mp|lawmaker|general|soldier|officer|farmer|voter|viewer|colonel"
    r"|listener|citizen|villager"
)


def of_those_before(scene: Scene, span: Span, office: Office) -> str | None:
    """One of those mentioned before: "one of the officials"."""
    if not _SOME_OF.match(scene.quote(span)):
        return None
    for antecedent in scene.trail.back(30):
        if antecedent.head.split()[-1:] == [office.head]:
            return antecedent.actors[0].side
    return None


_SOME_OF = re.compile(
    r"(?:one|two|three|both|some|several) of (?:the|these|those)\b", re.IGNORECASE
)


def of_who_tells(scene: Scene, span: Span, office: Office) -> str | None:
    """A minister tells their own parliament: "Salm told parliament"."""
    if office.head not in _ADDRESSED or not _TOLD.search(
        scene.story.text[max(0, span.start - 30) : span.start]
    ):
        return None
    number = scene.story.page.sentence_number(span.start)
    for antecedent in scene.trail.back(6):
        if antecedent.subject and antecedent.sentence == number:
            side = antecedent.actors[0].side
            return None if side in scene.story.groups | {UNKNOWN_SIDE} else side
    return None


_ADDRESSED = word_set(
    "parliament mp lawmaker legislator senator assembly cabinet senate deputy congress"
    " legislature nation chamber house council minister"
)
_TOLD = re.compile(
    r"\b(?:told|informed|assured|addressed|warned|in|to|before|asked) (?:\w+ )?$"
)


def in_its_capital(scene: Scene, span: Span, office: Office) -> str | None:
    """The sentence opens with its seat: "In Beijing, a ministry spokesman"."""
    named = scene.story.sides.last_before(span.start)
    if named is None or named.kind not in ("capital", "state", "metonym"):
        return None
    gap = scene.story.text[named.span.end : span.start]
    if office.head in ABROAD or gap not in (" ", ", "):
        return None
    before = scene.story.text[max(0, named.span.start - 5) : named.span.start]
    return named.side if _OPENING_IN.search(before) else None


_OPENING_IN = re.compile(r"(?:^|[.”\"] |\n)(?:In|From) $")


def of_a_people(scene: Scene, span: Span, office: Office) -> str | None:
    """A people without a state is spoken for by the group that the document names."""
    for named in scene.story.sides.within(span):
        for group in PEOPLES.get(named.name, ()):
            if group in scene.story.groups:
                return group
    return None


#: Peoples of no one state, and who fights and speaks for them, the likeliest first.
PEOPLES = {
    "Kurds": ("YPG", "SDF", "PYD", "PKK"),
    "Syrian Kurds": ("YPG", "SDF", "PYD"),
}


def in_church(scene: Scene, span: Span, office: Office) -> str | None:
    """The office is one of a church: "the nuncio"."""
    return CHURCH.get(office.head)


def of_named_owner(scene: Scene, span: Span, office: Office) -> str | None:
    """A person is named as its owner: "Aydar's embassy"."""
    for place, person in scene.story.people.within(span):
        gap = scene.story.text[place.end : office.span.start]
        if place.end <= office.span.start and gap[:2] in ("'s", "’s", "' ", "’ "):
            return person.side
    return None


RULES: tuple[Callable[[Scene, Span, Office], str | None], ...] = (
    of_named_owner,
    in_church,
    of_a_people,
    named_beside,
    of_person,
    pointed_to,
    named_within,
    has_only_holder,
    vague,
    of_those_before,
    in_its_capital,
    of_who_tells,
    at_home,
)
