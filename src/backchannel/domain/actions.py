"""Actions: material events as one document reports them, and what PLOVER calls them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain.codec import record_id
from backchannel.domain.signals import Party, Reason, Source, Status, Time
from backchannel.domain.text import Span


class Kind(StrEnum):
    """What is done."""

    #: With whatever arms, on the ground or where the text does not tell.
    ATTACK = "attack"
    #: From afar: bombs, shells, missiles, drones; also what is shot down or sunk.
    STRIKE = "strike"
    KILL = "kill"
    ABDUCT = "abduct"
    INVADE = "invade"
    #: Territory and places.
    CAPTURE = "capture"
    #: Property: ships, buildings, goods.
    SEIZE = "seize"
    ARREST = "arrest"
    #: People sent out of a country or a place; of diplomats, `EXPEL`.
    DEPORT = "deport"
    #: Blockades, closed borders, curfews.
    RESTRICT = "restrict"
    SANCTION = "sanction"
    EXPEL = "expel"
    #: Relations cut: ties broken off, envoys recalled, aid and trade stopped.
    SEVER = "sever"
    #: Forces moved or shown: deployments, exercises.
    DEPLOY = "deploy"
    #: Weapons tried out.
    TEST = "test"
    PROTEST = "protest"
    AID = "aid"
    RELEASE = "release"
    WITHDRAW = "withdraw"
    #: What restricted or punished is undone: sanctions lifted, borders opened.
    EASE = "ease"
    #: Arms laid down.
    DISARM = "disarm"


class Event(StrEnum):
    """The event categories of PLOVER, draft 2.0, chapter 3, that are deeds."""

    AID = "AID"
    RETREAT = "RETREAT"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


#: What PLOVER calls each kind, by its tables of modes (`abduct` and `destroy` are of
#: ASSAULT, `confiscate`, `deport` and `arrest` of COERCE, `sever` of SANCTION).
EVENTS: dict[Kind, Event] = {
    Kind.ATTACK: Event.ASSAULT,
    Kind.STRIKE: Event.ASSAULT,
    Kind.KILL: Event.ASSAULT,
    Kind.ABDUCT: Event.ASSAULT,
    Kind.INVADE: Event.ASSAULT,
    Kind.CAPTURE: Event.ASSAULT,
    Kind.SEIZE: Event.COERCE,
    Kind.ARREST: Event.COERCE,
    Kind.DEPORT: Event.COERCE,
    Kind.RESTRICT: Event.COERCE,
    Kind.SANCTION: Event.SANCTION,
    Kind.EXPEL: Event.SANCTION,
    Kind.SEVER: Event.SANCTION,
    Kind.DEPLOY: Event.MOBILIZE,
    Kind.TEST: Event.MOBILIZE,
    Kind.PROTEST: Event.PROTEST,
    Kind.AID: Event.AID,
    Kind.RELEASE: Event.RETREAT,
    Kind.WITHDRAW: Event.RETREAT,
    Kind.EASE: Event.RETREAT,
    Kind.DISARM: Event.RETREAT,
}


@dataclass(frozen=True, slots=True)
class Action:
    """One material event, as one document reports it."""

    #: See `action_id`.
    id: str
    document: str
    #: The verb or noun that names it.
    span: Span
    sentence: Span
    kind: Kind
    status: Status
    #: Who does it; empty where the text does not tell.
    actor: tuple[Party, ...] = ()
    #: To whom, or to whose land, people or property; empty where it does not tell.
    target: tuple[Party, ...] = ()
    place: Span | None = None
    time: Time | None = None
    #: On whose word, nearest first, not counting the outlet itself.
    attribution: tuple[Source, ...] = ()
    #: The rule that found it, in words a person can check.
    rule: str = ""
    #: Why its parties, status and days are what they are.
    why: tuple[Reason, ...] = ()

    def passages(self) -> Iterator[tuple[str, Span]]:
        """Yield every passage that a field quotes, with the field's name."""
        yield "sentence", self.sentence
        yield "span", self.span
        yield from (("actor", party.span) for party in self.actor)
        yield from (("target", party.span) for party in self.target)
        yield from (("attribution", source.span) for source in self.attribution)
        if self.place:
            yield "place", self.place
        if self.time:
            yield "time", self.time.span


def action_id(document: str, span: Span) -> str:
    """Return the id of the action that these words name: it survives a reread."""
    return record_id({"document": document, "action": [span.start, span.end]})
