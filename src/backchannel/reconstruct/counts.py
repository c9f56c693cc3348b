"""How many: the counts in a passage, with what the words leave open.

Words in, counts out. Days, hours, years, ages, sums of money and measures are none.
"""

import re

from backchannel.domain.claims import Count
from backchannel.domain.matters import DEEDS, are_people, find_fate
from backchannel.domain.text import Span
from backchannel.domain.words import fold, stem

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: float(n) for n, word in enumerate(_UNITS)} | {
    word: 10.0 * n for n, word in enumerate(_TENS, 2)
}
_SCALES = {
    "dozen": 12.0,
    "score": 20.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
}
#: Counts without a figure: the least they mean, and the most.
_VAGUE = {"dozens": 12, "tens": 20, "scores": 40, "hundreds": 100, "thousands": 1000}
_BOUND = (
    r"(?:(?P<least>at least|more than|over|no fewer than|not less than|upwards of"
    r"|as many as|in excess of)|(?P<most>up to|at most|no more than|fewer than"
    r"|less than|under|only|just)|(?P<about>about|around|some|nearly|almost|roughly"
    r"|approximately|close to|an estimated)) "
)
_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?:\b{_BOUND})?(?:(?P<figure>(?<![\w.,$€£])\d{{1,3}}(?:,\d{{3}})+(?!\d)"
    rf"|(?<![\w.,$€£])\d{{1,12}}(?:\.\d{{1,4}})?(?![\w%]*\d))"
    rf"|\b(?P<word>(?:{_WORDS})(?:-(?:{_WORDS}))?)\b"
    rf"|\b(?P<one>an?)(?= (?:dozen|hundred|thousand|million|score)\b)"
    rf"|\b(?P<vague>{'|'.join(_VAGUE)})(?= of\b| have\b| were\b| \w+ed\b))"
    rf"(?P<scale>(?:[ -]?(?:{'|'.join(_SCALES)})\b)*)",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
#: What makes the number before it a time, an age, a share or a measure.
_MEASURE = re.compile(
    rf"^[ -]?(?:%|per ?cent|{_MONTH}\b|(?:more |further )?(?:seconds?|minutes?|hours?"
    r"|days?|weeks?|months?|years?|decades?|nights?|centur\w+|kilomet\w+|km|miles?"
    r"|met(?:re|er)s?|feet|tons?|tonnes?|barrels?|dollars?|euros?|pounds?|degrees?"
    r"|cents?|am|pm|a\.m|p\.m|o'clock|fold|th|st|nd|rd)\b)",
)
_DATING = re.compile(
    rf"(?:\b{_MONTH}\.?|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|of the|[Bb]y the|aged?|No\.?"
    r"|Resolution|Article|Day|number|page)) $"
)
#: "one" is seldom a count, and "two" of "the two leaders" looks back.
_POINTING = re.compile(r"(?:\b(?:the|these|those|both|other|each|its|their)) $", re.I)
_VICTIMS = re.compile(r" (?:dead|killed|wounded|injured|victims|missing)\b")
_HEAD = re.compile(
    r"\W{1,2}(?:of (?:the |its |his |her |their |our |whom |them )*)?"
    r"((?:[\w'-]+ ?){1,4})"
)
_STOP = re.compile(
    r"\b(?:were|was|are|is|had|have|has|been|who|that|which|in|on|at|by|from|with|to"
    r"|near|during|since|after|and|of|for|against|into|a|an|the|lie|said)\b.*",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\w\w+(?<!s)s$|men$|people$|children$|dead$|troops$|police$")
_ABOUT = 0.1
#: Characters that tell what befell the counted, after and before the number.
_AFTER, _BEFORE = 70, 40


def find_counts(words: str) -> tuple[Count, ...]:
    """Return the counts in `words`, in order; spans are offsets of `words`."""
    hits = [hit for hit in _NUMBER.finditer(words) if _is_count(words, hit)]
    return tuple(
        _count(words, hit, hits[at - 1].end() if at else 0, _next(hits, at, words))
        for at, hit in enumerate(hits)
    )


def _next(hits: list[re.Match[str]], at: int, words: str) -> int:
    return hits[at + 1].start() if at + 1 < len(hits) else len(words)


def _is_count(words: str, hit: re.Match[str]) -> bool:
    if not words[: hit.start()].strip() and words[hit.end() :].startswith((". ", ") ")):
        return False
    before = words[max(0, hit.start() - _BEFORE) : hit.start()]
    plain = not any(hit[name] for name in ("least", "most", "about"))
    if _MEASURE.match(words[hit.end() :]) or (plain and _DATING.search(before)):
        return bool(_VICTIMS.match(words, hit.end()))
    if (hit["word"] or "").casefold() in ("one", "zero") and not hit["scale"]:
        return False
    pointed = plain and _POINTING.search(before)
    return not pointed or bool(_VICTIMS.match(words, hit.end()))


def _count(words: str, hit: re.Match[str], last: int, following: int) -> Count:
    unit = _unit(words[hit.end() : following])
    if unit == "time":
        unit = _repeated(words[: hit.start()])
    fate = find_fate(words[hit.end() : min(following, hit.end() + _AFTER)])
    fate = fate or find_fate(words[max(last, hit.start() - _BEFORE) : hit.start()])
    least, most = _bounds(hit)
    return Count(Span(*hit.span()), least, most, unit, fate)


def _bounds(hit: re.Match[str]) -> tuple[float, float | None]:
    scale = 1.0
    for word in re.findall(r"[a-z]+", (hit["scale"] or "").casefold()):
        scale *= _SCALES[word]
    if hit["vague"]:
        least = float(_VAGUE[hit["vague"].casefold()])
        return least * scale, None
    value = _value(hit) * scale
    if hit["least"]:
        return value, None
    if hit["most"] and hit["most"].casefold() not in ("only", "just"):
        return 0.0, value
    if hit["about"]:
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value, value


def _value(hit: re.Match[str]) -> float:
    if hit["figure"]:
        return float(hit["figure"].replace(",", ""))
    if hit["one"]:
        return 1.0
    return sum(_VALUES[word] for word in hit["word"].casefold().split("-"))


def _repeated(before: str) -> str:
    """Return the stem of the deed that is counted in times."""
    deeds = [hit for pattern in DEEDS.values() for hit in pattern.finditer(before)]
    last = max(deeds, key=lambda hit: hit.start(), default=None)
    return stem(fold(last.group())) if last else "time"


def _unit(after: str) -> str:
    """Return the stem of the noun that is counted."""
    head = _HEAD.match(after)
    if head is None:
        return ""
    nouns = _STOP.sub("", head[1]).split()
    noun = next((word for word in nouns if _PLURAL.search(word)), "")
    noun = noun or (nouns[0] if nouns else "")
    if any(are_people(word) for word in (noun, *nouns)):
        return "people"
    return "" if noun in ("them", "us") else stem(fold(noun.strip("'-")))
