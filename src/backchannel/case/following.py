"""What a whole case says: claims, red lines, forecasts, actions, escalation, timeline.

All documents are read through for each of these, oldest first; what was rejected in
review tells nothing.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from backchannel.case.comparing import Comparing
from backchannel.compare.claims import group_claims
from backchannel.compare.escalation import find_escalation
from backchannel.compare.outcomes import judge_forecasts
from backchannel.compare.redlines import find_red_lines
from backchannel.compare.scores import DEFAULT
from backchannel.compare.timeline import Story, find_timeline
from backchannel.domain.actions import Action
from backchannel.domain.claims import ClaimGroup
from backchannel.domain.errors import CaseError
from backchannel.domain.escalation import Escalation, Scores
from backchannel.domain.forecasts import Forecast, Judged
from backchannel.domain.forms import Json
from backchannel.domain.kept import Found, Kept
from backchannel.domain.reading import Reading
from backchannel.domain.redlines import RedLine
from backchannel.domain.reviews import State
from backchannel.domain.signals import Interval
from backchannel.domain.timeline import Moment
from backchannel.reconstruct.deadlines import find_deadline
from backchannel.store import grouped

Row = TypeVar("Row")
#: What was rejected does not count.
_COUNT = (State.UNREVIEWED, State.CONFIRMED, State.CORRECTED)


class Following(Comparing):
    """A case that is followed over time."""

    def readings(self, query: str = "") -> tuple[Reading, ...]:
        """Return the documents that have a fitting signal, whole, oldest first.

        Raises:
            QueryError: the search cannot be understood.
        """
        return tuple(
            _without_rejected(kept)
            for kept in self.each_document(query, states=_COUNT, whole=True)
            if kept.reading.unread is None
        )

    def claims(self) -> Found[ClaimGroup]:
        """Return the facts that sources state, grouped by what they are about."""
        readings = self.readings()
        stated = ((c, one.document) for one in readings for c in one.claims)
        return _found(readings, group_claims(stated))

    def red_lines(self) -> Found[RedLine]:
        """Return the red lines of the case, each with what became of it."""
        readings = self.readings()
        return _found(readings, find_red_lines(readings, deadline=find_deadline))

    def forecasts(self) -> Found[Judged]:
        """Return the forecasts of the case, each with its outcome."""
        readings = self.readings()
        return _found(readings, judge_forecasts(_forecasts(readings), readings))

    def actions(self) -> Found[Action]:
        """Return the material events that documents report, in their order."""
        readings = self.readings()
        return _found(readings, _actions(readings))

    def escalation(self, scores: Scores = DEFAULT) -> Escalation:
        """Return how hostile the sides are to each other, day by day."""
        readings = self.readings()
        with self._reading() as connection:
            reported = grouped.load_reported(connection)
        return find_escalation(
            readings, _actions(readings), scores=scores, exchanges=reported
        )

    def timeline(
        self, *, sides: Collection[str] = (), days: Interval | None = None
    ) -> Found[Moment]:
        """Return everything dated, in order; of `sides` and within `days` if given."""
        readings = self.readings()
        story = Story(
            readings,
            exchanges=[told.exchange for told in self.exchanges(limit=None).rows],
            actions=_actions(readings),
            red_lines=find_red_lines(readings, deadline=find_deadline),
            forecasts=judge_forecasts(_forecasts(readings), readings),
        )
        return _found(readings, find_timeline(story, sides=sides, days=days))

    def _across(self) -> dict[str, Iterable[Json]]:
        """Return, by the name of a file, the forms of what was found across."""
        from backchannel.write import found_exchanges
        from backchannel.write import found_forms as forms

        with suppress(CaseError):  # what waits is told by the commands
            self.group()
        told = self.exchanges(limit=None).rows
        entries = {e.signal.id: e for one in told for e in one.entries}
        exchanges = [one.exchange for one in told]
        links = [link for one in told for link in one.links]
        conflicts = self.conflicts()
        verdicts = [verdict for verdict, *_ in conflicts]
        beside = found_exchanges.find_beside(exchanges, verdicts, links)
        ends = {e.signal.id: e for _, *both in conflicts for e in both}
        claims, lines, forecasts = self.claims(), self.red_lines(), self.forecasts()
        return {
            "exchanges": [
                forms.exchange_form(one, entries, beside[one.id]) for one in exchanges
            ],
            "conflicts": [forms.verdict_form(one, ends) for one in verdicts],
            "claims": [
                forms.claim_group_form(one, claims.documents) for one in claims.rows
            ],
            "redlines": [
                forms.red_line_form(one, lines.documents) for one in lines.rows
            ],
            "forecasts": [
                forms.judged_form(one, forecasts.documents) for one in forecasts.rows
            ],
        }


def _without_rejected(kept: Kept) -> Reading:
    """Return what was read, without signals that people rejected and their claims."""
    entries = kept.entries
    rejected = {e.signal.id for e in entries if e.opinion.state is State.REJECTED}
    if not rejected:
        return kept.reading
    stay = {entry.signal.id for entry in entries} - rejected
    claims = (one for one in kept.reading.claims if one.signal not in rejected)
    return replace(kept.reading.only(stay), claims=tuple(claims))


def _found(readings: Iterable[Reading], rows: Iterable[Row]) -> Found[Row]:
    documents = {reading.document.id: reading.document for reading in readings}
    return Found(tuple(rows), documents)


def _actions(readings: Iterable[Reading]) -> list[Action]:
    return [action for reading in readings for action in reading.actions]


def _forecasts(readings: Iterable[Reading]) -> list[Forecast]:
    return [forecast for reading in readings for forecast in reading.forecasts]
