"""Documents that would like to act on a page only stand on it."""

import re
from pathlib import Path

import pytest

from backchannel.case.case import Case
from tests.web.showing import fill, visitor

SCRIPT = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'\u202e"
HOSTILE = [
    {
        "title": SCRIPT,
        "outlet": SCRIPT,
        "published": f"2023-11-0{day}",
        "url": "javascript:alert(3)",
        "text": (
            f"{SCRIPT} Russia warned Iran that <b>it</b> would answer if {SCRIPT} came"
            f" {'again' * day}. Rebels said 12 people were killed in <i>Homs</i>."
        ),
    }
    for day in (1, 2)
]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    fill(tmp_path / "case.db", HOSTILE)
    return tmp_path / "case.db"


def pages(where: Path) -> list[str]:
    with Case(where) as case:
        entry = case.signals().rows[0]
    document, signal = entry.document.id, entry.signal.id
    client = visitor(where)
    addresses = (
        *("/signals", "/documents", "/exchanges?single=true", "/timeline"),
        *("/redlines", "/forecasts", "/claims?every=true", f"/exchanges/{signal}"),
        *(f"/documents/{document}", f"/documents/{document}?signal={signal}"),
    )
    return [client.get(address).text for address in addresses]


def test_no_element_of_a_document_reaches_a_page(case: Path) -> None:
    found = "".join(pages(case))
    assert "&lt;script&gt;" in found
    assert not re.search(r"<script|<img|<b>it|<i>Homs|\son\w+=\"", found)


def test_no_link_runs_anything(case: Path) -> None:
    assert not re.search(r'href="\s*(?!/|#|data:,)', "".join(pages(case)))


def test_marks_that_turn_a_line_round_are_made_visible(case: Path) -> None:
    assert "\u202e" not in "".join(pages(case))


def test_a_search_is_no_element_either(case: Path) -> None:
    page = visitor(case).get("/signals", params={"q": '"<script>alert(1)"'}).text
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_message_is_no_element_either(case: Path) -> None:
    page = visitor(case).get("/signals", params={"q": "<script>:x"}).text
    assert "<script" not in page


def test_a_cell_is_no_formula(tmp_path: Path) -> None:
    fill(tmp_path / "case.db", [{"text": "Russia warned Iran.", "title": "=1+1"}])
    assert ",'=1+1," in visitor(tmp_path / "case.db").get("/signals.csv").text
