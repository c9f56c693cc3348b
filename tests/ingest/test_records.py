import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from backchannel.domain.codec import record_id
from backchannel.domain.errors import SourceError
from backchannel.ingest import records
from backchannel.ingest.records import Raw, read_json_lines, read_table


def stream(content: str | bytes) -> io.BufferedReader:
    raw = content.encode() if isinstance(content, str) else content
    return io.BufferedReader(io.BytesIO(raw))


def line_of(**record: object) -> Raw | SourceError:
    return next(read_json_lines(stream(json.dumps(record)), "a.jsonl"))


def texts(found: Iterator[Raw | SourceError]) -> list[str]:
    return [one.text for one in found if isinstance(one, Raw)]


def test_a_record_is_read_with_all_it_gives() -> None:
    raw = line_of(
        id="x1",
        text="Hi.",
        title="T",
        outlet="O",
        published="2024-05-06",
        url="http://u",
    )
    assert raw == Raw(
        place="a.jsonl line 1",
        source="http://u",
        id="x1",
        text="Hi.",
        title="T",
        outlet="O",
        published=date(2024, 5, 6),
        url="http://u",
    )


def test_a_record_without_id_has_the_digest_of_its_text() -> None:
    raw = line_of(text="Hi.", title=None, outlet="", published=None)
    assert isinstance(raw, Raw)
    assert raw.id == record_id({"text": "Hi."})
    assert (raw.title, raw.outlet, raw.published) == (None, None, None)


@pytest.mark.parametrize(
    "published", ["2024-05-06", "2024-05-06T23:59:59-08:00", "2024-05-06 01:00:00Z"]
)
def test_the_day_is_that_of_the_place_of_publication(published: str) -> None:
    raw = line_of(text="Hi.", published=published)
    assert isinstance(raw, Raw)
    assert raw.published == date(2024, 5, 6)


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        ({"title": "no text"}, "has no text"),
        ({"text": None}, "has no text"),
        ({"text": ""}, "has no text"),
        ({"text": " \n"}, "has no text"),
        ({"text": 5}, "has a number as text"),
        ({"text": ["a"]}, "has a list as text"),
        ({"text": "a", "title": {}}, "has an object as title"),
        ({"text": "a", "id": True}, "has true or false as id"),
        ({"text": "a", "published": "04/11/2023"}, "'04/11/2023' as published"),
        ({"text": "a", "published": "2023-02-30"}, "'2023-02-30' as published"),
        ({"text": "a", "published": 20231104}, "20231104 as published"),
        ({"text": "a" * 1_000_001}, "1,000,001 characters long"),
    ],
)
def test_a_wrong_record_is_reported_with_its_line(
    record: dict[str, object], problem: str
) -> None:
    error = line_of(**record)
    assert isinstance(error, SourceError)
    assert error.source == "a.jsonl line 1"
    assert problem in error.problem
    assert error.remedy


def test_a_bad_date_says_how_to_write_dates() -> None:
    error = line_of(text="a", published="soon")
    assert "YYYY-MM-DD" in str(error)


@pytest.mark.parametrize("line", ["[1]", "{", '"a"', "[" * 99_999, "9" * 9_999, "nul"])
def test_a_broken_line_does_not_stop_the_others(line: str) -> None:
    content = f'{line}\n\n{{"text": "Hi."}}\n'
    broken, good = read_json_lines(stream(content), "a.jsonl")
    assert isinstance(broken, SourceError)
    assert broken.source == "a.jsonl line 1"
    assert isinstance(good, Raw)
    assert good.place == "a.jsonl line 3"


def test_escaped_halves_of_characters_are_replaced_in_place() -> None:
    line = '{"text": "a\\ud83db \\ud83d\\udd4a", "title": "\\udc00", "id": "\\ud800"}'
    raw = next(read_json_lines(stream(line), "a.jsonl"))
    assert isinstance(raw, Raw)
    assert (raw.text, raw.title, raw.id) == ("a\ufffdb 🕊", "\ufffd", "\ufffd")


def test_a_line_too_long_is_skipped_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_RECORD", 50)
    content = json.dumps({"text": "a" * 500}) + '\n{"text": "Hi."}\n'
    long, good = read_json_lines(stream(content), "a.jsonl")
    assert isinstance(long, SourceError)
    assert isinstance(good, Raw)
    assert good.place == "a.jsonl line 2"


def test_lines_in_two_encodings_are_read_each_in_its_own() -> None:
    content = '{"text": "zoë"}\n'.encode() + '{"text": "zoë"}\n'.encode("cp1252")
    assert texts(read_json_lines(stream(content), "a.jsonl")) == ["zoë", "zoë"]


def test_a_text_that_commas_cut_is_reported_instead_of_shortened() -> None:
    found = list(read_table(stream("id,text\n1,Hello, he said\n2,Hi.,\n"), "a.csv"))
    assert texts(iter(found)) == ["Hi."]
    assert "row 2: has 3 cells under 2 columns; put" in str(found[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_are_read_whatever_parts_their_columns(delimiter: str) -> None:
    header = delimiter.join(["ID", "Outlet", "Text", "Other"])
    row = delimiter.join(["1", "O", '"Two\r\nlines, ""quoted"";\tso."', "x"])
    found = read_table(stream(f"{header}\r\n{row}\r\n\r\n"), "a.csv")
    assert texts(found) == ['Two\r\nlines, "quoted";\tso.']


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    content = 'text,published\nOne.,2024-01-01\n"Tw\no",soon\nThree.\n,2024-01-01\n'
    one, two, three, four = read_table(stream(content), "a.csv")
    assert isinstance(one, Raw)
    assert isinstance(two, SourceError)
    assert two.source == "a.csv row 3"
    assert isinstance(three, Raw)
    assert isinstance(four, SourceError)
    assert (four.source, four.problem) == ("a.csv row 5", "has no text")


def test_long_cells_are_read_whole() -> None:
    text = "word " * 100_000 + "end"
    raw = next(read_table(stream(f"text\n{text}\n"), "a.csv"))
    assert isinstance(raw, Raw)
    assert raw.text == text


def test_rows_in_windows_1252_are_mended() -> None:
    content = "text,title\nzoë,“T”\n".encode("cp1252")
    raw = next(read_table(stream(content), "a.csv"))
    assert isinstance(raw, Raw)
    assert (raw.text, raw.title) == ("zoë", "“T”")


def test_rows_in_no_known_encoding_are_reported() -> None:
    broken, good = read_table(stream(b"text\ncaf\x81\x8d\nHi.\n"), "a.csv")
    assert isinstance(broken, SourceError)
    assert "UTF-8" in broken.remedy
    assert isinstance(good, Raw)
