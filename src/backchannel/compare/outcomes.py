"""What later reports say of forecasts.

Forecasts and the readings of their case in, forecasts with outcomes out. No outcome
without a sentence that shows it: what nobody reports stays unresolved, and so does what
is reported in words that do not tell whether it came in time.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from backchannel.compare.reports import Passage, Reports, is_later
from backchannel.compare.wording import find_stems
from backchannel.domain.forecasts import Forecast, Judged, Outcome
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Status
from backchannel.domain.text import Document, Span


@dataclass(frozen=True, slots=True)
class _Hit:
    """A later sentence that speaks of what was forecast."""

    forecast: Forecast
    #: Whether it was forecast that something will *not* come.
    negative: bool
    passage: Passage
    #: How much of the forecast it holds, 0 to 1.
    share: float
    #: How many words of it.
    shared: int

    @property
    def is_over(self) -> bool:
        """Whether the window had closed by the day of the report."""
        end, day = self.forecast.days.end, self.passage.day
        return end is not None and day is not None and day > end

    @property
    def in_time(self) -> bool | None:
        """Whether what it reports fell in the window; None where nobody can tell."""
        start, end = self.forecast.days.start, self.forecast.days.end
        days = _days_of(self.passage)
        if days is None:
            return True if not self.is_over else None
        if start and days[1] < start:
            return None
        return end is None or days[0] <= end


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a sentence says of a forecast; `name` is what people read."""

    name: str
    outcome: Outcome
    holds: Callable[[_Hit], bool]


_SAID_RIGHT = re.compile(
    r"\b(?:came true|aged well|proved (?:right|correct)|as (?:\w+ )?(?:predicted"
    r"|forecast|foreseen|expected|announced|promised|planned)|was right|on schedule)\b",
    re.IGNORECASE,
)
_SAID_WRONG = re.compile(
    r"\b(?:(?:did|does|has|have|had)(?: not|n't) (?:come|happen|materiali[sz]e|arrive)"
    r"(?:ed|d)?|never (?:came|happened|arrived)|aged badly|proved (?:wrong|false)"
    r"|was wrong|came to nothing|failed to)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:postponed|put off|called off|cancelled|canceled|delayed|deferred"
    r"|(?:days?|weeks?|months?) (?:late|later than))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|if|unless|whether|expect(?:s|ed)?"
    r"|(?:is|are|was|were) (?:to|due|set|likely)|predict(?:s|ed)?|warn(?:s|ed)?"
    r"|promis(?:es|ed)|hopes?|plans?|wants?|before|ask(?:s|ed)|urg(?:es|ed)"
    r"|demand(?:s|ed)?|threaten(?:s|ed)?|propos(?:es|ed)|offer(?:s|ed)?)\b|'ll\b|\?",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|without|denied|denies|rumou?rs?|invention|untrue)\b|n't\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:forecasts?|predict(?:ed|ions?)|foretold|foreseen|prophe\w+)\b", re.IGNORECASE
)
#: How much of a forecast a sentence has to hold to speak of it.
_SPEAKS = 0.4
#: The same where it says that it speaks of a forecast.
_NAMES = 0.2
#: The same where only what it reports tells that it is meant.
_REPORTS = 0.55
_LEAST = 3


def _says(pattern: re.Pattern[str]) -> Callable[[_Hit], bool]:
    def holds(hit: _Hit) -> bool:
        meant = hit.share >= _SPEAKS or hit.passage.says(_FORECAST) is not None
        return meant and hit.passage.says(pattern) is not None

    return holds


def _reports(hit: _Hit) -> bool:
    return hit.share >= _REPORTS and hit.shared >= _LEAST


def _came(hit: _Hit) -> bool:
    return _reports(hit) and not _is_open(hit) and not _is_negated(hit)


def _came_in_time(hit: _Hit) -> bool:
    return _came(hit) and not hit.negative and hit.in_time is True


def _came_late(hit: _Hit) -> bool:
    return _came(hit) and not hit.negative and hit.in_time is False


def _came_against(hit: _Hit) -> bool:
    return _came(hit) and hit.negative and hit.in_time is True


def _did_not_come(hit: _Hit) -> bool:
    told = _reports(hit) and not _is_open(hit) and _is_negated(hit)
    return told and hit.is_over and not hit.negative


def _is_open(hit: _Hit) -> bool:
    statuses = {signal.status for signal in hit.passage.signals}
    ahead = bool(statuses & {Status.PLANNED, Status.POSSIBLE})
    return ahead or hit.passage.says(_TO_COME) is not None


def _is_negated(hit: _Hit) -> bool:
    return hit.passage.says(_NEGATED) is not None


#: The first that holds decides.
RULES: tuple[_Rule, ...] = (
    _Rule("a report says that it came true", Outcome.BORNE_OUT, _says(_SAID_RIGHT)),
    _Rule(
        "a report says that it did not come", Outcome.NOT_BORNE_OUT, _says(_SAID_WRONG)
    ),
    _Rule("it was put off or came late", Outcome.NOT_BORNE_OUT, _says(_PUT_OFF)),
    _Rule("it is reported, in time", Outcome.BORNE_OUT, _came_in_time),
    _Rule("it is reported, after the window", Outcome.NOT_BORNE_OUT, _came_late),
    _Rule("what was ruled out is reported", Outcome.NOT_BORNE_OUT, _came_against),
    _Rule(
        "after the window a report says that it is not so",
        Outcome.NOT_BORNE_OUT,
        _did_not_come,
    ),
)


def judge_forecasts(
    forecasts: Iterable[Forecast], readings: Iterable[Reading]
) -> tuple[Judged, ...]:
    """Return each forecast with what the reports of its case say of it.

    The first report that says anything decides.

    Raises:
        ValueError: a forecast is of a document that is not among the readings.
    """
    known = list(readings)
    documents = {reading.document.id: reading.document for reading in known}
    reports = Reports(known)
    return tuple(_judge(forecast, documents, reports) for forecast in forecasts)


def _judge(
    forecast: Forecast, documents: Mapping[str, Document], reports: Reports
) -> Judged:
    document = documents.get(forecast.document)
    if document is None:
        raise ValueError(f"forecast of a document that was not given: {forecast.id}")
    words = _without_window(document, forecast)
    stems = frozenset(find_stems(words))
    negative = _NEGATED.search(words) is not None
    if not stems:
        return Judged(forecast)
    for passage, share in reports.about(stems, least=_NAMES):
        day = document.published
        if not is_later(passage, document.id, forecast.sentence, day):
            continue
        hit = _Hit(forecast, negative, passage, share, len(stems & passage.stems))
        if rule := next((rule for rule in RULES if rule.holds(hit)), None):
            shared = ", ".join(sorted(stems & passage.stems))
            evidence = passage.evidence(rule.name, f"shares {shared}")
            return Judged(forecast, rule.outcome, evidence)
    return Judged(forecast)


def _without_window(document: Document, forecast: Forecast) -> str:
    """Return the words of a forecast without those that date, hedge or attribute it."""
    window = forecast.window.span if forecast.window else None
    left_out = [*forecast.hedges, *filter(None, (window, forecast.by))]
    kept, at = [], forecast.span.start
    for span in sorted(left_out):
        if at < span.start <= forecast.span.end:
            kept.append(document.quote(Span(at, span.start)))
        at = max(at, span.end)
    if at < forecast.span.end:
        kept.append(document.quote(Span(at, forecast.span.end)))
    return " ".join(kept)


def _days_of(passage: Passage) -> tuple[date, date] | None:
    """Return the days that the signals of a sentence are dated with."""
    for signal in passage.signals:
        interval = signal.time.interval if signal.time else None
        if interval and interval.start and interval.end:
            return interval.start, interval.end
    return None
