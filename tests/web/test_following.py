"""The screens that follow a case."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from tests.web.test_signals import plain


def test_claims_on_one_matter_stand_together_with_what_differs(
    client: TestClient,
) -> None:
    page = plain(client.get("/claims").text)
    assert "12 people were killed in Homs" in page
    assert "40 people were killed in Homs" in page
    assert "1 and 2" in page
    assert "1–1 of 1 matter" in page


def test_all_claims_come_when_asked_for(client: TestClient) -> None:
    several = client.get("/claims.json").json()["total"]
    assert client.get("/claims.json?every=true").json()["total"] >= several > 0


def test_a_red_line_shows_if_and_then(client: TestClient) -> None:
    page = client.get("/redlines").text
    assert '<span class="role condition">if locusts came</span>' in page
    assert '<span class="role consequence">it would close the border</span>' in page
    assert '<span class="badge open">open</span>' in page


def test_red_lines_are_narrowed_by_their_state(client: TestClient) -> None:
    assert client.get("/redlines.json?state=open").json()["total"] == 1
    assert client.get("/redlines.json?state=lapsed").json()["total"] == 0


def test_a_forecast_shows_its_window_and_outcome(client: TestClient) -> None:
    page = client.get("/forecasts").text
    assert "<mark>within 48 hours</mark>" in page
    assert '<span class="badge unresolved">unresolved</span>' in page


def test_forecasts_are_narrowed_by_their_outcome(client: TestClient) -> None:
    one = client.get("/forecasts.json", params={"outcome": "unresolved"}).json()
    none = client.get("/forecasts.json", params={"outcome": "borne out"}).json()
    assert (one["total"], none["total"]) == (1, 0)


def test_the_timeline_is_in_order(client: TestClient) -> None:
    rows = client.get("/timeline.json").json()["rows"]
    days = [row["start"] for row in rows if row.get("start")]
    assert days == sorted(days)
    page = client.get("/timeline").text
    assert page.index("2023-11-01") < page.index("2023-11-03")


@pytest.mark.parametrize(
    ("asked", "there", "away"),
    [
        ("side=Kenya", "locusts", "Tartus"),
        ("until=2023-11-02", "Tartus", "locusts"),
        ("since=2023-11-03", "locusts", "Tartus"),
    ],
)
def test_the_timeline_is_narrowed(
    client: TestClient, asked: str, there: str, away: str
) -> None:
    page = client.get(f"/timeline?{asked}").text
    assert there in page
    assert away not in page


@pytest.mark.parametrize("name", ["claims", "redlines", "forecasts", "timeline"])
def test_every_list_is_a_sheet(client: TestClient, name: str) -> None:
    answer = client.get(f"/{name}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert f'filename="{name}.csv"' in answer.headers["content-disposition"]
    assert len(rows) >= client.get(f"/{name}.json").json()["total"]
