"""What the command prints where, and the status it leaves with."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backchannel.cli import app
from tests.fakes import FakeReader

ROOT = Path(__file__).parents[2]
FRENCH = (
    "Le ministre des Affaires étrangères a averti mercredi que son pays ne tolérerait"
    " aucune nouvelle attaque contre ses navires dans le détroit.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with texts that are read and texts that are not."""
    texts = {
        "iran.txt": "Russia warned Iran about the tankers in the strait.\n",
        "syria.txt": "Turkey warned Syria about the shelling of the border.\n",
        "broken.txt": "The BOOM of the guns was heard in the capital.\n",
        "french.txt": FRENCH,
    }
    for name, text in texts.items():
        tmp_path.joinpath(name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, obj=FakeReader())


def process(
    *arguments: str, reader: str = "FakeReader", **environment: str
) -> subprocess.Popen[bytes]:
    """Start the command in a process of its own, as a shell would."""
    code = (
        "from backchannel.cli import main; from tests import fakes;"
        f" main(fakes.{reader}())"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("least", "signals"), [("0.6", 1), ("0.61", 0), ("1", 0)])
def test_signals_less_probable_than_wanted_are_left_out(
    least: str, signals: int
) -> None:
    form = "--format", "jsonl", "--min-confidence", least
    printed = run("read", "iran.txt", *form)
    assert printed.exit_code == 0
    assert len(json.loads(printed.stdout)["signals"]) == signals


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("sources", "status"),
    [
        (["iran.txt", "syria.txt"], 0),
        (["missing.txt"], 1),
        (["broken.txt", "missing.txt"], 1),
        (["french.txt"], 1),
        (["iran.txt", "missing.txt"], 3),
        (["broken.txt", "iran.txt"], 3),
        (["iran.txt", "french.txt"], 3),
    ],
)
def test_status_tells_how_much_was_read(sources: list[str], status: int) -> None:
    assert run("read", *sources).exit_code == status


@pytest.mark.usefixtures("folder")
def test_results_go_to_stdout_and_each_problem_to_a_line_of_stderr() -> None:
    result = run("read", "missing.txt", "broken.txt", "french.txt", "iran.txt")
    assert "Russia [warned]¹ Iran" in result.stdout
    missing, broken, french = result.stderr.splitlines()
    assert missing.startswith("backchannel: missing.txt: ")
    assert broken == (
        "backchannel: broken.txt: could not be read: ZeroDivisionError: a bug;"
        " please report it with the file"
    )
    assert french == (
        "backchannel: french.txt: language is French; only English is read"
    )


@pytest.mark.usefixtures("folder")
def test_jsonl_keeps_documents_of_other_languages() -> None:
    result = run("read", "french.txt", "iran.txt", "--format", "jsonl")
    french, iran = map(json.loads, result.stdout.splitlines())
    assert french["unread"] == "language is French"
    assert [signal["act"] for signal in iran["signals"]] == ["warn"]


@pytest.mark.usefixtures("folder")
def test_what_the_user_says_of_the_sources_is_in_the_results() -> None:
    options = "--published", "2024-08-04", "--outlet", "Harbour Wire"
    result = run("read", "iran.txt", "--format", "jsonl", *options)
    written = json.loads(result.stdout)
    assert (written["outlet"], written["published"]) == ("Harbour Wire", "2024-08-04")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--published", "4 August"], "published = '4 August': give a day"),
        (["--outlet", " "], "outlet = ' ': give the name"),
        (["--output", "."], "output = '.': a folder; name a file"),
        (["--output", "no/such.html"], "output = 'no/such.html': make its folder"),
        (["--format", "pdf"], "'pdf' is not one of"),
    ],
)
def test_misuse_is_told_before_anything_is_read(
    arguments: list[str], problem: str
) -> None:
    result = run("read", "iran.txt", *arguments)
    assert result.exit_code == 2
    assert problem in result.stderr
    assert result.stdout == ""


def test_no_source_is_misuse() -> None:
    assert run("read").exit_code == 2


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.html", "<!doctype html>"), ("a.jsonl", '{"id"'), ("a.txt", "───")],
)
def test_the_ending_of_the_output_tells_the_format(
    folder: Path, name: str, beginning: str
) -> None:
    result = run("read", "iran.txt", "--output", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert folder.joinpath(name).read_text("utf-8").startswith(beginning)


def test_output_stays_as_it_was_when_nothing_could_be_read(folder: Path) -> None:
    earlier = folder / "ledger.html"
    earlier.write_text("earlier", "utf-8")
    assert run("read", "missing.txt", "--output", "ledger.html").exit_code == 1
    assert earlier.read_text("utf-8") == "earlier"
    assert [path.name for path in folder.glob(".*")] == []


def test_an_empty_folder_says_so(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("read", "empty")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_a_record_that_is_not_read_is_told_by_its_id(folder: Path) -> None:
    records = (
        {"id": "n1", "text": "Russia warned Iran."},
        {"id": "n2", "text": FRENCH},
    )
    lines = "".join(json.dumps(record) + "\n" for record in records)
    folder.joinpath("two.jsonl").write_text(lines, "utf-8")
    result = run("read", "two.jsonl")
    assert result.exit_code == 3
    assert result.stderr.startswith("backchannel: two.jsonl (n2): language is French")


def test_version() -> None:
    assert re.fullmatch(r"backchannel \d+\.\d+\.\d+\n", run("--version").stdout)


@pytest.mark.usefixtures("folder")
def test_output_is_utf8_whatever_the_locale() -> None:
    with process(
        "read", "iran.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    ) as command:
        stdout, stderr = command.communicate(timeout=60)
    assert "warned]¹" in stdout.decode("utf-8")
    assert (command.returncode, stderr) == (0, b"")


def test_a_closed_pipe_ends_it_quietly(folder: Path) -> None:
    line = (
        json.dumps({"text": "Russia warned Iran about the oil tankers. " * 2000}) + "\n"
    )
    folder.joinpath("many.jsonl").write_text(line * 20, "utf-8")
    with process("read", "many.jsonl", "--format", "jsonl") as command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.read(10)
        command.stdout.close()
        assert command.stderr.read() == b""
        assert command.wait(timeout=60) == 141


@pytest.mark.skipif(os.name == "nt", reason="no shell that closes streams")
@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-"])
def test_streams_that_the_shell_closed_break_nothing(closing: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m backchannel read nowhere.txt {closing}"
    ended = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


def test_interrupting_says_so_and_leaves_no_half_output(folder: Path) -> None:
    with process(
        "read", "iran.txt", "syria.txt", "--output", "a.jsonl", reader="StuckReader"
    ) as command:
        assert command.stderr is not None
        assert command.stderr.readline() == b"stuck\n"
        command.send_signal(signal.SIGINT)
        # The second document may be stuck by then, too.
        ending = command.stderr.read().replace(b"stuck\n", b"")
        assert ending == b"backchannel: interrupted\n"
        assert command.wait(timeout=60) == 130
    assert sorted(path.name for path in folder.iterdir() if "jsonl" in path.name) == []


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from backchannel.cli import app\n"
        f"try: app({arguments})\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    helped = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "Usage: " in helped.stdout
    heavy = {"numpy", "onnxruntime", "trafilatura", "lxml", "rich.table", "jinja2"}
    assert heavy.isdisjoint(helped.stderr.split())


def test_python_dash_m_runs_the_command() -> None:
    version = subprocess.run(
        [sys.executable, "-m", "backchannel", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert version.stdout.startswith("backchannel ")


def test_a_folder_is_read_without_the_results_written_into_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", "utf-8")
    results = tmp_path / "results.jsonl"
    with results.open("w") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "backchannel", "read", ".", "--format", "jsonl"],
            cwd=tmp_path,
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "results.jsonl: is where the results go" in done.stderr
    assert results.read_text("utf-8") == ""
