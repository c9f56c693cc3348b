"""Cases of every version brought to the present one.

The steps are `migrations/versions`, one file a version; Alembic takes them. A file is
copied before it is changed.
"""

import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from backchannel.domain.errors import CaseTooNew, CaseUnavailable

#: Ends of the names of copies, so that none takes the place of another.
_AGAIN = ("", *(f".{number}" for number in range(2, 1000)))
#: Where Alembic finds the steps.
STEPS = Path(str(resources.files("backchannel.store") / "migrations"))


def versions(steps: Path = STEPS) -> list[str]:
    """Return the versions that are known, oldest first."""
    return sorted(path.name[:4] for path in (steps / "versions").glob("[0-9]*.py"))


def version_of(connection: Connection) -> str | None:
    """Return the version of a case, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def check_version(connection: Connection, case: str) -> str | None:
    """Return the version of a case, None for an empty database; refuse others.

    Raises:
        CaseTooNew: a later version of backchannel wrote it.
        CaseUnavailable: it is the database of something else.
    """
    version = version_of(connection)
    if version is None and inspect(connection).get_table_names():
        problem = "is the database of something else"
        raise CaseUnavailable(case, problem, "name a new one")
    if version is not None and version not in versions():
        problem = f"is of version {version}, later than this program's"
        remedy = "upgrade it with `pip install --upgrade backchannel`"
        raise CaseTooNew(case, problem, remedy)
    return version


def migrate(engine: Engine, path: Path | None, *, steps: Path = STEPS) -> Path | None:
    """Bring the case to the last of `steps`; return the copy made of it before.

    Args:
        engine: opened for writing.
        path: the file of the case; None where a server keeps it.
        steps: the folder of Alembic's script.
    """
    from alembic import command
    from alembic.config import Config

    with engine.connect() as connection:
        before = version_of(connection)
    copy = _copy(path, before) if path and before else None
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return copy


def _copy(path: Path, version: str) -> Path:
    """Copy a case while it is whole, beside it."""
    names = (f"{path.name}.{version}.backup{again}" for again in _AGAIN)
    copies = (path.with_name(name) for name in names)
    copy = next(copy for copy in copies if not copy.exists())
    with (
        closing(sqlite3.connect(path)) as case,
        closing(sqlite3.connect(copy)) as copied,
    ):
        case.backup(copied)
    return copy
