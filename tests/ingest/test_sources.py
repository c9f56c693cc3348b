import codecs
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from backchannel.domain.errors import SourceError
from backchannel.ingest.records import Form, Raw
from backchannel.ingest.sources import Format, open_sources, sniff_format

TEXT = "The envoy warned them."


def read(*sources: str | Path) -> tuple[list[Raw], list[SourceError]]:
    found = list(open_sources(sources))
    raws = [one for one in found if isinstance(one, Raw)]
    return raws, [one for one in found if isinstance(one, SourceError)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    stream = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT),
        ("a.unknown", TEXT),
        ("a.jsonl", json.dumps({"text": TEXT}) + "\n"),
        ("a.csv", f"text\r\n{TEXT}\r\n"),
        ("a.json", json.dumps({"text": TEXT}, indent=1)),
    ],
)
def test_every_format_is_read_in_every_encoding(
    tmp_path: Path, name: str, content: str, encoding: str
) -> None:
    raws, errors = read(write(tmp_path / name, content.encode(encoding)))
    assert [raw.text for raw in raws] == [TEXT]
    assert not errors


def test_big_endian_text_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"))
    assert [raw.text for raw in read(path)[0]] == [TEXT]


def test_text_is_kept_untouched(tmp_path: Path) -> None:
    text = "\u200f\r\nOne\r\n\r\n🕊 two\r\x00three \n"
    raws, _ = read(write(tmp_path / "a.txt", text))
    assert raws[0].text == text
    assert raws[0].id == "a.txt"
    assert raws[0].source == str(tmp_path / "a.txt")


def test_folders_are_read_in_order_with_what_is_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.md", ".hidden.txt", ".git/c.txt"):
        write(tmp_path / name, TEXT)
    raws, errors = read(tmp_path)
    assert [raw.id for raw in raws] == ["y.md", "z.txt", "b.txt"]
    assert not errors


def test_links_that_lead_in_circles_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", TEXT)
    try:
        (tmp_path / "in" / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    except OSError:
        pytest.skip("links cannot be made here")
    raws, errors = read(tmp_path)
    assert [raw.id for raw in raws] == ["a.txt"]
    assert [Path(error.source).name for error in errors] == ["self.txt"]


def test_a_file_that_two_sources_lead_to_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    raws, errors = read(tmp_path, path, str(path))
    assert len(raws) == 1
    assert not errors


def test_a_link_is_another_name_of_a_file_not_another_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    try:
        (tmp_path / "b.txt").symlink_to(path)
    except OSError:
        pytest.skip("links cannot be made here")
    assert len(read(tmp_path)[0]) == 1


@pytest.mark.parametrize(
    ("name", "content", "problem", "remedy"),
    [
        ("a.txt", b"", "is empty", "leave it out"),
        ("a.txt", b" \n\r\n", "is empty", "leave it out"),
        ("a.bin", bytes(range(256)), "binary", "save it as UTF-8"),
        ("a.pdf", b"%PDF-1.4 rest", "PDF", "save its text"),
        ("a.txt", b"caf\x81\x8d and on", "encoding", "save it as UTF-8"),
        ("a.txt", b"\xff\xfe\x00\xd8a\x00", "UTF-16", "save it as UTF-8"),
        ("a.html", b"<p>x</p>" * 700_000, "larger than 5 MB", "article alone"),
        ("a.txt", b"many words " * 100_000, "characters long", "split it"),
        ("a.json", b'{"title": "x"}', "has no text", "text"),
        ("a.json", b'[{"text": "x"}]', "holds a list", "text"),
        ("a.json", b"{broken", "no valid JSON", "correct it"),
        ("a.json", b"[" * 100_000, "no valid JSON", "correct it"),
        ("a.csv", b"a,b\n1,2\n", "no column named text", "first row"),
        ("a.csv", b"id,text\n", "holds no records", ""),
        ("a.jsonl", b"\n \n\n{", "line 4: is no valid JSON", "correct it"),
    ],
)
def test_a_broken_file_gives_one_error_and_the_next_is_read(
    tmp_path: Path, name: str, content: bytes, problem: str, remedy: str
) -> None:
    broken = write(tmp_path / name, content)
    raws, errors = read(broken, write(tmp_path / "good.txt", TEXT))
    assert [raw.text for raw in raws] == [TEXT]
    assert [error.source.split(" line")[0] for error in errors] == [str(broken)]
    assert problem in str(errors[0])
    assert remedy in errors[0].remedy


@pytest.mark.parametrize(
    ("source", "problem"),
    [("nowhere.txt", "is not there"), ("https://example.org/a", "is an address")],
)
def test_what_is_not_there_is_reported(source: str, problem: str) -> None:
    _, errors = read(source)
    assert [(error.source, error.problem) for error in errors] == [
        (source, problem + (", not a file" if "address" in problem else ""))
    ]


def test_a_name_that_no_file_can_have_costs_no_other_source(tmp_path: Path) -> None:
    raws, errors = read("a\0b", write(tmp_path / "a.txt", TEXT))
    assert [raw.text for raw in raws] == [TEXT]
    assert ["null byte" in error.problem for error in errors] == [True]


def test_a_folder_without_files_is_reported(tmp_path: Path) -> None:
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    _, errors = read(tmp_path / "empty")
    assert [error.problem for error in errors] == ["is a folder without files"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path / "b.txt", TEXT)
    raws, errors = read(tmp_path)
    assert [raw.id for raw in raws] == ["b.txt"]
    assert [error.problem for error in errors] == ["is a device or pipe"]


def test_text_after_much_white_space_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", " " * 70_000 + TEXT)
    assert [raw.text.strip() for raw in read(path)[0]] == [TEXT]


def test_a_file_that_vanishes_is_reported(tmp_path: Path) -> None:
    first, second = (write(tmp_path / name, TEXT) for name in ("a.txt", "b.txt"))
    found = open_sources([tmp_path])
    assert isinstance(next(found), Raw)
    second.unlink()
    gone = next(found)
    assert isinstance(gone, SourceError)
    assert gone.problem == "is not there"
    assert first.exists()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="all files may be read"
)
def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT).chmod(0)
    _, errors = read(tmp_path / "a.txt")
    assert [error.problem for error in errors] == ["may not be read"]


def test_a_refusal_of_the_system_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt", TEXT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    _, errors = read(path)
    assert [error.problem for error in errors] == ["may not be read"]


@pytest.mark.parametrize(
    ("content", "form", "texts"),
    [
        (TEXT, Form.TEXT, [TEXT]),
        ("<!DOCTYPE html><html><p>Hi</p></html>", Form.HTML, None),
        ('{"text": "One."}\n{"text": "Two."}\n', Form.TEXT, ["One.", "Two."]),
        ('{\n "text": "One."\n}', Form.TEXT, ["One."]),
        ("id;text\n1;One.\n", Form.TEXT, ["One."]),
        ('"id","text"\n"1","One, two."\n', Form.TEXT, ["One, two."]),
    ],
    ids=["text", "html", "jsonl", "json", "semicolons", "csv"],
)
def test_standard_input_is_told_by_its_first_bytes(
    monkeypatch: pytest.MonkeyPatch,
    content: str,
    form: Form,
    texts: Sequence[str] | None,
) -> None:
    feed(monkeypatch, content.encode())
    raws, errors = read("-")
    assert {raw.form for raw in raws} == {form}
    assert {raw.source for raw in raws} == {"-"}
    assert [raw.text for raw in raws] == (texts or [content])
    assert not errors


def test_closed_standard_input_is_reported_and_the_next_source_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    raws, errors = read("-", write(tmp_path / "a.txt", TEXT))
    assert [raw.text for raw in raws] == [TEXT]
    assert [error.problem for error in errors] == ["is closed"]


def test_empty_standard_input_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"")
    assert [error.source for error in read("-")[1]] == ["-"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"Text, and more text: a list\n", Format.TEXT),
        (b"text\nmore\n", Format.TEXT),
        (b"\n <HTML lang=en>", Format.HTML),
        (b"<p>One</p><p>Two</p>", Format.HTML),
        (b"{curly} brackets open this text", Format.TEXT),
        (b'{"text": "cut off', Format.JSON),
        (b"text, as we say; and so on\n", Format.TEXT),
    ],
)
def test_formats_are_told_from_the_first_bytes(head: bytes, told: Format) -> None:
    assert sniff_format(head) is told


def test_large_json_lines_are_read_as_they_come(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    path = write(tmp_path / "a.jsonl", line * 3 + b"{broken\n" + line * 100_000)
    found = open_sources([path])
    kinds = [type(next(found)) is Raw for _ in range(5)]
    assert kinds == [True, True, True, False, True]
