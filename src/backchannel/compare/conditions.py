"""The *if* of a threat, by the words that open it.

A sentence in, the passage that holds the condition out. For threats whose signal has
none: a reader that has read no condition may have missed it.
"""

import re
from dataclasses import dataclass

from backchannel.domain.text import Span


@dataclass(frozen=True, slots=True)
class _Opening:
    """Words that open a condition; `name` is what people read."""

    name: str
    pattern: re.Pattern[str]


def _opening(name: str, pattern: str) -> _Opening:
    return _Opening(name, re.compile(pattern, re.IGNORECASE))


#: Up to where a clause goes.
_REST = r"[^,;.:\"”?!]{2,160}"
_NOUN = (
    r"(?:an?|any|the|one|these|those|its|his|her|their|another|anyone|[A-Z][\w'’-]+)"
)
#: The surest first.
_OPENINGS: tuple[_Opening, ...] = (
    _opening("unless", rf"\bunless {_REST}"),
    _opening("in the event", rf"\b(?:in the event|in case)(?: that| of)? {_REST}"),
    _opening("failing", r"\bfailing (?:which|that|this)\b"),
    _opening("failing", rf"\b(?:failing|absent) {_REST}"),
    _opening("or else", r"\b(?:or else|in (?:such|that) (?:a )?case|if not)\b"),
    _opening("otherwise", r"(?:^|[,;.:] |\band )otherwise(?=,| )"),
    _opening("if", rf"\b(?:only )?if {_REST}"),
    _opening("as long as", rf"\b(?:for )?(?:as|so) long as {_REST}"),
    _opening("should", rf"(?:^|[,;] |\bthat |[\"“])(?-i:[Ss]hould) {_REST}"),
    _opening("should", rf"\bshould (?-i:{_NOUN}) {_REST}"),
    _opening("were", rf"(?:^|[,;] |\bthat |[\"“])were {_REST}"),
    _opening("any", r"\b(?:any|another|a (?:second|further|single)) [^,;.:]{3,120}?"
             r"(?= (?:would|will|shall)\b)"),
    _opening("whoever", r"\b(?:whoever|anyone who|anybody who) [^,;.:]{3,100}?"
             r"(?= (?:would|will|shall)\b)"),
    _opening("until", rf"\buntil (?!then\b|now\b|midnight\b|further\b){_REST}"),
)  # fmt: skip
_NOT_TOLD = re.compile(r"[\s,;\"“”]+")


def find_condition(words: str, within: Span) -> tuple[Span, str] | None:
    """Return where the condition stands in `words`, and the word that opens it.

    Only conditions that begin in `within`, what is threatened and its trigger, count:
    a sentence may threaten one thing and ask for another.
    """
    for opening in _OPENINGS:
        for hit in opening.pattern.finditer(words):
            lead = _NOT_TOLD.match(words, hit.start())
            start = lead.end() if lead else hit.start()
            start += 5 if words[start : start + 5] == "that " else 0
            end = start + len(words[start : hit.end()].rstrip())
            if within.start <= start < within.end and start < end:
                return Span(start, end), opening.name
    return None
