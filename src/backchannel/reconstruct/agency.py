"""Who does what a verb says, and whether it was done: subjects, voice, mood.

The words of a sentence and the place of a verb in it in; `Agency` out.
"""

from dataclasses import dataclass, field

from backchannel.domain.signals import Status
from backchannel.reconstruct import phrases as say
from backchannel.reconstruct.deedwords import BASE, ING, PARTICIPLE, PAST
from backchannel.reconstruct.phrases import Phrases, Run, words_of

#: What stands before "to do" or "doing", and what it makes of it.
WISHED = words_of(
    "threaten threatens threatened threatening threat threats urge urges urged urging"
    " ask asks asked asking call calls called calling demand demands demanded"
    " demanding want wants wanted seek seeks sought able likely unlikely allowed"
    " considering consider considered free capable request requested warned warning"
    " tell told require required advised invited appealed wish hopes hoped right"
    " ability need willing option options chance"
)
PLANNED = words_of(
    "plan plans planned planning prepare prepares prepared preparing agree agrees"
    " agreed vow vows vowed vowing pledge pledges pledged promise promises promised"
    " order orders ordered ordering decide decides decided intend intends intended"
    " intention set going about expected expects scheduled due ready poised decision"
    " intent authorised authorized wait waiting voted committed offered offers offer"
)
REFUSED = words_of(
    "refuse refuses refused refusing fail fails failed failing decline declines"
    " declined deny denies denied denying unable avoid avoided ceased"
)
#: Those of the above that are nouns too: "the right to send troops".
NOUNS = words_of(
    "threat threats call calls demand demands request right ability need option"
    " options chance plan plans vow pledge promise order orders intention decision"
    " intent offer refusal warning"
)
#: What they govern is done: "began to withdraw".
ACHIEVED = words_of(
    "began begin begins begun beginning started start starts continued continue"
    " continues managed forced helped went came used proceeded stop stopped kept"
)
#: Deny what follows "that", or the noun.
DENYING = words_of("deny denies denied denying dismissed")
HYPOTHETICAL = words_of("if unless whether should lest")
_OPEN = words_of("may might could would should can must cannot can't couldn't wouldn't")
_AHEAD = words_of("will shall 'll won't")
_FORETELLING = words_of(
    "warned warns warning threatened threatens threat vowing feared"
)
#: How many verbs a chain may have: "agreed to begin to withdraw" has two.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Agency:
    """What stands before a verb."""

    #: The subject, None where none is told; of a passive, who suffers it.
    subject: Run | None
    #: Where the group of the verb begins.
    start: int
    passive: bool = False
    #: The words that govern it, nearest first: "refused" of "refused to go".
    governors: tuple[str, ...] = ()
    #: Auxiliaries and negations, its own and its governors'.
    group: tuple[str, ...] = field(default=())


def find_agency(words: Phrases, at: int, form: str, depth: int = 0) -> Agency:
    """Return who does what the verb at `at` says, and what governs it."""
    start = words.group_start(at)
    group = tuple(words.low(n) for n in range(start, at))
    is_be = bool(say.BE & set(group))
    passive = form in (PAST, PARTICIPLE) and is_be
    before = words.low(start - 1)
    if start == 0 or depth > _LONGEST:
        return Agency(None, start, passive, (), group)
    if before == "to":
        chain = _controlled(words, start - 1, depth)
    elif form == ING and not is_be:
        chain = _participle(words, start, depth)
    else:
        chain = Agency(_finite(words, start, depth), start)
    return Agency(
        chain.subject, start, passive, chain.governors, (*group, *chain.group)
    )


def _finite(words: Phrases, start: int, depth: int) -> Run | None:
    before = words.low(start - 1)
    if before in say.RELATIVES:
        end = start - 1 - (words.low(start - 2) == ",")
        return words.before(end) if end > 0 else None
    if before == ",":
        return _around_parenthesis(words, start, depth)
    if before in ("and", "but", "then", "or"):
        return _earlier(words, start, depth).subject
    return words.before(start)


def _around_parenthesis(words: Phrases, start: int, depth: int) -> Run | None:
    """Return the subject before ", backed by jets, attacked"."""
    for comma in range(start - 2, max(start - 18, 0), -1):
        if words.low(comma) == ",":
            return words.before(comma)
    return _earlier(words, start, depth).subject


def _earlier(words: Phrases, at: int, depth: int) -> Agency:
    """Return the agency of the verb that stands before in the same clause."""
    for verb in range(at - 2, max(at - say.LONGEST, -1), -1):
        if words.low(verb) in (";", ":"):
            break
        if words.is_verb(verb) and words.low(verb) not in say.AUXILIARIES:
            return find_agency(words, verb, PAST, depth + 1)
    return Agency(None, at)


def _controlled(words: Phrases, to: int, depth: int) -> Agency:
    """Return who is to do it: "Israel agreed to go", "he urged Israel not to go"."""
    at = to - 1
    negated: tuple[str, ...] = ()
    while at > 0 and (
        at in words.timed or words.low(at) in say.NEGATIONS | say.ADVERBS
    ):
        negated = ("not",) if words.low(at) in say.NEGATIONS else negated
        at -= 1
    low = words.low(at)
    if low in NOUNS and (owner := _owner(words, at, depth)):
        return Agency(owner, at, False, (low,), negated)
    if low in WISHED | PLANNED | REFUSED or words.is_verb(at):
        if low in say.BE:
            subject = words.before(words.group_start(at + 1))
            return Agency(subject, at, False, ("set",), negated)
        outer = find_agency(words, at, PAST, depth + 1)
        return Agency(
            outer.subject, at, False, (low, *outer.governors), (*negated, *outer.group)
        )
    subject = words.before(to - len(negated))
    governor = _governor(words, subject)
    return Agency(subject, at, False, governor, negated)


def _owner(words: Phrases, at: int, depth: int) -> Run | None:
    """Return whose threat or plan it is: "Israel's plan", "reserved the right"."""
    for here in range(at - 1, max(at - 5, -1), -1):
        if words.low(here).endswith("'s"):
            return words.before(here + 1)
        if words.is_verb(here):
            return find_agency(words, here, PAST, depth + 1).subject
    return None


def _governor(words: Phrases, subject: Run | None) -> tuple[str, ...]:
    """Return the verb that stands before an object: "urged" of "urged Israel to"."""
    if subject is None:
        return ()
    at = subject[0] - 1
    while at > 0 and words.low(at) in say.PREPOSITIONS:
        at -= 1
    low = words.low(at)
    return (low,) if low in WISHED | PLANNED | REFUSED or words.is_verb(at) else ()


def _participle(words: Phrases, start: int, depth: int) -> Agency:
    before = words.low(start - 1)
    if before in ("of", "for", "from") and start > 1:
        subject = words.before(start - 1)
        governor = _governor(words, subject)
        if subject is None or words.low(start - 2) in PLANNED | WISHED | REFUSED:
            outer = find_agency(words, start - 2, PAST, depth + 1)
            return Agency(outer.subject, start, False, (words.low(start - 2),))
        prevented = ("refused",) if before == "from" else governor
        return Agency(subject, start, False, prevented)
    if words.is_verb(start - 1):
        outer = find_agency(words, start - 1, PAST, depth + 1)
        governors = (before, *outer.governors)
        return Agency(outer.subject, start, False, governors, outer.group)
    if before in (",", "by", "and", "after", "before", "while", "without"):
        outer = _earlier(words, start, depth)
        group = ("not",) if before == "without" else ()
        return Agency(outer.subject, start, False, (), group)
    return Agency(words.before(start), start)


def find_status(words: Phrases, agency: Agency, form: str) -> tuple[Status, str]:
    """Return whether the deed of a verb was done, and the words that tell."""
    situation = _Situation(words, agency, form, _teller(words, agency))
    told = (check(situation) for check in _CHECKS)
    return next(filter(None, told), (Status.DONE, ""))


@dataclass(frozen=True, slots=True)
class _Situation:
    """All that tells whether a deed was done."""

    words: Phrases
    agency: Agency
    form: str
    teller: str

    @property
    def around(self) -> tuple[str, ...]:
        """Governors and auxiliaries."""
        return (*self.agency.governors, *self.agency.group)


_Told = tuple[Status, str] | None


def _on_terms(here: _Situation) -> _Told:
    begin = (here.agency.subject or (here.agency.start, 0))[0]
    for low in (here.words.low(begin - 1), here.words.low(here.agency.start)):
        if low in HYPOTHETICAL:
            return Status.POSSIBLE, low
    return None


def _wished(here: _Situation) -> _Told:
    hit = next((low for low in here.agency.governors if low in WISHED), None)
    return (Status.POSSIBLE, hit) if hit else None


def _undone(here: _Situation) -> _Told:
    for low in here.around:
        if low in REFUSED or low in say.NEGATIONS or low.endswith("n't"):
            return Status.NEGATED, low
    return (Status.NEGATED, here.teller) if here.teller in DENYING else None


def _open(here: _Situation) -> _Told:
    hit = next((low for low in here.agency.group if low in _OPEN), None)
    return (Status.POSSIBLE, hit) if hit else None


def _ahead(here: _Situation) -> _Told:
    will = [low for low in here.agency.group if low in _AHEAD]
    hits = will + [low for low in here.agency.governors if low in PLANNED]
    if not hits:
        return None
    foretold = here.teller in _FORETELLING
    return (Status.POSSIBLE if foretold else Status.PLANNED), hits[0]


def _demanded(here: _Situation) -> _Told:
    """ "That he be released"; with "will" and the like it was found before."""
    subjunctive = here.agency.passive and "be" in here.agency.group
    return (Status.POSSIBLE, "be") if subjunctive else None


def _infinitive(here: _Situation) -> _Told:
    governors = here.agency.governors
    if here.form != BASE or here.words.low(here.agency.start - 1) != "to":
        return None
    if not governors:
        nobody = here.agency.subject is None
        return (Status.POSSIBLE if nobody else Status.PLANNED), "to"
    achieved = ACHIEVED & set(governors)
    return None if achieved else (Status.POSSIBLE, f"{governors[0]} … to")


#: The first that tells decides.
_CHECKS = (_on_terms, _wished, _undone, _open, _ahead, _demanded, _infinitive)


def _teller(words: Phrases, agency: Agency) -> str:
    """Return the verb of telling before the clause of a verb, "" without one."""
    first = (agency.subject or (agency.start, 0))[0] - 1
    if words.low(first) == "that":
        first -= 1
    return words.low(first) if words.low(first) in say.TELLING else ""
