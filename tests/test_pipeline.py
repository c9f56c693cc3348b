"""The whole path, with the model that the package ships."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backchannel.case import read_each
from backchannel.domain.reading import Reading
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document, Span
from backchannel.ingest.read import read_documents
from backchannel.pipeline import Reader, open_reader
from tests.fakes import EXAMPLES

CLUSTERS = EXAMPLES / "clusters"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader()


@pytest.fixture(scope="module")
def kargil() -> list[Document]:
    read = read_documents([CLUSTERS / "kargil-1999.jsonl"])
    return [document for document in read if isinstance(document, Document)]


def spans_of(signal: Signal) -> Iterator[Span]:
    """Every passage that a signal quotes."""
    yield from (span for _, span in signal.passages())
    for reason in signal.why:
        yield from reason.spans


def test_no_two_signals_of_the_examples_have_one_id(reader: Reader) -> None:
    found = read_documents([CLUSTERS])
    for reading in read_each(found, failed=print, reader=reader):
        ids = [signal.id for signal in reading.signals]
        assert len(set(ids)) == len(ids), reading.document.id


def assert_quotes(reading: Reading) -> None:
    for signal in reading.signals:
        for span in spans_of(signal):
            assert reading.document.quote(span).strip()
        assert signal.sentence.contains(signal.trigger)


def test_a_report_becomes_a_ledger(reader: Reader, kargil: list[Document]) -> None:
    reading = reader.read(kargil[0])
    assert len(reading.signals) > 5
    sides = {party.side for signal in reading.signals for party in signal.sender}
    assert {"IND", "PAK"} <= sides
    assert_quotes(reading)


def test_alone_and_among_others_a_document_reads_the_same(
    reader: Reader, kargil: list[Document]
) -> None:
    among = list(read_each(kargil, failed=lambda error: None, reader=reader))
    alone = open_reader()
    assert [alone.read(document) for document in reversed(kargil)] == among[::-1]


def test_every_field_says_why(reader: Reader, kargil: list[Document]) -> None:
    for signal in reader.read(kargil[0]).signals:
        told = {reason.field for reason in signal.why}
        assert {"trigger", "act", "status", "channel"} <= told
        for field in ("sender", "recipient", "content", "time"):
            assert not getattr(signal, field) or field in told


@pytest.mark.parametrize("text", ["", "\n\n", "😀", "a" * 5000, "word " * 3000])
def test_texts_without_diplomacy_have_no_signals(reader: Reader, text: str) -> None:
    assert reader.read(Document("d", text)).signals == ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "Iran warned the US \u200fthat 😀 it “would” attack, said Ḥasan e\u0301 on"
            " Sunday \u202e via Switzerland .\n if\x00 he told \ufffd 中国".split(" ")
        ),
        max_size=60,
    )
)
def test_whatever_the_text_the_words_quoted_stand_in_it(
    reader: Reader, words: list[str]
) -> None:
    assert_quotes(reader.read(Document("d", " ".join(words))))
