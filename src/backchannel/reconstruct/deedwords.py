"""The verbs that name deeds, and what must stand with them.

Plain vocabulary of the field. Objects are patterns for the lower-case words of a noun
phrase; what asks for a thing or a person is no deed with any other object: "attacked
the proposal", "seized the opportunity".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.domain.actions import Kind

#: Forms of a verb. A past form is a participle too, unless the verb has another.
BASE, PRESENT, PAST, PARTICIPLE, ING = "base", "present", "past", "participle", "ing"


def _nouns(words: str) -> str:
    return rf"\b(?:{'|'.join(words.split())})(?:s|es)?\b"


FORCES = _nouns(
    "troop soldier force battalion brigade regiment division unit army navy fleet"
    " warship ship vessel carrier frigate destroyer submarine squadron jet aircraft"
    " warplane fighter bomber helicopter plane paratrooper marine peacekeeper tank"
    " missile battery batteries artillery commando militia militiamen reservist police"
    " guard patrol gunboat armour gunner gunmen sniper rebel militant insurgent"
    " guerrilla commander drone rocket shell bomb mortar coastguard gunship airstrike"
    " raider mercenary mercenaries contingent garrison column launcher weapon"
)
_PLACES = (
    "village town city cities camp base post position outpost bunker airport airfield"
    " bridge building hospital school embassy embassies consulate mission plant site"
    " facility facilities refinery refineries barracks headquarters convoy patrol"
    " station port harbour depot dam boat trawler tanker cargo truck car bus train"
    " house home market mosque church synagogue temple checkpoint border region area"
    " province district territory island capital suburb neighbourhood pipeline"
    " terminal palace parliament prison field stronghold hideout compound hotel"
    " office ministry target infrastructure land airspace trench line quarter hill"
    " row enclave sector crossing road factory factories warehouse silo radar"
    " ground oilfield reactor yard shelter clinic studio state country"
)
_PERSONS = (
    "people person civilian man men woman women child children student pupil schoolgirl"
    " villager protester demonstrator worker journalist reporter diplomat leader"
    " official officer minister president chief hostage prisoner captive detainee"
    " suspect activist politician member lawmaker deputy deputies mp sailor"
    " fisherman fishermen tourist contractor priest cleric nun pilot citizen national"
    " pilgrim refugee migrant resident editor lawyer judge dissident general colonel"
    " envoy ambassador crew family families adviser scientist engineer body bodies"
    " supporter critic opponent passenger settler spokesman king prince shopkeeper"
    " policeman policemen teenager boy girl farmer follower operative scholar"
)
PEOPLE = rf"{FORCES}|{_nouns(_PERSONS)}|\b(?:him|her|them|himself|\d+|dozens|scores)\b"
PLACES = _nouns(_PLACES)
THINGS = rf"{FORCES}|{PLACES}|{_nouns(_PERSONS)}"
_PROPERTY = _nouns(
    "tanker ship vessel boat trawler cargo weapon asset fund property headquarters"
    " embassy embassies consulate building airport office company companies plane"
    " shipment drug goods oil plant station equipment arms"
)
_BOMBS = _nouns(
    "rocket missile shell mortar torpedo torpedoes drone projectile bomb salvo barrage"
    " round cruise shot"
)
_BARS = _nouns("border frontier crossing strait airspace waterway checkpoint")
_TIES = _nouns("ties relation link")
_ENVOYS = _nouns("diplomat ambassador envoy consul attache chargé nuncio staff")
_TRADE = (
    r"\b(?:aid|arms|flights?|trade|exports?|imports?|cooperation|deliveries|shipments?"
    r"|sales?|supplies|talks|negotiations|participation|assistance)\b"
)
_RELIEF = (
    r"\b(?:aid|tanks?|weapons?|ammunition|missiles?|medicines?|food|blankets|rice"
    r"|wheat|relief|arms|supplies|howitzers|vaccines|fuel|loans?|grants?|generators"
    r"|air defence|doctors|rescuers|asylum|jets|helicopters)\b|[$€£]\d\S*"
)
_CURBS = _nouns("sanction embargo blockade siege curfew restriction ban")
_DEVICES = (
    r"\b(?:missiles?|rockets?|nuclear|bombs?|device|warheads?|weapons?|satellite)\b"
)


#: What the object of a verb is: it is hit itself; an instrument of who acts ("deployed
#: troops"); or what belongs to who is hit ("froze its assets").
TARGET, INSTRUMENT, OWNED = "target", "instrument", "owned"


@dataclass(frozen=True, slots=True)
class Sense:
    """What verbs name when certain words stand with them."""

    kind: Kind
    #: Base forms, and where it is irregular past and participle: "sink/sank/sunk".
    verbs: str
    #: The pattern that the object has; None where any will do, "^$" where none may be.
    object: str | None = None
    #: Whether a name alone may be the object: "attacked Iran".
    named: bool = False
    role: str = TARGET
    #: Prepositions before who is hit, where the object does not tell.
    at: str = ""
    #: The word that belongs to the verb: "shot down".
    particle: str = ""
    #: Whether somebody with arms must do it: prices "hit" things too.
    armed: bool = False
    #: Whether it is none unless the text tells at whom or from where.
    aimed: bool = False

    @property
    def alone(self) -> bool:
        """Whether it does without an object."""
        return self.object is not None and re.search(self.object, "") is not None


def _forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of a verb: "bomb", or all of them as "shoot/shot/shot"."""
    base, *irregular = lemma.split("/")
    yield base, BASE
    yield base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s"), PRESENT
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    past = irregular or [stem + "ed"]
    yield past[0], PAST
    yield past[-1], PARTICIPLE
    doubles = past[0] == base or past[0] == base + base[-1] + "ed"
    yield (base + base[-1] if doubles else stem) + "ing", ING


#: The first sense that fits names the deed.
SENSES: tuple[Sense, ...] = (
    Sense(
        Kind.ATTACK,
        "attack ambush raid storm ram/rammed burn torch assault",
        THINGS,
        named=True,
    ),
    Sense(Kind.ATTACK, "fire", "^$", at="on upon at", aimed=True),
    Sense(Kind.ATTACK, "open", r"^fire$", role=INSTRUMENT, at="on upon at"),
    Sense(Kind.STRIKE, "bomb shell bombard strafe torpedo pound", THINGS, named=True),
    Sense(Kind.STRIKE, "strike/struck hit/hit target", THINGS, named=True, armed=True),
    Sense(Kind.STRIKE, "sink/sank/sunk", THINGS, named=True, armed=True),
    Sense(
        Kind.STRIKE, "shoot/shot blow/blew/blown", THINGS, named=True, particle="down"
    ),
    Sense(Kind.STRIKE, "blow/blew/blown", THINGS, named=True, particle="up"),
    Sense(
        Kind.STRIKE,
        "fire launch lob/lobbed",
        _BOMBS,
        role=INSTRUMENT,
        at="at on against into toward towards",
        aimed=True,
    ),
    Sense(Kind.TEST, "test launch fire test-fire", _DEVICES, role=INSTRUMENT),
    Sense(
        Kind.KILL, "kill murder assassinate execute massacre behead", PEOPLE, named=True
    ),
    Sense(Kind.KILL, "shoot/shot", PEOPLE, named=True, particle="dead"),
    Sense(Kind.KILL, "gun/gunned", PEOPLE, named=True, particle="down"),
    Sense(Kind.ABDUCT, "kidnap/kidnapped abduct", PEOPLE, named=True),
    Sense(Kind.ABDUCT, "take/took/taken", r"\b(?:hostages?|captives?)\b"),
    Sense(Kind.INVADE, "invade", THINGS, named=True),
    Sense(
        Kind.CAPTURE,
        "capture retake/retook/retaken recapture overrun/overran/overrun"
        " occupy/occupied annex conquer",
        THINGS,
        named=True,
    ),
    Sense(Kind.SEIZE, "seize", _PROPERTY),
    Sense(Kind.CAPTURE, "seize", THINGS + r"|^control$", named=True),
    Sense(Kind.SEIZE, "confiscate impound"),
    Sense(Kind.ARREST, "arrest detain jail imprison", PEOPLE, named=True),
    Sense(Kind.EXPEL, "expel/expelled", _ENVOYS),
    Sense(Kind.DEPORT, "expel/expelled deport evict", PEOPLE, named=True),
    Sense(Kind.RESTRICT, "blockade besiege", THINGS, named=True),
    Sense(Kind.SEVER, "close shut/shut", r"\b(?:embassy|consulate|mission)\b"),
    Sense(
        Kind.RESTRICT,
        "close shut/shut seal",
        _BARS + r"|\bports?\b",
        role=OWNED,
        at="with to",
    ),
    Sense(
        Kind.RESTRICT,
        "block",
        FORCES
        + "|"
        + _BARS
        + r"|\b(?:convoys?|roads?|ports?|aid|boats?|trawlers?|tankers?|trucks)\b",
    ),
    Sense(
        Kind.RESTRICT,
        "impose declare",
        r"\b(?:curfew|blockade|martial law|state of emergency|no-fly zone)\b",
        role=INSTRUMENT,
        at="on against of",
    ),
    Sense(
        Kind.SANCTION,
        "impose slap/slapped tighten extend",
        r"\b(?:sanctions?|embargo)\b",
        role=INSTRUMENT,
        at="on against",
    ),
    Sense(
        Kind.SANCTION,
        "sanction blacklist",
        PEOPLE + r"|\b(?:compan(?:y|ies)|banks?|firms?|entit(?:y|ies))\b",
        named=True,
    ),
    Sense(
        Kind.SANCTION,
        "freeze/froze/frozen",
        r"\b(?:assets|funds|accounts)\b",
        role=OWNED,
    ),
    Sense(
        Kind.SEVER,
        "sever cut/cut",
        _TIES + "|" + _TRADE,
        role=INSTRUMENT,
        at="with to from",
    ),
    Sense(
        Kind.SEVER,
        "break/broke/broken cut/cut",
        _TIES + "|" + _TRADE,
        role=INSTRUMENT,
        at="with to from",
        particle="off",
    ),
    Sense(Kind.SEVER, "suspend halt", _TRADE, role=INSTRUMENT, at="with to from"),
    Sense(
        Kind.SEVER,
        "recall withdraw/withdrew/withdrawn",
        _ENVOYS,
        role=INSTRUMENT,
        at="from to in",
    ),
    Sense(
        Kind.AID,
        "donate deliver supply/supplied send/sent airlift",
        _RELIEF,
        role=INSTRUMENT,
        at="to",
        aimed=True,
    ),
    Sense(
        Kind.DEPLOY,
        "deploy dispatch send/sent mass mobilise mobilize station",
        FORCES,
        role=INSTRUMENT,
        at="against",
    ),
    Sense(Kind.PROTEST, "protest demonstrate riot", "^$"),
    Sense(Kind.RELEASE, "release free/freed", PEOPLE, named=True),
    Sense(
        Kind.WITHDRAW,
        "withdraw/withdrew/withdrawn evacuate pull",
        FORCES,
        role=INSTRUMENT,
        at="from out",
    ),
    Sense(
        Kind.WITHDRAW,
        "withdraw/withdrew/withdrawn retreat",
        "^$",
        at="from",
        aimed=True,
    ),
    Sense(Kind.WITHDRAW, "pull", "^$", at="of from", particle="out", aimed=True),
    Sense(Kind.EASE, "lift ease", _CURBS, role=INSTRUMENT, at="on against of"),
    Sense(
        Kind.EASE,
        "reopen open",
        _BARS + r"|\bembass(?:y|ies)\b",
        role=OWNED,
        at="with to in",
    ),
    Sense(
        Kind.DISARM,
        "lay/laid/laid",
        r"\b(?:arms|weapons)\b",
        role=INSTRUMENT,
        particle="down",
    ),
    Sense(Kind.DISARM, "surrender disarm", "^$|" + FORCES, role=INSTRUMENT),
    Sense(Kind.AID, "grant", r"\basylum\b", role=INSTRUMENT, at="to"),
)


def _by_form() -> dict[str, tuple[tuple[Sense, str], ...]]:
    found: dict[str, dict[tuple[Sense, str], None]] = {}
    for sense in SENSES:
        for lemma in sense.verbs.split():
            for word, form in _forms(lemma):
                found.setdefault(word, {})[sense, form] = None
    return {word: tuple(senses) for word, senses in found.items()}


#: Lower-case form -> the senses it can have, with which form it is.
VERBS = _by_form()
