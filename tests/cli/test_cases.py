"""The commands that keep a case: what they print where, and their status."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from backchannel.cli import MISUSE, NONE_READ, SOME_FAILED, app
from backchannel.cli.printing import join_query
from tests.fakes import FakeReader

CASE = "crisis.db"


def run(*arguments: str) -> Result:
    words = [*arguments, "--case", CASE]
    return CliRunner().invoke(app, words, obj=FakeReader())


def lines(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def first_id(*query: str) -> str:
    return str(lines("signals", *query)[0]["id"])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a case of two documents."""
    texts = {
        "iran.txt": "Russia warned Iran about the tankers in the strait.\n",
        "syria.txt": "Turkey warned Syria about the ceasefire deal. He left.\n",
    }
    for name, text in texts.items():
        tmp_path.joinpath(name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("BACKCHANNEL_WHO", "Ana")
    added = run("add", *texts, "--outlet", "Reuters", "--published", "2023-11-03")
    assert added.exit_code == 0, added.output
    return tmp_path


# Adding


def test_adding_tells_what_became_of_each_document() -> None:
    again = run("add", "iran.txt", "--outlet", "TASS")
    printed = again.stdout.splitlines()
    assert "known, a new appearance" in printed[0]
    assert printed[-1] == "1 document: 1 known, a new appearance; 0 new signals"


def test_adding_prints_json_for_programs() -> None:
    Path("new.txt").write_text("France warned Israel.", "utf-8")
    [told] = lines("add", "new.txt")
    assert (told["outcome"], told["signals"]) == ("new", 1)


def test_what_could_not_be_added_is_told_and_the_rest_is_kept() -> None:
    Path("new.txt").write_text("France warned Israel.", "utf-8")
    Path("broken.txt").write_text("The BOOM of the guns was heard.", "utf-8")
    result = run("add", "new.txt", "broken.txt", "missing.txt")
    assert result.exit_code == SOME_FAILED
    assert len(result.stderr.splitlines()) == 2
    assert len(lines("signals")) == 3


def test_adding_nothing_is_told() -> None:
    Path("empty").mkdir()
    result = run("add", "empty")
    assert result.exit_code == NONE_READ
    assert "is a folder without files" in result.stderr


def test_a_case_may_be_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BACKCHANNEL_CASE", CASE)
    result = CliRunner().invoke(app, ["stats"])
    assert "signals      2" in result.stdout


# Finding


def test_a_list_shows_who_what_and_the_words_and_how_many_there_are() -> None:
    result = run("signals", "--limit", "1")
    head, quote, foot = result.stdout.splitlines()
    assert "2023-11-03  warn     Turkey → Syria · Reuters" in head
    assert quote.strip() == "Turkey [warned] Syria about the ceasefire deal."
    assert foot == "1–1 of 2 signals; more with --offset 1"


def test_a_search_marks_its_words_and_counts_the_texts_that_hold_them() -> None:
    result = run("search", "ceasefire deals", "from:Turkey")
    assert "about the [ceasefire deal]." in result.stdout
    assert result.stdout.splitlines()[-1].startswith("1 document;")


def test_a_long_sentence_is_cut_round_the_words(folder: Path) -> None:
    told = f"Russia warned Iran about {'ships and ' * 30}tankers."
    text = f"{'The day was long and ' * 9}{told}\n"
    (folder / "long.txt").write_text(text, "utf-8")
    run("add", "long.txt")
    printed = run("search", "tankers").stdout.splitlines()
    assert all(len(line) <= 100 for line in printed)
    assert any("…" in line and "[tankers]" in line for line in printed)


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["ceasefire deal"], '"ceasefire deal"'),
        (["from:United States", "act:warn"], 'from:"United States" act:warn'),
        (['to:"United States"'], 'to:"United States"'),
        (["-from:South Korea"], '-from:"South Korea"'),
        ([], ""),
    ],
)
def test_quotation_marks_that_the_shell_took_come_back(
    words: list[str], query: str
) -> None:
    assert join_query(words) == query


def test_lists_come_as_csv() -> None:
    for command, column in (
        ("signals", "sentence"),
        ("documents", "outlet"),
        ("actors", "name"),
    ):
        result = run(command, "--csv")
        rows = list(csv.DictReader(io.StringIO(result.stdout)))
        assert rows
        assert all(row[column] for row in rows)


def test_lists_come_as_json() -> None:
    [one, _] = lines("signals")
    assert one["quote"].startswith("Turkey warned")
    assert one["outlet"] == "Reuters"
    assert {line["id"] for line in lines("documents")} >= {one["document"]}
    assert {line["name"] for line in lines("actors")} == {
        "Russia",
        "Iran",
        "Turkey",
        "Syria",
    }


def test_a_broken_search_shows_its_place_and_an_example() -> None:
    result = run("search", "form:Iran")
    assert result.exit_code == MISUSE
    assert "character 1 (form:Iran): fields are from, to" in result.stderr


def test_each_record_is_shown_with_its_reviews() -> None:
    one = first_id("from:Turkey")
    run("note", one, "denied since")
    shown = run("show", one[:12]).stdout
    assert "Turkey [warned]¹ Syria" in shown
    assert "Ana: note: denied since" in shown
    document = run("show", lines("documents")[0]["id"]).stdout
    assert "appeared  Reuters · 3 November 2023" in document
    actor = run("show", lines("actors", "Syria")[0]["id"]).stdout
    assert "called     Syria" in actor
    assert lines("show", one)[0]["reviews"][0]["who"] == "Ana"


def test_an_id_that_is_not_there_is_told() -> None:
    result = run("show", "zzz")
    assert result.exit_code == NONE_READ
    assert "no id begins with 'zzz'" in result.stderr


def test_counts_are_printed() -> None:
    assert "act          warn 2" in run("stats").stdout
    assert lines("stats")[0]["by"]["outlet"] == {"Reuters": 2}


def test_what_is_new_is_listed_by_document() -> None:
    printed = run("new", "--since", "2020-01-01").stdout
    assert printed.splitlines()[-1] == "2 documents, 2 signals"
    assert lines("new", "--since", "2999-01-01") == []
    assert run("new", "--since", "soon").exit_code == MISUSE


def test_who_may_be_one_is_listed() -> None:
    one = first_id("from:Turkey")
    run("correct", one, "sender", "Turkey = Turkey / TUR")
    Path("new.txt").write_text("Turkey warned Greece.", "utf-8")
    run("add", "new.txt")
    printed = run("actors", "--candidates").stdout
    assert "Turkey (TUR)" in printed
    assert "They have one name" in printed


# Review


def test_a_review_is_made_and_undone() -> None:
    one = first_id("from:Russia")
    assert "confirm, by Ana" in run("confirm", one).stdout
    assert "confirmed" in run("signals", "review:confirmed").stdout
    run("tag", one, "key claim")
    assert "#key claim" in run("signals", "tag:key claim").stdout
    run("undo", one)
    assert lines("signals", "tag:key claim") == []
    run("correct", one, "act", "threaten")
    assert lines("signals", "act:threaten")[0]["review"] == "corrected"
    run("reject", one)
    assert lines("signals", "review:rejected")[0]["id"] == one


def test_a_correction_that_cannot_be_is_misuse() -> None:
    result = run("correct", first_id(), "act", "shout")
    assert result.exit_code == MISUSE
    assert "is one of inform" in result.stderr


def test_actors_are_merged_and_split() -> None:
    left, right = (lines("actors", name)[0]["id"] for name in ("Syria", "Iran"))
    assert run("merge-actors", left, right).exit_code == 0
    [actor] = lines("actors", "Iran")
    assert actor["signals"] == 2
    assert run("split-actor", right, "Cairo").exit_code == MISUSE


# The case as a whole


def test_a_document_is_taken_out() -> None:
    one = lines("documents", "ceasefire")[0]["id"]
    assert "taken out" in run("remove", one, "--reason", "a hoax").stdout
    again = run("add", "syria.txt")
    assert again.exit_code == NONE_READ
    assert "a hoax; add it with --restore" in again.stderr
    assert run("add", "syria.txt", "--restore").exit_code == 0


def test_a_sound_case_verifies_and_a_damaged_one_is_told() -> None:
    assert run("verify").stdout == "2 documents, 2 signals checked\n"
    import sqlite3

    with sqlite3.connect(CASE) as database:
        database.execute("UPDATE documents SET text = text || '!' WHERE number = 1")
    database.close()
    result = run("verify")
    assert result.exit_code == SOME_FAILED
    assert "its text is not the one that was kept" in result.stdout


def test_reading_again_prints_what_changed() -> None:
    class Later(FakeReader):
        id = "later"

    reread = ["reread", "--case", CASE]
    result = CliRunner().invoke(app, reread, obj=Later())
    assert result.stdout.count("0 added, 0 gone, 0 changed") == 2
    again = CliRunner().invoke(app, reread, obj=Later())
    assert "nothing to read again" in again.stderr


def test_a_copy_is_merged_with_its_conflicts() -> None:
    import shutil

    shutil.copy(CASE, "copy.db")
    one = first_id()
    run("confirm", one)
    CliRunner().invoke(app, ["reject", one, "--case", "copy.db", "--who", "Ben"])
    result = run("merge", "copy.db")
    assert "state: confirm by Ana against reject by Ben" in result.stdout
    assert "1 review; 1 conflict" in result.stderr


def test_a_case_may_be_migrated_though_it_is_current() -> None:
    assert run("migrate").exit_code == 0


# Export


def test_an_export_tells_its_count_and_digest() -> None:
    import hashlib

    result = run("export", "--output", "out.csv")
    digest = hashlib.sha256(Path("out.csv").read_bytes()).hexdigest()
    assert result.stderr == f"backchannel: 2 signals, sha256 {digest}\n"


@pytest.mark.parametrize(
    "format",
    ["jsonl", "csv", "plover", "annotation", "ftm", "graphml", "gexf", "brief"],
)
def test_every_format_of_text_goes_to_standard_output(format: str) -> None:
    result = run("export", "--format", format)
    assert result.exit_code == 0
    assert "Russia" in result.stdout
    assert result.stderr.startswith("backchannel: 2 signals, sha256 ")


@pytest.mark.parametrize("name", ["out.zip", "out.parquet"])
def test_formats_of_bytes_go_into_files(name: str) -> None:
    assert "2 signals" in run("export", "-o", name).stderr
    assert Path(name).stat().st_size > 500
    form = {"out.zip": "bundle", "out.parquet": "parquet"}[name]
    refused = run("export", "--format", form)
    assert refused.exit_code == MISUSE
    assert "goes into a file" in refused.stderr


def test_what_was_rejected_is_not_exported() -> None:
    run("reject", first_id("from:Russia"))
    assert "Russia" not in run("export", "--format", "csv").stdout


def test_an_export_may_hold_only_what_was_confirmed() -> None:
    run("confirm", first_id("from:Russia"))
    printed = run("export", "--confirmed", "--format", "csv").stdout
    assert "Russia" in printed
    assert "Turkey" not in printed


def test_an_export_holds_what_a_search_finds() -> None:
    printed = run("export", "to:Syria", "--format", "csv").stdout
    assert "Turkey" in printed
    assert "Russia" not in printed


def test_only_documents_of_which_all_was_reviewed_become_gold() -> None:
    run("confirm", first_id("from:Russia"))
    result = run("export", "--format", "gold")
    [line] = result.stdout.splitlines()
    assert json.loads(line)["signals"][0]["act"] == "warn"
    assert "left out 1, not all of its signals are reviewed" in result.stderr


def test_gold_is_whole_documents_whatever_is_searched() -> None:
    Path("two.txt").write_text("Cuba warned Haiti. Cuba warned Peru.", "utf-8")
    run("add", "two.txt")
    run("confirm", first_id("to:Haiti"))
    result = run("export", "to:Haiti", "--format", "gold")
    assert result.stdout == ""
    assert "left out 1, not all of its signals are reviewed" in result.stderr
    refused = run("export", "--format", "gold", "--quotes-only")
    assert refused.exit_code == MISUSE


@pytest.mark.parametrize("command", ["signals", "documents", "actors"])
def test_programs_are_told_on_standard_error_how_many_there_are(command: str) -> None:
    result = run(command, "--json", "--limit", "1")
    assert result.stderr.startswith("backchannel: 1–1 of ")


def test_full_texts_may_be_left_out() -> None:
    printed = run("export", "--quotes-only").stdout
    assert "Turkey warned Syria" in printed
    assert "He left" not in printed
    assert "He left" in run("export").stdout


def test_an_export_that_cannot_be_written_keeps_what_was_there() -> None:
    Path("out.csv").mkdir()
    result = run("export", "--output", "out.csv")
    assert result.exit_code == MISUSE
    assert "a folder; name a file in it" in result.stderr
    assert os.listdir("out.csv") == []
