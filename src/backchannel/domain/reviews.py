"""What people say of records, kept as a log that nothing is ever deleted from.

The reviews of one record in; its state, and the record as corrected, out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from backchannel.domain.codec import record_id
from backchannel.domain.exchanges import Settled
from backchannel.domain.forms import signal_form, signal_of
from backchannel.domain.signals import Signal


class Action(StrEnum):
    """What a review does."""

    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    NOTE = "note"
    TAG = "tag"
    MERGE = "merge"
    SPLIT = "split"
    #: Two signals report one exchange, or they do not.
    TOGETHER = "together"
    APART = "apart"
    UNDO = "undo"


class State(StrEnum):
    """What became of a signal in review."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


#: The actions that settle the state of a signal; the last one counts.
STATES = {
    Action.CONFIRM: State.CONFIRMED,
    Action.CORRECT: State.CORRECTED,
    Action.REJECT: State.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Review:
    """One thing a person said of a signal or an actor."""

    #: The id of the signal or actor.
    record: str
    action: Action
    who: str
    #: UTC.
    at: datetime
    #: The field that is corrected.
    field: str | None = None
    #: The corrected field in its JSON form; the words of a note; the tag; the id of the
    #: review undone, or of the signal that it is grouped with or parted from; of a
    #: merge "actor", "name" and "side" of who holds for both, of a split those of the
    #: part, and its "spellings".
    value: Any = None
    #: What was corrected or undone as it was before, else the state, or whom it was of.
    before: Any = None

    @property
    def id(self) -> str:
        """The digest of all it says: the same in every copy of a case."""
        return record_id(
            {
                "record": self.record,
                "action": self.action,
                "who": self.who,
                "at": self.at.isoformat(),
                "field": self.field,
                "value": self.value,
                "before": self.before,
            }
        )


@dataclass(frozen=True, slots=True)
class Opinion:
    """What all reviews of a signal come to."""

    state: State = State.UNREVIEWED
    #: Field -> its corrected JSON form.
    corrections: Mapping[str, Any] | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def standing(reviews: Iterable[Review]) -> list[Review]:
    """Return the reviews that nobody undid, oldest first."""
    ordered = sorted(reviews, key=lambda review: (review.at, review.id))
    undone = {r.value for r in ordered if r.action is Action.UNDO}
    return [r for r in ordered if r.action is not Action.UNDO and r.id not in undone]


def form_opinion(reviews: Iterable[Review]) -> Opinion:
    """Return what the reviews of one signal come to; of two that differ the later."""
    valid = standing(reviews)
    states = [STATES[r.action] for r in valid if r.action in STATES]
    corrected = {
        r.field: r.value for r in valid if r.action is Action.CORRECT and r.field
    }
    state = states[-1] if states else State.UNREVIEWED
    # Who confirms after a correction confirms what was corrected.
    if state is State.CONFIRMED and corrected:
        state = State.CORRECTED
    return Opinion(
        state,
        corrected,
        tuple(dict.fromkeys(r.value for r in valid if r.action is Action.TAG)),
        tuple(r.value for r in valid if r.action is Action.NOTE),
    )


def settle(reviews: Iterable[Review]) -> Settled:
    """Return what people said of which signals report one exchange.

    Of two that differ the later holds.
    """
    last: dict[frozenset[str], Action] = {}
    for review in standing(reviews):
        pair = frozenset((review.record, str(review.value)))
        if review.action in (Action.TOGETHER, Action.APART) and len(pair) == 2:
            last[pair] = review.action
    return Settled(
        frozenset(pair for pair, said in last.items() if said is Action.TOGETHER),
        frozenset(pair for pair, said in last.items() if said is Action.APART),
    )


def correct(signal: Signal, reviews: Sequence[Review]) -> Signal:
    """Return the signal with the corrections that stand, each with who made it."""
    form = signal_form(signal)
    for review in standing(reviews):
        if review.action is not Action.CORRECT or review.field is None:
            continue
        form[review.field] = review.value
        form["gaps"] = [g for g in form["gaps"] if g["field"] != review.field]
        form["confidence"].pop(review.field, None)
        rule = f"corrected by {review.who} on {review.at:%Y-%m-%d}"
        form["why"] = [w for w in form["why"] if w["field"] != review.field]
        form["why"].append(
            {"field": review.field, "rule": rule, "score": None, "spans": []}
        )
    return signal_of(form, signal.document)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people said different things of one record."""

    record: str
    #: What they differ in: "state" or a field.
    about: str
    ours: Review
    theirs: Review


def find_conflicts(
    ours: Iterable[Review], theirs: Iterable[Review]
) -> tuple[Conflict, ...]:
    """Return where two logs of one record end up differing.

    Who has the other's review in their own log answered it: that is no conflict.
    """
    ours, theirs = list(ours), list(theirs)
    seen_by_us, seen_by_them = ({r.id for r in log} for log in (ours, theirs))
    left, right = _settled(ours), _settled(theirs)
    return tuple(
        Conflict(left[about].record, about, left[about], right[about])
        for about in left
        if about in right
        and left[about].id not in seen_by_them
        and right[about].id not in seen_by_us
        and _says(left[about], about) != _says(right[about], about)
    )


def _settled(reviews: Iterable[Review]) -> dict[str, Review]:
    """Return the last review about each thing: the state, a field, whom it is."""
    settled: dict[str, Review] = {}
    for review in standing(reviews):
        if review.action in STATES:
            settled["state"] = review
        if review.action is Action.CORRECT and review.field:
            settled[review.field] = review
        elif review.action is Action.MERGE:
            settled["merge"] = review
        elif review.action in (Action.TOGETHER, Action.APART):
            settled[f"grouped with {review.value}"] = review
        elif review.action is Action.SPLIT:
            for spelling in review.value["spellings"]:
                settled[f"split: {spelling}"] = review
    return settled


def _says(review: Review, about: str) -> Any:
    if about == "state":
        return STATES[review.action]
    if review.action in (Action.MERGE, Action.SPLIT):
        return review.value["actor"]
    if review.action in (Action.TOGETHER, Action.APART):
        return review.action
    return review.value
