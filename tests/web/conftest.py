"""A case that tests share, since pages change nothing in it."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from backchannel.case.case import Case
from tests.web.showing import fill, visitor


@pytest.fixture(scope="session")
def shared_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("web") / "case.db"
    fill(where)
    return where


@pytest.fixture
def client(shared_case: Path) -> TestClient:
    return visitor(shared_case)


@pytest.fixture
def addresses(shared_case: Path) -> list[str]:
    """The address of every screen, of each record the first."""
    with Case(shared_case) as case:
        entry = case.signals("missiles").rows[0]
        exchange = case.exchanges().rows[0].exchange
    return [
        "/signals",
        "/signals?q=missiles",
        "/documents",
        f"/documents/{entry.document.id}",
        f"/documents/{entry.document.id}?signal={entry.signal.id}",
        "/exchanges",
        "/exchanges?single=true",
        f"/exchanges/{exchange.id}",
        "/redlines",
        "/forecasts",
        "/claims",
        "/claims?every=true",
        "/timeline",
    ]
