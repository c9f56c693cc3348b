"""Where a case may be served, and the command that does."""

import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backchannel.cli import MISUSE, NONE_READ, app
from backchannel.domain.errors import SettingsError
from backchannel.web.guard import LOOPBACK
from backchannel.web.serving import check_address, names_of

TOKEN = "0123456789abcdef"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_the_machine_itself_needs_no_token(host: str) -> None:
    check_address(host, None)
    assert names_of(host) == LOOPBACK


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "desk.example"])
def test_others_need_a_token(host: str) -> None:
    with pytest.raises(SettingsError, match="give a token with --token"):
        check_address(host, None)
    check_address(host, TOKEN)
    assert host in names_of(host)


@pytest.mark.parametrize("token", ["", "short", "sixteen letters ö", "a b" * 8])
def test_a_token_that_could_be_guessed_is_refused(token: str) -> None:
    with pytest.raises(SettingsError, match="at least 16") as caught:
        check_address("127.0.0.1", token)
    assert token == "" or token not in str(caught.value)


def test_everywhere_goes_by_the_name_of_the_machine() -> None:
    assert socket.gethostname().lower() in names_of("0.0.0.0")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["serve", *arguments])
    return result.exit_code, result.stderr


def test_serve_refuses_others_without_a_token(shared_case: Path) -> None:
    status, told = run("--case", str(shared_case), "--host", "0.0.0.0")
    assert status == MISUSE
    assert "give a token with --token" in told


def test_serve_says_that_a_case_is_missing(tmp_path: Path) -> None:
    status, told = run("--case", str(tmp_path / "none.db"))
    assert status == NONE_READ
    assert "there is no such case" in told


def test_serve_says_that_a_port_is_taken(shared_case: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        status, told = run("--case", str(shared_case), "--port", port, "--read-only")
    assert status == MISUSE
    assert "try another --port" in told


def test_serve_says_what_is_not_installed(
    shared_case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "backchannel.web.serving", None)
    status, told = run("--case", str(shared_case))
    assert status == MISUSE
    assert "pip install 'backchannel[web]'" in told


def test_serve_shows_the_case_until_it_is_interrupted(shared_case: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "backchannel", "serve", "--port", str(port)]
    with subprocess.Popen(
        [*command, "--case", str(shared_case)], stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        assert f"http://127.0.0.1:{port}/" in server.stderr.readline()
        page = fetch(f"http://127.0.0.1:{port}/signals")
        server.terminate()
        assert "Traceback" not in server.stderr.read()
    assert "Tartus" in page


def fetch(address: str) -> str:
    """Return a page of a server that may still be starting."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)
