"""How sure a signal and each of its fields are: probabilities that hold what they say.

In: a frame, the signal made of it, and weights. Out: field -> probability. What the
model says by itself is too high or too low, field by field, and knows nothing of what
the rules did after it. A logistic regression over a few facts of each field mends that
(Platt 1999); `training.calibrate` fits it on documents whose signals were not trained
on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from backchannel.domain.chances import log_odds, logistic
from backchannel.domain.labels import Frame
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal

CLASSES = ("act", "status", "channel")
PARTIES = ("sender", "recipient", "intermediary")
PASSAGES = ("content", "condition", "consequence")
#: "signal" is whether there is such a signal at all; the others are whether the field
#: has the right value, or rightly none, given that there is.
FIELDS = ("signal", *CLASSES, *PARTIES, *PASSAGES, "time", "attribution")
#: A text of that many words names at least so much politics if it is of a crisis.
LONG, FEW = 80, 2
#: How probable a signal must be: the best on the held-back documents, and, where no
#: politics is named, sure enough that next to nothing is invented there.
LEAST, LEAST_BARE = 0.4, 0.88
#: Words of those rules of `backchannel.resolve` that go by what stands near; a test
#: holds them to what the rules say.
GUESSES = (
    "most spoken of",
    "bare title",
    "last two spoken of",
    "only this document has",
    "possessive points",
)

#: Field -> its weights, one for each of `Facts`.
Weights = Mapping[str, Sequence[float]]


class Facts(NamedTuple):
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
    #: Values beyond the first; of a signal, how likely the document's triggers are.
    beyond: float = 0.0
    #: 1 if the rules could not tell, or guessed, a side or a date.
    untold: float = 0.0
    #: 1 for a signal of a document that names no politics.
    bare: float = 0.0
    #: 1 if all its sides have a state's code: the reference table has them.
    coded: float = 0.0
    #: Of a party: the share of those named in its document whose side has one. Where
    #: most have none, it tells of invented states or of a country's own parties.
    known: float = 0.0
    always: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document tells of every signal in it."""

    #: Mean chance of its triggers, in log odds.
    triggers: float
    #: Whether it names no politics, though it is long enough to.
    bare: bool
    #: The share of its parties whose side has a state's code.
    known: float = 0.0

    @property
    def least(self) -> float:
        """How probable a signal must be to count as one."""
        return LEAST_BARE if self.bare else LEAST


def setting_of(
    frames: Sequence[Frame], signals: Sequence[Signal], *, words: int, politics: int
) -> Setting:
    """Return what a document tells of each of its frames.

    Args:
        frames: what the model read in it.
        signals: what was made of them.
        words: how long it is.
        politics: political bodies, groups, persons and offices that it names.
    """
    chances = [log_odds(frame.trigger.probability) for frame in frames]
    bare = words >= LONG and politics < FEW
    parties = [party for one in signals for party in (*one.sender, *one.recipient)]
    known = sum(map(_has_code, parties)) / max(1, len(parties))
    return Setting(sum(chances) / max(1, len(chances)), bare, known)


def are_usable(weights: Weights) -> bool:
    """Whether `weights` are for these fields and facts, and not of another version."""
    return all(field in FIELDS for field in weights) and all(
        len(of) == len(Facts._fields) for of in weights.values()
    )


def judge(
    frame: Frame, signal: Signal, setting: Setting, weights: Weights
) -> dict[str, float]:
    """Return how probable each field is, 0 to 1, if there are weights for it."""
    return {
        field: logistic(facts(field, frame, signal, setting), weights[field])
        for field in FIELDS
        if field in weights
    }


def facts(field: str, frame: Frame, signal: Signal, setting: Setting) -> Facts:
    """Return what tells how sure `field` of `signal` is."""
    trigger = log_odds(frame.trigger.probability)
    if field == "signal":
        return Facts(
            trigger,
            log_odds(max(frame.acts.values())),
            none=float(not signal.sender),
            other=log_odds(frame.peaks.get("sender", 0.0)),
            beyond=setting.triggers,
            untold=_untold("sender", signal),
            bare=float(setting.bare),
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
    untold = _untold(field, signal)
    if field not in PARTIES:
        return Facts(trigger, least, beyond=beyond, untold=untold)
    coded, known = float(all(map(_has_code, values))), setting.known
    return Facts(trigger, least, beyond=beyond, untold=untold, coded=coded, known=known)


def _has_code(party: Party) -> bool:
    return len(party.side) == 3 and party.side.isupper()


def _untold(field: str, signal: Signal) -> float:
    if field in PARTIES:
        parties = getattr(signal, field)
        rules = [why.rule for why in signal.why if why.field == field]
        guessed = any(words in rule for rule in rules for words in GUESSES)
        return float(guessed or any(party.side == UNKNOWN_SIDE for party in parties))
    if field == "time":
        return float(signal.time is not None and signal.time.interval is None)
    return 0.0
