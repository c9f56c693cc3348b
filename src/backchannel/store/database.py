"""The database of a case: opened, locked, brought to the present version.

A file name or URL in; connections that read or write out. Whatever goes wrong below
becomes a `CaseError` that says what to do.
"""

import os
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError

from backchannel.domain.errors import CaseBusy, CaseError, CaseUnavailable, Unkeepable
from backchannel.store.migrate import check_version, migrate, versions

__all__ = ["Connection", "Database", "public_name", "translated"]

#: Seconds to wait for another connection.
_PATIENCE = 5.0
#: Marks a connection that only reads, and need not keep others from writing.
_READS = "backchannel_reads"
#: Seconds to wait for a server.
_CONNECTING = 10
#: What names the databases of PostgreSQL.
_SERVER = re.compile(r"postgres(?:ql)?(?:\+\w+)?:")


class Database:
    """The database of one case.

    One writes at a time, whoever else may read: see "WAL-reset" in SQLite's list of
    bugs for why two writing connections are not left to the engine.
    """

    def __init__(
        self,
        case: str | os.PathLike[str],
        *,
        write: bool = False,
        make: bool = False,
    ) -> None:
        """Open a case to read it, or to `write`; `make` writes one that is not there.

        Raises:
            CaseError: there is no such case, or it cannot be used.
        """
        given = os.fspath(case)
        self._path = None if _is_url(given) else Path(given)
        self.name = public_name(given)
        self._lock: FileLock | Connection | None = None
        write = write or make
        self.engine = self._make_engine(given, write=write, make=make)
        try:
            with translated(self.name):
                self._open(write=write, make=make)
        except BaseException:
            self.close()
            raise

    @property
    def is_sqlite(self) -> bool:
        """Whether the case is a file."""
        return self._path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend a connection whose statements all see one state of the case."""
        with translated(self.name), self.engine.connect() as connection:
            yield connection.execution_options(**{_READS: True})

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection; what it wrote is kept whole at the end, or not at all."""
        if self._lock is None:
            raise ValueError(f"{self.name} was opened for reading")
        with translated(self.name):
            if isinstance(self._lock, Connection):
                # Who lost this connection lost the lock: another may write by now.
                with self._lock.begin():
                    yield self._lock
                return
            with self.engine.begin() as connection:
                yield connection

    def close(self) -> None:
        """Let go of files and connections."""
        if isinstance(self._lock, FileLock):
            with suppress(DBAPIError), self.engine.connect() as connection:
                # So that whoever copies the file has everything in it.
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            self.engine.dispose()
            self._lock.release()
        elif self._lock is not None:
            self._lock.invalidate()
            self._lock.close()
        self._lock = None
        self.engine.dispose()

    def _open(self, *, write: bool, make: bool) -> None:
        if write:
            self._lock = self._take_lock()
        with self.engine.connect() as connection:
            version = check_version(connection, self.name)
        if version == versions()[-1]:
            return
        if version is None and not make:
            raise self._missing()
        if not write:
            problem = "was written by an earlier version"
            remedy = "bring it up to date with `backchannel migrate --case`"
            raise CaseError(self.name, problem, remedy)
        migrate(self.engine, self._path)

    def _make_engine(self, given: str, *, write: bool, make: bool) -> Engine:
        if self._path is None:
            return _postgres(given, self.name)
        path = self._path
        if path.is_dir():
            raise CaseUnavailable(self.name, "is a folder", "name a file in it")
        if not make and not path.exists():
            raise self._missing()
        if not path.absolute().parent.is_dir():
            raise CaseUnavailable(self.name, "its folder is missing", "make it first")
        return _sqlite(path, write=write)

    def _missing(self) -> CaseUnavailable:
        remedy = "make it with `backchannel add SOURCES --case`"
        return CaseUnavailable(self.name, "there is no such case", remedy)

    def _take_lock(self) -> FileLock | Connection:
        if self._path is None:
            return self._lock_server()
        lock = FileLock(f"{self._path}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise _busy(self.name) from error
        except OSError as error:
            problem = f"cannot be written: {error.strerror}"
            raise CaseUnavailable(self.name, problem, "copy it elsewhere") from error
        return lock

    def _lock_server(self) -> Connection:
        """Hold an advisory lock for as long as its connection lives."""
        connection = self.engine.connect()
        key = {"key": zlib.crc32(b"backchannel")}
        taken = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), key)
        if not taken.scalar():
            connection.close()
            raise _busy(self.name)
        connection.commit()
        return connection


@contextmanager
def translated(case: str) -> Iterator[None]:
    """Turn what the engine reports into what a person can act upon."""
    try:
        yield
    except DataError as error:
        raise _unkeepable(case, str(error.orig)) from error
    except DBAPIError as error:
        raise _explain(case, str(error.orig)) from error
    except sqlite3.Error as error:  # while a file is copied
        raise _explain(case, str(error)) from error


#: Words of the engine, what they mean, and what to do.
_MEANINGS = (
    ("disk is full", "the disk is full", "free some space"),
    ("disk I/O error", "the disk cannot be read or written", "check the disk"),
    ("No space left", "the server's disk is full", "free some space"),
    ("readonly database", "may not be written", "change its permissions or copy it"),
    ("unable to open", "cannot be opened", "check its permissions and its folder's"),
    ("not a database", "is no case", "name a file that backchannel made"),
    ("malformed", "is damaged", "go back to a copy; `backchannel export` may help"),
    ('database "', "there is no such database", "make it with createdb"),
    ("authentication", "the server refuses the password", "check the URL"),
)


def _explain(case: str, said: str) -> CaseError:
    if "locked" in said:
        return _busy(case)
    if "too long for tsvector" in said:
        return _unkeepable(case, said)
    for words, problem, remedy in _MEANINGS:
        if words in said:
            return CaseUnavailable(case, problem, f"{remedy}, then run it again")
    said = " ".join(said.split())
    remedy = "what was kept stays; check the database, then run it again"
    return CaseUnavailable(case, said, remedy)


def _unkeepable(case: str, said: str) -> Unkeepable:
    remedy = "take out what it names, or keep it in a file instead of on a server"
    return Unkeepable(case, " ".join(said.split()), remedy)


def _busy(case: str) -> CaseBusy:
    remedy = "wait until it is done, then run it again"
    return CaseBusy(case, "somebody else is writing to it", remedy)


def _is_url(case: str) -> bool:
    return _SERVER.match(case) is not None


def public_name(case: str) -> str:
    """Return what messages call a case: its file, or its URL without the password."""
    if not _is_url(case):
        return case
    url = _parse(case)
    return url.difference_update_query(["password"]).render_as_string()


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        remedy = "write it as postgresql://user@host/database"
        raise CaseUnavailable(url.split("@")[-1], "is no URL", remedy) from error


def _postgres(given: str, name: str) -> Engine:
    url = _parse(given).set(drivername="postgresql+psycopg")
    try:
        return create_engine(
            url,
            pool_pre_ping=True,
            isolation_level="REPEATABLE READ",
            connect_args={"connect_timeout": _CONNECTING, "keepalives_idle": 60},
        )
    except ModuleNotFoundError as error:
        remedy = "install it with `pip install 'backchannel[postgres]'`"
        raise CaseUnavailable(name, "needs psycopg", remedy) from error


def _sqlite(path: Path, *, write: bool) -> Engine:
    query = {"uri": "true", "mode": "rwc" if write else "ro"}
    if not write and _is_frozen(path):
        query = {"uri": "true", "immutable": "1"}
    # As SQLite's URIs have it: "?" and "#" are parts of a name only when quoted.
    name = f"file:{quote(path.absolute().as_posix())}"
    url = URL.create("sqlite", database=name, query=query)
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        # SQLAlchemy opens transactions, not the driver (its "pysqlite" page).
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(_READS, not write)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _is_frozen(path: Path) -> bool:
    """Whether the file lies where its log cannot be opened and nobody writes it."""
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.absolute().parent, os.W_OK) and not log.exists()
