from backchannel.domain.evidence import Evidence
from backchannel.domain.signals import Interval
from backchannel.domain.text import Span
from backchannel.write.found_cells import (
    EVIDENCE_COLUMNS,
    day_cells,
    evidence_cells,
    party_cells,
    place_cells,
    quote_cell,
)
from tests.write.found import DAY, document, party


def test_a_place_that_nobody_tells_is_empty() -> None:
    report = document("Nothing new.", day=None, outlet=None)
    assert place_cells(report) == ["d1", None, None]


def test_days_have_a_cell_for_each_end() -> None:
    assert day_cells(Interval(None, DAY)) == [None, DAY]
    assert day_cells(None) == [None, None]


def test_sides_stand_in_the_order_of_the_names() -> None:
    report = document("Iran and Oman", day=DAY)
    parties = [party(report, "Iran", "IRN"), party(report, "Oman")]
    assert party_cells(parties) == ["Iran; Oman", "IRN; unknown"]


def test_no_passage_is_an_empty_cell() -> None:
    report = document("Nothing new.", day=DAY)
    assert quote_cell(report, None) is None
    assert quote_cell(report, Span(0, 7)) == "Nothing"


def test_evidence_fills_its_columns_or_leaves_them_all_empty() -> None:
    report = document("Nothing new.", day=DAY)
    seen = Evidence("d1", Span(0, 7), DAY, ("one", "two"))
    cells = evidence_cells(seen, {"d1": report})
    assert cells == ["d1", "The Courier", DAY, "Nothing", "one; two"]
    assert evidence_cells(None, {}) == [None] * len(EVIDENCE_COLUMNS)
