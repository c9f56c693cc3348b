"""A case opened: its connections, and records by the beginning of their ids."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from backchannel.domain.errors import Ambiguous, NotFound
from backchannel.store import find
from backchannel.store.database import Connection, Database, public_name


class Opened:
    """One case: a file, or a database of a PostgreSQL server.

    Reading sees what is kept at that moment. Each call that writes takes the case for
    itself while it runs; whoever else writes gets `CaseBusy`.
    """

    def __init__(self, where: str | os.PathLike[str], *, who: str = "") -> None:
        """Name a case; adding makes it if it is not there.

        Args:
            where: a file, or postgresql://user@host/database.
            who: in whose name reviews are made; the login name without it.
        """
        self.where = os.fspath(where)
        #: What messages call it: no password is in it.
        self.name = public_name(self.where)
        self._who = who or _login()
        self._reader: Database | None = None
        self._writer: Database | None = None

    def close(self) -> None:
        """Let go of the case; it opens again when it is asked."""
        if self._reader:
            self._reader.close()
        self._reader = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._reader is None:
            self._reader = Database(self.where)
        with self._reader.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self, *, make: bool = False) -> Iterator[Database]:
        """Take the case to write; within a call that writes, the same once more."""
        if self._writer:
            yield self._writer
            return
        # A reader that stays open would keep what is written out of the file itself.
        self.close()
        self._writer = writer = Database(self.where, write=True, make=make)
        try:
            yield writer
        finally:
            self._writer = None
            self.close()
            writer.close()

    def _only(self, connection: Connection, table: Any, beginning: str) -> int:
        found = find.beginning(connection, table, beginning)
        return found[self._one(beginning, list(found))]

    def _one(self, beginning: str, found: list[str]) -> str:
        if not found:
            raise not_found(self.name, beginning)
        if len(found) > 1 and beginning not in found:
            remedy = f"write more of it: {', '.join(one[:16] for one in found)}"
            raise Ambiguous(self.name, f"several ids begin with {beginning!r}", remedy)
        return found[0]


def not_found(case: str, beginning: str) -> NotFound:
    """Return the report that no id of `case` begins so."""
    remedy = "`backchannel signals`, `documents` and `actors` list what there is"
    return NotFound(case, f"no id begins with {beginning!r}", remedy)


def is_sqlite(connection: Connection) -> bool:
    """Whether the case is a file."""
    return connection.dialect.name == "sqlite"


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
