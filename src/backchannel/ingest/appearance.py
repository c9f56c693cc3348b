"""Where and when a text was published, and how we know.

What the user or the input says comes first. A text that names the outlet it was taken
from is believed before the page that prints it again. Nothing is guessed: a year alone
gives no date, and a text that does not name its outlet has none. That a source "told
Reuters" names no outlet by itself: of 58 articles in which one outlet alone is named
so, it had published 18. On a page with a news agency's own number ("News ID 4711") it
does: agencies number their reports, and write of themselves in the third person.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from backchannel.domain.text import Appearance, Stated
from backchannel.ingest.datelines import find_day, is_date_line, tells_update
from backchannel.ingest.lines import Line

#: Lines at the top and at the end in which a text says where it is from.
_NEAR = 12
_OUTLET = r"(?P<outlet>(?:the\s+)?[A-Z0-9ÀÂÉÎŁŠ][^|;()\n]{1,60}?)"
_SOURCE = re.compile(
    rf"(?:^|[.|]\s+)Source:\s*{_OUTLET}(?:,.*|\s+[|–—-]\s.*|\.(?:\s.*)?)?$"
)
_NOTE = re.compile(
    r"^\W*(?i:(?:this|the) (?:article|story|piece|post|interview|column|text|essay)"
    r"|this report|an? (?:\w+ )?version of (?:this|the) \w+"
    r"|originally|first|previously)\s*"
    r"(?i:(?:was |were )?(?:originally |first |previously )?"
    r"(?:appeared|(?:re)?published|(?:re)?printed)(?: originally| first)?)"
    r"(?: in (?!The\b)[A-Z][a-z]+(?= (?:in|by|on|at)\b))?"
    rf" (?:in|by|on|at) {_OUTLET}(?:,? (?:on|in|and) .*|\.(?: .*)?)?$"
)
#: Notes are short; a sentence of the story may speak of what was first published too.
_NOTE_WORDS = 30
#: Characters of a line in which a signature or dateline stands.
_OPENING = 300
_COPYRIGHT = re.compile(
    r"^(?:copyright\b|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?)?"
    rf"[\s,]*(?:by\s+)?{_OUTLET}(?:[.,|](?:\s.*)?|\s+all\s+rights.*)?$",
    re.I,
)
_BYLINE = re.compile(
    r"^by\s+[^,|]{3,60}(?:,|\s\|)\s*(?P<outlet>(?:the\s+)?(?:[A-Z][\w’'-]*\s+)*"
    r"(?:News|Times|Post|Agency|Guardian|Reuters|AFP|AP|Associated\sPress|Tribune|Herald"
    r"|Gazette|Dispatch|Wire|Journal|Observer|Telegraph|Review))$",
    re.I,
)
_NUMBER = re.compile(r"^(?:News|Story|Article) (?:ID|Code|No\.?):?\s*\d{4,}$", re.I)
_TOLD = re.compile(
    r"\b(?:told|(?:talk|speak|spoke|talked|speaking|talking|spoken) (?:to|with)"
    r"|interview (?:to|with)) (?:the )?(?P<outlet>[A-Z]{3,6})\b"
)
#: "© Jane Doe/Agency" credits a picture, "Source: www…" is an address, and "in May" the
#: time of the first publication.
_NO_OUTLET = re.compile(
    r"/|www\.|(?i:\ball rights\b)|^\d|^[A-Z][a-z]+day$"
    r"|^(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember"
    r"|October)(?:\s+\d|$)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
_PLACE = (
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]+[A-ZÀ-Þ](?![a-zà-ÿ])"
    rf"(?:,\s(?!{_MONTH})[A-Z][\w.]+)?),?"
)
_DATELINE = re.compile(
    rf"{_PLACE}(?P<date>[^()–—]{{0,30}})\((?P<outlet>[A-Z][^()]{{1,40}})\)\s*[–—-]"
)
#: Where a day stands when it has no line of its own, tried in this order.
_DATED = (
    # "Press Office, 10 March 2021", "NOON BRIEFING – THURSDAY, 6 JULY 2023"
    (
        re.compile(r"^(?:\S+\s+){1,6}?\S*\s*[,–—-]\s+(?P<date>[\w ,.]{8,30})$"),
        "date line",
    ),
    (_DATELINE, "dateline"),
    (re.compile(rf"{_PLACE}(?P<date>[^()–—]{{6,30}})"), "dateline"),
)
_EARLIEST = date(1800, 1, 1)


def tell_appearance(
    lines: Sequence[Line],
    article: Sequence[Line],
    *,
    given: Appearance,
    page: Appearance,
    today: date,
) -> Appearance:
    """Return what is known of the publication, each fact with its origin.

    Args:
        lines: all lines of the text.
        article: those of them that are not furniture.
        given: what the user or the input says; it is believed as it stands.
        page: what an HTML page says of itself.
        today: a text cannot be from later, unless the user or the input says so.
    """
    near = [*lines[:_NEAR], *lines[-_NEAR:]] if len(lines) > 2 * _NEAR else lines
    note = next(_notes(near), None)
    day = _known(page.published, today)
    if note and day:
        day = Stated(day.value, f"{day.origin}, of the page that republishes")
    written = _known(_written_day(lines[:_NEAR]), today)
    days = (written, day) if note else (day, written)
    signed = next(_signatures(near), None) or _agency(lines)
    return Appearance(
        title=given.title or page.title or _headline(article),
        outlet=given.outlet or note or page.outlet or signed,
        published=given.published or days[0] or days[1],
        url=given.url or page.url,
    )


def _notes(lines: Sequence[Line]) -> Iterator[Stated[str]]:
    """Yield the outlets from which the text says it was taken."""
    for line in lines:
        if line.words > _NOTE_WORDS or len(line.text) > _OPENING:
            continue
        if found := _SOURCE.search(line.text):
            yield from _named(found, "source line")
        elif found := _NOTE.search(line.text):
            yield from _named(found, "note of first publication")


def _signatures(lines: Sequence[Line]) -> Iterator[Stated[str]]:
    forms = ((_COPYRIGHT, "copyright line"), (_BYLINE, "byline"))
    for form, origin in (*forms, (_DATELINE, "dateline")):
        for line in lines:
            if found := form.match(line.text[:_OPENING]):
                yield from _named(found, origin)


def _agency(lines: Sequence[Line]) -> Stated[str] | None:
    """Return the one agency that was told, on a page that an agency numbered."""
    if not any(_NUMBER.match(line.text.strip()) for line in lines[-_NEAR:]):
        return None
    told = {hit["outlet"] for line in lines for hit in _TOLD.finditer(line.text)}
    return Stated(told.pop(), "told, on its own page") if len(told) == 1 else None


def _named(found: re.Match[str], origin: str) -> Iterator[Stated[str]]:
    name = found["outlet"].strip(" .,\"“”'")
    if name and not _NO_OUTLET.search(name):
        yield Stated(name, origin)


def _written_day(lines: Sequence[Line]) -> Stated[date] | None:
    dated = [line.text for line in lines if is_date_line(line.text[:_OPENING])]
    for text in sorted(dated, key=tells_update):
        if day := find_day(text):
            return Stated(day, "date line")
    for form, origin in _DATED:
        for line in lines:
            found = form.search(line.text[:_OPENING])
            if found and (day := find_day(found["date"])):
                return Stated(day, origin)
    return None


def _known(day: Stated[date] | None, today: date) -> Stated[date] | None:
    return day if day and _EARLIEST <= day.value <= today else None


def _headline(article: Sequence[Line]) -> Stated[str] | None:
    """Return the first line of the article, if it can be its headline."""
    if len(article) > 1 and _heads(article[0]):
        return Stated(article[0].text, "first line")
    return None


#: "Office of the Spokesperson", "Ana Reyes, Secretary of State": no headline.
_OFFICE = re.compile(
    r"^(?:Office|Ministry|Department|Embassy|Bureau|Press|Permanent Mission)"
    r"(?:\s+(?:[A-Z–—-][\w’-]*|of|the|for|and|to|in))*$"
    r"|^(?:[A-Z][\w.’-]*\s+){1,4}[A-Z][\w’-]+,"
    r"(?:\s+(?:[A-Z][\w’-]*|of|the|for|and))+$"
)


def _heads(line: Line) -> bool:
    return (
        line.looks_like_headline
        and not line.is_bullet
        and not line.is_prose
        and not _OFFICE.search(line.text)
    )
