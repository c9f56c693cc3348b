import pytest

from eval.parts import Part, Row, Skipped
from eval.report import figures, render


def part(rows: dict[str, Row], digest: str = "d1") -> Part:
    return Part("Names", "How.", {"names.jsonl": digest}, rows)


NOW = part({"all": {"F1": 0.5, "names": 1200}, "PER": {"F1": 0.25}})


def test_page_has_a_row_for_each_row_and_says_what_was_not_measured() -> None:
    page = render([NOW, Skipped("Roles", "no data")], "m1")
    assert "| all | 0.500 | 1,200 |" in page
    assert "| PER | 0.250 |  |" in page
    assert "Not measured: no data." in page
    assert "| names.jsonl | `d1` |" in page


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ({"F1": 0.4, "names": 1100}, "| all | 0.500 (+0.100) | 1,200 (+100) |"),
        ({"F1": 0.5004, "names": 1200}, "| all | 0.500 | 1,200 |"),
        ({}, "| all | 0.500 | 1,200 |"),
    ],
    ids=["changed", "as good as the same", "new"],
)
def test_changes_against_the_last_run_are_shown(before: Row, row: str) -> None:
    last = figures([part({"all": before})], "m0")
    page = render([NOW], "m1", last=last)
    assert row in page
    assert "`m0`" in page


def test_no_change_is_shown_where_the_corpus_changed() -> None:
    last = figures([part({"all": {"F1": 0.4}}, digest="d0")], "m0")
    assert "| all | 0.500 | 1,200 |" in render([NOW], "m1", last=last)


def test_figures_below_their_floor_are_named() -> None:
    page = render([NOW], "m1", fallen=["found: 0.1, floor 0.7"])
    assert "- below its floor: found: 0.1, floor 0.7" in page
