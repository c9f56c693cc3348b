"""Descriptions: "Iran’s top diplomat", "the ministry", "his counterpart", "officials".

A scene and the span of a description in; who is meant out. Whose minister, ministry or
officials they are is asked first (`owner_of`), then which of those named they are.
"""

import re
from dataclasses import dataclass

from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.offices import Office
from backchannel.resolve.offices_within import offices_in
from backchannel.resolve.owners import at_home, doc_of, owner_of, vague
from backchannel.resolve.people import Person
from backchannel.resolve.scene import Answer, Scene
from backchannel.resolve.titles import (
    body_name,
    head_noun,
    ministry_of,
    office_of,
    same_office,
    unnamed_name,
)
from backchannel.resolve.vocabulary import GROUPS
from backchannel.resolve.words import clean, word_set

_INDEFINITE = re.compile(
    r"^(?:an?|one|another|two|three|four|five|some|several|many|any|no|other|senior"
    r"|unnamed|most|few|a few|all|certain)\b",
    re.IGNORECASE,
)
_COUNTERPARTS = frozenset(
    ("counterpart", "opposite number", "colleague", "host", "guest", "visitor")
)


@dataclass(frozen=True, slots=True)
class Description:
    """A description taken apart."""

    span: Span
    words: str
    office: Office
    side: str | None
    #: How the side was found, for people.
    rule: str
    definite: bool
    #: Whether the words themselves tell the side.
    told: bool


def resolve_description(scene: Scene, span: Span) -> Answer:
    """Return who is described; None for words that describe nobody."""
    office = head_of(scene, span)
    if office is None:
        return None
    side, rule = owner_of(scene, span, office)
    words = scene.quote(span)
    definite = _INDEFINITE.match(words) is None and not office.plural
    told = rule != doc_of(at_home)
    description = Description(span, clean(words), office, side, rule, definite, told)
    for known in (
        _other_party,
        _named_holder,
        _group_before,
        _mentioned_before,
        _unnamed,
    ):
        answer = known(scene, description)
        if answer is not None:
            return answer
    return None


def head_of(scene: Scene, span: Span) -> Office | None:
    """Return the office that the whole of `span` describes.

    The first one, but the thing owned in "President Yao’s office".
    """
    offices = offices_in(scene, span)
    if not offices:
        return None
    head = offices[0]
    for office in offices[1:]:
        between = scene.story.text[head.span.end : office.span.start]
        if re.search(r"['’]s? ", between) and not re.search(
            r"\b(?:of|to|for|in|at|from|by|with|that|who)\b", between
        ):
            head = office
    return head


def _other_party(scene: Scene, described: Description) -> Answer:
    """ "His Iranian counterpart" is the other person spoken of, of that side."""
    office = described.office
    if office.head not in _COUNTERPARTS or office.plural:
        return None
    last = _last_persons(scene)
    own = _possessor(scene, described) or (last[0] if last else None)
    side = office.owner.side if office.owner else None
    if office.owner is not None and _POSSESSED_BY.match(described.words):
        side, own = None, scene.story.state(office.owner.side, "")
    for actor in last:
        if side == actor.side or (side is None and own and actor.side != own.side):
            return (Actor(actor.name, actor.side, f"the {office.title}"),)
    if own is None or (side is None and len(scene.story.prominence) < 2):
        return None
    return _holder_like(scene, own, side or _other_side(scene, own.side))


_POSSESSED_BY = re.compile(r"^.*['’]s? \w+$")


def _last_persons(scene: Scene) -> list[Actor]:
    return [
        antecedent.actors[0]
        for antecedent in scene.trail.back()
        if antecedent.kind == "person"
    ]


def _possessor(scene: Scene, described: Description) -> Actor | None:
    """Return whose counterpart it is: "his", "her"."""
    hit = _HIS.match(scene.story.text, described.span.start, described.span.end)
    return scene.resolve(Span(*hit.span(1)))[0] if hit else None


_HIS = re.compile(r"(his|her|their|its)\b", re.IGNORECASE)


def _other_side(scene: Scene, side: str) -> str:
    others = [s for s, _ in scene.story.prominence.most_common(2) if s != side]
    return others[0]


def _holder_like(scene: Scene, own: Actor, side: str) -> Answer:
    """Return who of `side` holds the office of `own`."""
    person = scene.story.people.called(own.name)
    titles = sorted(person.offices) if person else []
    for other in scene.story.people.all:
        if other.side == side and other.offices & set(titles):
            return (Actor(other.name, side, f"counterpart of {own.name}"),)
    owner = scene.story.side_name(side)
    name = f"{titles[0].title()} of {owner}" if titles else f"counterpart in {owner}"
    return (Actor(name, side, "counterpart, unnamed"),)


def _named_holder(scene: Scene, described: Description) -> Answer:
    """ "Iran’s top diplomat" is the person whom the text calls its foreign minister."""
    office, side = described.office, described.side
    if not office.person or not described.definite or office.owner is None:
        return None
    for person in scene.story.people.all:
        if person.side == side and any(
            same_office(title, office.title) for title in person.offices
        ):
            return (
                Actor(person.name, person.side, f"holds the office: {office.title}"),
            )
    return _well_known_leader(scene, office, side)


def _well_known_leader(scene: Scene, office: Office, side: str | None) -> Answer:
    """ "The Turkish president" is the one well-known Turk of the document."""
    if office.title not in _LEADING:
        return None
    known = [
        person
        for person in scene.story.people.all
        if person.side == side and not person.offices and person.rule.startswith(_TABLE)
    ]
    if len(known) != 1:
        return None
    return (Actor(known[0].name, known[0].side, f"the one known leader of {side}"),)


_LEADING = frozenset(("president", "leader", "prime minister", "premier", "chancellor"))
_TABLE = "reference table"


def _group_before(scene: Scene, described: Description) -> Answer:
    """ "The bloc" and "the movement" are the organisation or group named last."""
    office = described.office
    if not described.definite or office.owner is not None:
        return None
    if office.head not in GROUP_WORDS or fold(described.words) != office.head:
        return None
    for antecedent in scene.trail.back(60):
        if antecedent.kind == "group":
            actor = antecedent.actors[0]
            rule = f"the {office.head} named before"
            return (Actor(scene.story.side_name(actor.side), actor.side, rule),)
    return None


#: Words for any organisation or group.
GROUP_WORDS = word_set(
    "group movement militia rebels front brigade brigades battalions column alliance"
    " coalition bloc brotherhood militants insurgents faction guerrillas union league"
    " organisation organization fighters kidnappers community legion"
)


def _mentioned_before(scene: Scene, described: Description) -> Answer:
    """ "The minister" is the nearest one before who was called a minister."""
    office = described.office
    side = described.side if described.told else None
    if not described.definite or office.owner is not None:
        return None
    best: tuple[int, tuple[Actor, ...]] | None = None
    for antecedent in scene.trail.back(60):
        actor = antecedent.actors[0]
        if len(antecedent.actors) > 1 or side not in (None, actor.side):
            continue
        titles = {antecedent.head}
        person = scene.story.people.called(actor.name)
        if person is not None and antecedent.kind == "person":
            titles |= person.offices
        fit = max((_fit(office, title) for title in titles if title), default=0)
        if fit and (best is None or fit > best[0]):
            best = fit, antecedent.actors
    if best is None:
        return _later_holder(scene, described)
    return tuple(
        Actor(a.name, a.side, f"the {office.title} mentioned before") for a in best[1]
    )


def _later_holder(scene: Scene, described: Description) -> Answer:
    """Return the one person of the document who holds the office, named later."""
    if not described.office.person:
        return None
    holders = [
        person
        for person in scene.story.people.all
        if any(_fit(described.office, title) for title in person.offices)
    ]
    if len(holders) != 1:
        return None
    return (Actor(holders[0].name, holders[0].side, "the only holder of the office"),)


def _fit(office: Office, title: str) -> int:
    """Return how well a title answers to a description.

    3 the same words, 2 another name of the office, 1 the same noun.
    """
    if office.title == title:
        return 3
    if same_office(office.title, title):
        return 2
    return int(office.title == office.head == head_noun(title))


def _owning_person(scene: Scene, described: Description) -> Person | None:
    """Return the person whose it is: "his ministry", "Olsson’s ministry"."""
    for _, person in scene.story.people.within(described.span):
        return person
    owner = _possessor(scene, described)
    return scene.story.people.called(owner.name) if owner is not None else None


def _unnamed(scene: Scene, described: Description) -> Answer:
    """Return the words themselves, with the side."""
    office, side = described.office, described.side or UNKNOWN_SIDE
    owner = scene.story.side_name(side) if side != UNKNOWN_SIDE else ""
    rule = described.rule or "described, not named"
    if office.person:
        return (Actor(unnamed_name(described.words, office, owner), side, rule),)
    if office.title == "capital" and owner and not office.plural:
        return (Actor(owner, side, "a capital stands for its state"),)
    leader = _owning_person(scene, described)
    if leader is not None and owner and office.title == "ministry":
        name = ministry_of(leader.offices, owner)
        if name is not None:
            return (Actor(name, side, f"the ministry of {leader.name}"),)
    if leader is not None and owner and office.title == "office":
        name = office_of(leader.offices, owner)
        if name is not None:
            return (Actor(name, side, f"the office of {leader.name}"),)
    told_vague = described.rule == doc_of(vague)
    if office.head in GROUPS and side == UNKNOWN_SIDE and not told_vague:
        return (Actor(described.words, described.words, "a group by its own name"),)
    return (Actor(body_name(described.words, office, owner), side, rule),)
