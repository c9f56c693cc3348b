from datetime import UTC, datetime, timedelta
from typing import Any

from backchannel.domain.reviews import (
    Action,
    Review,
    State,
    correct,
    find_conflicts,
    form_opinion,
    standing,
)
from backchannel.domain.signals import Act
from tests import fakes

START = datetime(2026, 11, 1, tzinfo=UTC)


def log(*said: tuple[Any, ...], who: str = "Ana") -> list[Review]:
    """Build a log, a minute between two: (action, value), or (action, value, field)."""
    return [
        Review(
            "s1",
            one[0],
            who,
            START + timedelta(minutes=at),
            value=one[1],
            field=one[2] if len(one) > 2 else None,
        )
        for at, one in enumerate(said)
    ]


def test_the_last_state_counts() -> None:
    said = log((Action.CONFIRM, None), (Action.REJECT, None))
    assert form_opinion(said).state is State.REJECTED


def test_who_confirms_after_a_correction_confirms_what_was_corrected() -> None:
    said = log((Action.CORRECT, "threaten", "act"), (Action.CONFIRM, None))
    assert form_opinion(said).state is State.CORRECTED


def test_what_was_undone_does_not_stand() -> None:
    [first] = log((Action.REJECT, None))
    undo = Review("s1", Action.UNDO, "Ben", START + timedelta(hours=1), value=first.id)
    assert standing([undo, first]) == []
    assert form_opinion([first, undo]).state is State.UNREVIEWED


def test_tags_stand_once_and_notes_each_time() -> None:
    said = log((Action.TAG, "a"), (Action.TAG, "a"), (Action.NOTE, "x"))
    opinion = form_opinion([*said, *log((Action.NOTE, "y"), who="Ben")])
    assert opinion.tags == ("a",)
    assert sorted(opinion.notes) == ["x", "y"]


def test_a_correction_tells_who_made_it_and_takes_its_gap_away() -> None:
    reading = fakes.reading("[sender Russia] [trigger warned] [recipient Iran].")
    [signal] = reading.signals
    said = log((Action.CORRECT, "threaten", "act"), (Action.CORRECT, "call", "channel"))
    corrected = correct(signal, said)
    assert corrected.act is Act.THREATEN
    assert {gap.field for gap in corrected.gaps} == set()
    assert corrected.why[-1].rule == "corrected by Ana on 2026-11-01"
    assert signal.act is Act.WARN


def test_an_id_is_the_digest_of_what_is_said() -> None:
    one, same = log((Action.NOTE, "x"))[0], log((Action.NOTE, "x"))[0]
    other = log((Action.NOTE, "y"))[0]
    assert one.id == same.id
    assert one.id != other.id


def test_two_people_conflict_where_they_end_up_differing() -> None:
    ours = log((Action.REJECT, None), (Action.CORRECT, "warn", "act"))
    theirs = log((Action.CORRECT, "deny", "act"), (Action.CONFIRM, None), who="Ben")
    [about] = {c.about for c in find_conflicts(ours, theirs)} - {"state"}
    assert about == "act"
    assert find_conflicts(ours, ours) == ()
    assert find_conflicts(ours, []) == ()
