"""Deeds that nouns name: "an attack on X by Y", "Y's bombing of X", "X's arrest".

The words of a sentence in; the nouns with who does and suffers the deed out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backchannel.domain.actions import Kind
from backchannel.domain.labels import LabelledSpan
from backchannel.domain.signals import Status
from backchannel.domain.text import Span
from backchannel.reconstruct import phrases as say
from backchannel.reconstruct.agency import (
    DENYING,
    HYPOTHETICAL,
    PLANNED,
    WISHED,
    find_agency,
    find_status,
)
from backchannel.reconstruct.deednouns import DEED_NOUNS, Noun
from backchannel.reconstruct.deedwords import FORCES, PAST
from backchannel.reconstruct.phrases import Phrases, Run, words_of

#: Verbs that say of their subject that it does the deed: "launched an attack".
LIGHT = words_of(
    "launch launches launched launching conduct conducts conducted conducting stage"
    " stages staged staging mount mounts mounted mounting carry carries carried"
    " carrying make made making hold holds held holding begin began begins resume"
    " resumed resumes halt halted halts stop stopped order ordered orders claim claims"
    " claimed plan plans planned planning start started perform performed complete"
    " completed suspend suspended end ended announce announced threaten threatened"
    " rule ruled rules continue continued step stepped"
)
_BLAMING = words_of("blame blamed blames accuse accused accuses")
_UNDONE = words_of(
    "prevent prevented avert averted foil foiled thwart thwarted ruled rules rule"
    " reject rejected oppose opposed no without neither never"
)
_FEARED = words_of(
    "any possible potential threatened feared fear fears risk risks threat likely"
    " avoid would-be hypothetical future any against deter condoned warned warning"
    " might may if would could prospect"
)
#: "In the event of an attack", "would be taken as an attack".
_IN_CASE = words_of("event case as")
_AHEAD = words_of("planned imminent upcoming impending scheduled forthcoming plans")
_RECALLING = words_of("such this that these those the its their his")
#: How many words may stand between a governing verb and its object's first word.
_GAP = 3
#: How far before adjectives the possessor may stand.
_ADJECTIVES = 9


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that names a deed."""

    at: int
    noun: Noun
    actor: Run | None
    target: Run | None
    status: Status
    mood: str


def find_nominals(words: Phrases, names: Sequence[LabelledSpan]) -> Iterator[Nominal]:
    """Yield the nouns of a sentence that name deeds, in its order.

    Args:
        words: the sentence.
        names: those in it; the name of a place before the noun tells where.
    """
    for at in range(len(words.words)):
        for noun in DEED_NOUNS.get(words.low(at), ()):
            if at not in words.timed and _stands(words, at, noun):
                found = _nominal(words, at, noun, names)
                if not _moves_nobody(words, found):
                    yield found
                break


def _moves_nobody(words: Phrases, found: Nominal) -> bool:
    """Whether it is of no forces: "the withdrawal of the measures"."""
    if found.noun.kind not in (Kind.WITHDRAW, Kind.DEPLOY) or found.actor is None:
        return False
    named = any(word.is_name for word in words.words[slice(*found.actor)])
    return not named and not _FORCES.search(words.quote(found.actor))


_FORCES = re.compile(FORCES, re.IGNORECASE)


def _stands(words: Phrases, at: int, noun: Noun) -> bool:
    before, after = words.low(at - 1), words.low(at + 1)
    if noun.before and not re.fullmatch(noun.before, before):
        return False
    if before in _MEDICAL or before in ("to", "will", "would", "not", "could", "may"):
        return False
    if words.low(at).endswith("ing"):
        return _is_noun(words, at)
    return after not in say.DETERMINERS and after not in _COMPOUND


_MEDICAL = words_of(
    "heart panic asthma shark press verbal personal ad scathing stinging"
)
_COMPOUND = words_of("ad helicopter helicopters jet aircraft dog submarine statement")


def _is_noun(words: Phrases, at: int) -> bool:
    """Whether "bombing" is a noun: of somebody, or with an "of" behind."""
    first = _phrase_start(words, at)
    owned = first < at and words.low(at - 1) not in say.PREPOSITIONS
    return (owned or words.low(at + 1) in ("of", "by")) and words.low(
        at + 1
    ) not in say.DETERMINERS


def _phrase_start(words: Phrases, at: int) -> int:
    """Return where the noun phrase begins that `at` heads."""
    first = at
    while first > 0 and not _is_border(words, first):
        first -= 1
        low = words.low(first)
        if low in say.DETERMINERS and low not in _NUMERALS:
            break
    return first


def _is_border(words: Phrases, first: int) -> bool:
    """Whether the word before `first` is none of its phrase."""
    at, low = first - 1, words.low(first - 1)
    if low == "and" and first > 1:
        # "A ground and air offensive" is one phrase.
        return not (_is_plain(words, first - 2) and _is_plain(words, first))
    if low in say.PREPOSITIONS | say.OPENING | say.JOINING | LIGHT | {"of"}:
        return True
    if (words.words[at].is_mark and low != "-") or at in words.timed:
        return True
    relative = low in say.RELATIVES and low not in say.DETERMINERS
    return relative or words.is_verb(at)


_NUMERALS = words_of("two three four five six seven eight nine ten")


def _nominal(
    words: Phrases, at: int, noun: Noun, names: Sequence[LabelledSpan]
) -> Nominal:
    first = _phrase_start(words, at)
    owner, possessive = _owner(words, first, at, names)
    actor, target = _around(words, at, noun)
    if owner and possessive and noun.suffered and target is None:
        target = owner
    elif owner and actor is None and not (noun.suffered and not possessive):
        actor = owner
    governor = _governor(words, first)
    if actor is None:
        actor = _governing_doer(words, governor)
    status, mood = _status(words, first, at, governor)
    return Nominal(at, noun, actor, target, status, mood)


def _owner(
    words: Phrases, first: int, at: int, names: Sequence[LabelledSpan]
) -> tuple[Run | None, bool]:
    """Return whose the noun is said to be, and whether by a possessive."""
    for here in range(at - 1, first - 1, -1):
        low = words.low(here)
        if low.endswith(("'s", "s'")):
            return (_possessor_start(words, here), here + 1), True
        if low in ("its", "their", "his", "her"):
            return (here, here + 1), True
    if far := _far_possessor(words, first):
        return far, True
    named = [n for n in range(first, at) if words.words[n].is_name]
    named = [n for n in named if words.low(n) not in say.DETERMINERS]
    if not named:
        return None, False
    last = named[-1]
    begin = last
    while begin - 1 in named or (
        begin - 2 in named and words.low(begin - 1) in ("and", "-")
    ):
        begin -= 1
    run = (_joined_start(words, begin), last + 1)
    return (None, False) if _is_town(words, run, names) else (run, False)


def _far_possessor(words: Phrases, first: int) -> Run | None:
    """Return whose it is across adjectives: "Russia's brutal, unprovoked attack"."""
    for here in range(first - 1, max(first - _ADJECTIVES, -1), -1):
        low = words.low(here)
        if low.endswith("'s"):
            return (_possessor_start(words, here), here + 1)
        if low not in ("and", ",") and not _is_plain(words, here):
            break
    return None


def _is_plain(words: Phrases, at: int) -> bool:
    """Whether the word can be an adjective."""
    word, low = words.words[at], words.low(at)
    closed = say.PREPOSITIONS | say.OPENING | say.AUXILIARIES | say.DETERMINERS
    return not (word.is_mark or word.is_name or low in closed | say.TELLING)


def _possessor_start(words: Phrases, at: int) -> int:
    start = _phrase_start(words, at)
    return _joined_start(words, start)


def _joined_start(words: Phrases, start: int) -> int:
    """Go back over "US and" before "British air strikes"."""
    if words.low(start - 1) == "and" and start > 1 and words.words[start - 2].is_name:
        return start - 2
    return start


def _is_town(words: Phrases, run: Run, names: Sequence[LabelledSpan]) -> bool:
    span = Span(words.words[run[0]].start, words.words[run[1] - 1].end)
    quote = words.quote(run)
    if quote.isupper() or _OF_PEOPLE.search(quote):
        return False
    return any(name.label == "LOC" and name.span.contains(span) for name in names)


#: "Israeli", "Russian", "Chinese", "British" … end like that, towns rarely do.
_OF_PEOPLE = re.compile(
    r"(?:an|ese|ish|[^a]i|ench|utch|eek|ech|iss|ot|hai|ive|ic)\Z|\A(?:US|UK|UN|EU)\b"
)


def _around(words: Phrases, at: int, noun: Noun) -> tuple[Run | None, Run | None]:
    """Return who does and who suffers it, by the prepositions behind the noun."""
    actor = target = None
    for prep, run in _behind(words, at + 1):
        if prep in noun.at.split() and target is None:
            target = run
        elif prep in noun.doer.split() and actor is None:
            actor = run
    return actor, target


def _behind(words: Phrases, at: int) -> Iterator[tuple[str, Run]]:
    while at < len(words.words):
        low = words.low(at)
        if at in words.timed:
            at += 1
            continue
        if at > 0 and low in say.BE | say.HAVE:
            by = _passive_by(words, at)
            if by:
                yield "by", by
            return
        if low not in say.PREPOSITIONS | {"of"}:
            return
        run = words.after(at + 1)
        if run is None:
            return
        yield low, run
        at = run[1]


def _passive_by(words: Phrases, at: int) -> Run | None:
    """Return who did it, for "the attack was carried out by rebels"."""
    for here in range(at, min(at + 6, len(words.words))):
        if words.low(here) == "by":
            light = {words.low(n) for n in range(at, here)} & LIGHT
            return words.after(here + 1) if light else None
    return None


def _governor(words: Phrases, first: int) -> int | None:
    """Return the verb whose object the phrase is, or who is blamed for it."""
    for here in range(first - 1, max(first - 2 - _GAP, -1), -1):
        if words.is_verb(here) or words.low(here) in LIGHT:
            return here if words.low(here) not in say.AUXILIARIES else None
        passing = say.PREPOSITIONS | {"of", "out", "responsibility", "up"}
        if words.low(here) not in passing:
            break
    return _blaming(words, first)


def _blaming(words: Phrases, first: int) -> int | None:
    """Return "blamed" in "blamed Russia for an attack"."""
    if words.low(first - 1) not in ("for", "of"):
        return None
    for here in range(first - 2, max(first - 10, -1), -1):
        if words.low(here) in _BLAMING:
            return here
    return None


def _governing_doer(words: Phrases, governor: int | None) -> Run | None:
    if governor is None:
        return None
    if words.low(governor) in _BLAMING:
        return words.after(governor + 1)
    light = words.low(governor) in LIGHT
    return find_agency(words, governor, PAST).subject if light else None


def _status(
    words: Phrases, first: int, at: int, governor: int | None
) -> tuple[Status, str]:
    """Return whether it was done, by the words before the noun and what governs it."""
    inside = [words.low(n) for n in range(first, at)]
    near = [words.low(n) for n in range(max(first - 2, 0), first)]
    verb = words.low(governor) if governor is not None else ""
    told = (
        _first_of((verb, *inside, *near[-1:]), _UNDONE | DENYING, Status.NEGATED)
        or _first_of((*inside, *near), _FEARED | HYPOTHETICAL, Status.POSSIBLE)
        or _first_of(near, _IN_CASE, Status.POSSIBLE)
        or _first_of((*inside, *near), _AHEAD, Status.PLANNED)
        or _first_of((verb, _proposal(words, first)), _CALLING, Status.POSSIBLE)
        or _first_of((verb,), PLANNED - {"expected"}, Status.PLANNED)
    )
    if told is None and governor is not None and verb in LIGHT:
        return find_status(words, find_agency(words, governor, PAST), PAST)
    return told or (Status.DONE, "")


def _first_of(
    lows: Sequence[str], telling: frozenset[str], status: Status
) -> tuple[Status, str] | None:
    hit = next((low for low in lows if low in telling), None)
    return (status, hit) if hit else None


def _proposal(words: Phrases, first: int) -> str:
    """Return the verb before "a truce and the release of", where it only proposes."""
    for here in range(first - 1, max(first - 16, -1), -1):
        low = words.low(here)
        if low in _PROPOSING:
            return low
        if words.words[here].is_mark or words.is_verb(here):
            break
    return ""


_PROPOSING = words_of(
    "propose proposes proposed proposing proposal discuss discussed discussing demand"
    " demands demanded demanding seek seeks sought include includes included negotiate"
    " suggested suggest urge urged offer offered"
)
_CALLING = (WISHED - {"told", "tell", "asked", "ask"}) | _PROPOSING
