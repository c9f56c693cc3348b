"""Numbers in what is said: "two dead", "60 days", "1,200 men".

Text in, numbers out, each with what it counts. Two reports differ in a number only if
they count the same thing.
"""

import re
from dataclasses import dataclass

from backchannel.compare.wording import FIGURES, find_stems

_VALUES = {word: float(figure) for word, figure in FIGURES.items()} | {
    "dozen": 12.0,
    "half": 0.5,
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,6}})?(?!\w)"
    rf"|\b(?:{_WORDS})(?:[ -](?:{_WORDS}))?\b",
    re.IGNORECASE,
)
_SCALE = re.compile(r"[ -](hundred|thousand|million|billion)s?\b", re.IGNORECASE)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November"
    "|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
)
#: What makes the number before it a day or an hour, not a count.
_DATED = re.compile(rf"^ (?:of )?(?:{_MONTHS})\b|^ ?(?:am|pm|a\.m|p\.m|o['’]clock)\b")
_DATING = re.compile(rf"\b(?:{_MONTHS}|[Ii]n|since|late|early|of the|[Bb]y the)\.? $")
_AFTER = re.compile(r"\W{1,3}(?:(?:of|more|other|the|its|his|their|our)\W+)*(\w+)")
#: Characters looked at around a number.
_NEAR = 40


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A number, and the stem of what it counts; "" if nothing follows it."""

    value: float
    unit: str


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the counts in `text`, in order; days, years and hours are none."""
    found = []
    for hit in _NUMBER.finditer(text):
        end, value = hit.end(), _value(hit.group())
        while scale := _SCALE.match(text, end):
            value *= _SCALES[scale.group(1).casefold()]
            end = scale.end()
        before = text[max(0, hit.start() - _NEAR) : hit.start()]
        if _DATED.match(text[end : end + _NEAR]) or _DATING.search(before):
            continue
        after = _AFTER.match(text[end : end + _NEAR])
        unit = find_stems(after.group(1)) if after else ()
        found.append(Number(value, unit[0] if unit else ""))
    return tuple(found)


def _value(words: str) -> float:
    if words[0].isdigit():
        return float(words.replace(",", ""))
    values = [_VALUES[word] for word in re.split(r"[ -]", words.casefold())]
    return sum(values)
