"""Introductions gathered to persons: one dossier for all the spellings of one name.

Introductions in, persons out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.domain.words import fold
from backchannel.resolve.first_names import gender_of
from backchannel.resolve.introductions import PARTIES, Introduction
from backchannel.resolve.people import Person
from backchannel.resolve.reference import Entry, Reference
from backchannel.resolve.words import last_word, plain_name, word_set

#: Spellings of one name: Amirabdollahian and Amir-Abdollahian score 97, Salim al-Habsi
#: and Salim al-Harthy 79. Tuned on gold/train with `python -m eval.actors`.
SAME_SPELLING = 86
#: Who has no surname keeps the title: "King Osric", "Commander Zmarai".
_KEPT_TITLES = word_set(
    "king queen prince princess pope emir sultan commander sister father sheikh"
    " patriarch brother"
)


@dataclass(slots=True)
class _Dossier:
    """The places that name one person, while they are being gathered."""

    introductions: list[Introduction] = field(default_factory=list)

    def names(self) -> list[str]:
        """Return the spellings, the fullest last; of equals the one filed last."""
        names = dict.fromkeys(n.name for n in self.introductions)
        return sorted(names, key=_completeness)


def _completeness(name: str) -> tuple[int, int]:
    return len(name.split()), len(name)


def gather(introductions: Iterable[Introduction], reference: Reference) -> list[Person]:
    """Return the persons that `introductions` name, in the order of their full names.

    Full names come first, whatever their place: "Mr Haddan" may stand before "Samir
    Haddan".
    """
    cabinet = _Cabinet()
    ordered = sorted(introductions, key=lambda n: (len(n.name.split()) == 1, n.span))
    for introduction in ordered:
        cabinet.file(introduction)
    return [_close(dossier, reference) for dossier in cabinet.dossiers]


class _Cabinet:
    """Dossiers by the words of their names."""

    def __init__(self) -> None:
        self.dossiers: list[_Dossier] = []
        self._by_name: dict[str, _Dossier] = {}
        #: "osei abankwah" for "kwame osei abankwah".
        self._by_tail: dict[str, _Dossier] = {}
        self._by_last: dict[str, _Dossier] = {}
        self._by_first: dict[str, _Dossier] = {}

    def file(self, introduction: Introduction) -> None:
        """Put `introduction` into the dossier of its person."""
        folded = fold(introduction.name)
        dossier = self._by_name.get(folded)
        if dossier is None:
            dossier = self._find(introduction.name) or self._open(introduction.name)
            self._by_name[folded] = dossier
            for blank in re.finditer(" ", folded):
                self._by_tail.setdefault(folded[blank.end() :], dossier)
        dossier.introductions.append(introduction)

    def _open(self, name: str) -> _Dossier:
        dossier = _Dossier()
        self.dossiers.append(dossier)
        self._by_last.setdefault(last_word(name), dossier)
        if " " in name:
            self._by_first.setdefault(fold(name).split()[0], dossier)
        return dossier

    def _find(self, name: str) -> _Dossier | None:
        """Return the dossier of a name not seen before."""
        alone = " " not in name
        if not alone and (longer := self._by_tail.get(fold(name))):
            return longer
        near = self._by_last.get(last_word(name))
        if near is not None and (alone or _same_first(name, near)):
            return near
        if alone:
            return self._by_first.get(fold(name)) or self._spelled_like(name)
        return self._spelled_like(name)

    def _spelled_like(self, name: str) -> _Dossier | None:
        """Return the dossier with another spelling of `name`."""
        folded = fold(name)
        if len(folded) < 5:
            return None
        known = self._by_last if " " not in folded else self._by_name
        like = process.extract_iter(
            folded, known.keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING
        )
        return next((known[name] for name, _, _ in like), None)


def _same_first(name: str, dossier: _Dossier) -> bool:
    """Whether the first names allow one person: equal, an initial, or missing."""
    first = fold(name).split()[0]
    for introduction in dossier.introductions:
        words = fold(introduction.name).split()
        if len(words) == 1 or words[0][:3] == first[:3]:
            return True
        if 1 in (len(words[0]), len(first)) and words[0][0] == first[0]:
            return True
    return False


def _close(dossier: _Dossier, reference: Reference) -> Person:
    """Sum up a dossier."""
    entry = _look_up(dossier, reference)
    side, rule = _decide_side(dossier.introductions, entry)
    name = entry.name if entry else _usual_name(dossier)
    genders = Counter(n.gender for n in dossier.introductions if n.gender)
    return Person(
        name=name,
        side=side,
        rule=rule,
        gender=genders.most_common(1)[0][0] if genders else gender_of(name),
        offices=frozenset(o for n in dossier.introductions for o in n.offices),
        spans=tuple(sorted(n.span for n in dossier.introductions)),
        certain=any(n.certain for n in dossier.introductions),
        introduced=min((not n.offices, n.span) for n in dossier.introductions)[1],
    )


def _look_up(dossier: _Dossier, reference: Reference) -> Entry | None:
    """Return the table's entry for the fullest name that it knows.

    A surname counts only where the first name agrees: Jeb Bush is not George W. Bush.
    """
    fullest = dossier.names()[-1]
    for name in reversed(dossier.names()):
        for words in (name, plain_name(name)):
            entry = reference.find(words)
            if entry is None or entry.kind != "person":
                continue
            if " " in name or " " not in fullest or _shares_first(fullest, entry.name):
                return entry
    return None


def _shares_first(name: str, other: str) -> bool:
    """Whether the first word of `name`, or its first letters, stand in `other`."""
    first = fold(name).split()[0]
    return any(word[:3] == first[:3] for word in fold(other).split()[:-1])


def _decide_side(
    introductions: Sequence[Introduction], entry: Entry | None
) -> tuple[str, str]:
    """Return the side and the rule, the strongest first.

    A candidate is the party's, and a president, a foreign minister or the head of an
    organisation is of what the title names. Whom the table knows is else as it says:
    words near a name mislead more often than the table is out of date. Then the title,
    then the state named beside it.
    """
    candidates = [n for n in introductions if _stands_for_party(n)]
    known = entry is not None and entry.side != UNKNOWN_SIDE
    current = [n for n in introductions if n.current]
    if current:
        return str(current[0].side), current[0].rule
    if entry is not None and known and not candidates:
        return entry.side, f"reference table: {entry.name}"
    titled = [n for n in introductions if n.offices]
    for told in (candidates, titled, introductions):
        sides = Counter(n.side for n in told if n.side)
        if sides:
            side = sides.most_common(1)[0][0]
            return side, next(n.rule for n in told if n.side == side)
    return UNKNOWN_SIDE, ""


def _stands_for_party(introduction: Introduction) -> bool:
    """Whether the words beside the name make the person a party's candidate."""
    if introduction.side not in PARTIES:
        return False
    return any(_CANDIDATE.search(office) for office in introduction.offices)


_CANDIDATE = re.compile(r"candidate|nominee|runner|contender|hopeful")


def _usual_name(dossier: _Dossier) -> str:
    name = plain_name(dossier.names()[-1])
    if " " in name:
        return name
    offices = {
        office
        for introduction in dossier.introductions
        for office in introduction.offices
    }
    kept = sorted(offices & _KEPT_TITLES)
    return f"{kept[0].capitalize()} {name}" if kept else name
