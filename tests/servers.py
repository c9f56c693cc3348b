"""A real PostgreSQL server for the tests: made, started on a free port, stopped."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: Debian keeps the programs of a server out of the way.
_PLACES = "/usr/lib/postgresql/*/bin"


class Server:
    """One server, with databases made as they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self.port = _free_port()
        self._programs = _programs()
        self._run("initdb", "-D", f"{folder}/data", "-U", "tester", "-A", "trust")
        self.start()

    def start(self) -> None:
        """Start it; it is ready when this returns."""
        options = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1"
        options += " -c fsync=off"
        log = f"{self._folder}/log"
        self._run(
            "pg_ctl",
            "-D",
            f"{self._folder}/data",
            "-w",
            "-l",
            log,
            "-o",
            options,
            "start",
        )

    def stop(self) -> None:
        """Stop it at once, whoever is connected."""
        self._run("pg_ctl", "-D", f"{self._folder}/data", "-m", "immediate", "stop")

    def new_database(self) -> str:
        """Return the URL of an empty database."""
        self._count += 1
        name = f"case{self._count}"
        here = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "tester")
        self._run("createdb", *here, name)
        return f"postgresql://tester@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.geteuid() == 0:  # the server refuses to be run by root
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(
            command,
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


@contextmanager
def running_server() -> Iterator[Server]:
    """Lend a server; nothing of it stays."""
    folder = Path(tempfile.mkdtemp(prefix="backchannel-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server = Server(folder)
    try:
        yield server
    finally:
        with suppress(subprocess.CalledProcessError):
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = sorted(Path("/").glob(_PLACES.lstrip("/")))
    if found:
        return found[-1]
    on_path = shutil.which("initdb")
    if on_path is None:
        raise RuntimeError("the tests need PostgreSQL: apt-get install postgresql")
    return Path(on_path).parent


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
