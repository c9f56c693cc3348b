"""The words that times are written with, and templates to match them.

A template is a regular expression in which a space stands for white space, `<day>`
for the piece of that name below, kept as the group `day`, and `<last:day>` for the
same piece kept as the group `last`. Lower case throughout.
"""

import re
from collections.abc import Mapping

#: The named groups of a match; "" for one that took no part.
Words = Mapping[str, str]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
#: First month of each season, in the northern half of the world.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    word: number
    for number, words in {
        1: "a an one the",
        2: "two couple",
        3: "three",
        4: "four",
        5: "five",
        6: "six half-dozen",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        24: "twenty-four",
        30: "thirty",
        36: "thirty-six",
        40: "forty",
        48: "forty-eight",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        72: "seventy-two",
        80: "eighty",
        90: "ninety",
        100: "hundred",
    }.items()
    for word in words.split()
}
ORDINALS = {
    "first": 1,
    "opening": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": -1,
    "final": -1,
    "closing": -1,
}

_NUMBER = "|".join(sorted(NUMBERS.keys() - {"a", "an", "the"}, key=len, reverse=True))
_PART = "morning|afternoon|evening|night|lunchtime"
_CLOCK = (
    r"[0-9]{1,2}[:.][0-9]{2}(?![.:]?[0-9])(?: ?[ap]\.?m\.?)?|[0-9]{1,2} ?[ap]\.?m\.?"
    r"|[0-9]{1,2} o'clock|noon|midnight|midday|dawn|daybreak|sunrise|sunset|dusk"
    r"|nightfall|breakfast|lunchtime|dinner"
)
_AT = "at|by|until|around|about|before|after|shortly before|shortly after"

PIECES = {
    "weekday": r"(?:mon|tues|wednes|thurs?|fri|satur|sun)day|(?:mon|tues?|weds?"
    r"|thu(?:rs?)?|fri|sat|sun)\.?",
    "month": r"january|february|march|april|may|june|july|august|september|october"
    r"|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?",
    "day": r"[0-9]{1,2}(?:st|nd|rd|th)?",
    "nth": r"[0-9]{1,2}(?:st|nd|rd|th)",
    "year": r"[12][0-9]{3}",
    "figure": r"[0-9]{1,2}",
    "decade": r"[12][0-9]{2}0",
    "season": "|".join(SEASONS),
    "ordinal": "|".join(ORDINALS),
    "number": rf"[0-9]{{1,5}}|(?:an? )?(?:{_NUMBER})(?: of)?|an?",
    "unit": "minute|hour|day|night|weekend|week|fortnight|month|year|decade",
    "of": r" of the | in the | of | in |, | ",
    "to": r" ?- ?| to | and | or | until | through |/",
    "about": r"(?:(?:about|around|some|almost|nearly|roughly|barely|at least|only|just"
    r"|over|more than|less than|just over|as many as|up to|as recently as) ){0,2}",
    "part": _PART,
    "clock": _CLOCK,
    #: What may stand before a day: "at noon on", "as early as", "in the night of the".
    "lead": rf"(?:(?:(?:{_AT}) )?(?:{_CLOCK})(?: local time)?,? )?"
    r"(?:(?:as (?:early|soon|late|recently|far back) as|only|just|again|twice) )?"
    r"(?:(?:on|in|for|of|at|dated|during|over) )?(?:the )?"
    rf"(?:(?:small |early |late )?(?:hours|{_PART}) of )?(?:the )?",
    #: What may stand after it: "night", "at 3 p.m.", the genitive.
    "tail": rf"(?:,? (?:(?:early|late|in the|at) )?(?:{_PART}|noon|midday|midnight"
    r"|dawn))?"
    rf"(?:,? (?:{_AT}) (?:{_CLOCK}))?(?: local time)?(?:'s)?",
}
#: Every word that an expression can begin with, besides figures: where no such word
#: stands there is none, which spares three quarters of the search.
OPENERS = frozenset(
    re.findall(
        r"[a-z]+",
        " ".join((*NUMBERS, *ORDINALS, *SEASONS, _PART, _CLOCK, _AT, PIECES["about"]))
        + " monday tuesday wednesday thursday thurday friday saturday sunday tues weds"
        " thur thurs january february march april june july august september october"
        " november december sept on in for of at dated during over the small hours as"
        " again twice this that last next past yesterday today tonight tomorrow"
        " overnight earlier later early late throughout through within from between"
        " coming previous preceding following recent days few several mere mid starting"
        " just now minutes",
    )
) | frozenset((*WEEKDAYS, *MONTHS))
_PIECE = re.compile(r"(?<!\?P)<(?:(\w+):)?(\w+)>")
_NAMED = re.compile(r"\(\?P<\w+>")
#: Space that may stand for one, so that a long run of it costs nothing.
_SPACE = r"(?:\s{1,3})"


def expand(template: str, *, named: bool) -> str:
    """Return the regular expression of a template, with or without its named groups."""

    def piece(hole: re.Match[str]) -> str:
        alias, name = hole.groups()
        opening = f"(?P<{alias or name}>" if named else "(?:"
        return f"{opening}{PIECES[name]})"

    expanded = _PIECE.sub(piece, template).replace(" ", _SPACE)
    return expanded if named else _NAMED.sub("(?:", expanded)


def may_open(word: str) -> bool:
    """Whether an expression of time can begin with this word or figure."""
    return word[0].isdecimal() or word.casefold() in OPENERS


def weekday(word: str) -> int:
    """Return 0 for "monday" or "mon." to 6 for "sunday"."""
    return WEEKDAYS.index(word[:3])


def month(word: str) -> int:
    """Return 1 for "january" or "jan." to 12 for "december"."""
    return MONTHS.index(word[:3]) + 1


def figure(word: str) -> int:
    """Return the number in "26th" or "26"."""
    return int(word.rstrip("stndrh"))


def number(words: str) -> int:
    """Return the number that figures or words such as "a couple" name; "" is one."""
    if words.isdecimal():
        return int(words)
    return NUMBERS[words.removesuffix(" of").split()[-1]] if words else 1
