"""The file has typed columns, every row, and is whole or not there."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from backchannel.domain.errors import SettingsError
from backchannel.domain.kept import Kept
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Opinion, State
from backchannel.domain.signals import Gap, Interval, Source, SourceKind, Time
from backchannel.domain.text import Document, Span
from backchannel.write import parquet
from backchannel.write.parquet import COLUMNS, write_parquet
from tests import fakes
from tests.write.kept import kept, kept_documents

duckdb = pytest.importorskip("duckdb")

WARNING = "[sender Russia] [trigger warned] [recipient Iran] in May [condition if hit]"


def rows(path: Path) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path))
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def warning() -> Kept:
    reading = fakes.reading(WARNING, outlet="Harbour Wire", published=date(2024, 6, 1))
    signal = replace(
        reading.signals[0],
        time=Time(Span(22, 28), Interval(date(2024, 5, 1), None)),
        attribution=(Source(Span(0, 6), SourceKind.NAMED, None),),
        confidence={"signal": 0.87654, "act": 0.5},
        gaps=(Gap("channel", "not told"),),
    )
    opinion = Opinion(State.CONFIRMED, tags=("a", "b"), notes=('"',))
    return kept(replace(reading, signals=(signal,)), opinions={"s1": opinion})


def test_columns_have_their_types(tmp_path: Path) -> None:
    path = tmp_path / "signals.parquet"
    assert write_parquet([], path) == 0
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(path))
        assert found.columns == list(COLUMNS)
        types = {
            name: str(kind)
            for name, kind in zip(found.columns, found.types, strict=True)
        }
    assert (types["published"], types["day_from"]) == ("DATE", "DATE")
    assert (types["confidence"], types["tags"]) == ("DOUBLE", "VARCHAR[]")
    assert types["confidences"] == "MAP(VARCHAR, DOUBLE)"
    assert types["trigger"].startswith("STRUCT(words VARCHAR")
    assert types["sender"].startswith("STRUCT(actor VARCHAR, side VARCHAR")


def test_row_holds_lists_structs_and_days(tmp_path: Path) -> None:
    path = tmp_path / "signals.parquet"
    assert write_parquet([warning()], path) == 1
    [row] = rows(path)
    assert row["published"] == date(2024, 6, 1)
    assert (row["day_from"], row["day_until"]) == (date(2024, 5, 1), None)
    assert row["sender"] == [
        {"actor": "Russia", "side": "unknown", "words": "Russia", "start": 0, "end": 6}
    ]
    assert row["intermediary"] == []
    assert row["trigger"] == {"words": "warned", "start": 7, "end": 13}
    assert row["content"] is None
    assert row["attribution"] == [
        {"actor": None, "kind": "named", "words": "Russia", "start": 0, "end": 6}
    ]
    assert row["gaps"] == [{"field": "channel", "reason": "not told"}]
    assert (row["confidence"], row["confidences"]) == (
        0.877,
        {"signal": 0.877, "act": 0.5},
    )
    assert (row["review"], row["tags"], row["notes"]) == (
        "confirmed",
        ["a", "b"],
        ['"'],
    )
    assert (row["act"], row["reader"], row["repeats"]) == ("warn", "fake", None)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(kept_documents())
def test_offsets_quote_their_words_whatever_the_text(
    tmp_path: Path, document: Kept
) -> None:
    path = tmp_path / "signals.parquet"
    assert write_parquet([document], path) == len(document.reading.signals)
    written = rows(path)
    assert [row["id"] for row in written] == [s.id for s in document.reading.signals]
    text = document.document.text
    title = document.document.appearance.title
    for row in written:
        assert row["title"] == (title.value if title else None)
        quoted = [row[name] for name in ("trigger", "sentence", "content", "time")]
        quoted += [*row["sender"], *row["attribution"]]
        for one in filter(None, quoted):
            assert one["words"] == text[one["start"] : one["end"]]


def test_rows_of_several_batches_keep_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_BATCH", 2)
    reading = fakes.reading("[sender Iran] [trigger warned]")
    signals = tuple(replace(reading.signals[0], id=f"s{at}") for at in range(5))
    path = tmp_path / "signals.parquet"
    assert write_parquet([kept(replace(reading, signals=signals))], path) == 5
    assert [row["id"] for row in rows(path)] == ["s0", "s1", "s2", "s3", "s4"]


def test_undecodable_names_and_unread_documents_do_no_harm(tmp_path: Path) -> None:
    unread = kept(Reading(Document("d2", "Rien."), unread="language is French"))
    hostile = fakes.reading(
        "[trigger warned]", title="'); DROP TABLE signals; --\udcff"
    )
    path = tmp_path / "it's; --.parquet"
    assert write_parquet([unread, kept(hostile)], path) == 1
    assert [row["title"] for row in rows(path)] == ["'); DROP TABLE signals; --\ufffd"]


def test_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.parquet", tmp_path / "2.parquet"
    documents = [kept(fakes.annotated(path)) for path in fakes.ANNOTATED[:4]]
    write_parquet(documents, first)
    write_parquet(documents, second)
    assert first.read_bytes() == second.read_bytes()


def test_error_half_way_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "signals.parquet"
    path.write_text("old", "utf-8")

    def read() -> Iterator[Kept]:
        yield warning()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_parquet(read(), path)
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_parquet([], tmp_path / "none" / "signals.parquet")


def test_without_duckdb_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(SettingsError, match=r"pip install 'backchannel\[parquet\]'"):
        write_parquet([], tmp_path / "signals.parquet")
