import csv
from collections.abc import Callable
from io import StringIO
from typing import TextIO

from backchannel.write.event_sheets import (
    ACTION_COLUMNS,
    ESCALATION_COLUMNS,
    FORECAST_COLUMNS,
    RED_LINE_COLUMNS,
    TIMELINE_COLUMNS,
    action_sheet,
    escalation_sheet,
    forecast_sheet,
    red_line_sheet,
    timeline_sheet,
)
from tests.write.found import action, judged, moment, red_line, tally


def _row(write: Callable[[TextIO], int]) -> dict[str, str]:
    stream = StringIO(newline="")
    assert write(stream) == 1
    (row,) = csv.DictReader(StringIO(stream.getvalue(), newline=""))
    return row


def test_a_red_line_is_a_row_with_its_last_evidence() -> None:
    line, documents = red_line()
    row = _row(lambda s: red_line_sheet([line], documents, s))
    assert tuple(row) == RED_LINE_COLUMNS
    assert (row["state"], row["changes"]) == ("acted on", "acted on 2001-03-09")
    assert row["evidence_quote"] == "closed the strait"
    assert (row["deadline"], row["deadline_words"]) == ("2001-03-07", "by Friday")
    assert (row["against"], row["against_sides"]) == ("Belmark", "BLM")


def test_what_a_red_line_leaves_unsaid_is_empty() -> None:
    line, documents = red_line(known=False)
    row = _row(lambda s: red_line_sheet([line], documents, s))
    empty = ("outlet", "published", "against", "consequence", "deadline", "changes")
    assert [row[name] for name in empty] == [""] * len(empty)
    assert row["state"] == "open"


def test_a_forecast_is_a_row_with_its_outcome() -> None:
    forecast, documents = judged()
    row = _row(lambda s: forecast_sheet([forecast], documents, s))
    assert tuple(row) == FORECAST_COLUMNS
    assert (row["day_from"], row["day_until"]) == ("2001-03-05", "2001-03-09")
    assert (row["expected_by"], row["hedges"]) == ("“Envoys”", "could")
    assert (row["outcome"], row["evidence_document"]) == ("borne out", "d2")


def test_a_forecast_of_no_days_has_none() -> None:
    forecast, documents = judged(known=False)
    row = _row(lambda s: forecast_sheet([forecast], documents, s))
    empty = ("published", "day_from", "day_until", "window", "evidence_quote")
    assert [row[name] for name in empty] == [""] * len(empty)
    assert row["expected_by"] == "the outlet itself"


def test_an_action_is_a_row() -> None:
    deed, documents = action()
    row = _row(lambda s: action_sheet([deed], documents, s))
    assert tuple(row) == ACTION_COLUMNS
    assert (row["actors"], row["target_sides"]) == ("Arland", "BLM")
    assert (row["kind"], row["status"], row["words"]) == ("seize", "planned", "seized")
    assert (row["place"], row["attribution"]) == ("Cape Dun", "“pilots”")


def test_an_action_of_nobody_known_has_empty_cells() -> None:
    deed, documents = action(known=False)
    row = _row(lambda s: action_sheet([deed], documents, s))
    empty = ("actors", "targets", "place", "day_from", "time", "attribution")
    assert [row[name] for name in empty] == [""] * len(empty)


def test_a_day_of_escalation_is_a_row_with_all_that_was_counted() -> None:
    row = _row(lambda s: escalation_sheet([tally()], s))
    assert tuple(row) == ESCALATION_COLUMNS
    assert (row["side_a"], row["side_b"]) == ("IRN", "IRQ")
    assert (row["score"], row["mean"], row["documents"]) == ("-10.2", "-5.1", "3")
    assert (row["signals"], row["actions"]) == ("s1; s2", "a1")


def test_what_has_no_day_has_an_empty_cell() -> None:
    assert _row(lambda s: escalation_sheet([tally(day=None)], s))["day"] == ""


def test_a_moment_is_a_row() -> None:
    told, documents = moment(by_document=True, status=None)
    row = _row(lambda s: timeline_sheet([told], documents, s))
    assert tuple(row) == TIMELINE_COLUMNS
    assert (row["by_document"], row["status"]) == ("yes", "")
    assert (row["actors"], row["quote"]) == (
        "Iran; Iraq",
        "Iran warned Iraq of a reply.",
    )
