"""What PLOVER calls our acts, kinds of actions, statuses, channels and sides.

PLOVER: Political Language Ontology for Verifiable Event Records, draft 2.0, Open Event
Data Alliance (https://github.com/openeventdata/PLOVER, PLOVER_MANUAL). docs/plover.md
says why each row is as it is, and what it loses.
"""

from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain import actions
from backchannel.domain.actions import Action, Kind
from backchannel.domain.signals import Act, Channel, Signal, Status
from backchannel.write.countries import SIDES


class Event(StrEnum):
    """The event categories of chapter 3 that our records can make."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


#: None: PLOVER has no such event; it dropped CAMEO's statements (manual, 7.2).
EVENTS: dict[Act, Event | None] = {
    Act.INFORM: None,
    Act.ANNOUNCE: None,
    Act.CONFIRM: None,
    Act.ASSURE: Event.AGREE,
    Act.OFFER: Event.AGREE,
    Act.PROMISE: Event.AGREE,
    Act.AGREE: Event.AGREE,
    Act.SUPPORT: Event.SUPPORT,
    Act.CONSULT: Event.CONSULT,
    Act.REQUEST: Event.REQUEST,
    Act.DEMAND: Event.REQUEST,
    Act.WARN: Event.THREATEN,  # only a warning that is aimed at somebody
    Act.THREATEN: Event.THREATEN,
    Act.REJECT: Event.REJECT,
    Act.DENY: Event.REJECT,
    Act.ACCUSE: Event.ACCUSE,
}
#: Every kind of action is an event of the deeds.
DEEDS: dict[Kind, Event] = {
    kind: Event(event.value) for kind, event in actions.EVENTS.items()
}
#: Cooperation is 1 verbal, 2 material; conflict 3 verbal, 4 material (manual, 7.3).
QUAD_CODES: dict[Event, int] = {
    Event.AGREE: 1,
    Event.CONSULT: 1,
    Event.SUPPORT: 1,
    Event.AID: 2,
    Event.RETREAT: 2,
    Event.REQUEST: 3,
    Event.ACCUSE: 3,
    Event.REJECT: 3,
    Event.THREATEN: 3,
    Event.PROTEST: 4,
    Event.SANCTION: 4,
    Event.MOBILIZE: 4,
    Event.COERCE: 4,
    Event.ASSAULT: 4,
}
#: Events that are none without a recipient (manual, 3.6 and 3.13).
AIMED = frozenset({Event.AID, Event.SANCTION})
#: Cooperation reported in the future tense is a commitment to it (manual, 3.1).
PLANNED: dict[Event, Event] = {
    Event.CONSULT: Event.AGREE,
    Event.SUPPORT: Event.AGREE,
    Event.AID: Event.AGREE,
    Event.RETREAT: Event.AGREE,
}
#: The auxiliary modes, which the manual has written into `context` (2.3).
CONTEXTS: dict[Status, str] = {
    Status.NEGATED: "negation",
    Status.PLANNED: "future",
    Status.POSSIBLE: "hypothetical",
}
#: The modes of other events say what is asked, refused or threatened, not how.
MODES: dict[tuple[Event, Channel], str] = {
    (Event.CONSULT, Channel.CALL): "phone",
    (Event.CONSULT, Channel.LETTER): "phone",  # "or some other remote medium"
}
#: Kinds that are a mode of their event, whatever the text says of them.
KINDS: dict[Kind, str] = {
    Kind.ABDUCT: "abduct",
    Kind.SEIZE: "confiscate",
    Kind.ARREST: "arrest",
    Kind.DEPORT: "deport",
    Kind.EXPEL: "expel",
    Kind.RELEASE: "release",
    Kind.WITHDRAW: "withdraw",
    Kind.DISARM: "disarm",
}
#: Sides whose code in PLOVER is another: organisations with codes of their own, and
#: territories that it folds into the state that controls them (manual, 5.1).
_CODES = {
    **{"UN": "UNO", "EU": "EUR", "XKX": "KOS", "ESH": "MAR"},
    **dict.fromkeys(("COK", "NIU"), "NZL"),
    **dict.fromkeys(("GRL", "FRO"), "DNK"),
    **dict.fromkeys(("GIB", "BMU", "FLK"), "GBR"),
    **dict.fromkeys(("NCL", "PYF", "GLP", "MTQ", "GUF"), "FRA"),
    **dict.fromkeys(("PRI", "GUM", "ASM"), "USA"),
    **dict.fromkeys(("ABW", "CUW", "ANT"), "NLD"),
    "MAC": "CHN",
}


@dataclass(frozen=True, slots=True)
class Coding:
    """A signal or an action in PLOVER's terms."""

    event: Event
    mode: str | None = None
    context: str | None = None

    @property
    def quad_code(self) -> int:
        """The number of its quad category."""
        return QUAD_CODES[self.event]


def code_signal(signal: Signal) -> Coding | None:
    """Return what PLOVER codes `signal` as; None where it codes no such thing."""
    event = EVENTS[signal.act]
    if event is None or (signal.act is Act.WARN and not signal.recipient):
        return None
    return _code(event, MODES.get((event, signal.channel)), signal.status)


def code_action(action: Action) -> Coding | None:
    """Return what PLOVER codes `action` as; None where it lacks a recipient for it."""
    coding = _code(DEEDS[action.kind], KINDS.get(action.kind), action.status)
    return None if coding.event in AIMED and not action.target else coding


def _code(event: Event, mode: str | None, status: Status) -> Coding:
    if status is Status.PLANNED and event in PLANNED:
        # "The single event category, not a category+auxiliary mode" (manual, 2.3).
        return Coding(PLANNED[event])
    return Coding(event, mode, CONTEXTS.get(status))


def code_side(side: str) -> str | None:
    """Return the code of a side; None where telling it takes more than its name."""
    return _CODES.get(side, side if side in SIDES else None)
