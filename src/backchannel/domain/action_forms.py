"""The JSON form of actions, beside those of `backchannel.domain.forms`."""

from collections.abc import Mapping

from backchannel.domain.actions import Action, Kind
from backchannel.domain.forms import (
    Json,
    day_of,
    party_form,
    source_form,
    span_form,
    span_of,
    time_form,
)
from backchannel.domain.signals import (
    Interval,
    Party,
    Reason,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Span


def action_form(action: Action) -> dict[str, Json]:
    """Return an action as values of JSON."""
    return {
        "id": action.id,
        "kind": action.kind,
        "status": action.status,
        "sentence": span_form(action.sentence),
        "span": span_form(action.span),
        "actor": [party_form(party) for party in action.actor],
        "target": [party_form(party) for party in action.target],
        "place": span_form(action.place),
        "time": time_form(action.time),
        "attribution": [source_form(source) for source in action.attribution],
        "rule": action.rule,
        "why": [
            {
                "field": reason.field,
                "rule": reason.rule,
                "score": reason.score,
                "spans": [span_form(span) for span in reason.spans],
            }
            for reason in action.why
        ],
    }


def action_of(form: Mapping[str, Json], document: str) -> Action:
    """Return the action of `document` that `form` stands for."""
    return Action(
        id=form["id"],
        document=document,
        span=Span(*form["span"]),
        sentence=Span(*form["sentence"]),
        kind=Kind(form["kind"]),
        status=Status(form["status"]),
        actor=_parties(form["actor"]),
        target=_parties(form["target"]),
        place=span_of(form["place"]),
        time=_time(form["time"]),
        attribution=tuple(
            Source(Span(*one["span"]), SourceKind(one["kind"]), one["actor"])
            for one in form["attribution"]
        ),
        rule=form["rule"],
        why=tuple(
            Reason(
                one["field"],
                one["rule"],
                one["score"],
                tuple(Span(*span) for span in one["spans"]),
            )
            for one in form["why"]
        ),
    )


def _parties(forms: list[Json]) -> tuple[Party, ...]:
    return tuple(Party(Span(*one["span"]), one["actor"], one["side"]) for one in forms)


def _time(form: Mapping[str, Json] | None) -> Time | None:
    if form is None:
        return None
    start, end = day_of(form["start"]), day_of(form["end"])
    return Time(Span(*form["span"]), Interval(start, end) if start or end else None)
