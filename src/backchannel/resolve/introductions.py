"""Places that name a person, with what the words around them tell.

A capitalised run, the offices and the sides of a page in; introductions out: "Iranian
Foreign Minister Hossein Amir-Abdollahian" names Hossein Amir-Abdollahian, foreign
minister, for Iran.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.resolve.campaigns import DEMOCRATIC, REPUBLICAN
from backchannel.resolve.first_names import is_first_name
from backchannel.resolve.offices import Office
from backchannel.resolve.reference import Reference
from backchannel.resolve.sides import Named, SideIndex
from backchannel.resolve.vocabulary import (
    AMERICAN_OFFICES,
    BODIES,
    CHURCH,
    COURTESY,
    GROUPS,
    PERSONS,
)
from backchannel.resolve.words import word_set


@dataclass(frozen=True, slots=True)
class Introduction:
    """One place that names a person, with what the words around it tell."""

    #: The name alone, without title.
    span: Span
    name: str
    #: "m", "f" or "".
    gender: str
    #: Folded titles: "foreign minister".
    offices: tuple[str, ...]
    #: The side named beside it, None where there is none, and how we know.
    side: str | None
    rule: str
    #: Whether a title or a table says that it is a person.
    certain: bool
    #: Whether the title says for whom the person speaks now, whatever a table says.
    current: bool = False


#: Titles that are cut short: "Sen. Bob Corker".
_SHORTENED = frozenset("sen rep gov gen col lt maj adm capt sgt prof amb".split())
PARTIES = (DEMOCRATIC, REPUBLICAN)
AFTER_OFFICE = re.compile(r"^(?: |, | – | — |: |\. )$")
#: "the foreign minister of Oman, Badr al-Busaidi"
OWNER_BETWEEN = re.compile(
    r"^,? (?:of|in|to|for|at) (?:the )?[A-ZÀ-Þ][^,.;:()\n]{1,40}?, $"
)
_FREE = r"[^,.;:()\n]{0,30}(?:['’]s?)? "
_APPOSED = re.compile(
    r"^(?:,| \(| –| —) ?(?:(?:(?:the|an?|then|now|its|their|his|her|our|one of|former"
    rf"|who (?:is|was|heads?|leads?|serves as|represent\w+)) )+(?:{_FREE})?"
    rf"|(?=[A-ZÀ-Þ]){_FREE})?$"
)
_APPOSITION_ENDS = re.compile(
    r"(?:['’]s?)?(?:[,.;:)\n]| [–—-]| (?:of|for|to|at|in|and|who|from|with)\b|$)"
)
_COURTESY_BEFORE = re.compile(r"\b(Mr|Mrs|Ms|Dr)\. $")
_BELONGS = re.compile(r"^,? (?:of|from|for) (?:the )?$|^ \($")
_OWNED = re.compile(r"^(?:['’]s?)? $")
_TELLING = re.compile(
    r"^(?:, (?:who (?:is|was|heads?|leads?|led|chairs?|runs|represent\w+|speaks|spoke"
    r"|commands?|commanded|sits)|an?|the)\b| \()"
    r"(?!.*\b(?:envoy|representative|ambassador)\b)[^.,;\n)]{0,70}"
    r"(?<! to )(?<! on )(?<! in )(?<! against )"
)
_GENDERED = {word: gender for word, gender in PERSONS.items() if gender}
_NOT_PERSONS = BODIES | GROUPS


class IntroductionFinder:
    """Reads introductions off the capitalised runs of one text."""

    def __init__(
        self,
        text: str,
        sides: SideIndex,
        offices: Sequence[Office],
        reference: Reference,
    ) -> None:
        self._text = text
        self._sides = sides
        self._offices = offices
        self._reference = reference
        self._starts = [office.span.start for office in offices]
        self._ends = [office.span.end for office in offices]

    def read(self, run: Span) -> Iterator[Introduction]:
        """Yield the introduction in `run`; nothing for a run that names no person."""
        start, gender, courteous = self._skip_titles(run)
        if start >= run.end:
            return
        span = self._without_topic(Span(start, run.end))
        name = self._text[span.start : span.end]
        if self._names_side(span) or _is_no_name(name):
            return
        titles = tuple(self._offices_beside(span))
        entry = self._reference.find(name)
        known = entry is not None and entry.kind == "person"
        if entry is not None and not known and not titles and not courteous:
            return
        side, rule = self._side_beside(span, titles)
        yield Introduction(
            span=span,
            name=name,
            gender=gender or _gender_of(titles),
            offices=tuple(office.title for office in titles),
            side=side,
            rule=rule,
            certain=bool(titles) or courteous or known,
            current=_is_current(titles, side),
        )

    def _without_topic(self, span: Span) -> Span:
        """Return the two words alone that the tables know as a person.

        "North America James Cleverly" is the end of an office and its holder, "Donald
        Trump Is Now Calling" the beginning of a headline.
        """
        places = [
            Span(span.start + word.start(), span.start + word.end())
            for word in re.finditer(r"\S+", self._text[span.start : span.end])
        ]
        words = [self._text[place.start : place.end] for place in places]
        if len(words) == 2 and not is_first_name(words[0]):
            return self._without_verb(span, words)
        if len(words) < 3:
            return span
        if len(words) > 3 and self._knows_person(" ".join(words[:2])):
            return Span(span.start, places[1].end)
        if not self._knows_person(" ".join(words[-2:])):
            return span
        return Span(places[-2].start, span.end)

    def _without_verb(self, span: Span, words: list[str]) -> Span:
        """Return "Trump" of "Calls Trump", a name that the tables know alone."""
        known = self._knows_person(words[1]) and len(words[1]) > 4
        if not known or self._reference.find(" ".join(words)) is not None:
            return span
        return Span(span.end - len(words[1]), span.end)

    def _knows_person(self, name: str) -> bool:
        entry = self._reference.find(name)
        return entry is not None and entry.kind == "person"

    def _skip_titles(self, run: Span) -> tuple[int, str, bool]:
        """Return where the name begins, the gender and whether "Mr" or so tell it."""
        start = self._past_offices(run)
        before = _COURTESY_BEFORE.search(self._text, max(0, start - 10), start)
        gender = COURTESY[before.group(1).casefold()] if before else ""
        courteous = before is not None
        while start < run.end:
            word = re.compile(r"[^\s]+\s*").match(self._text, start, run.end)
            if word is None:
                break
            folded = fold(word.group())
            if folded in COURTESY and word.end() < run.end:
                gender, courteous = COURTESY[folded] or gender, True
                start = word.end()
                continue
            after = self._end_of_title(start, run)
            if after <= start:
                break
            start = after
        return start, gender, courteous

    def _past_offices(self, run: Span) -> int:
        """Return where the last office inside the run ends, else where it begins."""
        number = bisect_left(self._starts, run.end) - 1
        if number < 0 or not self._offices[number].person:
            return run.start
        inside = run.start < self._starts[number] and self._ends[number] < run.end
        return self._past_blanks(self._ends[number]) if inside else run.start

    def _end_of_title(self, start: int, run: Span) -> int:
        """Return where the office or the side that begins at `start` ends."""
        number = bisect_right(self._starts, start) - 1
        if number >= 0 and self._ends[number] > start:
            return self._past_blanks(self._ends[number])
        if number + 1 < len(self._starts) and self._starts[number + 1] == start:
            return self._past_blanks(self._ends[number + 1])
        named = self._sides.at(start)
        if named is not None and named.span.end < run.end:
            return self._past_blanks(named.span.end)
        return start

    def _past_blanks(self, offset: int) -> int:
        while offset < len(self._text) and self._text[offset].isspace():
            offset += 1
        return offset

    def _names_side(self, span: Span) -> bool:
        named = self._sides.at(span.start)
        return named is not None and named.span.contains(span)

    def _offices_beside(self, span: Span) -> Iterator[Office]:
        """Yield the offices right before the name and in apposition after it."""
        yield from self._titles_before(span.start)
        number = bisect_left(self._starts, span.end)
        if number < len(self._offices):
            office = self._offices[number]
            gap = self._text[span.end : office.span.start][:90]
            if office.person and not office.plural and self._is_apposed(gap, office):
                yield office

    def _titles_before(self, start: int) -> Iterator[Office]:
        """Yield the titles in front of a name, the nearest first.

        "The papal nuncio in Warsaw, Archbishop Luigi Conti" has two.
        """
        last = bisect_right(self._ends, start) - 1
        for number in range(last, max(-1, last - 3), -1):
            office = self._offices[number]
            gap = self._text[office.span.end : start]
            if not office.person or office.plural:
                continue
            if not _precedes(office, gap):
                break
            yield office
            start = office.span.start

    def _is_apposed(self, gap: str, office: Office) -> bool:
        end = office.span.end
        if not _APPOSITION_ENDS.match(self._text, end):
            return False
        return _APPOSED.match(gap) is not None

    def _side_beside(
        self, span: Span, titles: Sequence[Office]
    ) -> tuple[str | None, str]:
        church = [office for office in titles if office.head in CHURCH]
        for office in sorted(church, key=lambda office: CHURCH[office.head] != "VAT"):
            return CHURCH[office.head], f"{office.title}, an office of a church"
        for office in titles:
            if office.owner is not None:
                if office.owner.side in PARTIES and office.head in AMERICAN_OFFICES:
                    return "USA", f"{office.title}, an American office"
                return office.owner.side, f"{office.title} of {office.owner.name}"
        for named, gap in self._neighbours(span):
            if gap:
                return named.side, f"named beside {named.name}"
        return None, ""

    def _neighbours(self, span: Span) -> Iterator[tuple[Named, bool]]:
        """Yield the sides right beside the name: "Iran’s Amirabdollahian (Iran)"."""
        before = self._sides.last_before(span.start)
        if before is not None:
            gap = self._text[before.span.end : span.start]
            yield before, _OWNED.match(gap) is not None
        after = self._sides.first_from(span.end)
        if after is not None:
            gap = self._text[span.end : after.span.start][:80]
            yield after, _BELONGS.match(gap) is not None
            yield after, _TELLING.fullmatch(gap) is not None


def _is_current(titles: Sequence[Office], side: str | None) -> bool:
    """Whether the nearest title is a leading one, of an owner whom a table knows."""
    owner = titles[0].owner if titles else None
    if owner is None or owner.side != side or owner.source != "reference table":
        return False
    leading = _LEADING if owner.kind in ("state", "demonym") else _LEADING_ABOVE_STATES
    kinds = ("state", "demonym", "organisation")
    return owner.kind in kinds and not leading.isdisjoint(
        (titles[0].title, titles[0].head)
    )


#: Offices of a state, and of an organisation, that one person holds.
_LEADING = word_set("premier king queen chancellor") | {
    "president",
    "prime minister",
    "foreign minister",
    "foreign secretary",
}
_LEADING_ABOVE_STATES = word_set("president chief leader secretary commissioner") | {
    "high representative",
    "special envoy",
    "special representative",
}


def _precedes(office: Office, gap: str) -> bool:
    """Whether an office stands before a name as its title."""
    if gap == ". ":
        return office.head in _SHORTENED
    return bool(AFTER_OFFICE.match(gap) or OWNER_BETWEEN.match(gap))


def _is_no_name(name: str) -> bool:
    words = fold(name).split()
    if words and words[-1] in COURTESY:
        return True
    return not words or any(word in _NOT_PERSONS for word in words)


def _gender_of(titles: Sequence[Office]) -> str:
    return next((_GENDERED[o.head] for o in titles if o.head in _GENDERED), "")
