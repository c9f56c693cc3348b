"""What each act and action adds to escalation: a table that callers may replace.

Text in TOML or JSON in, `Scores` out.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

from backchannel.domain.actions import EVENTS, Event, Kind
from backchannel.domain.errors import SettingsError
from backchannel.domain.escalation import Scores
from backchannel.domain.signals import Act

_EVENTS: dict[Event, float] = {
    Event.ASSAULT: -9.3,
    Event.COERCE: -7.2,
    Event.PROTEST: -6.6,
    Event.MOBILIZE: -5.3,
    Event.SANCTION: -5.2,
    Event.AID: 7.4,
    Event.RETREAT: 7.6,
}
#: Source: the "Schrodt scores" of the PLOVER manual, draft 2.0 (chapter 3, "Numeric
#: conflict/cooperation scores"): means of the Goldstein scores of CAMEO events, by how
#: frequent they are. Each act has that of the category PLOVER codes it as
#: (docs/plover.md); what PLOVER does not code has 0. Its table has DEMAND at -5.0 and
#: no mere requests: those have what Goldstein (Journal of Conflict Resolution 36, 1992)
#: gives to "request action; call for".
DEFAULT = Scores(
    acts={
        Act.INFORM: 0.0,
        Act.ANNOUNCE: 0.0,
        Act.CONFIRM: 0.0,
        Act.ASSURE: 4.2,
        Act.OFFER: 4.2,
        Act.PROMISE: 4.2,
        Act.AGREE: 4.2,
        Act.SUPPORT: 4.6,
        Act.CONSULT: 2.1,
        Act.REQUEST: -0.1,
        Act.DEMAND: -5.0,
        Act.ACCUSE: -2.0,
        Act.REJECT: -4.2,
        Act.DENY: -4.2,
        Act.WARN: -5.1,
        Act.THREATEN: -5.1,
    },
    kinds={kind: _EVENTS[event] for kind, event in EVENTS.items()},
)


def parse_scores(text: str, *, base: Scores = DEFAULT) -> Scores:
    """Return `base` with the scores that `text` gives to acts and kinds of actions.

    A line of TOML for each, `threaten = -6.0` or `attack = -10`, or the same as an
    object of JSON, which begins with a brace.

    Raises:
        SettingsError: it is neither, names no such act or action, or gives no number.
    """
    given = _read(text)
    acts, kinds = dict(base.acts), dict(base.kinds)
    for name, value in given.items():
        score = _number(name, value)
        if name in _ACTS:
            acts[Act(name)] = score
        elif name in _KINDS:
            kinds[Kind(name)] = score
        else:
            known = ", ".join(sorted(_ACTS | _KINDS))
            raise SettingsError(
                "scores", name, f"no such act or action; known: {known}"
            )
    return replace(base, acts=acts, kinds=kinds)


_ACTS = {act.value for act in Act}
_KINDS = {kind.value for kind in Kind}


def _read(text: str) -> Mapping[str, Any]:
    is_json = text.lstrip().startswith("{")
    try:
        given = json.loads(text) if is_json else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        form = "JSON" if is_json else "TOML"
        raise SettingsError("scores", text[:40], f"not {form}: {error}") from error
    return dict(given)


def _number(name: str, value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, int | float) or not is_number or not isfinite(value):
        remedy = f"give {name} a number, such as -5.1"
        raise SettingsError("scores", value, remedy)
    return float(value)
