"""A bundle holds what it says, proves it, and with quotes only gives no text away."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.domain.codec import text_id
from backchannel.domain.kept import Kept
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Reason
from backchannel.domain.text import Document, Span
from backchannel.write.bundle import write_bundle
from backchannel.write.quotes import only_quotes, quoted
from tests import fakes
from tests.write.kept import kept, kept_documents

SECRET = "Xylophones"


def zipped(*documents: Kept, texts: bool = True) -> bytes:
    stream = io.BytesIO()
    count = write_bundle(documents, stream, version="1.2.3", texts=texts)
    assert count == sum(len(document.reading.signals) for document in documents)
    return stream.getvalue()


def files(*documents: Kept, texts: bool = True) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(zipped(*documents, texts=texts))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def sheet(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode().splitlines()]


def secretive() -> Kept:
    """Return a document whose quoted passages leave some words out."""
    reading = fakes.reading("[sender Russia] [trigger warned] [recipient Iran].")
    [signal] = reading.signals
    text = f"{SECRET}. {reading.document.text} {SECRET} again.\n\n{SECRET}"
    shift = len(SECRET) + 2

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.end + shift)

    signal = replace(
        signal,
        trigger=moved(signal.trigger),
        sentence=moved(signal.sentence),
        sender=tuple(replace(p, span=moved(p.span)) for p in signal.sender),
        recipient=tuple(replace(p, span=moved(p.span)) for p in signal.recipient),
        why=(Reason("sender", "named in full", 0.9, (Span(0, len(SECRET)),)),),
    )
    return kept(Reading(Document("d1", text, "d1.txt"), (signal,)))


def test_names_of_the_files() -> None:
    names = "index.html ABOUT.json data/signals.jsonl data/signals.csv".split()
    names += ["data/documents.csv", "texts/d1.txt", "SHA256SUMS"]
    assert list(files(secretive())) == names
    assert list(files(secretive(), texts=False)) == [
        name for name in names if not name.startswith("texts/")
    ]


@settings(max_examples=15, deadline=None)
@given(kept_documents(), st.booleans())
def test_sums_are_right_and_cover_every_other_file(document: Kept, texts: bool) -> None:
    found = files(document, texts=texts)
    written = found.pop("SHA256SUMS").decode().splitlines()
    sums = {line[66:]: line[:64] for line in written}
    assert sums == {name: hashlib.sha256(of).hexdigest() for name, of in found.items()}


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs GNU coreutils")
def test_sha256sum_accepts_an_unpacked_bundle(tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(zipped(secretive()))) as archive:
        archive.extractall(tmp_path)
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=tmp_path,
        check=True,
    )


def test_texts_are_the_documents_byte_for_byte() -> None:
    text = "One\r\ntwo\u2028é👩"
    document = kept(Reading(Document("d1", text)))
    assert files(document)["texts/d1.txt"] == text.encode()


def test_about_tells_what_made_it_and_how_much_is_in_it() -> None:
    unread = kept(Reading(Document("d2", "Rien."), unread="French"), reader=None)
    about = json.loads(files(secretive(), unread)["ABOUT.json"])
    assert about == {
        "format": 1,
        "backchannel": "1.2.3",
        "readers": ["fake"],
        "documents": 2,
        "unread": 1,
        "signals": 1,
        "texts": True,
    }


def test_data_holds_signals_and_documents_in_both_forms() -> None:
    found = files(secretive())
    [line] = lines(found["data/signals.jsonl"])
    [signal], [document] = (
        sheet(found[f"data/{name}.csv"]) for name in ("signals", "documents")
    )
    assert line["text"] == secretive().document.text
    assert signal["id"] == line["signals"][0]["id"] == "s1"
    assert document["text"] == "texts/d1.txt"
    assert (document["signals"], document["appearances"]) == ("1", "1")
    assert document["reader"] == "fake"


def test_quotes_only_holds_no_word_beyond_them() -> None:
    found = files(secretive(), texts=False)
    assert not [name for name, content in found.items() if SECRET.encode() in content]
    assert b"warned" in found["index.html"]
    [line] = lines(found["data/signals.jsonl"])
    assert line["text"].strip("\n[…]. ") == "Russia warned Iran"
    assert json.loads(found["ABOUT.json"])["texts"] is False
    [document] = sheet(found["data/documents.csv"])
    assert document["text"] == ""
    assert SECRET.encode() in files(secretive())["index.html"]


@settings(max_examples=15, deadline=None)
@given(kept_documents())
def test_offsets_of_quotes_only_still_quote_their_words(document: Kept) -> None:
    found = files(document, texts=False)
    text, [line] = document.document.text, lines(found["data/signals.jsonl"])
    assert line["text"] == only_quotes(document.reading).document.text
    for signal in line["signals"]:
        for field in ("sentence", "trigger", "content"):
            if signal[field]:
                assert (
                    line["text"][slice(*signal[field])] == text[slice(*signal[field])]
                )


def between_quotes(reading: Reading) -> list[str]:
    """Return the longer passages of a text that no signal quotes."""
    text, copied, found = reading.document.text, 0, []
    for span in quoted(reading):
        found.append(text[copied : span.start].strip())
        copied = span.end
    return [words for words in [*found, text[copied:].strip()] if len(words) > 30]


def test_unquoted_passages_of_articles_are_nowhere() -> None:
    read = [fakes.annotated(path) for path in fakes.ANNOTATED[:6]]
    unquoted = [words for reading in read for words in between_quotes(reading)]
    assert len(unquoted) > 5
    for name, content in files(*map(kept, read), texts=False).items():
        assert not [words for words in unquoted if words in content.decode()], name


@pytest.mark.parametrize(
    "own", ["../../etc/passwd", "/a", "", ".", "a\nb", "C:\\a", "é"]
)
def test_id_that_is_no_file_name_leads_out_of_no_folder(own: str) -> None:
    found = files(kept(Reading(Document(own, "Text."))))
    assert f"texts/{text_id('Text.')}.txt" in found


def test_undecodable_names_do_no_harm() -> None:
    document = Document("d1", "Text.", "\udcff.txt")
    [line] = lines(files(kept(Reading(document)))["data/signals.jsonl"])
    assert line["source"] == "\ufffd.txt"


def test_same_documents_give_the_same_bytes_with_no_time_in_them() -> None:
    documents = [kept(fakes.annotated(path)) for path in fakes.ANNOTATED[:1]]
    assert zipped(*documents) == zipped(*documents)
    with ZipFile(io.BytesIO(zipped(*documents))) as archive:
        assert {info.date_time for info in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }


def test_empty_case_is_a_whole_bundle() -> None:
    found = files()
    assert found["data/signals.jsonl"] == b""
    assert json.loads(found["ABOUT.json"])["documents"] == 0
    assert len(found["SHA256SUMS"].splitlines()) == 5
