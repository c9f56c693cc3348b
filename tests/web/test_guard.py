"""Who is answered, and what answers may do in a browser."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from backchannel.web.guard import COOKIE, LOOPBACK, seal
from tests.web.showing import visitor

TOKEN = "0123456789abcdef"
#: What a page may never be without.
GUARDED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}
POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "script-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
}


@pytest.mark.parametrize(
    "address", ["/signals", "/signals.json", "/nowhere", "/signals?q=from:", "/"]
)
def test_every_answer_is_guarded(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert set(headers["content-security-policy"].split("; ")) == POLICY
    assert {name: headers[name] for name in GUARDED} == GUARDED


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "X"])
def test_nothing_is_written(client: TestClient, method: str) -> None:
    answer = client.request(method, "/signals")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_head_is_a_page_without_its_body(client: TestClient) -> None:
    answer = client.head("/signals")
    assert answer.status_code == 200
    assert answer.content == b""


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost:8765", "LOCALHOST", "[::1]:80", "localhost."]
)
def test_the_machine_itself_is_a_good_name(client: TestClient, host: str) -> None:
    assert client.get("/signals", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "10.0.0.7", "", "a@localhost", "[::1"],
)
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/signals", headers={"host": host})
    assert answer.status_code == 421
    assert "Tartus" not in answer.text


def test_a_server_for_others_goes_by_its_name_and_by_numbers(shared_case: Path) -> None:
    client = visitor(shared_case, hosts=LOOPBACK | {"desk.example"})
    statuses = {
        host: client.get("/signals", headers={"host": host}).status_code
        for host in ("desk.example:8765", "10.0.0.7", "evil.example")
    }
    assert list(statuses.values()) == [200, 200, 421]


def test_without_the_token_nothing_is_told(shared_case: Path) -> None:
    answer = visitor(shared_case, token=TOKEN).get("/signals")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert 'name="token"' in answer.text
    assert "Tartus" not in answer.text


def test_programs_give_the_token_in_a_header(shared_case: Path) -> None:
    client = visitor(shared_case, token=TOKEN)
    given = {"authorization": f"Bearer {TOKEN}"}
    assert client.get("/signals.json", headers=given).status_code == 200
    wrong = {"authorization": f"Bearer {TOKEN}x"}
    assert client.get("/signals.json", headers=wrong).status_code == 401


def test_who_gives_the_token_once_gets_a_cookie(shared_case: Path) -> None:
    client = visitor(shared_case, token=TOKEN)
    answer = client.get(f"/signals?q=missiles&token={TOKEN}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/signals?q=missiles"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert TOKEN not in cookie
    assert "Tartus" in client.get("/signals?q=missiles").text


def test_the_cookie_of_another_token_opens_nothing(shared_case: Path) -> None:
    client = visitor(shared_case, token=TOKEN)
    client.cookies.set(COOKIE, seal("another token"))
    assert client.get("/signals").status_code == 401


def test_the_way_back_leads_to_no_other_server(shared_case: Path) -> None:
    client = visitor(shared_case, token=TOKEN)
    answer = client.get(f"http://127.0.0.1:8765//evil.example/?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"


def test_the_style_needs_no_token(shared_case: Path) -> None:
    answer = visitor(shared_case, token=TOKEN).get("/static/style.css")
    assert answer.headers["content-type"].startswith("text/css")
