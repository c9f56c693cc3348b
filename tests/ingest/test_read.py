import json
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backchannel.domain.errors import SourceError
from backchannel.domain.text import Document, Stated
from backchannel.ingest.decoding import replace_surrogates
from backchannel.ingest.read import read_documents

PAGES = Path(__file__).parent / "pages"
SHARED = Path(__file__).parents[2].parent / "shared"
BREAKS = "\r\n\u2028\u2029"
TEXT = """\
top of page

Source: The Karsk Courier
Nov 4, 2023

Velmar urges Karsk to end searches

By Ana Reyes

The envoy of Velmar told the government of Karsk on Monday that the search of \
trawlers must end, two officials said.
bottom of page
"""


def documents(
    sources: Sequence[str | Path], **told: date | str
) -> tuple[list[Document], list[SourceError]]:
    found = list(read_documents(sources, **told))  # type: ignore[arg-type]
    read = [one for one in found if isinstance(one, Document)]
    return read, [one for one in found if isinstance(one, SourceError)]


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    return path


def test_a_bug_in_one_document_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(text: str) -> str:
        if "BOOM" in text:
            raise ZeroDivisionError("a bug")
        return "en"

    monkeypatch.setattr("backchannel.ingest.read.tell_language", stumble)
    first, second = write(tmp_path / "a.txt", "BOOM"), write(tmp_path / "b.txt", TEXT)
    read, errors = documents([first, second])
    assert [document.id for document in read] == ["b.txt"]
    assert "ZeroDivisionError: a bug; please report it" in str(errors[0])


def test_a_text_becomes_a_document_with_all_that_it_tells(tmp_path: Path) -> None:
    path = write(tmp_path / "seed.txt", TEXT)
    ((document,), errors) = documents([path])
    assert not errors
    assert document.id == "seed.txt"
    assert document.text == TEXT
    assert document.source == str(path)
    assert document.language == "en"
    assert document.published == date(2023, 11, 4)
    assert document.appearance.outlet == Stated("The Karsk Courier", "source line")
    assert document.appearance.title == Stated(
        "Velmar urges Karsk to end searches", "first line"
    )
    assert [document.quote(span) for span in document.furniture] == [
        "top of page",
        "Source: The Karsk Courier",
        "Nov 4, 2023",
        "By Ana Reyes",
        "bottom of page",
    ]


def test_options_are_believed_before_records_and_records_before_texts(
    tmp_path: Path,
) -> None:
    record = {"text": TEXT, "outlet": "Record", "published": "1799-01-01"}
    path = write(tmp_path / "a.jsonl", json.dumps(record))
    ((by_record,), _) = documents([path])
    assert by_record.appearance.outlet == Stated("Record", "input")
    assert by_record.appearance.published == Stated(date(1799, 1, 1), "input")
    ((by_option,), _) = documents([path], outlet="O", published=date(2031, 1, 1))
    assert by_option.appearance.outlet == Stated("O", "option")
    assert by_option.appearance.published == Stated(date(2031, 1, 1), "option")


def test_no_two_documents_have_one_id(tmp_path: Path) -> None:
    line = json.dumps({"id": "a1", "text": TEXT})
    same = json.dumps({"text": TEXT})
    first = write(tmp_path / "x" / "a.txt", TEXT)
    second = write(tmp_path / "y" / "a.txt", TEXT)
    lines = write(tmp_path / "a.jsonl", "\n".join([line, line, same, same]))
    read, errors = documents([first, second, lines])
    assert not errors
    ids = [document.id for document in read]
    assert len(set(ids)) == 6
    assert ids[:3] == ["a.txt", f"a.txt @ {second}", "a1"]
    assert ids[3] == f"a1 @ {lines} line 2"


def test_pages_are_read_as_articles(tmp_path: Path) -> None:
    read, errors = documents([PAGES])
    assert not errors
    assert [document.id for document in read] == [
        "agency.html",
        "ministry.html",
        "reprint.html",
    ]
    agency, ministry, reprint = (document.appearance for document in read)
    assert agency.outlet == Stated("Harbour Wire Agency", "json-ld")
    assert ministry.published == Stated(date(2021, 3, 10), "date line")
    assert reprint.outlet == Stated("Karsk Courier", "source line")
    assert reprint.published == Stated(date(2021, 3, 12), "date line")


def test_a_page_that_cannot_be_read_does_not_stop_the_next(tmp_path: Path) -> None:
    start = time.monotonic()
    write(tmp_path / "a.html", "<div>" * 100_000 + "deep")
    write(tmp_path / "b.html", "<p>The envoy left.</p>" * 2_500_000)
    write(tmp_path / "c.txt", TEXT)
    read, errors = documents([tmp_path])
    assert [document.id for document in read] == ["c.txt"]
    assert [Path(error.source).name for error in errors] == ["a.html", "b.html"]
    assert "larger than 5 MB" in str(errors[1])
    assert time.monotonic() - start < 10


def test_a_long_page_is_read_or_given_up_in_time(tmp_path: Path) -> None:
    soup = "<p><b><i><table><tr><a href=x>foo &amp <div>" * 20_000
    read, errors = documents([write(tmp_path / "a.html", soup)])
    assert len(read) + len(errors) == 1


@settings(
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(st.text(st.characters(exclude_categories=())), max_size=8))
def test_texts_are_kept_and_furniture_lies_on_their_lines(
    tmp_path: Path, texts: list[str]
) -> None:
    given_texts = [text for text in texts if text.strip()]
    lines = [json.dumps({"text": text}) for text in given_texts] or ['{"text": "a"}']
    read, errors = documents([write(tmp_path / "a.jsonl", "\n".join(lines))])
    assert not errors
    kept = [document.text for document in read if given_texts]
    assert kept == [replace_surrogates(text) for text in given_texts]
    for document in read:
        for span in document.furniture:
            assert not set(BREAKS) & set(document.quote(span))
            before, after = document.text[: span.start], document.text[span.end :]
            assert not before or before[-1] in BREAKS
            assert not after or after[0] in BREAKS


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no ../shared beside the checkout")
@pytest.mark.parametrize(
    ("number", "outlet", "published"),
    [
        ("000", None, None),
        ("001", "The Guardian", date(2023, 11, 4)),
        ("002", "IRNA", date(2023, 10, 26)),
        ("003", "L'Orient-Le Jour", None),
        ("004", "ABC Audio", None),
    ],
)
def test_real_pages_tell_outlet_and_day_or_neither_is_guessed(
    number: str, outlet: str | None, published: date | None
) -> None:
    (path,) = (SHARED / "seeds").glob(f"{number}_*.txt")
    ((document,), _) = documents([path])
    told = document.appearance.outlet
    assert (told and told.value) == outlet
    assert document.published == published
    assert document.language == "en"
