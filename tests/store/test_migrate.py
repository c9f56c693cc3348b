"""Cases of every version are brought to the present one, or refused."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from backchannel.case.case import Case
from backchannel.domain.errors import CaseError, CaseTooNew
from backchannel.store import migrate
from backchannel.store.database import Database
from backchannel.store.tables import tables
from tests.fakes import FakeReader

#: A step that comes after the present ones.
STEP = '''"""A column more."""

import sqlalchemy as sa
from alembic import op

revision = "{version}"
down_revision = "{before}"


def upgrade() -> None:
    """Add it."""
    op.add_column("tombstones", sa.Column("told", sa.String()))
    {then}
'''


def steps(folder: Path, *, then: str = "") -> Path:
    """Copy the steps and add one to them."""
    copied = folder / "migrations"
    shutil.copytree(migrate.STEPS, copied)
    before = migrate.versions()[-1]
    version = f"{int(before) + 1:04}"
    step = STEP.format(version=version, before=before, then=then)
    (copied / "versions" / f"{version}_a_column_more.py").write_text(step, "utf-8")
    return copied


def fill(where: str, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text("Russia warned Iran about the missiles.", "utf-8")
    with Case(where) as case:
        assert len(list(case.add([path], reader=FakeReader()))) == 1


def test_the_steps_make_the_tables_that_the_code_uses(where: str) -> None:
    database = Database(where, make=True)
    with database.reading() as connection:
        found = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, *_: not str(name or "").count("_words")},
        )
        assert compare_metadata(found, tables) == []
    database.close()


def test_a_step_keeps_what_was_there(where: str, tmp_path: Path) -> None:
    fill(where, tmp_path)
    database = Database(where, write=True)
    path = Path(where) if database.is_sqlite else None
    copy = migrate.migrate(database.engine, path, steps=steps(tmp_path))
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM signals")).scalar() == 1
        connection.execute(text("SELECT told FROM tombstones"))
    database.close()
    assert (copy is not None) == database.is_sqlite


def test_a_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    where = tmp_path / "case.db"
    fill(str(where), tmp_path)
    database = Database(where, write=True)
    copy = migrate.migrate(database.engine, where, steps=steps(tmp_path))
    database.close()
    assert copy is not None
    assert copy.name == f"case.db.{migrate.versions()[-1]}.backup"
    with Case(copy) as before:
        assert before.signals().total == 1


def test_a_step_that_fails_changes_nothing(where: str, tmp_path: Path) -> None:
    fill(where, tmp_path)
    database = Database(where, write=True)
    path = Path(where) if database.is_sqlite else None
    broken = steps(tmp_path, then="raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        migrate.migrate(database.engine, path, steps=broken)
    database.close()
    with Case(where) as case:
        assert case.verify().problems == ()


def test_a_case_of_a_later_version_is_refused_with_what_to_do(
    where: str, tmp_path: Path
) -> None:
    fill(where, tmp_path)
    database = Database(where, write=True)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    for write in (False, True):
        with pytest.raises(CaseTooNew, match="version 9999, later than this program's"):
            Database(where, write=write)


def test_reading_an_earlier_version_asks_for_the_migration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / "case.db"
    fill(str(where), tmp_path)
    later = steps(tmp_path)
    known = migrate.versions(later)
    monkeypatch.setattr("backchannel.store.database.versions", lambda: known)
    with Case(where) as case, pytest.raises(CaseError, match="`backchannel migrate"):
        case.signals()


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    where = tmp_path / "empty.db"
    sqlite3.connect(where).close()
    where.touch()
    fill(str(where), tmp_path)
    with Case(where) as case:
        assert case.signals().total == 1
