"""The JSON form of actions, beside those of `backchannel.domain.forms`."""

from collections.abc import Mapping

from backchannel.domain.actions import Action, Kind
from backchannel.domain.forms import (
    Json,
    parties_of,
    party_form,
    reason_form,
    reason_of,
    source_form,
    sources_of,
    span_form,
    span_of,
    time_form,
    time_of,
)
from backchannel.domain.signals import Status
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
        "why": [reason_form(reason) for reason in action.why],
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
        actor=parties_of(form["actor"]),
        target=parties_of(form["target"]),
        place=span_of(form["place"]),
        time=time_of(form["time"]),
        attribution=sources_of(form["attribution"]),
        rule=form["rule"],
        why=tuple(reason_of(one) for one in form["why"]),
    )
