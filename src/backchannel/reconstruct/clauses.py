"""The clause of a sentence that states something, without who states it.

Words and a place in them in, the clause around that place and its teller out. Offsets
are those of the words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.domain.text import Span
from backchannel.reconstruct.forecastwords import BY_WHOM, TELLING

_BREAK = re.compile(r";\s+|\s+-\s+|$")
#: A telling after the clause: ", the agency warned on Friday".
_LONGEST_TAIL = 160
_COMMA = re.compile(r"[,\"]+\s+")
_THAT = re.compile(r"\bthat\b,?\s+")
_LINK = re.compile(
    r",\s+(?:and|but|yet|though|while)\s+|\s+and\s+(?=ha[sd]\b|have\b"
    r"|(?:could|would|will|may|might|should|then|was|were)\b)"
)
#: Words before a name that are no part of it.
_LEADING = re.compile(r"^(?:\d\d?:\d\d\s+(?:- )?|(?:and|but|yet|as|still)\b\s*)+", re.I)
_AUXILIARY = re.compile(r"\s+(?:had|has|have|also|now|then|later)$")
_NAME_ENDS = re.compile(r"[\s,]+(?:who|which|whose|for (?:his|her|its) part)\b.*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and the words that name who states it, if it is told so."""

    span: Span
    teller: Span | None


def split_pieces(words: str) -> Iterator[Span]:
    """Yield the parts of a sentence between semicolons and dashes."""
    start = 0
    for hit in _BREAK.finditer(words):
        if words[start : hit.start()].strip():
            yield Span(start, hit.start())
        start = hit.end()


def find_clause(words: str, place: Span, verb: Span) -> Clause:
    """Return the clause that holds `place` and `verb`.

    The telling before it ("X warned that …") and after it ("…, X said") is its teller's
    and not part of it; nor are clauses joined by "and" on either side.
    """
    left, right = min(place.start, verb.start), max(place.end, verb.end)
    start, end = 0, len(words.rstrip(" .,\"'"))
    teller = None
    if tail := _tail(words, right):
        end, teller = tail
    if lead := _lead(words, left):
        start, teller = lead[0], lead[1] or teller
    for link in _LINK.finditer(words):
        if start < link.end() <= left:
            start = link.end()
        elif right <= link.start() < end:
            end = link.start()
    while start < left and words[start] in " \"',":
        start += 1
    return Clause(Span(start, max(end, right)), teller)


def _tail(words: str, right: int) -> tuple[int, Span | None] | None:
    """Return where a telling after the clause starts, and who tells."""
    for comma in _COMMA.finditer(words, right):
        rest = words[comma.end() :]
        told = TELLING.search(rest) or BY_WHOM.search(rest)
        if told and told.start() < _LONGEST_TAIL and len(rest) < 2 * _LONGEST_TAIL:
            return comma.start(), _teller_around(words, comma.end(), told)
    return None


def _teller_around(words: str, start: int, told: re.Match[str]) -> Span | None:
    if told.start() > 1:
        return name_span(words, start, start + told.start())
    end = re.search(r"[,.;]|\bon\b|$", words[start + told.end() :])
    return name_span(
        words, start + told.end(), start + told.end() + (end.start() if end else 0)
    )


def _lead(words: str, left: int) -> tuple[int, Span | None] | None:
    """Return where the clause starts after a telling before it, and who tells."""
    links = [hit for hit in _THAT.finditer(words, 0, left + 1) if hit.end() <= left]
    for that in reversed(links):
        told = list(TELLING.finditer(words, 0, that.start()))
        if told:
            return that.end(), name_span(words, 0, told[-1].start())
    return None


def name_span(words: str, start: int, end: int) -> Span | None:
    """Return the words of a name or description within `[start, end)`."""
    within = words[start:end]
    cut = max(within.rfind(mark) + len(mark) for mark in ("; ", ": ", '" '))
    cut = cut if cut > 1 else 0
    lead = _LEADING.match(within[cut:])
    start, within = start + cut + (lead.end() if lead else 0), within[cut:]
    within = within[lead.end() if lead else 0 :]
    if ends := _NAME_ENDS.search(within):
        within = within[: ends.start()]
    within = _AUXILIARY.sub("", within.rstrip(" ,\"'"))
    comma = within.find(", ")
    within = within[:comma] if comma > 0 else within
    return Span(start, start + len(within)) if within.strip() else None
