"""What all tests share: `--golden` rewrites expected results instead of comparing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import Server, running_server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden", action="store_true", help="rewrite expected results (make golden)"
    )


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether `make golden` asks for expected results to be rewritten."""
    return bool(request.config.getoption("--golden"))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for the whole run."""
    with running_server() as started:
        yield started


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The place of a case that is not there yet, on each engine."""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("server")
        return server.new_database()
    return str(tmp_path / "case.db")
