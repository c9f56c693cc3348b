import pytest

from backchannel.domain.signals import Status
from backchannel.domain.timeline import Sort
from backchannel.write.event_lines import (
    action_lines,
    moment_lines,
    tally_lines,
    what_words,
)
from tests.write.found import MARKS, action, moment, plain, tally


def test_an_action_tells_who_whom_where_and_on_whose_word() -> None:
    assert plain(action_lines(*action(), signs=MARKS)) == [
        "1cccccccccc  2001-03-05  seize PLANNED Arland → Belmark (BLM) · at “Cape Dun”"
        " · on the word of “pilots” · The Courier 2001-03-05",
        "             quote  Arland [seized] a Belmark ferry off Cape Dun on Monday,"
        " pilots said.",
    ]


def test_an_action_of_nobody_known_has_a_question_mark_and_no_day() -> None:
    first, _ = plain(action_lines(*action(known=False), signs=MARKS))
    assert first == "1cccccccccc  undated  seize ? · The Courier undated"


def test_a_moment_tells_its_days_what_it_is_and_who_takes_part() -> None:
    assert plain(moment_lines(*moment())) == [
        "1dddddddddd  2001-03-05  warn Iran, Iraq · The Courier 2001-03-05",
        "             quote  Iran warned Iraq of a reply.",
    ]


def test_a_moment_of_nobody_and_no_day_leaves_no_hole() -> None:
    first, _ = plain(moment_lines(*moment(actors=(), days=None, status=None)))
    assert first == "1dddddddddd  undated  warn · The Courier 2001-03-05"


def test_a_moment_that_did_not_happen_is_marked() -> None:
    first, _ = plain(moment_lines(*moment(status=Status.NEGATED, by_document=True)))
    assert "2001-03-05*  warn NEGATED Iran" in first


@pytest.mark.parametrize(
    ("sort", "what", "words"),
    [
        (Sort.SIGNAL, "warn", "warn"),
        (Sort.EXCHANGE, "warn", "warn"),
        (Sort.ACTION, "strike", "action: strike"),
        (Sort.RED_LINE, "open", "red line drawn"),
        (Sort.CHANGE, "denied", "red line changed: denied"),
        (Sort.OUTCOME, "borne out", "outcome of a forecast: borne out"),
    ],
)
def test_a_moment_says_what_it_is(sort: Sort, what: str, words: str) -> None:
    assert what_words(moment(sort=sort, what=what)[0]) == words


def test_figures_of_escalation_are_right_aligned_under_their_names() -> None:
    rows = [tally(), tally(score=4.2, reports=1, sides=("Rebels", "IRQ"))]
    header, first, second = (line.plain for line in tally_lines(rows, arrow="→"))
    for name in ("score", "mean", "reports", "published"):
        end = header.index(name) + len(name)
        assert first[end - 1].isdigit()
        assert second[end - 1].isdigit()
        assert first[end : end + 1] in (" ", "")
    assert first.startswith("2001-03-05    IRN → IRQ")
    assert "-10.2" in first
    assert "-5.1" in first


def test_the_bar_follows_the_mean_and_not_the_score() -> None:
    rows = [tally(score=-10.2, reports=2), tally(score=-5.1, reports=1)]
    bars = [line.plain.count("█") for line in tally_lines(rows, arrow="→")][1:]
    assert bars[0] == bars[1] == 8


def test_days_say_how_sure_they_are() -> None:
    rows = [tally(by_document=1), tally(uncertain=1), tally(day=None)]
    days = [line.plain.split()[0] for line in tally_lines(rows, arrow="→")][1:]
    assert days == ["2001-03-05*", "2001-03-05~", "undated"]


def test_an_empty_series_has_only_its_header() -> None:
    assert len(list(tally_lines([], arrow="→"))) == 1


def test_days_of_no_score_have_no_bar() -> None:
    _, row = tally_lines([tally(score=0.0)], arrow="–")
    assert "█" not in row.plain
    assert "IRN – IRQ" in row.plain
