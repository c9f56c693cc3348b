"""Forecasts: who expects what by when, by rules over the sentences of one document.

A document and its signals in, forecasts out. Appointments on a day ("is due to meet him
on Friday") are signals with status *planned* and no forecasts; threats, demands, offers
and bargains are what they are, whatever days they name.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from backchannel.domain.forecasts import Forecast, forecast_id
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import Act, Interval, Party, Signal, Status, Time
from backchannel.domain.text import Document, Span
from backchannel.reconstruct import forecastwords as say
from backchannel.reconstruct.clauses import (
    Clause,
    find_clause,
    name_span,
    split_pieces,
)
from backchannel.reconstruct.windows import Bounds, Window, find_windows

#: What such a signal says of days to come is its own matter, and no forecast.
_OWN_MATTER = frozenset((Act.THREATEN, Act.DEMAND, Act.REQUEST, Act.OFFER, Act.AGREE))
#: A window may open a clause: "By Friday the stocks will be gone".
_FRONT = 12


@dataclass(frozen=True)
class Statement:
    """A part of a sentence with one of its windows, ready for the rules."""

    document: Document
    span: Span
    window: Window | None
    signals: tuple[Signal, ...]

    @cached_property
    def words(self) -> str:
        """Its words, with plain signs."""
        return say.plain(self.document.quote(self.span))

    @cached_property
    def place(self) -> Span | None:
        """Where the window stands in the words."""
        window = self.window
        return _moved(window.span, -self.span.start) if window else None

    def has(self, *bounds: Bounds) -> bool:
        """Whether the window is bounded in one of these ways."""
        return self.window is not None and self.window.bounds in bounds

    @property
    def is_appointment(self) -> bool:
        """Whether it is a meeting or a visit, or another signal that is planned."""
        planned = (Status.PLANNED, Status.POSSIBLE)
        ahead = any(signal.status in planned for signal in self.signals)
        return ahead or bool(say.CONTACT.search(self.words))

    def governing(self, verbs: re.Pattern[str], reach: int) -> Span | None:
        """Return which of `verbs` the window belongs to, None where none is.

        Without a window, the first of them.
        """
        hits = [Span(*hit.span()) for hit in verbs.finditer(self.words)]
        if self.place is None:
            return hits[0] if hits else None
        before = [hit for hit in hits if hit.end <= self.place.start]
        if before:
            gap = self.words[before[-1].end : self.place.start]
            near = len(gap) <= reach and not say.PARTS.search(gap)
            return before[-1] if near else None
        return self._following(hits, self.place)

    def _following(self, hits: list[Span], place: Span) -> Span | None:
        """Return the verb after the window: "by Friday it will …", "…, he reckons"."""
        for hit in hits:
            fronted = place.start <= _FRONT and self.has(Bounds.BOUNDED)
            teller = "," in self.words[place.end : hit.start]
            believed = say.BELIEF.match(self.words, hit.start) is not None
            if hit.overlaps(place) or (believed and teller) or (fronted and not teller):
                return hit
        return None


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a statement a forecast; `name` is what people read."""

    name: str
    verbs: re.Pattern[str]
    #: The windows it asks for; none for a rule that does without.
    bounds: tuple[Bounds, ...] = ()
    #: How many characters may stand between verb and window.
    reach: int = 140
    also: Callable[[Statement], bool] = lambda statement: True
    #: Whether what is forecast stands only behind the verb.
    behind: bool = False

    def verb(self, statement: Statement) -> Span | None:
        """Return the verb that looks ahead, None where the rule does not hold."""
        if bool(self.bounds) != (statement.window is not None):
            return None
        if self.bounds and not statement.has(*self.bounds):
            return None
        verb = statement.governing(self.verbs, self.reach)
        return verb if verb and self.also(statement) else None


def _looks_ahead(statement: Statement) -> bool:
    return bool(say.AHEAD.search(statement.words))


_BOUNDED = (Bounds.BOUNDED,)
#: The first that holds names the forecast.
RULES: tuple[Rule, ...] = (
    Rule("somebody expects it by a time", say.BELIEF, tuple(Bounds)),
    Rule(
        "somebody thinks that it will come by a time",
        say.OPINION,
        (Bounds.BOUNDED, Bounds.EVENT),
        also=_looks_ahead,
    ),
    Rule("tells how likely it is by a time", say.ODDS, tuple(Bounds)),
    Rule("is to come, and a window is given", say.AHEAD, _BOUNDED),
    Rule(
        "is to come on a day, and is no meeting",
        say.AHEAD,
        (Bounds.DAY,),
        reach=50,
        also=lambda statement: not statement.is_appointment,
    ),
    Rule("is promised by a time", say.VOW, _BOUNDED, behind=True),
    Rule("is foretold as harm by a time", say.FORETOLD, _BOUNDED, behind=True),
    Rule("somebody predicts it, whenever", say.PREDICTION),
    Rule("tells how likely it is, whenever", say.ODDS),
    Rule("is called inevitable", say.CERTAIN),
)


#: Code points of a sentence; what is longer is a table or a list.
_LONGEST = 2_000


def find_forecasts(
    document: Document, signals: Collection[Signal] = ()
) -> tuple[Forecast, ...]:
    """Return the forecasts that a document states, in text order.

    Its signals tell what is threatened, demanded or offered instead, and who speaks;
    without them, words alone tell.
    """
    found: list[Forecast] = []
    for sentence in split_sentences(document.text):
        furniture = any(sentence.overlaps(part) for part in document.furniture)
        if furniture or len(sentence) > _LONGEST:
            continue
        within = tuple(s for s in signals if sentence.overlaps(s.trigger))
        found += _in_sentence(document, sentence, within)
    return tuple(found)


def _in_sentence(
    document: Document, sentence: Span, signals: tuple[Signal, ...]
) -> Iterator[Forecast]:
    words = say.plain(document.quote(sentence))
    if words.endswith("?"):
        return
    for piece in split_pieces(words):
        span = _moved(piece, sentence.start)
        for window in (*find_windows(document.text, span, document.published), None):
            statement = Statement(document, span, window, signals)
            if forecast := _forecast(statement, sentence):
                yield forecast
                break


def _is_ruled_out(statement: Statement, verb: Span) -> bool:
    """Whether its days belong to a threat, a bargain, a condition or the past."""
    words, place = statement.words, statement.place or verb
    if say.PAST.search(words) or say.TERMS_FIRST.match(words):
        return True
    terms_to = len(words) if statement.window is None else place.end
    return (
        say.TERMS.search(words, 0, terms_to) is not None
        or _comes_on_terms(statement, verb)
        or _is_subordinate(words, place)
        or _is_own_matter(statement, place)
    )


def _comes_on_terms(statement: Statement, verb: Span) -> bool:
    """Whether a signal says on which terms, before it says what: a warning."""
    start = statement.span.start
    return any(
        signal.condition
        and start <= signal.condition.start < start + verb.start
        and (statement.span.overlaps(signal.trigger))
        for signal in statement.signals
    )


def _is_subordinate(words: str, place: Span) -> bool:
    """Whether the place stands in a clause that gives terms or circumstances."""
    for opens in say.SUBORDINATE.finditer(words, 0, place.start):
        if "," not in words[opens.end() : place.start]:
            return True
    return False


def _is_own_matter(statement: Statement, place: Span) -> bool:
    here = _moved(place, statement.span.start)
    for signal in statement.signals:
        if signal.status is not Status.DONE:
            continue
        if signal.condition and signal.condition.overlaps(here):
            return True
        if signal.act in _OWN_MATTER and _speaks_of(signal, statement):
            return True
    return False


def _speaks_of(signal: Signal, statement: Statement) -> bool:
    """Whether the window, or else the statement, belongs to what `signal` says."""
    said = [span for span in (signal.content, signal.consequence) if span]
    if said and statement.window:
        return any(span.overlaps(statement.window.span) for span in said)
    return statement.span.overlaps(signal.trigger)


def _forecast(statement: Statement, sentence: Span) -> Forecast | None:
    """Return the forecast by the first rule that holds, None where none does."""
    verbs = ((rule, rule.verb(statement)) for rule in RULES)
    rule, verb = next(((r, verb) for r, verb in verbs if verb), (None, None))
    if rule is None or verb is None or _is_ruled_out(statement, verb):
        return None
    clause = _clause(statement, verb, behind=rule.behind)
    span = _moved(clause.span, statement.span.start)
    by, actor = _by(statement, clause)
    window = statement.window
    hedges = say.HEDGES.finditer(say.plain(statement.document.quote(span)))
    return Forecast(
        id=forecast_id(statement.document.id, span),
        document=statement.document.id,
        span=span,
        sentence=sentence,
        by=by,
        actor=actor,
        window=Time(window.span, window.days) if window else None,
        days=_days(statement),
        hedges=tuple(_moved(Span(*hit.span()), span.start) for hit in hedges),
        rule=rule.name,
    )


_THAT = re.compile(r"[^,;]{0,40}?\bthat\b")


def _clause(statement: Statement, verb: Span, *, behind: bool) -> Clause:
    """Return the clause that says what is to come, without "he predicted that"."""
    words, place = statement.words, statement.place or verb
    told = bool(say.BELIEF.match(words, verb.start)) and (
        verb.start > place.end or bool(_THAT.match(words, verb.end, place.start))
    )
    clause = find_clause(words, place, place if behind or told else verb)
    if not behind or clause.span.start >= verb.end:
        return clause
    gap = len(words[verb.end :]) - len(words[verb.end :].lstrip())
    return Clause(Span(verb.end + gap, clause.span.end), clause.teller)


def _days(statement: Statement) -> Interval:
    """Return the days a forecast speaks of: from when it was made, if not told."""
    published, window = statement.document.published, statement.window
    if window is None or window.days is None:
        return Interval(published, None)
    start, end = window.days.start or published, window.days.end
    words = say.plain(statement.document.quote(window.span)).casefold()
    if published and start and (start < published or words.startswith("in ")):
        single = start == end or start < published
        start = published if single else start
    return Interval(start, None if words.startswith(_OPENING) else end)


#: Windows that open on a day and do not say when they close.
_OPENING = ("as early as", "as soon as")


def _by(statement: Statement, clause: Clause) -> tuple[Span | None, str | None]:
    """Return the words that name who expects it, and the actor they mean."""
    teller = clause.teller or _subject(statement.words)
    span = _moved(teller, statement.span.start) if teller else None
    for signal in statement.signals:
        for party in signal.sender:
            if _is_teller(signal, party, span, statement):
                return party.span, party.actor
    return span, None


def _is_teller(
    signal: Signal, party: Party, teller: Span | None, statement: Statement
) -> bool:
    if teller:
        return teller.overlaps(party.span)
    window = statement.window
    said = signal.content
    return bool(window and said and said.contains(window.span))


def _subject(words: str) -> Span | None:
    """Return who expects, where the clause itself says so."""
    for pattern in (say.BELIEF, say.OPINION):
        if hit := pattern.search(words):
            return name_span(words, 0, hit.start())
    return None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
