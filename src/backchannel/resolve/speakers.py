"""Whose words a passage is: the speaker of a quotation, the voice of a statement."""

import re
from bisect import bisect_left

from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.resolve.grammar import SAYING
from backchannel.resolve.scene import Answer, Scene

_TAG_VERB_FIRST = re.compile(
    rf",? {SAYING} (?P<who>(?!that\b|in\b|on\b|to\b|at\b|it\b)[^,.;:\n“\"]{{2,90}})"
)
_TAG_NAME_FIRST = re.compile(
    rf"[,]? (?P<who>[^,.;:\n“\"]{{1,90}}?)(?:,[^.;:\n“\"]{{3,120}}?,)?"
    rf" (?:[a-z]+ ){{0,2}}?{SAYING}\b"
)
_INTRODUCING = re.compile(
    r"(?P<who>(?:^|(?<=[,;:—–-] )|(?<=\band )|(?<=\bbut )|(?<=\bthat ))"
    r"[^,;:“”\"\n]{1,90}?)"
    rf"(?:,[^;:“”\"\n]{{3,120}}?,)? (?:[a-z]+ ){{0,2}}?{SAYING}\b[^“”\"]*$"
)
_LABEL = re.compile(r"^(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ .’'()-]{3,60}):(?=\s)", re.MULTILINE)
_JOINT = re.compile(
    r"\b(?:[Ss]tatement|[Tt]ext)\b.{0,120}?\b(?:by|from|on behalf of) "
    r"(?P<who>.{5,900})$"
    r"|\bWe, (?P<we>.{5,900})$",
    re.DOTALL,
)
#: In how many sentences a joint statement says whose it is.
PREAMBLE = 8
_BY = re.compile(
    r"^(?:\w+ ){0,3}?(?:[Ss]tatement|[Rr]emarks|[Mm]essage|[Nn]otice|[Ll]etter"
    r"|[Pp]roclamation)s? (?:by|from|of) (?P<who>(?:[A-Z][\w.’'-]*(?: of)? ?){1,8})"
)
#: How many quotations back a speaker runs on without being named again.
RUNS_ON = 4


def speaker_at(scene: Scene, offset: int) -> Answer:
    """Return who says the words at `offset`; None where nobody is told."""
    quotation = scene.story.page.quotation_at(offset)
    if quotation is not None:
        return _speaker_of(scene, quotation)
    return _labelled_speaker(scene, offset) or voice(scene)


def _speaker_of(scene: Scene, quotation: Span) -> Answer:
    quotations = scene.story.page.quotations
    number = bisect_left(quotations, quotation)
    for back in range(min(RUNS_ON, number + 1)):
        tag = _tag_of(scene, quotations[number - back])
        if tag is not None:
            actors = scene.resolve(tag)
            if _can_speak(scene, actors):
                return actors
    return _last_person(scene)


def _can_speak(scene: Scene, actors: tuple[Actor, ...]) -> bool:
    """Whether those found are somebody: a known side, or a person of the story."""
    first = actors[0]
    known = scene.story.people.called(first.name) is not None
    return known or first.side != UNKNOWN_SIDE


def _tag_of(scene: Scene, quotation: Span) -> Span | None:
    """Return the words that say who speaks, after the quotation or before it."""
    text, page = scene.story.text, scene.story.page
    for pattern in (_TAG_VERB_FIRST, _TAG_NAME_FIRST):
        if hit := pattern.match(text, quotation.end, quotation.end + 260):
            return _trim(text, Span(*hit.span("who")))
    start = page.sentence_at(quotation.start).start
    if start < quotation.start:
        hit = _INTRODUCING.search(text[start : quotation.start])
        if hit is not None and hit.group("who").strip():
            return _trim(text, Span(start + hit.start("who"), start + hit.end("who")))
    return None


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _last_person(scene: Scene) -> Answer:
    for antecedent in scene.trail.back():
        if antecedent.kind in ("person", "body") and not antecedent.quoted:
            return antecedent.actors
    return None


def _labelled_speaker(scene: Scene, offset: int) -> Answer:
    """Return the speaker of a transcript: "SECRETARY BLINKEN: We …"."""
    line = scene.story.text.rfind("\n", 0, offset) + 1
    for _ in range(12):
        if hit := _LABEL.match(scene.story.text, line):
            return scene.resolve(Span(*hit.span("who")))
        if line == 0:
            break
        line = scene.story.text.rfind("\n", 0, line - 1) + 1
    return None


def voice(scene: Scene) -> Answer:
    """Return whose statement the document is, all who issue a joint one."""
    for sentence in scene.story.page.sentences[:PREAMBLE]:
        joint = _JOINT.search(scene.story.text, sentence.start, sentence.end)
        if joint is not None:
            group = "who" if joint.group("who") else "we"
            actors = _listed(scene, Span(*joint.span(group)))
            if len(actors) > 1:
                return actors
    return None


def signer(scene: Scene) -> Answer:
    """Return the person whose statement it is, by its title or its last line."""
    title = scene.labelled.document.appearance.title
    hit = _BY.match(title.value) if title is not None else None
    if hit is not None:
        words = hit.group("who").split()
        for first in range(len(words)):
            actor = _person_called(scene, " ".join(words[first:]))
            if actor is not None:
                return (actor,)
    return _signature(scene)


def _person_called(scene: Scene, name: str) -> Actor | None:
    rule = "the title names the speaker"
    person = scene.story.people.called(name)
    if person is not None:
        return Actor(person.name, person.side, rule)
    entry = scene.story.reference.find(name)
    if entry is None or entry.kind != "person":
        return None
    return Actor(entry.name, entry.side, rule)


#: How far from its end a statement is signed, in characters.
SIGNED_WITHIN = 160


def _signature(scene: Scene) -> Answer:
    end = len(scene.story.text)
    if end <= SIGNED_WITHIN:
        return None
    for place, person in scene.story.people.within(Span(end - SIGNED_WITHIN, end)):
        if scene.quote(place).isupper():
            return (Actor(person.name, person.side, "signs the statement"),)
    return None


def _listed(scene: Scene, span: Span) -> tuple[Actor, ...]:
    """Return the persons that a list names, or else its states, each once."""
    rule = "named as issuing the joint statement"
    persons = {
        person.name: Actor(person.name, person.side, rule)
        for _, person in scene.story.people.within(span)
        if person.certain
    }
    if len(persons) > 1:
        return tuple(persons.values())
    sides = dict.fromkeys(named.side for named in scene.story.sides.within(span))
    return tuple(scene.story.state(side, rule) for side in sides)
