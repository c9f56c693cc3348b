from backchannel.domain.actions import EVENTS, Action, Event, Kind, action_id
from backchannel.domain.signals import Interval, Party, Status, Time
from backchannel.domain.text import Span


def test_every_kind_has_an_event_of_plover() -> None:
    assert set(EVENTS) == set(Kind)
    assert set(EVENTS.values()) == set(Event)


def test_an_id_tells_documents_and_passages_apart() -> None:
    ids = {
        action_id("a", Span(0, 3)),
        action_id("a", Span(0, 4)),
        action_id("b", Span(0, 3)),
    }
    assert len(ids) == 3


def test_passages_are_all_that_its_fields_quote() -> None:
    action = Action(
        id="x",
        document="d",
        span=Span(5, 8),
        sentence=Span(0, 40),
        kind=Kind.STRIKE,
        status=Status.DONE,
        actor=(Party(Span(0, 4), "A", "A"),),
        place=Span(10, 12),
        time=Time(Span(20, 24), Interval(None, None)),
    )
    named = [name for name, _ in action.passages()]
    assert named == ["sentence", "span", "actor", "place", "time"]
