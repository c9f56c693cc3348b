"""What is known of one document before its mentions are resolved.

A labelled document and the reference tables in; its sides, offices and people out.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from backchannel.domain.labels import Labelled
from backchannel.domain.signals import UNKNOWN_SIDE, Actor
from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.attached import Attacher
from backchannel.resolve.campaigns import party_of
from backchannel.resolve.dossiers import gather
from backchannel.resolve.groups import find_short_forms
from backchannel.resolve.home import find_home, is_official
from backchannel.resolve.introductions import IntroductionFinder
from backchannel.resolve.invented import learn
from backchannel.resolve.names import find_runs
from backchannel.resolve.nearby import HOME, OFFICIAL_HOME, Nearby
from backchannel.resolve.offices import Office, find_offices
from backchannel.resolve.page import Page, lay_out
from backchannel.resolve.people import People, Person
from backchannel.resolve.reference import Reference
from backchannel.resolve.sides import Named, SideIndex, drop_overlaps
from backchannel.resolve.titles import full_name
from backchannel.resolve.vocabulary import AMERICAN_OFFICES, STATE_OFFICES
from backchannel.resolve.words import word_set

#: Kinds of entry of the tables that stand for a state, a body or a group.
SIDE_KINDS = word_set(
    "state organisation group body metonym demonym capital collective"
)


@dataclass(frozen=True, slots=True)
class Story:
    """One document, laid out."""

    page: Page
    reference: Reference
    sides: SideIndex
    offices: tuple[Office, ...]
    people: People
    #: The side whose ministers need no adjective here; None where none stands out.
    home: str | None
    #: The sides named near each place.
    nearby: Nearby
    #: Side -> usual name, for the sides that the document names.
    side_names: dict[str, str]
    #: Side -> how often the document names it.
    prominence: Counter[str]

    #: Whether a body of the state publishes it: "they" are the parties it names.
    readout: bool
    #: The sides that are organisations and groups.
    groups: frozenset[str]

    @property
    def text(self) -> str:
        """Return the text of the document."""
        return self.page.text

    def offices_from(self, offset: int) -> Iterator[Office]:
        """Yield the offices that begin at or after `offset`, in order."""
        first = bisect_left(self.offices, offset, key=lambda o: o.span.start)
        for number in range(first, len(self.offices)):
            yield self.offices[number]

    def state(self, side: str, rule: str) -> Actor:
        """Return the state, organisation or group itself as an actor."""
        return Actor(self.side_name(side), side, rule)

    def side_name(self, side: str) -> str:
        """Return the usual name of a side: "Iran" for "IRN"."""
        if side in self.side_names:
            return full_name(self.side_names[side])
        entry = self.reference.find(side)
        return full_name(entry.name if entry and entry.side == side else side)


def tell_story(labelled: Labelled, reference: Reference) -> Story:
    """Return what the document tells before any mention is resolved."""
    text = labelled.document.text
    page = lay_out(text, labelled.document.furniture)
    sides = SideIndex(find_sides(text, reference, labelled.document.published))
    offices = find_offices(text, sides)
    finder = IntroductionFinder(text, sides, offices, reference)
    introductions = [found for run in _runs(labelled) for found in finder.read(run)]
    persons = list(_recognised(gather(introductions, reference)))
    persons = Attacher(page, sides, persons).attach()
    told = [n for n in sides.all if not page.is_furniture(n.span.start)]
    prominence = Counter(n.side for n in told if n.side != UNKNOWN_SIDE)
    home = find_home(labelled.document, told, reference)
    bonus = OFFICIAL_HOME if is_official(labelled.document) else HOME
    at_home = {home: bonus} if home is not None else {}
    groups = frozenset(n.side for n in sides.all if n.kind in ("organisation", "group"))
    placed = list(_placed_sides(page, told, persons))
    nearby = Nearby(page, placed, at_home, groups)
    settle = _Settler(nearby, reference, labelled.document.published, home)
    people = People(settle(person) for person in persons)
    return Story(
        page=page,
        reference=reference,
        sides=sides,
        offices=offices,
        people=people,
        home=home,
        nearby=nearby,
        side_names=_name_sides(sides),
        prominence=prominence,
        groups=groups,
        readout=is_official(labelled.document),
    )


def find_sides(text: str, reference: Reference, published: date | None) -> list[Named]:
    """Return the words that name a state, a body or a group, in text order."""
    from_table = [
        Named(span, entry.name, entry.side, entry.kind, "reference table")
        for span, entry in reference.within(text, 0, len(text))
        if entry.kind in SIDE_KINDS and _is_proper(text, span)
    ]
    from_table = [_of_its_time(named, published) for named in _plausible(from_table)]
    learnt = learn(text, lambda words: reference.find(words) is not None)
    named = drop_overlaps([*from_table, *learnt])
    return drop_overlaps([*named, *find_short_forms(text, named)])


def _plausible(named: list[Named]) -> list[Named]:
    """Return `named` without bodies of a state that the document never names.

    "The Foreign Office" in a story of Pakistan and India is not the British one.
    """
    states = {n.side for n in named if n.kind in ("state", "demonym", "capital")}
    return [n for n in named if n.kind != "body" or n.side in states or _is_own(n)]


def _is_own(named: Named) -> bool:
    """Whether the name of a body is one of a kind: "Pentagon", "US Congress"."""
    return fold(named.name).split()[-1] not in _COMMON_BODIES


_COMMON_BODIES = word_set("office ministry congress parliament senate army navy police")


def _of_its_time(named: Named, published: date | None) -> Named:
    """Return the Soviet Union for Russia in what was published while there was one."""
    if named.side == "RUS" and published is not None and published < END_OF_USSR:
        return replace(named, name="Soviet Union", side="SUN")
    return named


#: The last day of the Soviet Union.
END_OF_USSR = date(1991, 12, 26)


def _is_proper(text: str, span: Span) -> bool:
    """Whether words of the table are a name: "the bloc" may be any bloc."""
    return text[span.start : span.end].removeprefix("the ")[:1].isupper()


def _placed_sides(
    page: Page, sides: Iterable[Named], persons: Iterable[Person]
) -> Iterator[tuple[Span, str]]:
    yield from ((named.span, named.side) for named in sides)
    yield from (
        (span, person.side)
        for person in persons
        for span in person.spans
        if not page.is_furniture(span.start)
    )


@dataclass(frozen=True, slots=True)
class _Settler:
    """Gives a side to persons to whom neither title nor table gives one."""

    nearby: Nearby
    reference: Reference
    published: date | None
    home: str | None

    def __call__(self, person: Person) -> Person:
        """Return `person` with a side and the rule that told it."""
        party = party_of(person.name, self.published)
        if party is not None and person.side in ("USA", UNKNOWN_SIDE, party):
            return replace(person, side=party, rule="candidate for office that day")
        if person.side != UNKNOWN_SIDE:
            return person
        if self.home == "USA" and any(t in AMERICAN_OFFICES for t in person.offices):
            return replace(person, side="USA", rule="an American office")
        for title in sorted(person.offices):
            for office in self.reference.office(title):
                if office.side != UNKNOWN_SIDE:
                    return replace(person, side=office.side, rule=f"office: {title}")
        return self._by_context(person)

    def _by_context(self, person: Person) -> Person:
        """Return `person` with the side of the names around it, if there are any."""
        heads = {title.split()[-1] for title in person.offices}
        of_state = bool(heads & STATE_OFFICES)
        side = self.nearby.holder_side(person.introduced, of_state=of_state)
        if side is None:
            return person
        return replace(person, side=side, rule="the side most spoken of just before")


def _runs(labelled: Labelled) -> list[Span]:
    """Return the capitalised runs, and the persons' names that the model found."""
    text = labelled.document.text
    found = find_runs(text)
    starts = {span.start for span in found}
    named = [
        name.span
        for name in labelled.names
        if name.label == "PER"
        and name.span.start not in starts
        and _WHOLE_NAME.fullmatch(text, name.span.start, name.span.end)
        and not _GOES_ON.match(text, name.span.end)
    ]
    return sorted([*found, *named])


#: The model cuts some names: ". Moon" of "Mr. Moon", "Moon Jae-" of "Moon Jae-in".
_WHOLE_NAME = re.compile(r"[^\W\d_a-z].*\w", re.DOTALL)
_GOES_ON = re.compile(r"[-\u2010\u2011]?\w")


def _recognised(persons: Iterable[Person]) -> Iterator[Person]:
    """Yield those persons of whom a title, a table or a full name tells."""
    return (person for person in persons if person.certain or " " in person.name)


def _name_sides(sides: SideIndex) -> dict[str, str]:
    """Return the usual name of each side, that of the state before that of a body."""
    names: dict[str, str] = {}
    for kinds in (("state", "demonym", "capital"), ("organisation", "group")):
        for named in sides.all:
            if named.kind in kinds:
                names.setdefault(named.side, named.name)
    return names
