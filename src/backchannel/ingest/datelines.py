"""Lines that date a text: "Nov 4, 2023", "Published: 26 October 2023 - 20:42"."""

import re
from datetime import date

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.I),
    re.compile(rf"(?<!\d){_YEAR}([./-])(?P<month>\d\d?)\2(?P<day>\d\d?)(?!\d)"),
)
_NUMBERS = re.compile(rf"(?<!\d)(?P<first>\d\d?)([./-])(?P<second>\d\d?)\2{_YEAR}")
#: What may stand beside the date on a line that only dates the text.
_BESIDE = re.compile(
    r"\b(?:(?:first |last )?(?:published|posted|updated|modified|created|issued|date"
    r"|dated)(?: on| at)?|on|at|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:day)?|\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2}h\d\d|[ap]\.?m\.?|gmt|utc|ce?s?t|e[sd]t"
    r"|p[sd]t|bst|ist|local time|news|section|hours?|hrs"
    r"|\d+ (?:year|month|day|hour|minute)s? ago)(?!\w)"
    r"|\([A-Z][\w ]{1,20}\)",
    re.I,
)
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.I)
_DECEMBER = 12


def find_day(line: str) -> date | None:
    """Return the first day that `line` gives in full; None where it gives none.

    A day without a year gives none, and neither does "04/11/2023": it may be in April
    or in November.
    """
    days = (_day(found) for form in _FORMS for found in form.finditer(line))
    known = next((day for day in days if day), None)
    return known or next(filter(None, map(_number_day, _NUMBERS.finditer(line))), None)


def is_date_line(line: str) -> bool:
    """Whether `line` has a date and nothing but what belongs to it."""
    rest, found = line, 0
    for form in (*_FORMS, _NUMBERS):
        rest, times = form.subn(" ", rest)
        found += times
    return bool(found) and not re.search(r"[^\W_]", _BESIDE.sub(" ", rest))


def tells_update(line: str) -> bool:
    """Whether the date on `line` is that of a change, not of the publication."""
    return _UPDATED.search(line) is not None


def _day(found: re.Match[str]) -> date | None:
    month = found["month"].lower()[:3]
    number = int(month) if month.isdecimal() else _MONTHS.index(month) // 3 + 1
    return _checked(int(found["year"]), number, int(found["day"]))


def _number_day(found: re.Match[str]) -> date | None:
    first, second = int(found["first"]), int(found["second"])
    if first == second or second > _DECEMBER:
        return _checked(int(found["year"]), first, second)
    if first > _DECEMBER:
        return _checked(int(found["year"]), second, first)
    return None


def _checked(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
