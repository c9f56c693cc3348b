"""Deeds that verbs name: "X shelled Y", "Y was shelled by X".

The words of a sentence and the place of a verb in, a `Deed` out, with offsets of the
sentence.
"""

import re
from dataclasses import replace

from backchannel.domain.actions import Kind
from backchannel.domain.signals import Status
from backchannel.domain.text import Span
from backchannel.reconstruct import deedwords as verbs
from backchannel.reconstruct import phrases as say
from backchannel.reconstruct.agency import Agency, find_agency, find_status
from backchannel.reconstruct.circumstances import (
    find_place,
    find_time,
    party_span,
    prepositional,
    span_of,
)
from backchannel.reconstruct.deed import Deed
from backchannel.reconstruct.deedwords import Sense
from backchannel.reconstruct.phrases import Phrases, Run

#: Nobody's deeds.
_NATURE = re.compile(
    r"\b(?:(?:earth)?quakes?|storms?|typhoons?|hurricanes?|cyclones?|floods?|flooding"
    r"|tsunami|virus|disease|crash|accidents?|landslides?|avalanches?|lightning|drought"
    r"|outbreak|cholera|fever|famine|hunger|starvation|epidemic|cancer|covid|fumes|heatwave|recession|bear|sharks?|dogs?)\b",
    re.IGNORECASE,
)
#: What one withdraws from without moving, and where missiles go that are tried out.
_PAPER = re.compile(
    r"\b(?:agreement|treaty|accord|pact|convention|deal|race|contest|talks|election"
    r"|tournament|league|summit|court|union|cup|council|organisation|organization"
    r"|negotiations|market|coalition|protocol|vote|politics|project|sea|ocean|water"
    r"|air|room|stage|public life)s?$",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(?:thousands|hundreds|dozens|crowds?|protesters|demonstrators|students|workers"
    r"|residents|villagers|miners|farmers|teachers|people|marchers|supporters|women)\b",
    re.IGNORECASE,
)
#: Attacks in words: "attacked him over his record".
_IN_WORDS = frozenset(("over", "for"))
#: Code points around a deed in which words belong to it.
_NEAR = 60
_VERBALLY = re.compile(r"\b(?:verbal|verbally|in the press|as (?:reckless|weak))\b")
_COUNTED = say.words_of(
    "thousands hundreds dozens scores tens millions members one two three four five six"
    " seven eight nine ten several some many most all some both number group"
)
_BUILT = re.compile(rf"{verbs.PLACES}\Z", re.IGNORECASE)
_FIGHTERS = re.compile(verbs.FORCES, re.IGNORECASE)


def find_verb_deed(words: Phrases, at: int) -> Deed | None:
    """Return the deed that the word at `at` names as a verb, None if none."""
    low = words.low(at)
    senses = verbs.VERBS.get(low, ())
    if not senses or at in words.timed:
        return None
    doing = words.low(at - 1) == "of" and senses[0][1] == verbs.ING
    if words.low(at - 1) in _NO_VERB_AFTER and not doing:
        return None
    if words.words[at].is_name and at > 0:
        return None
    if low.endswith("ed") and _is_counted(words.low(at - 1)):
        return None
    agency = find_agency(words, at, senses[0][1])
    if senses[0][1] == verbs.BASE and not _is_finite(words, agency):
        return None
    for sense, form in senses:
        readable = form in (verbs.PAST, verbs.PARTICIPLE) or form == senses[0][1]
        if readable and (deed := _read(words, at, sense, _voice(words, at, agency))):
            status, mood = find_status(words, agency, form)
            return replace(deed, status=status, mood=mood)
    return None


def _is_counted(before: str) -> bool:
    """Whether a participle after that word is an adjective: "two captured men"."""
    return before in say.DETERMINERS - say.RELATIVES or before[:1].isdigit()


def _is_finite(words: Phrases, agency: Agency) -> bool:
    """Whether a base form is a verb: "will fire", "to fire", "rebels fire"."""
    if words.low(agency.start - 1) in ("to", "and", "or"):
        return True
    if any(low in say.MODALS or low in say.AUXILIARIES for low in agency.group):
        return True
    if agency.subject is None or agency.subject[1] != agency.start:
        return False
    last = words.low(agency.start - 1)
    return last.endswith("s") or last in ("police", "people", "men", "they", "we")


#: After these a form is a noun: "an attack".
_NO_VERB_AFTER = say.words_of("a an the this that's of its his her their our no any 's")


def _voice(words: Phrases, at: int, agency: Agency) -> Agency:
    """Return the agency, passive where "by" follows at once: "shelled by Israel"."""
    after = at + 1 + (words.low(at + 1) in ("down", "up", "dead"))
    if words.low(after) == "by" and after not in words.timed:
        return replace(agency, passive=True)
    return agency


def _read(words: Phrases, at: int, sense: Sense, agency: Agency) -> Deed | None:
    """Return the deed by one sense of the verb, None where it does not fit."""
    after = at + 1
    obj = None
    if sense.particle:
        split = _find_particle(words, after, sense.particle)
        if split is None:
            return None
        after, obj = split
    if agency.passive:
        obj, doer = agency.subject, _by(words, after)
        if sense.object is not None and obj is None:
            return None
    else:
        obj, doer = obj or words.after(after), agency.subject
        after = obj[1] if obj and obj[0] >= after else after
    if not _fits(words, sense, obj, doer):
        return None
    place = find_place(words, after)
    target = _target(words, sense, obj, after)
    if _is_ruled_out(words, sense, (doer, target), after):
        return None
    return Deed(
        span=span_of(words, (at, at + 1 + (words.low(at + 1) == sense.particle != ""))),
        sentence=Span(0, len(words.text)),
        kind=sense.kind,
        status=Status.DONE,
        rule=_rule(sense, words.low(at), passive=agency.passive),
        actor=party_span(words, doer),
        target=party_span(words, target),
        place=place,
        time=find_time(words, at, agency),
        instrument=span_of(words, obj) if obj and sense.role != verbs.TARGET else None,
    )


def _rule(sense: Sense, word: str, *, passive: bool) -> str:
    voice = "who suffers it before it" if passive else "who does it before it"
    return f"the verb “{word}” names a deed ({sense.kind}), {voice}"


def _find_particle(
    words: Phrases, after: int, particle: str
) -> tuple[int, Run | None] | None:
    """Return what follows the particle, and the object if that stands before it."""
    if words.low(after) == particle:
        return after + 1, None
    obj = words.after(after)
    if obj and particle in (words.low(obj[1]), words.low(obj[1] - 1)):
        end = obj[1] - (words.low(obj[1] - 1) == particle)
        return (obj[1] + (end == obj[1]), (obj[0], end)) if end > obj[0] else None
    return None


def _by(words: Phrases, after: int) -> Run | None:
    """Return who does it, after "by" in the same clause."""
    for at in range(after, min(after + 14, len(words.words))):
        low = words.low(at)
        if low == "by" and at not in words.timed:
            return words.after(at + 1)
        if words.words[at].is_mark or (words.is_verb(at) and low not in say.BE):
            break
    return None


def _head(words: Phrases, run: Run) -> str:
    """Return the phrase up to its head: "the town" of "the town of Gori"."""
    quote = words.quote(run)
    head, of, rest = quote.partition(" of ")
    return rest if of and head.casefold().split()[-1] in _COUNTED else head


def _fits(words: Phrases, sense: Sense, obj: Run | None, doer: Run | None) -> bool:
    if sense.armed and not _is_armed(words, doer):
        return False
    if sense.object is None:
        return obj is not None
    if obj is None:
        return sense.alone
    head = _head(words, obj)
    ends = re.compile(rf"(?:{sense.object})\W*\Z", re.IGNORECASE)
    if ends.search(head) or ends.search(words.quote(obj)):
        return True
    last = head.split()[-1]
    return sense.named and last[0].isupper() and last[-1:].isalnum()


def _is_armed(words: Phrases, doer: Run | None) -> bool:
    if doer is None:
        return False
    quote = words.quote(doer)
    named = any(word.is_name for word in words.words[doer[0] : doer[1]])
    return named or _FIGHTERS.search(quote) is not None


def _target(words: Phrases, sense: Sense, obj: Run | None, after: int) -> Run | None:
    """Return who is hit: the object, or who stands after one of the prepositions."""
    if sense.role == verbs.TARGET and obj and sense.object != "^$":
        return _where_it_is(words, _owned_by(words, obj), after)
    wanted = set(sense.at.split())
    for prep, run in prepositional(words, after):
        if prep in wanted:
            return run
    if sense.role == verbs.OWNED and obj:
        return obj
    return None


def _owned_by(words: Phrases, obj: Run) -> Run:
    """Return whose it is, for "control of the town"."""
    if words.low(obj[0]) == "control" and words.low(obj[0] + 1) == "of":
        return words.after(obj[0] + 2) or obj
    return obj


def _where_it_is(words: Phrases, obj: Run, after: int) -> Run:
    """Return a building or place with the name behind it: "a depot in Russia"."""
    named = any(word.is_name for word in words.words[obj[0] : obj[1]])
    if named or not _BUILT.search(words.quote(obj)) or obj[1] != after:
        return obj
    for prep, run in prepositional(words, after):
        if prep in ("in", "of", "near") and words.words[run[0]].is_name:
            return (obj[0], run[1])
        break
    return obj


def _is_ruled_out(
    words: Phrases, sense: Sense, parties: tuple[Run | None, Run | None], after: int
) -> bool:
    doer, target = parties
    if doer and _NATURE.search(words.quote(doer)):
        return True
    end = words.words[min(after, len(words.words)) - 1].end
    if (
        sense.kind is Kind.KILL
        and doer is None
        and _NATURE.search(words.text, end, end + _NEAR)
    ):
        return True
    if sense.kind is Kind.PROTEST:
        return not _is_crowd(words, doer, after)
    if sense.aimed:
        return target is None or _PAPER.search(_head(words, target)) is not None
    if sense.kind is Kind.ATTACK:
        in_words = words.low(after) in _IN_WORDS
        return (
            in_words
            or _VERBALLY.search(words.text, max(end - _NEAR, 0), end + _NEAR)
            is not None
        )
    return False


def _is_crowd(words: Phrases, doer: Run | None, after: int) -> bool:
    """Whether people take to the streets, and do not merely object."""
    if doer and _CROWD.search(words.quote(doer)):
        return True
    outside = any(prep == "outside" for prep, _ in prepositional(words, after))
    return outside or find_place(words, after) is not None
