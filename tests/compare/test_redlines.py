from dataclasses import replace
from datetime import date

import pytest

from backchannel.compare.redlines import find_red_lines
from backchannel.domain.actions import Action, Kind
from backchannel.domain.reading import Reading
from backchannel.domain.redlines import State
from backchannel.domain.signals import Party, Status, Time
from backchannel.domain.text import Document, Span
from tests.compare.said import act, report

THREAT = (
    "Arland told Borland that any convoy crossing the Suva bridge would be shelled"
    " by its batteries."
)


def drawn(text: str = THREAT, **given: str) -> Reading:
    given = {
        "trigger": "told",
        "condition": "any convoy crossing the Suva bridge",
        "consequence": "would be shelled by its batteries",
    } | given
    return report("d1", "2020-05-01", text, act("d1", text, text, **given))


def later(text: str, *, id: str = "d2", day: str | None = "2020-05-03") -> Reading:
    return report(id, day, text)


def state(*reports: Reading) -> State:
    (line,) = find_red_lines([drawn(), *reports])
    return line.state


def test_a_conditional_threat_draws_a_line() -> None:
    (line,) = find_red_lines([drawn()])
    assert THREAT[line.condition.start : line.condition.end].startswith("any convoy")
    assert line.drawn_by[0].actor == "Arland"
    assert line.state is State.OPEN


@pytest.mark.parametrize("kind", ["warn", "promise", "offer", "inform"])
def test_other_conditional_acts_draw_none(kind: str) -> None:
    assert find_red_lines([drawn(act=kind)]) == ()


@pytest.mark.parametrize(
    ("side", "lines"), [("Arland", ["d1", "d2"]), ("Cordia", ["d1"])]
)
def test_a_conditional_warning_draws_one_by_a_side_that_threatens(
    side: str, lines: list[str]
) -> None:
    text = "Another convoy would have consequences."
    signal = act("d2", text, text, act="warn", by=side, condition="Another convoy")
    warned = report("d2", "2020-05-03", text, signal)
    found = find_red_lines([drawn(), warned])
    assert [line.document for line in found] == lines


def test_a_threat_without_condition_draws_none() -> None:
    text = "Arland vowed to shell the Suva bridge."
    bare = report("d1", "2020-05-01", text, act("d1", text, text))
    assert find_red_lines([bare]) == ()


@pytest.mark.parametrize("status", ["negated", "planned", "possible"])
def test_a_threat_not_made_draws_none(status: str) -> None:
    assert find_red_lines([drawn(status=status)]) == ()


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Arland vowed to shell the bridge unless the convoy turned back.",
            "unless the convoy turned back",
        ),
        (
            "Should a convoy cross the bridge, Arland would shell it.",
            "Should a convoy cross the bridge",
        ),
        (
            "Arland vowed to shell the bridge as long as tanks stood there.",
            "as long as tanks stood there",
        ),
        (
            "In the event of a landing, Arland would shell the bridge.",
            "In the event of a landing",
        ),
        (
            "Arland asked for an answer, failing which it would shell the bridge.",
            "failing which",
        ),
        ("Any tank near the bridge would be shelled.", "Any tank near the bridge"),
    ],
    ids=["unless", "should", "as long as", "in the event", "failing", "any"],
)
def test_words_open_a_condition_that_was_not_read(text: str, condition: str) -> None:
    signal = act("d1", text, text, content=text)
    (line,) = find_red_lines([report("d1", "2020-05-01", text, signal)])
    assert text[line.condition.start : line.condition.end] == condition


def test_no_later_report_leaves_it_open() -> None:
    assert state(later("Rain fell on the Suva bridge.")) is State.OPEN


def test_what_it_forbids_crosses_it() -> None:
    assert state(later("On Saturday a convoy crossed the Suva bridge.")) is (
        State.CROSSED
    )


def test_what_could_come_crosses_nothing() -> None:
    assert state(later("A convoy could cross the Suva bridge today.")) is State.OPEN


def test_its_drawer_denies_it() -> None:
    words = "Arland had never threatened to shell a convoy, it said."
    assert state(later(words)) is State.DENIED


def test_its_drawer_takes_it_back() -> None:
    words = "Arland has dropped its threat to shell the Suva bridge."
    assert state(later(words)) is State.WITHDRAWN


def test_its_drawer_makes_it_good() -> None:
    words = "Arland made good its threat at dawn."
    assert state(later(words)) is State.ACTED_ON


def test_its_drawer_lets_the_deadline_go_by() -> None:
    text = "Arland said it would close the port unless the crew was free by Friday."
    signal = act("d1", text, text, condition="unless the crew was free by Friday")
    drawn_line = report("d1", "2020-05-01", text, signal)
    (line,) = find_red_lines([drawn_line, later("Arland let its own deadline lapse.")])
    assert line.state is State.LAPSED


def test_another_side_cannot_take_it_back() -> None:
    words = "Cordia has dropped its threat to shell the Suva bridge."
    assert state(later(words)) is State.OPEN


def test_every_change_quotes_its_report() -> None:
    report = later("On Saturday a convoy crossed the Suva bridge.")
    (line,) = find_red_lines([drawn(), report])
    (change,) = line.changes
    assert report.document.quote(change.evidence.span) == report.document.text
    assert change.evidence.day == date(2020, 5, 3)
    assert "what it forbids came about" in change.evidence.why


def test_changes_stand_in_the_order_of_their_days() -> None:
    crossed = later("On Saturday a convoy crossed the Suva bridge.")
    taken = later(
        "Arland has dropped its threat to shell the Suva bridge.",
        id="d0",
        day="2020-05-09",
    )
    (line,) = find_red_lines([taken, drawn(), crossed])
    assert [change.state for change in line.changes] == [
        State.CROSSED,
        State.WITHDRAWN,
    ]


@pytest.mark.parametrize("day", ["2020-04-28", None], ids=["earlier", "undated"])
def test_reports_that_are_not_known_to_be_later_change_nothing(
    day: str | None,
) -> None:
    words = "On Saturday a convoy crossed the Suva bridge."
    assert state(later(words, day=day)) is State.OPEN


def test_a_recalled_threat_is_no_new_line() -> None:
    text = "Arland had threatened to shell the Suva bridge if a convoy crossed."
    signal = act(
        "d2", text, text, trigger="threatened", condition="if a convoy crossed"
    )
    recalled = report("d2", "2020-05-03", text, signal)
    assert [line.document for line in find_red_lines([drawn(), recalled])] == ["d1"]


def test_the_deadline_is_told_by_who_is_asked() -> None:
    def tell(document: Document, condition: Span, sentence: Span) -> Time | None:
        return Time(condition, None)

    (line,) = find_red_lines([drawn()], deadline=tell)
    assert line.deadline == Time(line.condition, None)


def test_the_same_words_have_the_same_id() -> None:
    assert find_red_lines([drawn()]) == find_red_lines([drawn()])


def test_no_readings_have_no_lines() -> None:
    assert find_red_lines([]) == ()


def done(text: str, words: str, *, by: str, status: Status = Status.DONE) -> Reading:
    """Build a later report of a deed."""
    reading = later(text)
    start = text.index(words)
    deed = Action(
        id="a1",
        document="d2",
        span=Span(start, start + len(words)),
        sentence=Span(0, len(text)),
        kind=Kind.STRIKE,
        status=status,
        actor=(Party(Span(0, 1), by, by),),
    )
    return replace(reading, actions=(deed,))


def test_a_deed_of_its_drawer_acts_on_a_line() -> None:
    text = "Batteries of Arland shelled a village."
    assert state(later(text)) is State.OPEN  # too few words, without the deed
    assert state(done(text, "shelled", by="Arland")) is State.ACTED_ON
    assert state(done(text, "shelled", by="Cordia")) is State.OPEN


def test_a_deed_that_did_not_happen_changes_nothing() -> None:
    text = "Batteries of Arland shelled no village."
    negated = done(text, "shelled", by="Arland", status=Status.NEGATED)
    assert state(negated) is State.OPEN


def test_a_deed_of_another_side_that_is_forbidden_crosses_a_line() -> None:
    text = "Trucks of Borland seized the Suva bridge."

    def crossed(report: Reading) -> bool:
        given = drawn(condition="crossing the Suva bridge")
        (line,) = find_red_lines([given, report])
        return line.state is State.CROSSED

    assert not crossed(later(text))  # too few words, without the deed
    assert crossed(done(text, "seized", by="Borland"))
    assert not crossed(done(text, "seized", by="Arland"))
