"""The days that the words of one rule mean.

The named groups of a match (`Words`) and the day they count from in, an `Interval`
out. The forms that the words have are in `timerules`. Where the words name a day that
no calendar holds, ValueError or OverflowError, as in `days`.
"""

from dataclasses import dataclass
from datetime import date

from backchannel.domain.signals import Interval
from backchannel.reconstruct import days, timewords
from backchannel.reconstruct.timewords import Words

#: "Recent" and "coming" days are about a week, today counted among the recent ones.
RECENT_DAYS = 6
COMING_DAYS = 7
HOURS_IN_DAY = 24
DAYS_PER_UNIT = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS_PER_UNIT = {"month": 1, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Today:
    """The day that words count from, and where a bare weekday is looked for."""

    day: date
    ahead: bool


def full_date(words: Words) -> Interval:
    """The day of "13 April 1982"."""
    month = timewords.month(words["month"])
    return days.one(date(int(words["year"]), month, timewords.figure(words["day"])))


def figures(words: Words) -> Interval:
    """The day of "1982-04-13"."""
    day, month = int(words["day"]), int(words["month"])
    return days.one(date(int(words["year"]), month, day))


def full_dates(words: Words) -> Interval:
    """The days of "13-15 April 1982"."""
    year, month = int(words["year"]), timewords.month(words["month"])
    first, last = timewords.figure(words["day"]), timewords.figure(words["last"])
    return Interval(date(year, month, first), date(year, month, last))


def month_of_year(words: Words) -> Interval:
    """The month of "April 1982"."""
    return days.month_of(date(int(words["year"]), timewords.month(words["month"]), 1))


def season_of_year(words: Words) -> Interval:
    """The three months of "summer 1998"."""
    return days.season(int(words["year"]), timewords.SEASONS[words["season"]])


def year(words: Words) -> Interval:
    """The year of "in 1998"."""
    return days.years(int(words["year"]), int(words["year"]))


def decade(words: Words) -> Interval:
    """The ten years of "the 1990s"."""
    return days.years(int(words["decade"]), int(words["decade"]) + 9)


def month_day(words: Words, today: Today) -> Interval:
    """The day of "13 April", in the nearest year that fits."""
    month, day = timewords.month(words["month"]), timewords.figure(words["day"])
    weekday = timewords.weekday(words["weekday"]) if words["weekday"] else None
    return days.one(
        days.nearest_year(today.day, month, day, ahead=today.ahead, weekday=weekday)
    )


def month_days(words: Words, today: Today) -> Interval:
    """The days of "13-15 April", in the nearest year."""
    month = timewords.month(words["month"])
    first, last = timewords.figure(words["day"]), timewords.figure(words["last"])
    start = days.nearest_year(today.day, month, first, ahead=today.ahead)
    return Interval(start, start.replace(day=last))


def day_of_month(words: Words, today: Today) -> Interval:
    """The day of "the 26th", or the days of "the 15th or 16th"."""
    first = timewords.figure(words["nth"])
    start = days.nearest_day_of_month(today.day, first, ahead=today.ahead)
    last = words.get("last")
    return Interval(start, start.replace(day=timewords.figure(last)) if last else start)


def month(words: Words, today: Today) -> Interval:
    """The nearest such month."""
    month = timewords.month(words["month"])
    return days.nearest_month(today.day, month, ahead=today.ahead)


def last_month_named(words: Words, today: Today) -> Interval:
    """The month of "last April", never the current one."""
    month = timewords.month(words["month"])
    before = days.shift(today.day.replace(day=1), -1)
    return days.nearest_month(before, month, ahead=False)


def next_month_named(words: Words, today: Today) -> Interval:
    """The month of "next April", never the current one."""
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


def month_of_which_year(words: Words, today: Today) -> Interval:
    """The month of "April last year"."""
    year = today.day.year + _step(words)
    return days.month_of(date(year, timewords.month(words["month"]), 1))


def weekday(words: Words, today: Today) -> Interval:
    """The nearest such weekday, today included."""
    weekday = timewords.weekday(words["weekday"])
    look = days.weekday_after if today.ahead else days.weekday_before
    return days.one(look(today.day, weekday))


def that_weekday(words: Words, today: Today) -> Interval:
    """The weekday of "that Friday", around a day named before."""
    weekday = timewords.weekday(words["weekday"])
    return days.one(days.weekday_around(today.day, weekday))


def last_weekday(words: Words, today: Today) -> Interval:
    """The weekday of "last Friday", never today."""
    weekday = timewords.weekday(words["weekday"])
    return days.one(days.weekday_before(days.shift(today.day, -1), weekday))


def next_weekday(words: Words, today: Today) -> Interval:
    """The weekday of "next Friday", never today."""
    weekday = timewords.weekday(words["weekday"])
    return days.one(days.weekday_after(days.shift(today.day, 1), weekday))


def weekday_of_week(words: Words, today: Today) -> Interval:
    """The weekday of "Friday last week"."""
    monday = days.shift(today.day, 7 * _step(words) - today.day.weekday())
    return days.one(days.shift(monday, timewords.weekday(words["weekday"])))


def weekend(words: Words, today: Today) -> Interval:
    """The one now or next where ahead or said so, else the latest that has begun."""
    step = _step(words)
    ahead = today.ahead or step > 0 or words["which"] == "this"
    if ahead and step >= 0:
        within = today.day
    else:
        within = days.weekday_before(today.day, days.SATURDAY)
    return days.weekend_of(within)


def this_unit(words: Words, today: Today) -> Interval:
    """A calendar week, month or year; the current one so far for a reported act."""
    whole = which_unit(words, today)
    if today.ahead or _step(words) != 0:
        return whole
    return Interval(whole.start, today.day)


def rest_of_unit(words: Words, today: Today) -> Interval:
    """From today to the end of the week, month or year."""
    unit = words["unit"] or words["other"]
    return Interval(today.day, which_unit({"which": "", "unit": unit}, today).end)


def which_unit(words: Words, today: Today) -> Interval:
    """A whole calendar week, month or year."""
    day, step, unit = today.day, _step(words), words["unit"]
    if unit == "week":
        return days.week_of(days.shift(day, 7 * step))
    if unit == "month":
        return days.month_of(days.shift_months(day, step))
    return days.year_of(days.shift_months(day, 12 * step))


def which_season(words: Words, today: Today) -> Interval:
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
NEAR_DAYS = {
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


def near_day(words: Words, today: Today) -> Interval:
    """The day of "yesterday", "tonight" and their like."""
    first, last = NEAR_DAYS[words["near"]]
    return Interval(days.shift(today.day, first), days.shift(today.day, last))


def this_day(_: Words, today: Today) -> Interval:
    """The day counted from."""
    return days.one(today.day)


def ago(words: Words, today: Today) -> Interval:
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


def from_now(words: Words, today: Today) -> Interval:
    """The day of "in two weeks"."""
    return days.one(_moved(today.day, timewords.number(words["number"]), words["unit"]))


def past_units(words: Words, today: Today) -> Interval:
    """The days of "over the past 40 days"."""
    count = timewords.number(words.get("most") or words["number"])
    return Interval(_moved(today.day, -count, words["unit"]), today.day)


def coming_units(words: Words, today: Today) -> Interval:
    """The days of "within 24 to 48 hours"."""
    count = timewords.number(words.get("most") or words["number"])
    return Interval(today.day, _moved(today.day, count, words["unit"]))


def lasting(words: Words, today: Today) -> Interval:
    """So many days up to today, which counts; longer units as in `past_units`."""
    if today.ahead:
        return coming_units(words, today)
    if words["unit"] in ("day", "night"):
        count = max(timewords.number(words["number"]), 1)
        return Interval(days.shift(today.day, 1 - count), today.day)
    return past_units(words, today)


def recent_days(_: Words, today: Today) -> Interval:
    """About a week up to today."""
    return Interval(days.shift(today.day, -RECENT_DAYS), today.day)


def coming_days(_: Words, today: Today) -> Interval:
    """About a week from today."""
    return Interval(today.day, days.shift(today.day, COMING_DAYS))


def next_day(_: Words, today: Today) -> Interval:
    """The day after the one counted from."""
    return days.one(days.shift(today.day, 1))


def day_before(_: Words, today: Today) -> Interval:
    """The day before the one counted from."""
    return days.one(days.shift(today.day, -1))


def moved_from_anchor(words: Words, today: Today) -> Interval:
    """The day of "two weeks later"."""
    count = timewords.number(words["number"])
    sign = 1 if words["way"] in ("later", "after", "afterwards", "on") else -1
    return days.one(_moved(today.day, sign * count, words["unit"]))
