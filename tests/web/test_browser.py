"""The pages in a real browser: they load, and ask nobody else."""

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from backchannel.web.app import make_app

pytestmark = pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium")
#: Keep the browser itself from asking anybody.
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-default-apps", "--disable-extensions"),
    "--disable-features=OptimizationHints,MediaRouter,Translate",
)

#: Whom Chromium asks for its own affairs all the same.
OF_THE_BROWSER = {
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "update.googleapis.com",
}


@contextmanager
def served(where: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(make_app(where), log_config=None, lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def counted() -> Iterator[tuple[int, list[bytes]]]:
    """Lend the port of a proxy that keeps what it is asked for, and answers nothing."""
    asked: list[bytes] = []

    def listen(listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                asked.append(connection.recv(200))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=listen, args=(listening,), daemon=True)
        thread.start()
        yield listening.getsockname()[1], asked
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def show(address: str, *, here: str, port: int, folder: Path) -> tuple[str, str]:
    """Return what a page became, and what the browser had to say of it.

    Everything goes through the proxy at `port`, but what the server at `here` is asked.
    """
    shown = subprocess.run(
        [
            *("chromium", *QUIET, "--enable-logging=stderr", "--dump-dom"),
            f"--proxy-server=http://127.0.0.1:{port}",
            f"--proxy-bypass-list=<-loopback>;{here.removeprefix('http://')}",
            f"--user-data-dir={folder}",
            address,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return shown.stdout, shown.stderr


def others(asked: Iterable[bytes]) -> set[str]:
    """Return the servers that were asked, but for those the browser asks by itself."""
    targets = (one.split(b" ")[1].decode() for one in asked if b" " in one)
    names = {one.split("://")[-1].split("/")[0].split(":")[0] for one in targets}
    return names - OF_THE_BROWSER


def test_pages_load_whole_and_ask_nobody_else(
    shared_case: Path, addresses: list[str], tmp_path: Path
) -> None:
    with served(shared_case) as here, counted() as (port, asked):
        for address in addresses[:1] + addresses[4:5] + addresses[7:8]:
            page, told = show(here + address, here=here, port=port, folder=tmp_path)
            assert "</main>" in page, address
            assert "CONSOLE" not in told, address
    assert others(asked) == set()


def test_a_page_that_asked_somebody_else_would_be_noticed(tmp_path: Path) -> None:
    page = "data:text/html,<img src=http://elsewhere.example/x>"
    with counted() as (port, asked):
        show(page, here="http://127.0.0.1:1", port=port, folder=tmp_path)
    assert others(asked) == {"elsewhere.example"}
