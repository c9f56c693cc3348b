"""Stretches of the calendar, counted from a day.

Days in, `Interval`s out, both ends inclusive. Weeks run Monday to Sunday. Every
function here raises OverflowError or ValueError for a day that no calendar holds
(30 February, the year 0 or 10000); `backchannel.reconstruct.times` turns that into a
gap.
"""

from datetime import date, timedelta

from backchannel.domain.signals import Interval

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
DECEMBER = 12
SATURDAY = 5
#: A day and month named without a year may lie this many days on the far side of
#: the publication (ahead for a reported act, behind for a planned one) before the
#: other year is taken: "on June 14", said on June 8, is next week.
FAR_SIDE = 31
#: A weekday named with such a date picks the year, unless the nearest lies within so
#: many days: then the weekday is taken for a slip.
SLIP = 60
#: From this many days on, parts are counted in months; below, in days.
MONTHS_ON_END = 80
#: For stretches of at least so many days, first and last of each part: in months
#: (the last excluded) from `MONTHS_ON_END` on, else in days (the last included).
PORTIONS: tuple[tuple[int, dict[str, tuple[int, int]]], ...] = (
    (3000, {"early": (0, 48), "mid": (48, 84), "late": (84, 120)}),
    (360, {"early": (0, 3), "mid": (4, 8), "late": (9, 12)}),
    (80, {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}),
    (28, {"early": (0, 9), "mid": (10, 19), "late": (20, 30)}),
    (7, {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}),
)


def one(day: date) -> Interval:
    """Return the single day."""
    return Interval(day, day)


def shift(day: date, count: int) -> date:
    """Return the day `count` days later; earlier where negative."""
    return day + timedelta(days=count)


def shift_months(day: date, count: int) -> date:
    """Return the same day `count` months later, or the last day of a shorter month."""
    months = day.year * MONTHS_IN_YEAR + day.month - 1 + count
    year, month = divmod(months, MONTHS_IN_YEAR)
    last = last_of_month(year, month + 1)
    return date(year, month + 1, min(day.day, last.day))


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    if month == DECEMBER:
        return date(year, month, 31)
    return shift(date(year, month + 1, 1), -1)


def week_of(day: date) -> Interval:
    """Return the Monday to Sunday around `day`."""
    monday = shift(day, -day.weekday())
    return Interval(monday, shift(monday, DAYS_IN_WEEK - 1))


def weekend_of(day: date) -> Interval:
    """Return the Saturday and Sunday of the week around `day`."""
    saturday = shift(day, SATURDAY - day.weekday())
    return Interval(saturday, shift(saturday, 1))


def month_of(day: date) -> Interval:
    """Return the calendar month around `day`."""
    return Interval(day.replace(day=1), last_of_month(day.year, day.month))


def year_of(day: date) -> Interval:
    """Return the calendar year around `day`."""
    return years(day.year, day.year)


def years(first: int, last: int) -> Interval:
    """Return whole calendar years, both inclusive."""
    return Interval(date(first, 1, 1), date(last, DECEMBER, 31))


def season(year: int, first_month: int) -> Interval:
    """Return three months from `first_month`; a winter is of its December's year."""
    start = date(year, first_month, 1)
    return Interval(start, shift(shift_months(start, 3), -1))


def weekday_before(day: date, weekday: int) -> date:
    """Return the nearest such weekday up to `day`, which counts itself."""
    return shift(day, -((day.weekday() - weekday) % DAYS_IN_WEEK))


def weekday_around(day: date, weekday: int) -> date:
    """Return the such weekday nearest to `day`, on either side."""
    return weekday_after(shift(day, -DAYS_IN_WEEK // 2 + 1), weekday)


def weekday_after(day: date, weekday: int) -> date:
    """Return the nearest such weekday from `day` on, which counts itself."""
    return shift(day, (weekday - day.weekday()) % DAYS_IN_WEEK)


def nearest_year(
    today: date, month: int, day: int, *, ahead: bool, weekday: int | None = None
) -> date:
    """Return the day and month in the year that its writer meant.

    The nearest past one for a reported act and the nearest future one for a planned
    act, unless the other side lies within `FAR_SIDE` days. Where a `weekday` is named
    the nearest that falls on it: "Friday, October 26", written in 1964, is in 1962.
    """
    years = range(today.year - 12, today.year + 9)  # leap years and weekdays recur
    dates = [found for year in years if (found := _in_year(year, month, day))]
    if not dates:
        raise ValueError(f"no month {month} has a day {day}")
    nearest = _nearest(today, dates, ahead=ahead)
    if weekday is None or abs((nearest - today).days) <= SLIP:
        return nearest
    fitting = [found for found in dates if found.weekday() == weekday]
    return _nearest(today, fitting, ahead=ahead) if fitting else nearest


def _nearest(today: date, dates: list[date], *, ahead: bool) -> date:
    past = [found for found in dates if found <= today]
    future = [found for found in dates if found >= today]
    if not past or not future:
        return future[0] if future else past[-1]
    wanted, other = (future[0], past[-1]) if ahead else (past[-1], future[0])
    near, far = abs((other - today).days), abs((wanted - today).days)
    return other if near <= FAR_SIDE and near < far else wanted


def _in_year(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_day_of_month(today: date, day: int, *, ahead: bool) -> date:
    """Return the nearest past (future where `ahead`) day that has this number."""
    step = 1 if ahead else -1
    for months in range(4):  # a 31st comes round within two
        month = shift_months(today.replace(day=1), step * months)
        found = _in_year(month.year, month.month, day)
        if found and (found - today).days * step >= 0:
            return found
    raise ValueError(f"no month has a day {day}")


def nearest_month(today: date, month: int, *, ahead: bool) -> Interval:
    """Return the nearest such month, this one included, behind or ahead of `today`."""
    if ahead:
        year = today.year + (month < today.month)
    else:
        year = today.year - (month > today.month)
    return month_of(date(year, month, 1))


def hull(first: Interval, last: Interval) -> Interval:
    """Return the shortest stretch that holds both; an open end stays open."""
    starts = [first.start, last.start]
    ends = [first.end, last.end]
    return Interval(
        None if None in starts else min(start for start in starts if start),
        None if None in ends else max(end for end in ends if end),
    )


def portion(whole: Interval, part: str) -> Interval:
    """Return the "early", "mid" or "late" part of a decade, year, season, month, week.

    A year's early part is January to March, its late part October to December; a
    month's are ten days each. What is shorter than a week has no parts.
    """
    if whole.start is None or whole.end is None:
        return whole
    start, end = whole.start, whole.end
    length = (end - start).days + 1
    cuts = next((cuts for least, cuts in PORTIONS if length >= least), None)
    if cuts is None:
        return whole
    first, last = cuts[part]
    if length < MONTHS_ON_END:
        return Interval(shift(start, first), min(shift(start, last), end))
    return Interval(shift_months(start, first), shift(shift_months(start, last), -1))


def part_of(start: date, end: date, ordinal: int, size: str) -> Interval:
    """Return the first (1), second (2), … last (-1) part of a longer stretch.

    `size` is day, days (about a week of them), week, weekend, month, quarter or half.
    """
    if size in ("month", "quarter", "half"):
        return _months_of(start, end, ordinal, {"month": 1, "quarter": 3}.get(size, 6))
    if size != "weekend":
        length = 1 if size == "day" else DAYS_IN_WEEK
        first = (ordinal - 1) * length if ordinal > 0 else -length
        begins = shift(start, first) if ordinal > 0 else shift(end, first + 1)
        return Interval(begins, shift(begins, length - 1))
    if ordinal > 0:
        begins = shift(weekday_after(start, SATURDAY), (ordinal - 1) * DAYS_IN_WEEK)
    else:
        begins = weekday_before(end, SATURDAY)
    return weekend_of(begins)


def _months_of(start: date, end: date, ordinal: int, length: int) -> Interval:
    if ordinal < 0:
        return Interval(shift_months(shift(end, 1), -length), end)
    begins = shift_months(start, (ordinal - 1) * length)
    return Interval(begins, shift(shift_months(begins, length), -1))
