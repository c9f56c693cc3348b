"""The commands that put accounts side by side and follow a case."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from backchannel.cli import MISUSE, NONE_READ, app
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from backchannel.reconstruct.claims import find_claims
from backchannel.reconstruct.forecasts import find_forecasts
from tests.fakes import FakeReader

CASE = "crisis.db"
TEXTS = {
    "a.txt": "Russia warned Iran about the missiles at Tartus.\n",
    "b.txt": (
        "Russia warned Iran about the missiles at Tartus, a diplomat recalled. The army"
        " said 12 people were killed in Homs. The rebels said 40 people were killed in"
        " Homs. An attack could come within 48 hours, analysts said.\n"
    ),
}
LISTS = (
    "exchanges",
    "conflicts",
    "claims",
    "redlines",
    "forecasts",
    "actions",
    "escalation",
    "timeline",
)


class Thorough(FakeReader):
    def read(self, document: Document) -> Reading:
        signals = super().read(document).signals
        claims = find_claims(document, signals)
        return Reading(
            document, signals, claims, forecasts=find_forecasts(document, signals)
        )


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--case", CASE], obj=Thorough())


def lines(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def sheet(*arguments: str) -> list[dict[str, str]]:
    result = run(*arguments, "--csv")
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a case of two reports of one warning."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for number, (name, text) in enumerate(TEXTS.items(), 1):
        Path(name).write_text(text, "utf-8")
        told = ("--outlet", f"Paper {number}", "--published", f"2023-11-0{number}")
        assert run("add", name, *told).exit_code == 0
    return tmp_path


def test_exchanges_are_listed_with_their_accounts() -> None:
    [exchange] = lines("exchanges")
    assert [account["outlets"] for account in exchange["accounts"]] == [
        ["Paper 1"],
        ["Paper 2"],
    ]
    printed = run("exchanges").stdout
    assert "Russia" in printed
    assert printed.endswith("1 exchange\n")


def test_a_search_picks_exchanges() -> None:
    assert len(lines("exchanges", "from:Russia")) == 1
    assert lines("exchanges", "from:Kenya") == []
    assert run("exchanges", "act:shout").exit_code == MISUSE


def test_accounts_are_compared_by_the_id_of_an_exchange_or_a_signal() -> None:
    [exchange] = lines("exchanges")
    signal = exchange["accounts"][1]["signals"][0]["id"]
    by_exchange, by_signal = lines("compare", exchange["id"]), lines("compare", signal)
    assert by_exchange == by_signal
    assert {row["field"] for row in by_exchange[0]["rows"]} >= {"sender", "act"}
    printed = run("compare", signal[:12]).stdout
    assert "Paper 1" in printed
    assert "Paper 2" in printed


def test_accounts_are_compared_on_a_page(folder: Path) -> None:
    [exchange] = lines("exchanges")
    assert run("compare", exchange["id"], "--html", "matrix.html").exit_code == 0
    page = (folder / "matrix.html").read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "missiles at Tartus" in page


def test_an_id_that_is_not_there_is_told() -> None:
    result = run("compare", "ffff")
    assert result.exit_code == NONE_READ
    assert "no id begins with" in result.stderr


def test_people_part_and_join_signals() -> None:
    [exchange] = lines("exchanges")
    one, other = (a["signals"][0]["id"] for a in exchange["accounts"])
    assert run("apart", one, other).stdout.startswith("apart: ")
    assert lines("exchanges") == []
    assert run("undo", one).exit_code == 0
    assert len(lines("exchanges")) == 1
    assert run("together", one, other).exit_code == 0
    [joined] = lines("exchanges")
    assert joined["because"][0]["settled"] == "a person merged them"
    assert run("together", one, one).exit_code == MISUSE


def test_claims_in_conflict_come_first_and_the_single_ones_when_asked() -> None:
    [group] = lines("claims")
    assert group["finding"] == "contradicts" or group["finding"] == "differs"
    assert {"12 people", "40 people"} <= {
        " ".join(claim["quote"].split()[:2]) for claim in group["claims"]
    }
    assert len(lines("claims", "--all")) >= 1
    assert "Homs" in run("claims").stdout


def test_forecasts_are_listed_with_their_outcome() -> None:
    [forecast] = lines("forecasts")
    assert forecast["outcome"] == "unresolved"
    assert "UNRESOLVED" in run("forecasts").stdout


def test_escalation_takes_scores_of_ones_own() -> None:
    Path("mine.toml").write_text("warn = -9.0\n", "utf-8")
    before, after = lines("escalation"), lines("escalation", "--scores", "mine.toml")
    assert all(row["score"] == -9.0 for row in after) or not before
    Path("bad.toml").write_text("shout = 1\n", "utf-8")
    assert run("escalation", "--scores", "bad.toml").exit_code == MISUSE
    assert run("escalation", "--scores", "none.toml").exit_code == NONE_READ


def test_the_timeline_is_cut_to_sides_and_days() -> None:
    every = lines("timeline")
    assert every
    assert lines("timeline", "--since", "2030-01-01") == []
    assert lines("timeline", "--side", "Kenya") == []
    assert run("timeline", "--since", "soon").exit_code == MISUSE


@pytest.mark.parametrize("command", LISTS)
def test_every_list_is_a_sheet_and_lines_of_as_many_rows(command: str) -> None:
    rows = run(command, "--json").stdout.splitlines()
    if command != "claims":  # a row for each claim of a group
        assert len(sheet(command)) == len(rows)
    assert sheet(command) == sheet(command)
    assert run(command, "--limit", "1").exit_code == 0


@pytest.mark.parametrize("command", LISTS)
def test_a_list_of_nothing_says_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    Path("plain.txt").write_text("Nothing was said.", "utf-8")
    assert run("add", "plain.txt").exit_code == 0
    result = run(command)
    assert result.exit_code == 0
    assert "no " in result.stdout
    assert run(command, "--json").stdout == ""


@pytest.mark.parametrize("command", [*LISTS, "compare"])
def test_a_case_that_is_not_there_is_told(command: str, tmp_path: Path) -> None:
    words = [command, *(["ffff"] if command == "compare" else [])]
    missing = str(tmp_path / "missing.db")
    result = CliRunner().invoke(app, [*words, "--case", missing])
    assert result.exit_code == NONE_READ
    assert "missing.db" in result.stderr
