"""How sure a signal and each of its fields are: probabilities that hold what they say.

In: a frame, the signal made of it, and weights. Out: field -> probability. What the
model says by itself is too high or too low, field by field, and knows nothing of what
the rules did after it. A logistic regression over a few facts of each field mends that
(Platt 1999); `training.calibrate` fits it on documents that nothing was trained on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields

from backchannel.domain.chances import log_odds, logistic
from backchannel.domain.labels import Frame
from backchannel.domain.signals import UNKNOWN_SIDE, Signal

CLASSES = ("act", "status", "channel")
PARTIES = ("sender", "recipient", "intermediary")
PASSAGES = ("content", "condition", "consequence")
#: "signal" is whether there is such a signal at all; the others are whether the field
#: has the right value, or rightly none, given that there is.
FIELDS = ("signal", *CLASSES, *PARTIES, *PASSAGES, "time", "attribution")
#: Field -> its weights, one for each of `Facts`.
Weights = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What tells how sure a field is; chances are log odds."""

    #: That the trigger is one.
    trigger: float
    #: That the field has the value it has; 0 if it has none. Of a signal, its act.
    value: float = 0.0
    #: 1 if it has none; of a signal, if it has no sender.
    none: float = 0.0
    #: The runner-up of a class, or how near the model came to a value if there is none;
    #: of a signal, how likely somebody sends it.
    other: float = 0.0
    #: Values beyond the first.
    beyond: float = 0.0
    #: What the rules could not tell: sides, kinds, dates.
    untold: float = 0.0
    always: float = 1.0


def are_usable(weights: Weights) -> bool:
    """Whether `weights` are for these fields and facts, and not of another version."""
    return all(field in FIELDS for field in weights) and all(
        len(of) == len(fields(Facts)) for of in weights.values()
    )


def judge(frame: Frame, signal: Signal, weights: Weights) -> dict[str, float]:
    """Return how probable each field is, 0 to 1, if there are weights for it."""
    return {
        field: logistic(astuple(facts(field, frame, signal)), weights[field])
        for field in FIELDS
        if field in weights
    }


def facts(field: str, frame: Frame, signal: Signal) -> Facts:
    """Return what tells how sure `field` of `signal` is."""
    trigger = log_odds(frame.trigger.probability)
    if field == "signal":
        return Facts(
            trigger,
            log_odds(max(frame.acts.values())),
            none=float(not signal.sender),
            other=log_odds(frame.peaks.get("sender", 0.0)),
            untold=_untold("sender", signal),
        )
    if field in CLASSES:
        chances = {"act": frame.acts, "status": frame.statuses}
        second, first = sorted(chances.get(field, frame.channels).values())[-2:]
        return Facts(trigger, log_odds(first), other=log_odds(second))
    values = getattr(signal, field)
    if not values:
        role = "source" if field == "attribution" else field
        peak = log_odds(frame.peaks.get(role, 0.0))
        return Facts(trigger, none=1.0, other=peak)
    scores = [
        why.score for why in signal.why if why.field == field and why.score is not None
    ]
    least = log_odds(min(scores, default=0.5))
    beyond = len(values) - 1 if isinstance(values, tuple) else 0
    return Facts(trigger, least, beyond=beyond, untold=_untold(field, signal))


def _untold(field: str, signal: Signal) -> float:
    if field in PARTIES:
        parties = getattr(signal, field)
        return float(any(party.side == UNKNOWN_SIDE for party in parties))
    if field == "time":
        return float(signal.time is not None and signal.time.interval is None)
    return 0.0
