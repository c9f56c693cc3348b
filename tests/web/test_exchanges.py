"""The screens of exchanges."""

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from backchannel.case.case import Case
from tests.web.showing import DOCUMENTS, fill, visitor
from tests.web.test_signals import plain


@pytest.fixture
def exchange(shared_case: Path) -> str:
    with Case(shared_case) as case:
        return case.exchanges().rows[0].exchange.id


def test_exchanges_of_several_signals_are_listed(
    client: TestClient, exchange: str
) -> None:
    page = client.get("/exchanges").text
    assert f'href="/exchanges/{exchange}"' in page
    assert "2 accounts Harbour Wire, The Meridian Post" in plain(page)
    assert "1–1 of 1" in page


def test_exchanges_of_one_signal_come_when_asked_for(client: TestClient) -> None:
    page = plain(client.get("/exchanges?single=true&q=Kenya").text)
    assert "1–1 of 1" in page
    assert "Kenya" in page


def test_matrix_has_a_column_for_each_account(
    client: TestClient, exchange: str
) -> None:
    page = client.get(f"/exchanges/{exchange}").text
    heads = re.findall(r'<th scope="col" role="columnheader" id="a(\d)">', page)
    assert heads == ["1", "2"]
    assert "= agrees with 2" in page
    assert "grouped because" in page
    assert page.count("<mark>warned</mark>") == 2


def test_a_signal_leads_to_its_exchange(
    client: TestClient, exchange: str, shared_case: Path
) -> None:
    with Case(shared_case) as case:
        signal = case.signals("outlet:Meridian").rows[0].signal.id
    found = client.get(f"/exchanges/{signal}").text
    assert found == client.get(f"/exchanges/{exchange}").text


def test_what_was_not_compared_has_no_matrix(tmp_path: Path) -> None:
    fill(tmp_path / "new.db", DOCUMENTS[:1], group=False)
    with Case(tmp_path / "new.db") as case:
        signal = case.signals().rows[0].signal.id
    answer = visitor(tmp_path / "new.db").get(f"/exchanges/{signal}")
    assert answer.status_code == 404
    assert "was not compared yet" in answer.text


def test_programs_get_exchanges(client: TestClient, exchange: str) -> None:
    listed = client.get("/exchanges.json").json()
    assert [row["id"] for row in listed["rows"]] == [exchange]
    assert client.get("/exchanges.json?single=true").json()["total"] == 2
    sheet = client.get("/exchanges.csv").text
    assert [one["id"] for one in csv.DictReader(io.StringIO(sheet))] == [exchange]


def test_programs_get_the_comparison(client: TestClient, exchange: str) -> None:
    form = client.get(f"/exchanges/{exchange}.json").json()
    assert [one["outlets"] for one in form["accounts"]] == [
        ["Harbour Wire"],
        ["The Meridian Post"],
    ]
    assert client.get(f"/exchanges/{exchange}.csv").text.count("\r\n") == 3
