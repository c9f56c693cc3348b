"""The rules that tell what days words mean, one table row each.

A rule takes the words it matched and gives an `Interval`, or a `Gap` that says what is
missing. `backchannel.reconstruct.times` tries them from the top; the first match wins.
"""

from backchannel.reconstruct import timemeanings
from backchannel.reconstruct.timekinds import Rule, absolute, anchored, placed, relative

_NEAR_DAY = "|".join(
    sorted(timemeanings.NEAR_DAYS.keys() - {"now"}, key=len, reverse=True)
)
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
        timemeanings.figures,
    ),
    absolute(
        "date in figures, day first",
        "<lead>(?P<day>[0-9]{1,2})[.](?P<month>[0-9]{1,2})[.]<year>",
        timemeanings.figures,
    ),
    absolute(  # Which is which only a number above 12 tells.
        "date with strokes, day first",
        "<lead>(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>[0-9]{1,2})/<year>",
        timemeanings.figures,
    ),
    absolute(
        "date with strokes, month first",
        "<lead>(?P<month>[0-9]{1,2})/(?P<day>1[3-9]|2[0-9]|3[01])/<year>",
        timemeanings.figures,
    ),
    absolute(
        "day, month and year",
        "<lead>(?:<weekday>,? (?:the )?)?<day>(?: of)? <month>,? <year><tail>",
        timemeanings.full_date,
    ),
    absolute(
        "month, day and year",
        "<lead>(?:<weekday>,? )?<month> (?:the )?<day>,? <year><tail>",
        timemeanings.full_date,
    ),
    absolute(
        "days of a month and year",
        f"{_DAYS}<day>(?:<to>| and )(?:the )?<last:day>(?: of)? <month>,? <year>",
        timemeanings.full_dates,
    ),
    absolute(
        "a month's days and year",
        f"{_DAYS}<month> <day>(?:<to>| and )<last:day>,? <year>",
        timemeanings.full_dates,
    ),
    absolute(
        "month and year", f"{_IN}<month>,? (?:of )?<year>", timemeanings.month_of_year
    ),
    absolute(
        "season and year",
        f"{_IN}(?:the )?<season>,? (?:of )?<year>",
        timemeanings.season_of_year,
    ),
    absolute("decade", f"{_IN}(?:the )?<decade>'?s", timemeanings.decade),
    absolute(
        "year", "(?:in|during|throughout) (?:the year )?<year>('s)?", timemeanings.year
    ),
    absolute(
        "bare year",
        "(?:the (?:year )?|of )?<year>('s)?",
        timemeanings.year,
        findable=False,
    ),
    # Days that count from the publication.
    relative(
        "day and month",
        "<lead>(?:<weekday>,? (?:the )?)?<day>(?: of)? <month><tail>",
        timemeanings.month_day,
    ),
    relative(
        "month and day",
        "<lead>(?:<weekday>,? )?<month> (?:the )?<day><tail>",
        timemeanings.month_day,
    ),
    relative(
        "days of a month",
        f"{_DAYS}<day>(?:<to>| and )(?:the )?<last:day>(?: of)? <month>",
        timemeanings.month_days,
    ),
    relative(
        "a month's days",
        f"{_DAYS}<month> <day>(?:<to>| and )<last:day>",
        timemeanings.month_days,
    ),
    relative(
        "weekday of a week",
        f"{_IN}<weekday><tail>,? (?:of )?{_WHICH} week",
        timemeanings.weekday_of_week,
    ),
    relative(
        "week with weekday",
        f"{_WHICH} week(?:'s)?,? (?:on )?<weekday>",
        timemeanings.weekday_of_week,
    ),
    relative(
        "last weekday",
        f"{_IN}(?:last|this past|past) <weekday><tail>",
        timemeanings.last_weekday,
    ),
    relative("weekday last", f"{_IN}<weekday><tail> last", timemeanings.last_weekday),
    relative(
        "next weekday",
        f"{_IN}(?:the )?(?:next|coming) <weekday><tail>",
        timemeanings.next_weekday,
    ),
    relative(
        "this weekday",
        "<lead>this (?:coming |very )?<weekday><tail>",
        timemeanings.weekday,
    ),
    anchored(
        "that weekday",
        "(?:on )?(?:the|that) <weekday><tail>",
        timemeanings.that_weekday,
    ),
    relative("weekday", "(?:on that )?<lead><weekday><tail>", timemeanings.weekday),
    relative("near day", f"<lead>(?P<near>{_NEAR_DAY})<tail>", timemeanings.near_day),
    relative("now", "(?:just )?(?P<near>now)", timemeanings.near_day, findable=False),
    relative(
        "part of today",
        "(?:(?:early|late) )?this (?:very )?(?:early |late )?<part><tail>",
        timemeanings.this_day,
    ),
    relative(
        "weekend",
        "(?:(?:at|over|during|on|for) )?(?P<which>the (?:past |last |coming |next )?|"
        "last |this |next )weekend",
        lambda words, today: timemeanings.weekend(
            {"which": words["which"].removeprefix("the ").strip()}, today
        ),
    ),
    relative("day of the month", "<lead><nth><tail>", timemeanings.day_of_month),
    relative(
        "days of the month",
        f"{_DAYS}<nth>(?:<to>| and )(?:the )?(?P<last>[0-9]{{1,2}}(?:st|nd|rd|th))",
        timemeanings.day_of_month,
    ),
    # Months, seasons and years that count from the publication.
    relative(
        "month of a year",
        f"{_IN}<month>(?: of|,)? (?P<which>last|this|next) year",
        timemeanings.month_of_which_year,
    ),
    relative(
        "year with month",
        f"{_IN}(?P<which>last|this|next) year(?:'s|,)? (?:in )?<month>",
        timemeanings.month_of_which_year,
    ),
    relative("last month named", f"{_IN}last <month>", timemeanings.last_month_named),
    relative("next month named", f"{_IN}next <month>", timemeanings.next_month_named),
    relative(
        "month", f"{_IN}(?:as far back as )?(?:this )?<month>", timemeanings.month
    ),
    relative(
        "season",
        f"{_IN}(?P<which>last|this|next|the) <season>",
        timemeanings.which_season,
    ),
    relative(
        "this, last or next unit",
        f"{_IN}(?P<which>last|this|next|the current) (?P<unit>week|month|year)(?:'s)?",
        timemeanings.this_unit,
    ),
    relative(
        "unit after next",
        f"{_IN}the (?P<unit>week|month|year) (?P<which>after next|before last)",
        timemeanings.which_unit,
    ),
    relative(
        "the unit",
        f"{_IN}the (?P<which>)(?P<unit>week|month|year)",
        timemeanings.which_unit,
        findable=False,
    ),
    relative("within the week", "within the week", timemeanings.coming_days),
    relative(
        "rest of the unit",
        "(?:before (?:the|this) (?P<which>)(?P<unit>week|month|year) is (?:out|over)"
        "|(?:for |over )?the rest of (?:the|this) (?P<other>week|month|year))",
        timemeanings.rest_of_unit,
    ),
    # Words that date something only after others, for `find_times`.
    relative(
        "the unit after a limit",
        "(?:(?<=end\\sof\\s)|(?<=er\\sin\\s))the (?P<which>)(?P<unit>week|month|year)",
        timemeanings.which_unit,
    ),
    absolute(
        "year after a limit",
        "(?:(?<=since\\s)|(?<=until\\s)|(?<=before\\s)|(?<=after\\s)|(?<=from\\s)"
        "|(?<=by\\s)|(?<=early\\s)|(?<=late\\s)|(?<=mid-)|(?<=end\\sof\\s))<year>",
        timemeanings.year,
    ),
    # Stretches that count from the publication.
    relative(
        "units ago",
        "<about><number>(?:(?: or | to |-)<most:number>)?(?: |-)<unit>s? ago",
        timemeanings.ago,
    ),
    relative(
        "units from now",
        "in <about><number> <unit>s?(?: from now|'? time|')?",
        timemeanings.from_now,
    ),
    relative(
        "recent days",
        f"{_OVER}(?:(?:past |last )?(?:few|several|couple of) days ago|recent "
        "days|(?:past|last) (?:(?:few|several) )?days)",
        timemeanings.recent_days,
    ),
    relative(
        "coming days",
        f"{_OVER}(?:(?:coming|next|following) (?:(?:few|several) )?days|"
        "in (?:a few|several) days|"
        "days (?:to come|ahead))",
        timemeanings.coming_days,
    ),
    relative(
        "hours of today",
        "(?:within|in|over|for) the (?:next|coming|past|last) (?:(?:few|several) )?"
        "(?:hours|minutes)",
        timemeanings.this_day,
    ),
    relative(
        "past units",
        f"{_OVER}(?:past|last|previous|preceding) "
        "<number>(?:(?: or | to |-)<most:number>)?(?: |-)<unit>s?",
        timemeanings.past_units,
    ),
    relative(
        "past unit",
        f"{_SPAN}(?:the last|(?:the )?past) "
        "(?P<number>)(?P<unit>week|month|year|decade)",
        timemeanings.past_units,
    ),
    relative(
        "coming units",
        f"(?:{_OVER}(?:next|coming|following) |within (?:the )?(?:next |coming )?)"
        "<about><number>(?:(?: or | to |-| and )<most:number>)?(?: |-)<unit>s?",
        timemeanings.coming_units,
    ),
    relative(
        "coming unit",
        f"{_SPAN}(?:the next|(?:the )?coming) "
        "(?P<number>)(?P<unit>week|month|year|decade)",
        timemeanings.coming_units,
    ),
    relative(
        "for so long",
        "for (?:most of |the best part of |more than |nearly |almost |about )?"
        "<number>(?: |-)<unit>s?(?: now)?",
        timemeanings.lasting,
    ),
    relative("so long", "<number> <unit>s?", timemeanings.lasting, findable=False),
    # Hours of a day.
    placed(
        "time of day",
        "<about>(?:at|by|around|before|after|until|shortly before|shortly after"
        "|soon after) (?:<clock>|mid-<part>)(?: local time)?"
        "(?: (?:in|of) the <hour:part>)?",
        timemeanings.this_day,
    ),
    placed(
        "bare hour", "<clock>(?: local time)?", timemeanings.this_day, findable=False
    ),
    placed(
        "part of a day",
        "(?:(?:at|by|before|after|shortly before|shortly after|soon after) )?"
        "(?:<number> )?(?:earlier |later )?(?:in|during|by) the (?:early |late )?<part>"
        "(?: bulletin)?",
        timemeanings.this_day,
        findable=False,
    ),
    placed(
        "within the day",
        "before the (?:day|night) (?:is|was) (?:out|over)",
        timemeanings.this_day,
    ),
    placed(
        "within hours",
        "within (?:a (?:matter|few) of )?(?:hours|minutes)",
        timemeanings.this_day,
    ),
    placed("hour", "at (?:<number>|[0-9]{1,2})", timemeanings.this_day, findable=False),
    # What counts from a time that the text gave before.
    anchored(
        "that day",
        "(?:(?:on|in|at|of|by|earlier|later) )?(?:the|that) (?:very )?same "
        "(?:day|morning|afternoon|evening|night)|"
        "(?:(?:on|in|earlier|later|late) )?(?:on )?that (?:very )?"
        "(?:day|morning|afternoon|evening|night)|later in the day",
        timemeanings.this_day,
    ),
    anchored(
        "the next day",
        f"(?:(?:on|in) )?the (?:(?:next|following) (?:day|{_PARTS})"
        f"|(?:day|{_PARTS}) after)",
        timemeanings.next_day,
    ),
    anchored(
        "the day before",
        "(?:(?:on|in) )?the (?:(?:previous|preceding) (?:day|morning|afternoon|evening"
        "|night)|(?:day|morning|afternoon|evening|night) (?:before|earlier))",
        timemeanings.day_before,
    ),
    anchored(
        "units later or earlier",
        "<about><number> <unit>s? (?P<way>later|earlier|before|after|afterwards|on)",
        timemeanings.moved_from_anchor,
    ),
    anchored(
        "hours later or earlier",
        "(?:(?:a few|several|only|just|mere) )?(?:hours|minutes) "
        "(?:later|earlier|before|after|afterwards)",
        timemeanings.this_day,
    ),
    anchored(
        "that unit",
        f"{_IN}(?P<which>)(?:(?:that|the) (?:very )?same|that) "
        "(?P<unit>week|month|year)",
        timemeanings.which_unit,
    ),
    anchored(
        "the following unit",
        f"{_IN}the (?:following|next) (?P<unit>week|month|year)",
        lambda words, today: timemeanings.which_unit({**words, "which": "next"}, today),
    ),
    anchored(
        "the previous unit",
        f"{_IN}the (?:previous|preceding) (?P<unit>week|month|year)",
        lambda words, today: timemeanings.which_unit({**words, "which": "last"}, today),
    ),
)
