import csv
from collections.abc import Callable
from io import StringIO
from typing import TextIO

from backchannel.domain.claims import ClaimGroup
from backchannel.domain.exchanges import Finding, Link, Relation
from backchannel.write.found_exchanges import find_beside
from backchannel.write.found_sheets import (
    CLAIM_COLUMNS,
    CONFLICT_COLUMNS,
    EXCHANGE_COLUMNS,
    claim_sheet,
    conflict_sheet,
    exchange_sheet,
)
from tests.compare.stated import stated
from tests.compare.told import told
from tests.write.found import (
    conflict,
    entries,
    exchange,
    quarrel,
    warned,
)

LEFT, RIGHT = warned("d1", outlet="The Courier"), warned("d2")
BOTH = entries(LEFT, RIGHT)


def _rows(write: Callable[[TextIO], int]) -> list[dict[str, str]]:
    stream = StringIO(newline="")
    count = write(stream)
    rows = list(csv.DictReader(StringIO(stream.getvalue(), newline="")))
    assert count == len(rows)
    return rows


def test_an_exchange_is_a_row() -> None:
    (row,) = _rows(lambda s: exchange_sheet([exchange(LEFT, RIGHT)], BOTH, s))
    assert tuple(row) == EXCHANGE_COLUMNS
    assert (row["senders"], row["recipient_sides"]) == ("Iran", "IRQ")
    assert (row["accounts"], row["outlets"]) == ("2", "The Courier")
    assert row["quote"] == "Iran warned Iraq of a reply."
    assert row["because"] == "grouped because it is the same act"
    assert (row["dispute"], row["links"]) == ("none", "")


def test_the_day_of_publication_does_not_pass_for_that_of_the_exchange() -> None:
    (row,) = _rows(lambda s: exchange_sheet([exchange(LEFT)], BOTH, s))
    assert (row["day_from"], row["first_published"]) == ("", "2001-03-05")


def test_an_exchange_that_nobody_dates_has_no_day() -> None:
    report = told("[trigger Warned] again.", published=None)
    (row,) = _rows(lambda s: exchange_sheet([exchange(report)], entries(report), s))
    assert (row["first_published"], row["senders"], row["outlets"]) == ("", "", "")


def test_an_exchange_tells_its_links_and_disputes() -> None:
    one, other = exchange(LEFT), exchange(RIGHT)
    beside = find_beside(
        [one, other],
        [conflict(LEFT[0], RIGHT[0], Finding.CONTRADICTS)],
        [Link(one.id, Relation.ANSWERS, other.id, "its words say so")],
    )
    rows = _rows(lambda s: exchange_sheet([one, other], BOTH, s, beside=beside))
    assert {row["dispute"] for row in rows} == {"disputed elsewhere"}
    assert rows[0]["links"] == f"answers {other.id[:11]}: its words say so"


def test_a_conflict_has_both_signals_side_by_side() -> None:
    verdict = conflict(LEFT[0], RIGHT[0], Finding.CONTRADICTS)
    (row,) = _rows(lambda s: conflict_sheet([verdict], BOTH, s))
    assert tuple(row) == CONFLICT_COLUMNS
    assert row["fields"].startswith("status contradicts: ")
    assert (row["left_outlet"], row["right_outlet"]) == ("The Courier", "")
    assert row["left_quote"] == row["right_quote"] == "Iran warned Iraq of a reply."


def test_each_claim_is_a_row_that_names_what_it_contradicts() -> None:
    group, documents = quarrel()
    first, second = _rows(lambda s: claim_sheet([group], documents, s))
    assert tuple(first) == CLAIM_COLUMNS
    assert first["matter"] == second["matter"] == group.id
    assert (first["contradicts"], second["contradicts"]) == (second["id"], first["id"])
    assert (first["by"], second["polarity"]) == ("Arland", "denied")


def test_the_numbers_of_a_claim_are_those_of_its_first_count() -> None:
    claim, text = stated("12 people died", kind="count", counts=12)
    group = ClaimGroup((claim,))
    (row,) = _rows(lambda s: claim_sheet([group], {"d1": text}, s))
    assert (row["counts"], row["least"], row["most"]) == ("12", "12.0", "12.0")


def test_no_rows_still_have_a_header() -> None:
    stream = StringIO()
    assert claim_sheet([], {}, stream) == 0
    assert stream.getvalue() == ",".join(CLAIM_COLUMNS) + "\r\n"


def test_a_quote_that_a_spreadsheet_would_run_is_harmless() -> None:
    report = told("=[trigger warned] Iraq.")
    (row,) = _rows(lambda s: exchange_sheet([exchange(report)], entries(report), s))
    assert row["quote"] == "'=warned Iraq."
