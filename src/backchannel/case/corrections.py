"""What a person types to correct a field, checked against the document.

Words in, the field's JSON form out; every passage must stand in the text.
"""

import re
from datetime import date

from backchannel.domain.errors import SettingsError
from backchannel.domain.forms import Json, day_form, party_form, source_form, span_form
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Act,
    Channel,
    Party,
    Signal,
    Source,
    SourceKind,
    Status,
)
from backchannel.domain.text import Document, Span

#: What empties a field.
NONE = "none"

_CHOICES = {"act": tuple(Act), "status": tuple(Status), "channel": tuple(Channel)}
_PARTIES = ("sender", "recipient", "intermediary")
_PASSAGES = ("content", "condition", "consequence")
FIELDS = (*_CHOICES, *_PARTIES, *_PASSAGES, "time", "attribution")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)?(?:(\.\.)(\d{4}-\d\d-\d\d)?)?")


def parse_correction(
    field: str, words: str, *, signal: Signal, document: Document
) -> Json:
    """Return the JSON form of `field` that `words` mean.

    A passage is quoted as it stands in the text; of several places the one nearest to
    the trigger is meant. A party is `words = Actor / SIDE`, a source `words = name /
    kind`, a time `words = 2023-11-01..2023-11-03`; several are parted by `;`.

    Raises:
        SettingsError: there is no such field, or the words cannot be its value.
    """
    if field not in FIELDS:
        raise SettingsError("field", field, f"is one of {', '.join(FIELDS)}")
    if field in _CHOICES:
        if words not in _CHOICES[field]:
            known = ", ".join(_CHOICES[field])
            raise SettingsError(field, words, f"is one of {known}")
        return words
    near = _Near(field, signal, document)
    if field in _PASSAGES:
        return None if words == NONE else span_form(near.find(words))
    if field == "time":
        return None if words == NONE else near.time(words)
    one = near.party if field in _PARTIES else near.source
    return [] if words == NONE else [one(part) for part in words.split(";")]


class _Near:
    """Finds words in a document, nearest to the trigger of a signal."""

    def __init__(self, field: str, signal: Signal, document: Document) -> None:
        self._field, self._signal, self._document = field, signal, document

    def find(self, words: str) -> Span:
        words = words.strip().strip('"')
        pattern = r"\s+".join(map(re.escape, words.split()))
        text = self._document.text
        places = [Span(*hit.span()) for hit in re.finditer(pattern or r"(?!)", text)]
        if not places:
            remedy = "quote words as they stand in the text"
            raise SettingsError(self._field, words, remedy)
        trigger = self._signal.trigger
        return min(places, key=lambda span: _distance(span, trigger))

    def party(self, words: str) -> Json:
        quoted, name, side = self._parts(words, "the minister = Sergei Lavrov / RUS")
        return party_form(Party(self.find(quoted), name, side or UNKNOWN_SIDE))

    def source(self, words: str) -> Json:
        example = "two officials = - / anonymous"
        quoted, name, kind = self._parts(words, example)
        if kind not in tuple(SourceKind):
            known = ", ".join(SourceKind)
            raise SettingsError(self._field, words, f"its kind is one of {known}")
        actor = None if name == "-" else name
        return source_form(Source(self.find(quoted), SourceKind(kind), actor))

    def time(self, words: str) -> Json:
        quoted, _, told = words.rpartition("=")
        days = _DAYS.fullmatch(told.strip())
        if not quoted or days is None or not (days[1] or days[3]):
            remedy = "write it as: on Sunday = 2023-11-05, or last week = 2023-10-30.."
            raise SettingsError(self._field, words, remedy + "2023-11-05")
        start, end = self._day(days[1]), self._day(days[3])
        end = end if days[2] else start
        if start and end and end < start:
            raise SettingsError(self._field, words, "ends before it starts")
        span = span_form(self.find(quoted))
        return {"span": span, "start": day_form(start), "end": day_form(end)}

    def _day(self, words: str | None) -> date | None:
        try:
            return date.fromisoformat(words) if words else None
        except ValueError as error:
            raise SettingsError(self._field, words, "there is no such day") from error

    def _parts(self, words: str, example: str) -> tuple[str, str, str]:
        quoted, is_, told = words.partition("=")
        name, _, last = told.rpartition("/") if "/" in told else (told, "", "")
        if not is_ or not quoted.strip() or not name.strip():
            raise SettingsError(self._field, words.strip(), f"write it as: {example}")
        return quoted.strip(), name.strip(), last.strip()


def _distance(span: Span, trigger: Span) -> int:
    return max(span.start - trigger.end, trigger.start - span.end, 0)
