"""Pronouns: the nearest mention that fits, by gender, number and place.

A scene and the span of a pronoun in; who is meant out.
"""

import re
from collections.abc import Iterable

from backchannel.domain.signals import Actor
from backchannel.domain.text import Span
from backchannel.resolve.grammar import is_governed
from backchannel.resolve.meetings import those_who_met
from backchannel.resolve.scene import Answer, Scene
from backchannel.resolve.speakers import signer, speaker_at
from backchannel.resolve.trail import Antecedent
from backchannel.resolve.words import word_set

HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
IT = word_set("it its itself")
THEY = word_set("they them their theirs themselves these those")
WE = word_set("we us our ours ourselves")
ME = word_set("i me my mine myself")
WHO = word_set("who whom whose which that")
ALL = HE | SHE | IT | THEY | WE | ME | WHO
_PASSING = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_SUBJECTS = word_set("he she it they")

#: Points of a candidate for "he" and "she". Tuned together on gold/train with
#: `python -m eval.actors`.
SUBJECT = 2.0
SAME_SENTENCE = 1.0
SENTENCE_BACK = -1.2
STEP_BACK = -0.25
GENDER_TOLD = 0.6
OBJECT_OF_OWN_CLAUSE = -8.0
QUOTED = -1.5
ANSWERING = 2.5
NAMED = 0.8


def resolve_pronoun(scene: Scene, span: Span) -> Answer:
    """Return who a pronoun means; None for other words."""
    word = scene.quote(span).casefold()
    if scene.quote(span) == "US":
        return None
    if word in ME:
        return speaker_at(scene, span.start) or signer(scene)
    if word in WE:
        return _we(scene, span)
    if word in HE or word in SHE:
        return _person(scene, span, "m" if word in HE else "f")
    if word in THEY:
        return _they(scene, span)
    if word in IT:
        return _it(scene, span)
    if word in WHO:
        return _who(scene, span)
    return None


def _we(scene: Scene, span: Span) -> Answer:
    """ "We" is the speaker's side: a minister says what the state does."""
    speakers = speaker_at(scene, span.start)
    if speakers is None:
        home = scene.story.home
        if home is None or not scene.story.readout:
            return signer(scene) or _local(scene)
        return (scene.story.state(home, "“we” in the publisher's own words"),)
    if len(speakers) > 1:
        return speakers
    return tuple(
        Actor(
            scene.story.side_name(speaker.side)
            if speaker.side != "unknown"
            else speaker.name,
            speaker.side,
            f"“we” said by {speaker.name}",
        )
        for speaker in speakers
    )


def _local(scene: Scene) -> Answer:
    """ "We" in the words of a newspaper is the country it is written in."""
    home = scene.story.home
    if home is None:
        return None
    return (scene.story.state(home, "“we” in the publisher's own words"),)


def _person(scene: Scene, span: Span, gender: str) -> Answer:
    speakers = _speaker_names(scene, span)
    best, best_score = None, -99.0
    for steps, antecedent in enumerate(_fitting(scene, {"person"}, gender)):
        if antecedent.actors[0].name in speakers:
            continue
        score = _score(scene, span, antecedent, steps)
        if score > best_score:
            best, best_score = antecedent, score
    if best is None:
        return None
    return _because(best.actors, f"“{scene.quote(span)}” after {best.actors[0].name}")


def _speaker_names(scene: Scene, span: Span) -> set[str]:
    """Whoever speaks does not call themselves "he"."""
    if scene.story.page.quotation_at(span.start) is None:
        return set()
    return {actor.name for actor in speaker_at(scene, span.start) or ()}


def _fitting(scene: Scene, kinds: set[str], gender: str) -> Iterable[Antecedent]:
    return (
        antecedent
        for antecedent in scene.trail.back()
        if antecedent.kind in kinds and antecedent.gender in ("", gender)
    )


def _score(scene: Scene, span: Span, antecedent: Antecedent, steps: int) -> float:
    page = scene.story.page
    back = page.sentence_number(span.start) - antecedent.sentence
    score = SENTENCE_BACK * min(back, 5) + STEP_BACK * steps
    score += SUBJECT * antecedent.subject + SAME_SENTENCE * (back == 0)
    score += GENDER_TOLD * bool(antecedent.gender)
    if antecedent.quoted and page.quotation_at(span.start) is None:
        score += QUOTED
    if _is_object(scene, antecedent, span):
        score += OBJECT_OF_OWN_CLAUSE
    if back == 1 and not antecedent.subject and _answers(scene, span):
        score += ANSWERING
    if scene.story.people.called(antecedent.actors[0].name) is not None:
        score += NAMED
    return score


def _answers(scene: Scene, span: Span) -> bool:
    """Whether the pronoun answers what the sentence before asked: "He refused"."""
    return _ANSWERING.match(scene.story.text, span.end) is not None


_ANSWERING = re.compile(
    r" (?:has |had |would )?(?:\w+ly )?(?:refused|declined|agreed|accepted|rejected"
    r"|replied|answered|consented|retorted|obliged)\b"
)


def _is_object(scene: Scene, antecedent: Antecedent, span: Span) -> bool:
    """Whether "him" stands in the clause whose subject is `antecedent`."""
    if scene.quote(span).casefold() in _SUBJECTS:
        return False
    if scene.quote(span).casefold() in _OWNERS and not is_governed(
        scene.story.text, span
    ):
        return _same_clause(scene, antecedent.span, span)
    acting = _acting(scene, scene.story.page.sentence_number(span.start))
    return acting is not None and acting.actors[0].name == antecedent.actors[0].name


_OWNERS = frozenset(("his", "her", "hers"))


def _acting(scene: Scene, number: int) -> Antecedent | None:
    """Return the last one before who acts in sentence `number`."""
    for antecedent in scene.trail.back(8):
        if antecedent.subject and antecedent.sentence == number:
            return antecedent
    return None


def _same_clause(scene: Scene, left: Span, right: Span) -> bool:
    between = scene.story.text[left.end : right.start]
    return len(between) < 60 and not any(mark in between for mark in ',;:“”"—')


def _they(scene: Scene, span: Span) -> Answer:
    """Two named together, else the nearest plural or body."""
    if scene.story.readout and (met := those_who_met(scene, span.start)):
        return met
    pair = _pair(scene, span)
    if pair is not None:
        return pair
    for antecedent in scene.trail.back(30):
        if len(antecedent.actors) > 1 or antecedent.kind in ("people", "group"):
            return _because(antecedent.actors, "“they” after a plural")
    return _it(scene, span)


def _pair(scene: Scene, span: Span) -> Answer:
    """Return two persons whom the sentence before names as meeting or acting as one."""
    number = scene.story.page.sentence_number(span.start)
    persons: dict[str, Actor] = {}
    for antecedent in scene.trail.back(20):
        if antecedent.sentence < number - 1 and len(persons) != 1:
            break
        if antecedent.sentence < number - 3:
            break
        if len(antecedent.actors) > 1 or antecedent.kind == "people":
            return _because(antecedent.actors, "“they” after a plural")
        if antecedent.kind == "person":
            persons.setdefault(antecedent.actors[0].name, antecedent.actors[0])
    if len(persons) < 2:
        return None
    return _because(tuple(persons.values())[1::-1], "“they” after two persons")


def _it(scene: Scene, span: Span) -> Answer:
    best, best_score = None, -99.0
    kinds = {"state", "body", "group"}
    for steps, antecedent in enumerate(_fitting(scene, kinds, "")):
        score = _score(scene, span, antecedent, steps)
        if score > best_score:
            best, best_score = antecedent, score
    if best is None:
        return None
    return _because(best.actors, f"“{scene.quote(span)}” after {best.actors[0].name}")


def _who(scene: Scene, span: Span) -> Answer:
    for antecedent in scene.trail.back(5):
        return _because(antecedent.actors, "relative pronoun")
    return None


def _because(actors: Iterable[Actor], rule: str) -> tuple[Actor, ...]:
    return tuple(Actor(actor.name, actor.side, rule) for actor in actors)


def find_pronouns(text: str) -> list[Span]:
    """Return where "he" and "she" stand, which later ones may point to."""
    return [Span(*hit.span()) for hit in _PASSING.finditer(text)]
