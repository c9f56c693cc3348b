"""What a later sentence says of a red line: the rules that change its state.

A line and a sentence in, the words that change its state out, by the first rule that
holds.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from backchannel.compare.reports import Passage
from backchannel.domain.actions import Action
from backchannel.domain.redlines import RedLine, State
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal
from backchannel.domain.text import Document

_DATED = re.compile(r"\b(?:by|within|before|date|deadline|midnight)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A red line with what it takes to recognise it elsewhere."""

    line: RedLine
    document: Document
    signal: Signal
    condition: frozenset[str]
    consequence: frozenset[str]
    #: Whether it threatens for what is *not* done: "unless", "failing that".
    demands: bool

    @property
    def sets_date(self) -> bool:
        """Whether it says until when something is to be done."""
        words = self.document.quote(self.line.condition)
        return self.demands or bool(_DATED.search(words))

    @property
    def stems(self) -> frozenset[str]:
        """The words of condition and consequence, without the parties' names."""
        return self.condition | self.consequence


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that may speak of a line, and how much of it it holds."""

    line: Line
    passage: Passage
    #: Of condition and consequence together, of each alone; 0 to 1.
    share: float
    condition: float
    consequence: float
    #: How much of another line by the same side it holds, at most; None for no other.
    rival: float | None

    @property
    def nearest(self) -> bool:
        """Whether it speaks of no other line by the same side as much."""
        if self.rival is None:
            return True
        return self.share > 0.0 and self.share >= self.rival


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a sentence change the state of a line; `name` is what people read."""

    name: str
    state: State
    holds: Callable[[Hit], str | None]


_THREAT = r"(?:threats?|ultimatum|deadline|warning|demand|measures|order|red line)"
_TAKEN_BACK = re.compile(
    r"\b(?:dropp(?:ed|ing)|drops|withdrew|withdrawn|withdraws|withdrawal|took back"
    r"|taken back|takes back|lift(?:ed|s)|rescind(?:ed|s)|revok(?:ed|es)"
    r"|suspend(?:ed|s)|abandon(?:ed|s)|shelved|called off"
    r"|backed (?:down|away)|retract(?:ed|s)|walked back)\b",
    re.IGNORECASE,
)
_OF_THREAT = re.compile(rf"\b{_THREAT}\b|\bthreatened\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:(?:had |has |have )?never (?:\w+ )?threatened"
    r"|not (?:\w+ )?threaten(?:ed|ing)?"
    r"|no (?:such )?(?:threat|ultimatum|message|warning)"
    r"|den(?:y|ied|ies|ying)\b.*\b(?:threat|threatened|ultimatum|warned|deadline)"
    r"|nor [^.;]*\bthreaten(?:ed|ing)"
    r"|calls? [^.;]*\b(?:an invention|invented|untrue))\b",
    re.IGNORECASE,
)
_MADE_GOOD = re.compile(
    r"\b(?:ma[dk]e(?:s)? good (?:on )?|carried out |carries out |followed through on"
    r"|acted on |fulfilled )(?:its|his|her|their|the|that) (?:\w+ )?"
    r"(?:threat|ultimatum|warning|word)\b",
    re.IGNORECASE,
)
_CROSSED = re.compile(
    r"\b(?:cross(?:ed|es)|violat(?:ed|es)|breach(?:ed|es)|overstepped)\b", re.IGNORECASE
)
_EXPIRED = re.compile(
    r"\b(?:deadline|ultimatum|midnight)\b[^.;]{0,60}\b(?:came and went|come and gone"
    r"|passed|expired|ran out|run out|elapsed|ignored|unheeded)\b",
    re.IGNORECASE,
)
_LET_LAPSE = re.compile(
    r"\blets? (?:its|his|her|their|the) (?:own )?(?:\w+ )?(?:deadline|ultimatum)\b"
    r"[^.;]{0,40}\b(?:lapse|pass|expire|run out)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|must|if|unless|whether|any|expected"
    r"|threaten(?:s|ed|ing)?|vow(?:s|ed)|warn(?:s|ed|ing)?|wants?|demand(?:s|ed)?"
    r"|plans?|until|in case|in the event|were to|had been to)\b|'ll\b|\?",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|denied|denies|failed)\b|n't\b", re.I
)
#: How much of a condition a sentence has to hold to say that it was met.
_MET = 0.5
#: And how many words, where nothing else tells that it is meant.
_LEAST = 3
#: How much, and how many words, where a deed of the right side is told.
_LIKE, _LEAST_DEED = 0.4, 2
#: How much of a line a sentence that speaks of a threat has to hold to mean that one.
_MEANT = 0.2
#: Below it a sentence shares but by chance.
LEAST_SHARE = 0.1
#: How many characters further on a text still speaks of the line.
_NEXT = 400


def _taken_back(hit: Hit) -> str | None:
    words = hit.passage.says(_TAKEN_BACK)
    meant = hit.passage.says(_OF_THREAT) or hit.consequence >= _MET
    ours = hit.passage.is_by(hit.line.line.drawn_by)
    near = hit.nearest and hit.share >= LEAST_SHARE
    return words if meant and ours and near else None


def _denied(hit: Hit) -> str | None:
    words = hit.passage.says(_DENIAL)
    if not hit.passage.is_by(hit.line.line.drawn_by):
        return None
    return words if hit.nearest or _only_message(hit) else None


def _only_message(hit: Hit) -> bool:
    """Whether it stands next to the line, in the same text, and fits none better."""
    gap = hit.passage.span.start - hit.line.signal.sentence.end
    near = hit.passage.document == hit.line.document.id and gap < _NEXT
    return near and hit.share >= (hit.rival or 0.0)


def _made_good(hit: Hit) -> str | None:
    ours = hit.passage.is_by(hit.line.line.drawn_by)
    return hit.passage.says(_MADE_GOOD) if ours and hit.nearest else None


def _carried_out(hit: Hit) -> str | None:
    ours = hit.passage.is_by(hit.line.line.drawn_by)
    shared = hit.line.consequence & hit.passage.stems
    if hit.consequence < _MET or len(shared) < _LEAST or not ours:
        return None
    return _happened(hit.passage)


def _crossed(hit: Hit) -> str | None:
    words = hit.passage.says(_CROSSED)
    meant = re.search(r"\b(?:line|it|deadline)\b", hit.passage.words)
    return words if meant and hit.share >= _MEANT else None


def _met(hit: Hit) -> str | None:
    shared = hit.line.condition & hit.passage.stems
    if hit.line.demands or len(shared) < _LEAST or hit.condition < _MET:
        return None
    return _happened(hit.passage)


def _expired(hit: Hit) -> str | None:
    meant = hit.share >= LEAST_SHARE or hit.passage.is_by(hit.line.line.drawn_by)
    sets = hit.line.sets_date and (hit.nearest or hit.share == 0.0)
    return hit.passage.says(_EXPIRED) if sets and meant else None


def _let_lapse(hit: Hit) -> str | None:
    ours = hit.passage.is_by(hit.line.line.drawn_by)
    return hit.passage.says(_LET_LAPSE) if ours and hit.line.sets_date else None


def _did_it(hit: Hit) -> str | None:
    """Return the deed of who drew it, where that is what it threatens."""
    if hit.consequence < _LIKE:
        return None
    drawn_by, against = _sides(hit.line.line.drawn_by), _sides(hit.line.line.against)
    for deed in hit.passage.deeds:
        hits = _sides(deed.target)
        if _sides(deed.actor) & drawn_by and (not hits or hits & against):
            return _told(deed, drawn_by)
    return None


def _did_forbidden(hit: Hit) -> str | None:
    """Return the deed of another side, where that is what it forbids."""
    shared = hit.line.condition & hit.passage.stems
    if hit.line.demands or hit.condition < _LIKE or len(shared) < _LEAST_DEED:
        return None
    drawn_by = _sides(hit.line.line.drawn_by)
    for deed in hit.passage.deeds:
        others = _sides(deed.actor) - drawn_by
        if others and not _sides(deed.actor) & drawn_by:
            return _told(deed, others)
    return None


def _told(deed: Action, sides: frozenset[str]) -> str:
    names = (party.actor for party in deed.actor if party.side in sides)
    return f"{deed.kind} by {', '.join(names)}"


def _sides(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.side for party in parties) - {UNKNOWN_SIDE}


def _happened(passage: Passage) -> str | None:
    """Return the sentence's first words where it reports what came about."""
    if passage.says(_TO_COME) or passage.says(_NEGATED):
        return None
    return passage.words[:60]


#: The first that holds decides.
RULES: tuple[Rule, ...] = (
    Rule("its drawer denies having drawn it", State.DENIED, _denied),
    Rule("its drawer let the deadline go by", State.LAPSED, _let_lapse),
    Rule("its drawer takes it back", State.WITHDRAWN, _taken_back),
    Rule("its drawer is said to have made it good", State.ACTED_ON, _made_good),
    Rule("somebody says that it was crossed", State.CROSSED, _crossed),
    Rule("its deadline is over", State.CROSSED, _expired),
    Rule("what it threatens came about", State.ACTED_ON, _carried_out),
    Rule("what it forbids came about", State.CROSSED, _met),
    Rule("its drawer does what it threatens", State.ACTED_ON, _did_it),
    Rule("another side does what it forbids", State.CROSSED, _did_forbidden),
)


def may_change(passage: Passage) -> bool:
    """Whether a sentence can change a line whose words it does not share."""
    cues = (_DENIAL, _TAKEN_BACK, _MADE_GOOD, _EXPIRED, _LET_LAPSE)
    return any(passage.says(cue) for cue in cues)
