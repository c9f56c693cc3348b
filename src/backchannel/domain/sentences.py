"""Where sentences begin and end.

Text in, spans out. A line break always ends a sentence: pages put headlines, bylines
and captions on lines of their own.
"""

import re

from backchannel.domain.text import Span

#: Words whose full stop does not end a sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt cmdr adm sen rep gov st jr sr rev hon"
    " no vs etc inc ltd co corp dept u.s u.k u.n e.u jan feb mar apr jun jul aug sep"
    " sept oct nov dec a.m p.m i.e e.g ft mt pres min amb brig ret".split()
)
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
#: Possessive, and begun at the first of several marks only: a row of a hundred thousand
#: dots is looked through once.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]»]*+(?=\s)")
_OPENING = re.compile(r"\s+[\"'“‘(\[«—–-]*[A-Z0-9À-ÖØ-ÞŁŠŽĀ-Ɏ]")
#: Code points before a full stop in which an abbreviation can stand.
_LONGEST = 20
_LAST_WORD = re.compile(r"[\w.'’-]+$")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without the white space around them."""
    return tuple(
        sentence
        for line in _LINE.finditer(text)
        for sentence in _split_line(text, line.start(), line.end())
    )


def _split_line(text: str, start: int, end: int) -> list[Span]:
    found = []
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop, end):
            found.append(_strip(text, start, stop.end()))
            start = stop.end()
    found.append(_strip(text, start, end))
    return [span for span in found if span is not None]


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    if not _OPENING.match(text, stop.end(), end):
        return False
    if not stop.group().startswith(".") or len(stop.group()) > 1:
        return True
    word = _LAST_WORD.search(text[max(start, stop.start() - _LONGEST) : stop.start()])
    if word is None:
        return True
    last = word.group()
    initial = len(last) == 1 and last.isupper() and last != "I"
    return not initial and last.casefold() not in ABBREVIATIONS


def _strip(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
