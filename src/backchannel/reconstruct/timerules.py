"""The rules that tell what days words mean, one table row each.

A rule takes the words it matched and gives an `Interval`, or a `Gap` that says what is
missing. `backchannel.reconstruct.times` tries them from the top; the first match wins.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from backchannel.domain.signals import Gap, Interval
from backchannel.reconstruct import days, timewords
from backchannel.reconstruct.timewords import Words

UNPUBLISHED = Gap("time", "relative to a date of publication that is not known")
UNANCHORED = Gap("time", "relative to another time that is not known")
UNDATED = Gap("time", "the words name no days")
IMPOSSIBLE = Gap("time", "the words name days that no calendar holds")

#: "Recent" and "coming" days are about a week (docs/signals.md, hard case 14), today
#: counted among the recent ones.
RECENT_DAYS = 6
COMING_DAYS = 7
HOURS_IN_DAY = 24
DAYS_PER_UNIT = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS_PER_UNIT = {"month": 1, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where relative words are read."""

    published: date | None
    #: Whether the act is planned: a bare "Friday" is then the coming one.
    ahead: bool = False
    #: The day that "the same day" and "two days later" count from.
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The day that words count from, and where a bare weekday is looked for."""

    day: date
    ahead: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What words of one form mean."""

    name: str
    template: str
    resolve: Callable[[Words, Standpoint], Interval | Gap]
    #: Whether such words are looked for in running text; off for those that mostly
    #: mean something else there, such as "2,000" or "two days".
    findable: bool
    pattern: re.Pattern[str]


def absolute(
    name: str,
    template: str,
    meaning: Callable[[Words], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for words that mean the same days whenever they are written."""

    def resolve(words: Words, _: Standpoint) -> Interval | Gap:
        return meaning(words)

    return Rule(name, template, resolve, findable, _compile(template))


def relative(
    name: str,
    template: str,
    meaning: Callable[[Words, Today], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for words that count from the publication."""

    def resolve(words: Words, standpoint: Standpoint) -> Interval | Gap:
        if standpoint.published is None:
            return UNPUBLISHED
        return meaning(words, Today(standpoint.published, standpoint.ahead))

    return Rule(name, template, resolve, findable, _compile(template))


def anchored(
    name: str,
    template: str,
    meaning: Callable[[Words, Today], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for words that count from a day that the text gave before."""

    def resolve(words: Words, standpoint: Standpoint) -> Interval | Gap:
        if standpoint.anchor is None:
            return UNANCHORED
        found = meaning(words, Today(standpoint.anchor, standpoint.ahead))
        # A reported act is past: then the words count from some other day.
        return UNANCHORED if _is_to_come(found, standpoint) else found

    return Rule(name, template, resolve, findable, _compile(template))


def _is_to_come(found: Interval, standpoint: Standpoint) -> bool:
    today = None if standpoint.ahead else standpoint.published
    return bool(today and found.start and found.start > today)


def placed(
    name: str,
    template: str,
    meaning: Callable[[Words, Today], Interval],
    *,
    findable: bool = True,
) -> Rule:
    """Return a rule for an hour: of the day the text gave last, else of publication."""

    def resolve(words: Words, standpoint: Standpoint) -> Interval | Gap:
        day = standpoint.anchor or standpoint.published
        return meaning(words, Today(day, standpoint.ahead)) if day else UNPUBLISHED

    return Rule(name, template, resolve, findable, _compile(template))


def _compile(template: str) -> re.Pattern[str]:
    return re.compile(timewords.expand(template, named=True))


def _full_date(words: Words) -> Interval:
    month = timewords.month(words["month"])
    return days.one(date(int(words["year"]), month, timewords.figure(words["day"])))


def _figures(words: Words) -> Interval:
    day, month = int(words["day"]), int(words["month"])
    return days.one(date(int(words["year"]), month, day))


def _full_dates(words: Words) -> Interval:
    year, month = int(words["year"]), timewords.month(words["month"])
    first, last = timewords.figure(words["day"]), timewords.figure(words["last"])
    return Interval(date(year, month, first), date(year, month, last))


def _month_of_year(words: Words) -> Interval:
    return days.month_of(date(int(words["year"]), timewords.month(words["month"]), 1))


def _season_of_year(words: Words) -> Interval:
    return days.season(int(words["year"]), timewords.SEASONS[words["season"]])


def _year(words: Words) -> Interval:
    return days.years(int(words["year"]), int(words["year"]))


def _decade(words: Words) -> Interval:
    return days.years(int(words["decade"]), int(words["decade"]) + 9)


def _month_day(words: Words, today: Today) -> Interval:
    month, day = timewords.month(words["month"]), timewords.figure(words["day"])
    weekday = timewords.weekday(words["weekday"]) if words["weekday"] else None
    return days.one(
        days.nearest_year(today.day, month, day, ahead=today.ahead, weekday=weekday)
    )


def _month_days(words: Words, today: Today) -> Interval:
    month = timewords.month(words["month"])
    first, last = timewords.figure(words["day"]), timewords.figure(words["last"])
    start = days.nearest_year(today.day, month, first, ahead=today.ahead)
    return Interval(start, start.replace(day=last))


def _day_of_month(words: Words, today: Today) -> Interval:
    first = timewords.figure(words["nth"])
    start = days.nearest_day_of_month(today.day, first, ahead=today.ahead)
    last = words.get("last")
    return Interval(start, start.replace(day=timewords.figure(last)) if last else start)


def _month(words: Words, today: Today) -> Interval:
    month = timewords.month(words["month"])
    return days.nearest_month(today.day, month, ahead=today.ahead)


def _last_month_named(words: Words, today: Today) -> Interval:
    month = timewords.month(words["month"])
    before = days.shift(today.day.replace(day=1), -1)
    return days.nearest_month(before, month, ahead=False)


def _next_month_named(words: Words, today: Today) -> Interval:
    month = timewords.month(words["month"])
    after = days.shift_months(today.day.replace(day=1), 1)
    return days.nearest_month(after, month, ahead=True)


#: How many years, weeks, … further "last", "this" and "next" are.
_STEPS = {
    "before last": -2,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "after next": 2,
}


def _step(words: Words) -> int:
    return _STEPS.get(words["which"].removeprefix("the "), 0)


def _month_of_which_year(words: Words, today: Today) -> Interval:
    year = today.day.year + _step(words)
    return days.month_of(date(year, timewords.month(words["month"]), 1))


def _weekday(words: Words, today: Today) -> Interval:
    weekday = timewords.weekday(words["weekday"])
    look = days.weekday_after if today.ahead else days.weekday_before
    return days.one(look(today.day, weekday))


def _that_weekday(words: Words, today: Today) -> Interval:
    weekday = timewords.weekday(words["weekday"])
    return days.one(days.weekday_around(today.day, weekday))


def _last_weekday(words: Words, today: Today) -> Interval:
    weekday = timewords.weekday(words["weekday"])
    return days.one(days.weekday_before(days.shift(today.day, -1), weekday))


def _next_weekday(words: Words, today: Today) -> Interval:
    weekday = timewords.weekday(words["weekday"])
    return days.one(days.weekday_after(days.shift(today.day, 1), weekday))


def _weekday_of_week(words: Words, today: Today) -> Interval:
    monday = days.shift(today.day, 7 * _step(words) - today.day.weekday())
    return days.one(days.shift(monday, timewords.weekday(words["weekday"])))


def _weekend(words: Words, today: Today) -> Interval:
    """The one now or next where ahead or said so, else the latest that has begun."""
    step = _step(words)
    ahead = today.ahead or step > 0 or words["which"] == "this"
    if ahead and step >= 0:
        within = today.day
    else:
        within = days.weekday_before(today.day, days.SATURDAY)
    return days.weekend_of(within)


def _this_unit(words: Words, today: Today) -> Interval:
    """A calendar week, month or year; the current one so far for a reported act."""
    whole = _which_unit(words, today)
    if today.ahead or _step(words) != 0:
        return whole
    return Interval(whole.start, today.day)


def _rest_of_unit(words: Words, today: Today) -> Interval:
    unit = words["unit"] or words["other"]
    return Interval(today.day, _which_unit({"which": "", "unit": unit}, today).end)


def _which_unit(words: Words, today: Today) -> Interval:
    day, step, unit = today.day, _step(words), words["unit"]
    if unit == "week":
        return days.week_of(days.shift(day, 7 * step))
    if unit == "month":
        return days.month_of(days.shift_months(day, step))
    return days.year_of(days.shift_months(day, 12 * step))


def _which_season(words: Words, today: Today) -> Interval:
    """The latest season over by now, the current year's, or the next to begin."""
    first, which = timewords.SEASONS[words["season"]], words["which"]
    whole = [days.season(today.day.year + year, first) for year in (-2, -1, 0, 1)]
    over = [season for season in whole if season.end and season.end < today.day]
    begun = [season for season in whole if season.start and season.start <= today.day]
    future = [season for season in whole if season not in begun]
    if which == "last":
        return over[-1]
    if which == "next" or (which != "this" and today.ahead):
        return future[0]
    return whole[2] if which == "this" else begun[-1]


#: First and last day, counted from the publication.
_NEAR_DAYS = {
    "the day before yesterday": (-2, -2),
    "yesterday": (-1, -1),
    "last night": (-1, -1),
    "last evening": (-1, -1),
    "overnight": (-1, 0),
    "today": (0, 0),
    "tonight": (0, 0),
    "earlier in the day": (0, 0),
    "now": (0, 0),
    "tomorrow": (1, 1),
    "the day after tomorrow": (2, 2),
}
_NEAR_DAY = "|".join(sorted(_NEAR_DAYS.keys() - {"now"}, key=len, reverse=True))


def _near_day(words: Words, today: Today) -> Interval:
    first, last = _NEAR_DAYS[words["near"]]
    return Interval(days.shift(today.day, first), days.shift(today.day, last))


def _this_day(_: Words, today: Today) -> Interval:
    return days.one(today.day)


def _ago(words: Words, today: Today) -> Interval:
    """A day for days and weeks, the calendar month or year for longer units."""
    far = timewords.number(words.get("most") or words["number"])
    near = timewords.number(words["number"])
    start, end = (_moved(today.day, -n, words["unit"]) for n in (far, near))
    if words["unit"] == "month" and far == near:
        return days.month_of(start)
    if words["unit"] in MONTHS_PER_UNIT and far == near:
        return days.year_of(start)
    return Interval(start, end)


def _moved(day: date, count: int, unit: str) -> date:
    """Return the day so many units away; hours count when they fill a day."""
    if unit in MONTHS_PER_UNIT:
        return days.shift_months(day, count * MONTHS_PER_UNIT[unit])
    if unit in DAYS_PER_UNIT:
        return days.shift(day, count * DAYS_PER_UNIT[unit])
    whole_days = abs(count) // HOURS_IN_DAY if unit == "hour" else 0
    return days.shift(day, whole_days if count > 0 else -whole_days)


def _from_now(words: Words, today: Today) -> Interval:
    return days.one(_moved(today.day, timewords.number(words["number"]), words["unit"]))


def _past_units(words: Words, today: Today) -> Interval:
    count = timewords.number(words.get("most") or words["number"])
    return Interval(_moved(today.day, -count, words["unit"]), today.day)


def _coming_units(words: Words, today: Today) -> Interval:
    count = timewords.number(words.get("most") or words["number"])
    return Interval(today.day, _moved(today.day, count, words["unit"]))


def _lasting(words: Words, today: Today) -> Interval:
    """So many days up to today, which counts; longer units as in `_past_units`."""
    if today.ahead:
        return _coming_units(words, today)
    if words["unit"] in ("day", "night"):
        count = max(timewords.number(words["number"]), 1)
        return Interval(days.shift(today.day, 1 - count), today.day)
    return _past_units(words, today)


def _recent_days(_: Words, today: Today) -> Interval:
    return Interval(days.shift(today.day, -RECENT_DAYS), today.day)


def _coming_days(_: Words, today: Today) -> Interval:
    return Interval(today.day, days.shift(today.day, COMING_DAYS))


def _next_day(_: Words, today: Today) -> Interval:
    return days.one(days.shift(today.day, 1))


def _day_before(_: Words, today: Today) -> Interval:
    return days.one(days.shift(today.day, -1))


def _moved_from_anchor(words: Words, today: Today) -> Interval:
    count = timewords.number(words["number"])
    sign = 1 if words["way"] in ("later", "after", "afterwards", "on") else -1
    return days.one(_moved(today.day, sign * count, words["unit"]))


_WHICH = "(?P<which>last|this|next|the same|the coming|the previous)"
_IN = "(?:(?:on|in|during|at|over|through|throughout|of) )?"
_DAYS = "(?:(?:on|between|from|in|of|for|over) )?(?:the )?(?:night of )?(?:the )?"
_SPAN = "(?:(?:over|in|for|during|within|throughout|through) )?"
_OVER = f"{_SPAN}(?:the )?"
_PARTS = "(?:morning|afternoon|evening|night)"

RULES: tuple[Rule, ...] = (
    # Dates that name their year.
    absolute(
        "date in figures",
        "<lead><year>[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})",
        _figures,
    ),
    absolute(
        "date in figures, day first",
        "<lead>(?P<day>[0-9]{1,2})[.](?P<month>[0-9]{1,2})[.]<year>",
        _figures,
    ),
    absolute(  # Which is which only a number above 12 tells.
        "date with strokes, day first",
        "<lead>(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>[0-9]{1,2})/<year>",
        _figures,
    ),
    absolute(
        "date with strokes, month first",
        "<lead>(?P<month>[0-9]{1,2})/(?P<day>1[3-9]|2[0-9]|3[01])/<year>",
        _figures,
    ),
    absolute(
        "day, month and year",
        "<lead>(?:<weekday>,? (?:the )?)?<day>(?: of)? <month>,? <year><tail>",
        _full_date,
    ),
    absolute(
        "month, day and year",
        "<lead>(?:<weekday>,? )?<month> (?:the )?<day>,? <year><tail>",
        _full_date,
    ),
    absolute(
        "days of a month and year",
        f"{_DAYS}<day>(?:<to>| and )(?:the )?<last:day>(?: of)? <month>,? <year>",
        _full_dates,
    ),
    absolute(
        "a month's days and year",
        f"{_DAYS}<month> <day>(?:<to>| and )<last:day>,? <year>",
        _full_dates,
    ),
    absolute("month and year", f"{_IN}<month>,? (?:of )?<year>", _month_of_year),
    absolute(
        "season and year",
        f"{_IN}(?:the )?<season>,? (?:of )?<year>",
        _season_of_year,
    ),
    absolute("decade", f"{_IN}(?:the )?<decade>'?s", _decade),
    absolute("year", "(?:in|during|throughout) (?:the year )?<year>('s)?", _year),
    absolute("bare year", "(?:the (?:year )?|of )?<year>('s)?", _year, findable=False),
    # Days that count from the publication.
    relative(
        "day and month",
        "<lead>(?:<weekday>,? (?:the )?)?<day>(?: of)? <month><tail>",
        _month_day,
    ),
    relative(
        "month and day",
        "<lead>(?:<weekday>,? )?<month> (?:the )?<day><tail>",
        _month_day,
    ),
    relative(
        "days of a month",
        f"{_DAYS}<day>(?:<to>| and )(?:the )?<last:day>(?: of)? <month>",
        _month_days,
    ),
    relative(
        "a month's days", f"{_DAYS}<month> <day>(?:<to>| and )<last:day>", _month_days
    ),
    relative(
        "weekday of a week",
        f"{_IN}<weekday><tail>,? (?:of )?{_WHICH} week",
        _weekday_of_week,
    ),
    relative(
        "week with weekday",
        f"{_WHICH} week(?:'s)?,? (?:on )?<weekday>",
        _weekday_of_week,
    ),
    relative(
        "last weekday", f"{_IN}(?:last|this past|past) <weekday><tail>", _last_weekday
    ),
    relative("weekday last", f"{_IN}<weekday><tail> last", _last_weekday),
    relative(
        "next weekday", f"{_IN}(?:the )?(?:next|coming) <weekday><tail>", _next_weekday
    ),
    relative("this weekday", "<lead>this (?:coming |very )?<weekday><tail>", _weekday),
    anchored("that weekday", "(?:on )?(?:the|that) <weekday><tail>", _that_weekday),
    relative("weekday", "(?:on that )?<lead><weekday><tail>", _weekday),
    relative("near day", f"<lead>(?P<near>{_NEAR_DAY})<tail>", _near_day),
    relative("now", "(?:just )?(?P<near>now)", _near_day, findable=False),
    relative(
        "part of today",
        "(?:(?:early|late) )?this (?:very )?(?:early |late )?<part><tail>",
        _this_day,
    ),
    relative(
        "weekend",
        "(?:(?:at|over|during|on|for) )?(?P<which>the (?:past |last |coming |next )?|"
        "last |this |next )weekend",
        lambda words, today: _weekend(
            {"which": words["which"].removeprefix("the ").strip()}, today
        ),
    ),
    relative("day of the month", "<lead><nth><tail>", _day_of_month),
    relative(
        "days of the month",
        f"{_DAYS}<nth>(?:<to>| and )(?:the )?(?P<last>[0-9]{{1,2}}(?:st|nd|rd|th))",
        _day_of_month,
    ),
    # Months, seasons and years that count from the publication.
    relative(
        "month of a year",
        f"{_IN}<month>(?: of|,)? (?P<which>last|this|next) year",
        _month_of_which_year,
    ),
    relative(
        "year with month",
        f"{_IN}(?P<which>last|this|next) year(?:'s|,)? (?:in )?<month>",
        _month_of_which_year,
    ),
    relative("last month named", f"{_IN}last <month>", _last_month_named),
    relative("next month named", f"{_IN}next <month>", _next_month_named),
    relative("month", f"{_IN}(?:as far back as )?(?:this )?<month>", _month),
    relative(
        "season",
        f"{_IN}(?P<which>last|this|next|the) <season>",
        _which_season,
    ),
    relative(
        "this, last or next unit",
        f"{_IN}(?P<which>last|this|next|the current) (?P<unit>week|month|year)(?:'s)?",
        _this_unit,
    ),
    relative(
        "unit after next",
        f"{_IN}the (?P<unit>week|month|year) (?P<which>after next|before last)",
        _which_unit,
    ),
    relative(
        "the unit",
        f"{_IN}the (?P<which>)(?P<unit>week|month|year)",
        _which_unit,
        findable=False,
    ),
    relative("within the week", "within the week", _coming_days),
    relative(
        "rest of the unit",
        "(?:before (?:the|this) (?P<which>)(?P<unit>week|month|year) is (?:out|over)"
        "|(?:for |over )?the rest of (?:the|this) (?P<other>week|month|year))",
        _rest_of_unit,
    ),
    # Words that date something only after others, for `find_times`.
    relative(
        "the unit after a limit",
        "(?:(?<=end\\sof\\s)|(?<=er\\sin\\s))the (?P<which>)(?P<unit>week|month|year)",
        _which_unit,
    ),
    absolute(
        "year after a limit",
        "(?:(?<=since\\s)|(?<=until\\s)|(?<=before\\s)|(?<=after\\s)|(?<=from\\s)"
        "|(?<=by\\s)|(?<=early\\s)|(?<=late\\s)|(?<=mid-)|(?<=end\\sof\\s))<year>",
        _year,
    ),
    # Stretches that count from the publication.
    relative(
        "units ago",
        "<about><number>(?:(?: or | to |-)<most:number>)?(?: |-)<unit>s? ago",
        _ago,
    ),
    relative(
        "units from now",
        "in <about><number> <unit>s?(?: from now|'? time|')?",
        _from_now,
    ),
    relative(
        "recent days",
        f"{_OVER}(?:(?:past |last )?(?:few|several|couple of) days ago|recent "
        "days|(?:past|last) (?:(?:few|several) )?days)",
        _recent_days,
    ),
    relative(
        "coming days",
        f"{_OVER}(?:(?:coming|next|following) (?:(?:few|several) )?days|"
        "in (?:a few|several) days|"
        "days (?:to come|ahead))",
        _coming_days,
    ),
    relative(
        "hours of today",
        "(?:within|in|over|for) the (?:next|coming|past|last) (?:(?:few|several) )?"
        "(?:hours|minutes)",
        _this_day,
    ),
    relative(
        "past units",
        f"{_OVER}(?:past|last|previous|preceding) "
        "<number>(?:(?: or | to |-)<most:number>)?(?: |-)<unit>s?",
        _past_units,
    ),
    relative(
        "past unit",
        f"{_SPAN}(?:the last|(?:the )?past) "
        "(?P<number>)(?P<unit>week|month|year|decade)",
        _past_units,
    ),
    relative(
        "coming units",
        f"(?:{_OVER}(?:next|coming|following) |within (?:the )?(?:next |coming )?)"
        "<about><number>(?:(?: or | to |-| and )<most:number>)?(?: |-)<unit>s?",
        _coming_units,
    ),
    relative(
        "coming unit",
        f"{_SPAN}(?:the next|(?:the )?coming) "
        "(?P<number>)(?P<unit>week|month|year|decade)",
        _coming_units,
    ),
    relative(
        "for so long",
        "for (?:most of |the best part of |more than |nearly |almost |about )?"
        "<number>(?: |-)<unit>s?(?: now)?",
        _lasting,
    ),
    relative("so long", "<number> <unit>s?", _lasting, findable=False),
    # Hours of a day.
    placed(
        "time of day",
        "<about>(?:at|by|around|before|after|until|shortly before|shortly after"
        "|soon after) (?:<clock>|mid-<part>)(?: local time)?"
        "(?: (?:in|of) the <hour:part>)?",
        _this_day,
    ),
    placed("bare hour", "<clock>(?: local time)?", _this_day, findable=False),
    placed(
        "part of a day",
        "(?:(?:at|by|before|after|shortly before|shortly after|soon after) )?"
        "(?:<number> )?(?:earlier |later )?(?:in|during|by) the (?:early |late )?<part>"
        "(?: bulletin)?",
        _this_day,
        findable=False,
    ),
    placed(
        "within the day", "before the (?:day|night) (?:is|was) (?:out|over)", _this_day
    ),
    placed(
        "within hours", "within (?:a (?:matter|few) of )?(?:hours|minutes)", _this_day
    ),
    placed("hour", "at (?:<number>|[0-9]{1,2})", _this_day, findable=False),
    # What counts from a time that the text gave before.
    anchored(
        "that day",
        "(?:(?:on|in|at|of|by|earlier|later) )?(?:the|that) (?:very )?same "
        "(?:day|morning|afternoon|evening|night)|"
        "(?:(?:on|in|earlier|later|late) )?(?:on )?that (?:very )?"
        "(?:day|morning|afternoon|evening|night)|later in the day",
        _this_day,
    ),
    anchored(
        "the next day",
        f"(?:(?:on|in) )?the (?:(?:next|following) (?:day|{_PARTS})"
        f"|(?:day|{_PARTS}) after)",
        _next_day,
    ),
    anchored(
        "the day before",
        "(?:(?:on|in) )?the (?:(?:previous|preceding) (?:day|morning|afternoon|evening"
        "|night)|(?:day|morning|afternoon|evening|night) (?:before|earlier))",
        _day_before,
    ),
    anchored(
        "units later or earlier",
        "<about><number> <unit>s? (?P<way>later|earlier|before|after|afterwards|on)",
        _moved_from_anchor,
    ),
    anchored(
        "hours later or earlier",
        "(?:(?:a few|several|only|just|mere) )?(?:hours|minutes) "
        "(?:later|earlier|before|after|afterwards)",
        _this_day,
    ),
    anchored(
        "that unit",
        f"{_IN}(?P<which>)(?:(?:that|the) (?:very )?same|that) "
        "(?P<unit>week|month|year)",
        _which_unit,
    ),
    anchored(
        "the following unit",
        f"{_IN}the (?:following|next) (?P<unit>week|month|year)",
        lambda words, today: _which_unit({**words, "which": "next"}, today),
    ),
    anchored(
        "the previous unit",
        f"{_IN}the (?:previous|preceding) (?P<unit>week|month|year)",
        lambda words, today: _which_unit({**words, "which": "last"}, today),
    ),
)
