"""Sources in, readings out; what fails is reported and costs nothing else."""

import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

import backchannel
from backchannel.case import read_each
from backchannel.domain.errors import ModelMismatch, SourceError, UnreadableSource
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from tests.fakes import FakeReader

WARNING = Document("d1", "Russia warned Iran.", source="a.txt", language="en")
BROKEN = Document("d2", "BOOM.", source="b.txt")
FRENCH = Document("d3", "La Russie a averti.", source="c.txt", language="fr")
MISSING = UnreadableSource("d.txt", "no such file", "check the name")


def never(error: SourceError) -> None:
    raise error


def test_a_bug_in_reading_one_document_is_reported_and_costs_no_other() -> None:
    failures: list[SourceError] = []
    readings = list(
        read_each([BROKEN, WARNING], failed=failures.append, reader=FakeReader())
    )
    assert [reading.document for reading in readings] == [WARNING]
    assert [str(failure) for failure in failures] == [
        "b.txt (d2): could not be read: ZeroDivisionError: a bug;"
        " please report it with the file"
    ]


def test_a_bug_among_the_sources_costs_nothing_that_came_before() -> None:
    def documents() -> Iterator[Document]:
        yield WARNING
        raise ZeroDivisionError("a bug")

    failures: list[SourceError] = []
    readings = list(read_each(documents(), failed=failures.append, reader=FakeReader()))
    assert [reading.document for reading in readings] == [WARNING]
    assert [str(failure) for failure in failures] == [
        "the list of sources: ended before its time: ZeroDivisionError: a bug;"
        " please report it"
    ]


def test_a_source_that_failed_is_handed_on() -> None:
    failures: list[SourceError] = []
    assert not list(read_each([MISSING], failed=failures.append, reader=FakeReader()))
    assert failures == [MISSING]


def test_another_language_is_kept_and_never_sent_to_the_model() -> None:
    reader = FakeReader()
    readings = list(read_each([FRENCH], failed=never, reader=reader))
    assert readings == [Reading(FRENCH, unread="language is French")]
    assert reader.asked == []


def test_a_text_too_short_to_tell_its_language_is_read() -> None:
    unclear = Document("d4", "Russia warned Iran.", language=None)
    [reading] = read_each([unclear], failed=never, reader=FakeReader())
    assert len(reading.signals) == 1


def test_a_model_that_does_not_fit_is_no_failure_of_the_document() -> None:
    class Mismatched:
        id = "other"

        def read(self, document: Document) -> Reading:
            raise ModelMismatch("frames.onnx", "other labels")

    with pytest.raises(ModelMismatch):
        list(read_each([WARNING], failed=never, reader=Mismatched()))


def test_one_path_instead_of_a_list_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"one path, not a list: 'a.txt'"):
        backchannel.read("a.txt")


def test_failures_are_warnings_unless_someone_takes_them(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    with pytest.warns(RuntimeWarning, match="missing.txt") as caught:
        assert not list(backchannel.read([missing], reader=FakeReader()))
    assert caught[0].filename == __file__


def test_the_library_reads_files(tmp_path: Path) -> None:
    path = tmp_path / "readout.txt"
    path.write_text("Russia warned Iran about the strait.\n", "utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        [reading] = backchannel.read([path], reader=FakeReader())
    assert [signal.act for signal in reading.signals] == [backchannel.Act.WARN]


def test_import_is_light() -> None:
    code = "import backchannel, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"numpy", "onnxruntime", "trafilatura", "lxml", "rich", "typer", "jinja2"}
    assert heavy.isdisjoint(loaded)
