"""What is wrong is a page, or for programs a record, with the one clear message."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from filelock import FileLock
from starlette.testclient import TestClient

from backchannel.web import signals
from tests.web.showing import fill, visitor

LINK = re.compile(r'(?:href|action|src)="([^"]*)"')


def test_the_front_leads_to_the_signals(client: TestClient) -> None:
    assert client.get("/").headers["location"] == "/signals"


def test_every_screen_is_a_page_of_its_own(
    client: TestClient, addresses: list[str]
) -> None:
    titles = set()
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer.text.count("<h1") == 1, address
        assert '<main id="main"' in answer.text, address
        titles |= set(re.findall("<title>(.+)</title>", answer.text))
    assert len(titles) > 8


def test_links_stay_within_the_case_but_for_original_pages(
    client: TestClient, addresses: list[str]
) -> None:
    found = {link for one in addresses for link in LINK.findall(client.get(one).text)}
    outside = {one for one in found if not one.startswith(("/", "#", "data:,"))}
    assert outside == {"https://harbour.example/a"}


def test_links_within_the_case_lead_somewhere(
    client: TestClient, addresses: list[str]
) -> None:
    pages = [client.get(one).text for one in addresses]
    for link in sorted({link for page in pages for link in LINK.findall(page)}):
        if link.startswith("/"):
            address = link.split("#")[0].replace("&amp;", "&").replace("&#39;", "'")
            assert client.get(address or "/").status_code in (200, 307), link


def test_anchors_of_a_page_stand_on_it(
    client: TestClient, addresses: list[str]
) -> None:
    for address in addresses:
        page = client.get(address).text
        named = re.findall(r'\bid="([^"]*)"', page)
        assert len(named) == len(set(named)), address
        for link in LINK.findall(page):
            assert not link.startswith("#") or link[1:] in named, (address, link)


def test_pages_hold_no_script_and_no_style(
    client: TestClient, addresses: list[str]
) -> None:
    for address in addresses:
        page = client.get(address).text
        assert not re.search(r"<script|<style| style=| on\w+=", page), address


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/signals?q=colour:red", 400, "fields are from, to"),
        ("/signals?page=0", 400, "page: "),
        ("/redlines?state=crossed", 400, "state: "),
        ("/timeline?since=yesterday", 400, "give a day as YYYY-MM-DD"),
        ("/documents/ffff", 404, "no id begins with"),
        ("/exchanges/ffff", 404, "no id begins with"),
        ("/documents/1", 404, "several ids begin with"),
        ("/nowhere", 404, "No page has this address"),
    ],
)
def test_what_is_wrong_is_said(
    client: TestClient, address: str, status: int, told: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert told in answer.text
    assert "<h1>" in answer.text


def test_a_search_that_cannot_be_understood_comes_back(client: TestClient) -> None:
    page = client.get("/exchanges?q=colour:red").text
    assert 'action="/exchanges"' in page
    assert 'value="colour:red"' in page


def test_programs_get_a_record_of_what_is_wrong(client: TestClient) -> None:
    answer = client.get("/documents/ffff.json")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 404
    assert "no id begins with" in answer.json()["detail"]


def test_a_case_that_is_missing_is_said(tmp_path: Path) -> None:
    answer = visitor(tmp_path / "none.db").get("/signals")
    assert answer.status_code == 503
    assert "there is no such case" in answer.text


def test_a_case_of_a_later_version_is_said(shared_case: Path, tmp_path: Path) -> None:
    where = tmp_path / "later.db"
    shutil.copy(shared_case, where)
    with sqlite3.connect(where) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    answer = visitor(where).get("/signals")
    assert answer.status_code == 500
    assert "pip install --upgrade backchannel" in answer.text


def test_a_case_that_somebody_writes_to_is_read_all_the_same(
    shared_case: Path,
) -> None:
    with FileLock(f"{shared_case}.lock"):
        assert visitor(shared_case).get("/signals").status_code == 200


def test_a_fault_of_ours_is_a_guarded_page_without_its_details(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signals, "find_facets", lambda *_: 1 / 0)
    answer = client.get("/signals")
    assert answer.status_code == 500
    assert "fault of ours" in answer.text
    assert "ZeroDivision" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_an_empty_case_has_every_screen(tmp_path: Path) -> None:
    fill(tmp_path / "empty.db", [])
    client = visitor(tmp_path / "empty.db")
    for address, told in {
        "/signals": "Nothing was read into this case yet",
        "/documents": "This case has no documents yet",
        "/exchanges": "No exchange is told by several signals",
        "/redlines": "No red line was found",
        "/forecasts": "No forecast was found",
        "/claims": "No matter is stated more than once",
        "/timeline": "Nothing dated was found",
    }.items():
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert told in answer.text, address


@pytest.mark.parametrize(
    "screen",
    [
        *("signals", "documents", "exchanges", "timeline"),
        *("redlines", "forecasts", "claims"),
    ],
)
def test_a_page_past_the_end_says_so(client: TestClient, screen: str) -> None:
    answer = client.get(f"/{screen}?page=999")
    assert answer.status_code == 200
    assert re.search("The list ends before this page|found|more than once", answer.text)
