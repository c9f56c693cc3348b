"""Persons whose side other words tell: "its spokesman, X", "In Athens, Y said".

A page, the sides that it names and its persons in; the persons out, with a side where
words around their introduction tell it. What the title itself names is read before, in
`backchannel.resolve.introductions`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.domain.text import Span
from backchannel.resolve.grammar import is_subject
from backchannel.resolve.page import Page
from backchannel.resolve.people import Person
from backchannel.resolve.sides import SideIndex
from backchannel.resolve.vocabulary import GROUPS
from backchannel.resolve.words import word_set

#: How many characters around a name may tell whose officer it is.
REACH = 90
#: How many sentences back whoever "his" and "its" mean may stand.
SENTENCES = 2
#: Points of those whom "his" and "its" may mean, beside 1 a sentence; tuned together on
#: gold/train with `python -m eval.actors`.
SUBJECT = 2.0
STEP_BACK = 0.3
JOINED = 3.0
#: Whom "his" does not make one of his own side.
_NOT_SERVING = word_set("counterpart rival colleague host guest opponent visitor") | {
    "opposite number"
}
_TITLE = r"(?:[\w’'-]+ ){0,5}?[\w’'-]+,? (?:Mr |Mrs |Ms |Dr |Gen |Col )?$"
#: "His Highness" is nobody's.
_STYLE = (
    r"(?:Royal |Serene )?(?:Highness|Excellency|Majesty|Holiness|Eminence|Beatitude)"
)
_HIS = re.compile(rf"\b([Hh]is|[Hh]er) (?!{_STYLE}){_TITLE}")
_ITS = re.compile(rf"\b([Ii]ts|[Tt]heir|[Ww]hose) {_TITLE}")
_OF_THE_GROUP = re.compile(
    rf"\b[Tt]he ({'|'.join(sorted(GROUPS))})(?:['’]s|(?<=s)['’]) {_TITLE}"
)
_OF_PERSON = re.compile(r"^['’]s? (?:[\w-]+ ){0,4}[\w-]+,? $")
_SERVANT = (
    r"(?:spokes\w+|aides?|advis[eo]rs?|envoys?|deputy|secretary|chief of staff|ally)"
    r" (?:for|to|of) (?:Mr\.? |Mrs\.? |Ms\.? |President |Prime Minister )?"
)
_SERVES = re.compile(rf"\b{_SERVANT}$")
_SERVES_AFTER = re.compile(
    rf"^, (?:an?|the|one of the)? ?(?:[a-z-]+ ){{0,4}}?{_SERVANT}"
)
_OPENING_IN = re.compile(r"(?:^|[.”\"] |\n)(?:In|From) $")
_OPENING_FOR = re.compile(r"(?:^|[.”\"] |\n)For (?:the )?$")
_INTRODUCES = re.compile(
    r",? (?:the )?(?:[\w’'-]+ ){0,5}?(?:Mr\.? |Mrs\.? )?(?:[\w’'-]+, )?"
)
_SEATS = ("capital", "state", "metonym")


def _start(place: tuple[Span, int]) -> int:
    return place[0].start


class Attacher:
    """Gives a side to persons of whom other words tell whose they are."""

    def __init__(self, page: Page, sides: SideIndex, persons: Iterable[Person]) -> None:
        self._page = page
        self._text = page.text
        self._sides = sides
        self._persons = list(persons)
        places = (
            (span, number)
            for number, person in enumerate(self._persons)
            for span in person.spans
        )
        self._places = sorted(places)

    def attach(self) -> list[Person]:
        """Return the persons in their order, first settled who is introduced first."""
        introduced = [person.introduced for person in self._persons]
        for number in sorted(range(len(introduced)), key=introduced.__getitem__):
            person = self._persons[number]
            if person.side != UNKNOWN_SIDE:
                continue
            side, rule = self._served_by(person)
            if side is None or side == UNKNOWN_SIDE:
                side, rule = self._opening(person.introduced)
            if side is not None:
                self._persons[number] = replace(person, side=side, rule=rule)
        return self._persons

    def _served_by(self, person: Person) -> tuple[str | None, str]:
        """Return the side that an officer serves, and the words that tell it."""
        if not person.offices or person.offices & _NOT_SERVING:
            return None, ""
        place = person.introduced
        start = max(0, place.start - REACH)
        before = self._text[start : place.start]
        if hit := _HIS.search(before):
            return self._person_before(start + hit.start()), f"{hit[1]} officer"
        if hit := _ITS.search(before):
            return self._side_before(start + hit.start()), f"{hit[1]} officer"
        if hit := _OF_THE_GROUP.search(before):
            return self._group_before(start + hit.start()), f"of the {hit[1]}"
        served = self._served(place)
        return (served.side, f"serves {served.name}") if served else (None, "")

    def _served(self, place: Span) -> Person | None:
        """Return the person served: "Merkel’s spokesman, X", "X, an aide to Merkel"."""
        hit = _SERVES_AFTER.match(self._text[place.end : place.end + REACH])
        first = bisect_left(self._places, place.start, key=_start)
        if hit is not None:
            named = place.end + hit.end()
            near = [
                n
                for s, n in self._places[first + 1 : first + 2]
                if s.start <= named + 1
            ]
            return self._persons[near[0]] if near else None
        if first == 0:
            return None
        span, number = self._places[first - 1]
        gap = self._text[span.end : place.start]
        aide = _SERVES.search(self._text[max(0, span.start - 50) : span.start])
        told = _OF_PERSON.match(gap) or (aide and gap in (", ", " "))
        return self._persons[number] if told else None

    def _opening(self, place: Span) -> tuple[str | None, str]:
        """Return the side named at the head of the sentence: "In Athens, X said"."""
        named = self._sides.last_before(place.start)
        if named is None or not _INTRODUCES.fullmatch(
            self._text, named.span.end, place.start
        ):
            return None, ""
        before = self._text[max(0, named.span.start - 12) : named.span.start]
        if named.kind in _SEATS and _OPENING_IN.search(before):
            return named.side, f"speaks in {named.name}"
        if _OPENING_FOR.search(before):
            return named.side, f"speaks for {named.name}"
        return None, ""

    def _person_before(self, offset: int) -> str | None:
        """Return the side of whoever "his" means at `offset`."""
        first = bisect_left(self._places, offset, key=_start)
        near = self._places[max(0, first - 8) : first]
        return self._likeliest([(s, self._persons[n].side) for s, n in near], offset)

    def _side_before(self, offset: int) -> str | None:
        """Return the side that "its" means at `offset`."""
        near = self._sides.within(Span(max(0, offset - 600), max(1, offset)))
        told = [(n.span, n.side) for n in near if n.side != UNKNOWN_SIDE]
        return self._likeliest(told, offset)

    def _likeliest(self, near: Sequence[tuple[Span, str]], offset: int) -> str | None:
        """Return the side of those before `offset` to whom a possessive points."""
        best: tuple[float, str] | None = None
        number = self._page.sentence_number(offset)
        for steps, (span, side) in enumerate(reversed(near)):
            back = number - self._page.sentence_number(span.start)
            if back > SENTENCES:
                break
            points = SUBJECT * is_subject(self._text, span) - back - STEP_BACK * steps
            points += JOINED * (self._text[span.end : offset] == " and ")
            if best is None or points > best[0]:
                best = points, side
        return None if best is None else best[1]

    def _group_before(self, offset: int) -> str | None:
        """Return the organisation or group named last before `offset`."""
        for named in reversed(self._sides.within(Span(0, max(1, offset)))):
            if named.kind in ("group", "organisation"):
                return named.side
        return None
