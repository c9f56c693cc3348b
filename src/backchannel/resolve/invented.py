"""States and their peoples that no table knows, learnt from the document itself.

"Vestmark's prime minister" and "the Adulian foreign ministry" tell that there are a
state Vestmark and a state Adulia; "Adulian" belongs to "Adulia" by its stem. Text in,
named words out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.adjectives import belongs_to, by_stem, guess_noun, kin, noun_of
from backchannel.resolve.groups import learn_groups
from backchannel.resolve.names import find_runs
from backchannel.resolve.places import PLACES
from backchannel.resolve.sides import Named
from backchannel.resolve.towns import assign_towns
from backchannel.resolve.vocabulary import (
    BODIES,
    COURTESY,
    GROUPS,
    IRREGULAR_PLURALS,
    MODIFIERS,
    PERSONS,
)
from backchannel.resolve.words import word_set

_STATE_THING = (
    r"(?:minist\w+|premier|president|presidency|parliament|army|navy|senate|embassy"
    r"|ambassador|governments?|king|queen|coastguard|cabinet|foreign|defen[cs]e|interior"
    r"|junta|chancellor|airspace|central bank|general staff|capital|energy|finance)\b"
)
_THING = (
    r"(?:coast|borders?|troops|soldiers|police|generals?|envoys?|farmers|assembly|fleet"
    r"|people|side|delegat\w+|state|military|ports?|waters?|territory|officials?"
    r"|diplomats?|officers?|shore|bank|authorities|households?|customs|intelligence"
    r"|economy|exporter|consul|frontier|flag|head of|boats?|planes?|aircraft|launch\w*"
    r"|convoys?|ships?|crews?|jets?|drones?|patrols?|guards?|villages?|regime|leader"
    r"|coast guard|boots?)\b"
)
_OWNS_STATE = re.compile(
    rf"(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,2}}?{_STATE_THING}", re.IGNORECASE
)
_OWNS_THING = re.compile(
    rf"(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,2}}?{_THING}", re.IGNORECASE
)
_OWNS_ANY = re.compile(r"['’]s? ")
_ADJECTIVE_OF_STATE = re.compile(rf" (?:[a-z-]+ )?{_STATE_THING}", re.IGNORECASE)
_ADJECTIVE_OF_THING = re.compile(rf" (?:[a-z-]+ )?{_THING}", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"(?:minist\w+|president|governments?|embassy|ambassador|king|queen|parliament|army"
    r"|people|republic|kingdom|sultan|emir|navy|premier|chancellor|authorities|envoys?"
    r"|presidency|cabinet|rule[sd]?|ruler|heads|ambassadors|foreign minister|leaders"
    r"|side|border|coast|territory|citizens|capital|north|south|east|west) "
    r"(?:of|to|with|between) (?:the )?$",
    re.IGNORECASE,
)
#: Such a place is a capital: "the foreign ministry in Belavar".
_MINISTRY_IN = re.compile(r"(?:ministry|government|presidency|parliament) in $")
_COMPOUND = re.compile(r"(?<!\bal)-[a-z]")
_OF_NAME = re.compile(r"[^\W\d_][\w’'-]+,? (?:of|for|from) (?:the )?$")
_BETWEEN = re.compile(r"\b(?:between|against|with|across|and|neighbouring) (?:the )?$")
_INSIDE = re.compile(r"\b(?:in|into|inside|across|near|through|within) (?:the )?$")
_PLACED = re.compile(r"\b(?:to|from|at|by|leave|enter) (?:the )?$")
_SAYING = re.compile(
    r"(?:['’]s)? (?:[a-z]+ ){0,2}?(?:says|said|accused|accuses|summoned|denied|denies"
    r"|rejected|warned|demanded|agreed|refused|wants|insisted|offered|asked|threatened"
    r"|recalled|expelled|disputed|protested|maintained|lodged|answered|ruled|proposed)\b"
)
_DOING = re.compile(
    r"^ (?:and [A-Z]\w+ )?[a-z]+(?:ed|s)\b|^ (?:has|had|will|would|and)\b"
)
_CIVIC = word_set(
    "federation republic union states islands isles confederation kingdom"
    " emirate territory province commonwealth principality island"
)
_TITLES = {*PERSONS, *COURTESY, *BODIES, *MODIFIERS, *IRREGULAR_PLURALS} - _CIVIC
_NO_STATES = word_set(
    "islamic islamist islam muslim muslims jewish christian christians catholic"
    " orthodox sunni shia shiite kurdish kurds arab arabs european europeans"
    " western westerners eastern northern southern central asian africa african"
    " latin gulf mediterranean atlantic pacific baltic balkan nordic communist"
    " socialist liberal asia asians international global joint civil social"
    " royal imperial united member south north west east southeast congress"
    " internet god heads citizen citizens english hell thousands hundreds"
    " millions dozens asia-pacific media twitter facebook republicans democrats"
    " northeast northwest southwest christmas easter external relations people"
    " representatives excellency staffs operations arbitration nationalist common"
    " civilian participants candidates moderator transit tiger tigers freedom"
)
_COMMON = {*_TITLES, *GROUPS, *_CIVIC, *_NO_STATES, *PLACES}
#: Points a word needs to be taken for a state; those for each place are in `_weigh`.
#: Tuned on the invented stories of gold/train with `python -m eval.actors`.
ENOUGH = 1.3


@dataclass(slots=True)
class _Candidate:
    """A capitalised word or run, and the places where it stands."""

    points: float = 0.0
    #: Whether it ever stood where only a state or its adjective can.
    strong: bool = False
    adjective: bool = False
    seen: set[str] = field(default_factory=set)


def learn(text: str, is_known: Callable[[str], bool]) -> list[Named]:
    """Return the words that name states and groups which `is_known` does not know.

    Cost is linear: a fixed number of scans, each of short patterns.
    """
    groups = learn_groups(text, is_known)
    candidates, persons = _collect(text, is_known)
    forms = _join_forms(candidates, persons)
    found = _find_all(text, forms, groups)
    states = [item for item in found if item.kind != "group"]
    towns = _places(text, _town_names(text, candidates, persons, found))
    return [*found, *assign_towns(text, towns, states)]


def _town_names(
    text: str,
    candidates: dict[str, _Candidate],
    persons: Counter[str],
    found: list[Named],
) -> dict[str, Named]:
    """Return the candidates that are spoken in, and are no state themselves."""
    taken = {text[item.span.start : item.span.end] for item in found}
    return {
        name: Named(Span(0, 1), name, name, "capital", "learnt from the text")
        for name, candidate in candidates.items()
        if not (name in taken or name in persons or "." in name)
        and candidate.seen & {"inside", "ministry in"}
    }


def _collect(
    text: str, is_known: Callable[[str], bool]
) -> tuple[dict[str, _Candidate], Counter[str]]:
    """Return the candidates, and the words seen in names of persons."""
    candidates: dict[str, _Candidate] = defaultdict(_Candidate)
    persons: Counter[str] = Counter()
    for run in find_runs(text):
        words = text[run.start : run.end].split()
        titles = [n for n, word in enumerate(words) if fold(word) in _TITLES]
        if titles:
            persons.update(words[titles[-1] + 1 :])
            words = words[: titles[0]]
        if not words or is_known(" ".join(words)) or fold(words[0]) in _COMMON:
            continue
        end = run.start + len(" ".join(words))
        if text[run.start : end].split() != words:
            continue
        _weigh(candidates[" ".join(words)], text, Span(run.start, end))
        if len(words) > 1 and fold(words[-1]) not in _CIVIC:
            persons.update(word.removeprefix("al-") for word in words[1:])
            persons.update(words[1:])
    return candidates, persons


def _weigh(candidate: _Candidate, text: str, span: Span) -> None:
    """Add the points of one place; each sort of place counts once."""
    before, after = text[max(0, span.start - 40) : span.start], span.end
    places = (
        ("owns a state's office", 3.0, _OWNS_STATE.match(text, after)),
        ("owns a thing", 1.5, _OWNS_THING.match(text, after)),
        ("owns", 0.5, _OWNS_ANY.match(text, after)),
        ("adjective of office", 2.5, _ADJECTIVE_OF_STATE.match(text, after)),
        ("adjective of thing", 1.0, _ADJECTIVE_OF_THING.match(text, after)),
        ("of office", 3.0, _OF_OFFICE.search(before)),
        ("of name", 1.5, _OF_NAME.search(before)),
        ("ministry in", 0.0, _MINISTRY_IN.search(before)),
        ("between", 0.7, _BETWEEN.search(before)),
        ("inside", 0.8, _INSIDE.search(before)),
        ("placed", 0.6, _PLACED.search(before)),
        ("doing", 0.4, _DOING.match(text[after : after + 40])),
        ("saying", 1.2, _SAYING.match(text, after)),
    )
    for sort, points, hit in places:
        if hit is not None and sort not in candidate.seen:
            candidate.seen.add(sort)
            candidate.points += points
            candidate.strong |= points >= 2.5
            candidate.adjective |= sort.startswith("adjective")


def _join_forms(
    candidates: dict[str, _Candidate], persons: Counter[str]
) -> dict[str, str]:
    """Return every form found ("Adulian", "Adulia") with the state's name."""
    stems = by_stem(c for c in candidates if " " not in c and len(c) > 2)
    forms: dict[str, str] = {}
    for name in _choose_states(candidates, persons, stems):
        noun = noun_of(name, stems) or _as_noun(name, candidates[name])
        forms[name] = noun
        forms.setdefault(noun, noun)
        if " " in noun and fold(noun.split()[-1]) in _CIVIC:
            forms[noun.rsplit(" ", 1)[0]] = noun
    for noun in dict.fromkeys(forms.values()):
        for word in kin(noun, stems):
            if word not in forms and belongs_to(word, noun):
                forms[word] = noun
    return forms


def _as_noun(name: str, candidate: _Candidate) -> str:
    """Return the likely noun of what only ever stands as an adjective."""
    if candidate.adjective and not candidate.seen & _NOUN_PLACES:
        return guess_noun(name)
    return name


def _choose_states(
    candidates: dict[str, _Candidate],
    persons: Counter[str],
    stems: dict[str, list[str]],
) -> list[str]:
    """Return the candidates that are states or their adjectives.

    A capital speaks and is spoken in like a state, but owns no army and has no
    adjective.
    """
    points = {n: _points(n, c, persons, stems) for n, c in candidates.items()}
    statelike = {
        name
        for name, candidate in candidates.items()
        if candidate.strong or _has_other_form(name, stems)
    }
    sure = [name for name in statelike if points[name] >= ENOUGH]
    if not sure:
        return [
            n for n, p in points.items() if p >= ENOUGH and _OWNED & candidates[n].seen
        ]
    return [
        name
        for name, candidate in candidates.items()
        if points[name] >= ENOUGH and (name in statelike or candidate.seen & _OWNED)
    ]


_OWNED = {"owns a thing", "of name", "between", "adjective of thing", "owns"}
_NOUN_PLACES = {"owns a state's office", "owns a thing", "owns", "saying"}


def _points(
    name: str,
    candidate: _Candidate,
    persons: Counter[str],
    stems: dict[str, list[str]],
) -> float:
    """Return how much the places of a name speak for a state."""
    words = name.split()
    if len(words) > 3 or len(name) < 4 or "." in name or _COMPOUND.search(name):
        return 0.0
    if len(words) > 1:
        civic = fold(words[-1]) in _CIVIC or fold(words[0]) in _CIVIC
        return candidate.points + (1.0 if civic else -2.0)
    if "ministry in" in candidate.seen:
        return 0.0
    if name in persons and not candidate.seen & {"inside", "of office"}:
        return 0.0
    points = candidate.points - 3.0 * (name in persons)
    return points + 2.0 * _has_other_form(name, stems)


def _has_other_form(name: str, stems: dict[str, list[str]]) -> bool:
    near = kin(name, stems)
    return any(belongs_to(name, x) or belongs_to(x, name) for x in near)


def _find_all(text: str, states: dict[str, str], groups: dict[str, str]) -> list[Named]:
    """Find every place where a learnt form stands."""
    meanings: dict[str, Named] = {}
    nowhere = Span(0, 1)
    for form, noun in states.items():
        kind = "state" if form == noun else "demonym"
        meanings[form] = Named(nowhere, noun, noun, kind, "learnt from the text")
    for name, acronym in groups.items():
        usual = _usual_group(name)
        group = Named(nowhere, usual, acronym or usual, "group", "learnt from the text")
        meanings.update({form: group for form in (name, acronym) if form})
    return _places(text, meanings)


def _usual_group(name: str) -> str:
    """Return "Red Spear" for "Red Spear movement"."""
    return re.sub(r" (?:movement|militia|group)$", "", name)


def _places(text: str, meanings: dict[str, Named]) -> list[Named]:
    """Find every place of a form, the longest of those that begin there."""
    by_opener: dict[str, list[str]] = defaultdict(list)
    for form in sorted(meanings, key=len, reverse=True):
        if opener := _OPENER.match(form):
            by_opener[opener.group()].append(form)
    found: list[Named] = []
    for opener in _OPENER.finditer(text):
        start = opener.start()
        if found and start < found[-1].span.end:
            continue
        for form in by_opener.get(opener.group(), ()):
            end = start + len(form)
            if text.startswith(form, start) and not _goes_on(text, end):
                found.append(replace(meanings[form], span=Span(start, end)))
                break
    return found


#: What a form can begin with. Looked up instead of sought as one pattern of all forms,
#: whose cost would grow with the text twice over.
_OPENER = re.compile(r"(?<![\w-])\w+")


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
