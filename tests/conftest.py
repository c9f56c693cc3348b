"""What all tests share: `--golden` rewrites expected results instead of comparing."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden", action="store_true", help="rewrite expected results (make golden)"
    )


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether `make golden` asks for expected results to be rewritten."""
    return bool(request.config.getoption("--golden"))
