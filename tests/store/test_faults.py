"""Whatever ends a run: a clear message, nothing half kept, a rerun that completes."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from backchannel.case.case import Case
from backchannel.domain.errors import CaseBusy, CaseUnavailable
from backchannel.store.database import Database
from tests.fakes import FakeReader
from tests.servers import Server, running_server

ROUNDS = 20
DOCUMENTS = 60
#: Adds until it is killed; says when it begins.
ADD = """
import sys
from backchannel.case.case import Case
from tests.fakes import FakeReader
print("begins", flush=True)
with Case(sys.argv[1]) as case:
    for added in case.add([sys.argv[2]], reader=FakeReader()):
        pass
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Write articles whose signals, parties and words fill a few pages each."""
    path = tmp_path / "articles.jsonl"
    names = ("Russia", "Iran", "France", "Syria", "Israel", "Turkey")
    with path.open("w", encoding="utf-8") as lines:
        for number in range(DOCUMENTS):
            pairs = [(names[(number + k) % 6], names[(2 * k) % 6]) for k in range(8)]
            text = " ".join(f"{a} warned {b} about day {number}." for a, b in pairs)
            url = f"https://example.org/{number % 20}"
            lines.write(json.dumps({"text": text, "url": url}) + "\n")
    return path


def content(where: str) -> list[Any]:
    """Return all that a case holds but for when it was kept."""
    with Case(where) as case:
        return sorted(
            (
                kept.document.text,
                [(p.appearance.url, p.version) for p in kept.publications],
                [(e.signal.id, e.signal.act, e.quote) for e in kept.entries],
            )
            for kept in case.each_document()
        )


def add(where: str, articles: Path) -> None:
    with Case(where) as case:
        for _ in case.add([articles], reader=FakeReader()):
            pass


def start(where: str, articles: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", ADD, where, str(articles)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    return process


def test_killed_at_any_moment_nothing_is_half_kept(
    where: str, articles: Path, tmp_path: Path
) -> None:
    chance = random.Random(2026)
    killed = kept = 0
    for _ in range(ROUNDS):
        process = start(where, articles)
        time.sleep(chance.uniform(0.0, 0.25))
        killed += process.poll() is None
        process.kill()
        process.communicate()
        with Case(where) as case:
            try:
                checked = case.verify()
            except CaseUnavailable:  # killed before it was made
                assert kept == 0
                continue
            assert checked.problems == ()
            assert checked.documents >= kept
            kept = checked.documents
    assert killed >= ROUNDS // 2
    add(where, articles)
    whole = str(tmp_path / "whole.db")
    add(whole, articles)
    assert content(where) == content(whole)
    assert len(content(whole)) == DOCUMENTS


def test_a_full_disk_is_told_and_what_was_kept_stays(
    articles: Path, tmp_path: Path
) -> None:
    where = str(tmp_path / "case.db")
    with Case(where) as case:
        adding = case.add([articles], reader=FakeReader())
        next(adding)
        adding.close()
    before = content(where)
    database = Database(where, write=True)

    @event.listens_for(database.engine, "begin")
    def _limit(connection: Any) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    with (
        pytest.raises(CaseUnavailable, match="the disk is full; free some space"),
        database.writing() as connection,
    ):
        connection.exec_driver_sql(
            "INSERT INTO tombstones VALUES ('x', hex(zeroblob(9000000)), '', '', '')"
        )
    database.close()
    assert content(where) == before
    add(where, articles)
    assert len(content(where)) == DOCUMENTS


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_file_that_may_not_grow_is_told(articles: Path, tmp_path: Path) -> None:
    limited = ADD.replace(
        "        pass",
        "        import resource\n"
        "        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))",
    )
    where = str(tmp_path / "case.db")
    result = subprocess.run(
        [sys.executable, "-c", limited, where, str(articles)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert "CaseUnavailable" in result.stderr.splitlines()[-1]
    assert "disk" in result.stderr.splitlines()[-1]
    with Case(where) as case:
        assert case.verify().problems == ()
    add(where, articles)
    assert len(content(where)) == DOCUMENTS


def test_a_case_in_a_folder_that_may_not_be_written_is_read(
    articles: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "frozen"
    folder.mkdir()
    where = folder / "case.db"
    add(str(where), articles)
    for left in folder.glob("case.db-*"):
        left.unlink()
    code = f"""
import os
from backchannel.case.case import Case
from backchannel.domain.errors import CaseUnavailable
from tests.fakes import FakeReader
with Case({str(tmp_path / "other.db")!r}) as other:
    # What is imported late must be before, as another user may not see it.
    list(other.add([{str(articles)!r}], reader=FakeReader()))
    other.signals()
if os.getuid() == 0:
    os.setuid(65534)
with Case({str(where)!r}) as case:
    print(case.signals().total)
    try:
        list(case.add([{str(articles)!r}], reader=FakeReader()))
    except CaseUnavailable as error:
        print(error)
"""
    folder.chmod(0o555)
    where.chmod(0o444)
    for parent in (articles.parent, *articles.parent.parents):
        if os.geteuid() == 0 and parent.is_relative_to("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o055)
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    folder.chmod(0o755)
    printed = result.stdout.splitlines()
    assert printed[:1] == [str(8 * DOCUMENTS)], result.stderr
    assert "cannot be written: Permission denied; copy it elsewhere" in printed[1]


def test_a_database_that_something_else_locks_is_busy(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backchannel.store.database._PATIENCE", 0.1)
    where = tmp_path / "case.db"
    add(str(where), articles)
    other = sqlite3.connect(where, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Case(where) as case, pytest.raises(CaseBusy, match="wait until it is done"):
        case.confirm(case.signals().rows[0].signal.id)
    other.execute("ROLLBACK")
    other.close()


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    with (
        Case(tmp_path / "other.db") as case,
        pytest.raises(CaseUnavailable, match="is the database of something else"),
    ):
        case.signals()
    text = tmp_path / "notes.txt"
    text.write_text("no database at all\n" * 99, "utf-8")
    with Case(text) as case, pytest.raises(CaseUnavailable, match="is no case"):
        case.signals()


def test_a_server_that_is_down_at_the_start_is_told(server: Server) -> None:
    where = "postgresql://tester:secret@127.0.0.1:1/none"
    with Case(where) as case, pytest.raises(CaseUnavailable) as caught:
        case.signals()
    assert "Connection refused" in str(caught.value)
    assert "secret" not in str(caught.value)
    missing = f"postgresql://tester@127.0.0.1:{server.port}/none"
    with Case(missing) as case, pytest.raises(CaseUnavailable, match="createdb"):
        case.signals()


def test_a_server_that_goes_down_in_the_middle_is_told(articles: Path) -> None:
    with running_server() as server:
        where = server.new_database()
        with Case(where) as case:
            adding = case.add([articles], reader=FakeReader())
            next(adding)
            server.stop()
            with pytest.raises(CaseUnavailable, match="what was kept stays"):
                list(adding)
        server.start()
        with Case(where) as case:
            checked = case.verify()
        assert checked.problems == ()
        assert checked.documents >= 1
        add(where, articles)
        assert len(content(where)) == DOCUMENTS
