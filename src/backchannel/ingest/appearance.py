"""Where and when a text was published, and how we know.

What the user or the input says comes first. A text that names the outlet it was taken
from is believed before the page that prints it again. Nothing is guessed: a year alone
gives no date, and a text that does not name its outlet has none.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from backchannel.domain.text import Appearance, Stated
from backchannel.ingest.datelines import find_day, is_date_line, tells_update
from backchannel.ingest.lines import Line

#: Lines at the top and at the end in which a text says where it is from.
_NEAR = 12
_OUTLET = r"(?P<outlet>(?:the\s+|an?\s+)?[A-Z0-9ÀÂÉÎŁŠ][^|;()\n]{1,60}?)"
_SOURCE = re.compile(
    rf"(?:^|[.|]\s+)Source:\s*{_OUTLET}(?:,.*|\s+[|–—-]\s.*|\.(?:\s.*)?)?$"
)
_NOTE = re.compile(
    r"\b(?:(?:originally|first|previously)\s+(?:appeared|(?:was\s+)?published|printed)"
    r"|(?:appeared|(?:was|were)\s+published)\s+(?:originally|first)"
    r"|(?:re-?printed|re-?published)\s+(?:here\s+)?(?:with|by)\s+(?:the\s+)?permission)"
    rf"(?:\s+in\s+(?!The\b)[A-Z][a-z]+(?=\s+(?:in|by|on|at)))?\s+(?:in|by|on|at|of|from)"
    rf"\s+{_OUTLET}(?:\s+(?:on|in)\s+.*|\s+and\s.*|,\s.*|\.(?:\s.*)?)?$",
    re.I,
)
_NOTE_OPENING = re.compile(
    r"^\W*(?:this|the|an? (?:\w+ )?version|originally|first|previously|re-?p)",
    re.I,
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
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]+[A-ZÀ-Þ](?:,\s[A-Z][\w.]+)?),?"
    r"(?P<date>[^()–—]{0,30})\((?P<outlet>[A-Z][^()]{1,40})\)\s*[–—-]"
)
_DATED_PLACE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]+[A-ZÀ-Þ],(?P<date>[^()–—]{6,30})")
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
    signed = next(_signatures(near), None)
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
        elif _NOTE_OPENING.match(line.text) and (found := _NOTE.search(line.text)):
            yield from _named(found, "note of first publication")


def _signatures(lines: Sequence[Line]) -> Iterator[Stated[str]]:
    forms = ((_COPYRIGHT, "copyright line"), (_BYLINE, "byline"))
    for form, origin in (*forms, (_DATELINE, "dateline")):
        for line in lines:
            if found := form.match(line.text[:_OPENING]):
                yield from _named(found, origin)


def _named(found: re.Match[str], origin: str) -> Iterator[Stated[str]]:
    name = found["outlet"].strip(" .,\"“”'")
    # "© Jane Doe/Agency" is the credit of a picture, "Source: www…" an address.
    if name and not re.search(r"/|www\.|\ball rights\b", name, re.I):
        yield Stated(name, origin)


def _written_day(lines: Sequence[Line]) -> Stated[date] | None:
    dated = [line.text for line in lines if is_date_line(line.text[:_OPENING])]
    for text in sorted(dated, key=tells_update):
        if day := find_day(text):
            return Stated(day, "date line")
    for line in lines:
        opening = line.text[:_OPENING]
        found = _DATELINE.match(opening) or _DATED_PLACE.match(opening)
        if found and (day := find_day(found["date"])):
            return Stated(day, "dateline")
    return None


def _known(day: Stated[date] | None, today: date) -> Stated[date] | None:
    return day if day and _EARLIEST <= day.value <= today else None


def _headline(article: Sequence[Line]) -> Stated[str] | None:
    """Return the first line of the article, if it can be its headline."""
    if len(article) > 1 and _heads(article[0]):
        return Stated(article[0].text, "first line")
    return None


_OFFICE = re.compile(
    r"^(?:office|ministry|department|embassy|bureau|press|permanent mission)\b.{0,60}$"
    r"|\battributable to\b|^[^a-z]{0,3}\w+ \w+, (?:secretary|spokes\w+)\b",
    re.I,
)


def _heads(line: Line) -> bool:
    return (
        line.looks_like_headline
        and not line.is_bullet
        and not line.is_prose
        and not _OFFICE.search(line.text)
    )
