from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from backchannel.domain.errors import UnreadableSource
from backchannel.domain.text import Stated
from backchannel.ingest.pages import PageReader

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def reader() -> Iterator[PageReader]:
    with PageReader() as opened:
        yield opened


def page(name: str) -> str:
    return (PAGES / name).read_text("utf-8")


def test_the_article_is_taken_out_of_its_page(reader: PageReader) -> None:
    text, appearance = reader.read(page("agency.html"), "agency.html")
    lines = text.split("\n")
    assert lines[0].startswith("VELMAR, March 9 (Harbour Wire)")
    assert "“No such note”" in lines
    assert "- Karsk wants the trawlers to leave first." in lines
    for furniture in ("cookies", "Home", "Related", "Copyright", "Sula", "tracking"):
        assert furniture not in text
    assert appearance.title == Stated(
        "Velmar passes Ostland's warning to Karsk, diplomats say", "json-ld"
    )


def test_captions_are_kept_where_they_report_something(reader: PageReader) -> None:
    text, _ = reader.read(page("agency.html"), "agency.html")
    assert "A patrol boat off the port" not in text
    assert "President Ilva Morn promised reporters" in text


def test_linked_data_is_believed_before_meta_tags(reader: PageReader) -> None:
    _, appearance = reader.read(page("agency.html"), "agency.html")
    assert appearance.outlet == Stated("Harbour Wire Agency", "json-ld")
    assert appearance.published == Stated(date(2021, 3, 9), "json-ld")
    address = "https://harbourwire.example/diplomacy/velmar-passes-warning"
    assert appearance.url == address


def test_a_short_readout_laid_out_in_a_table_is_not_lost(reader: PageReader) -> None:
    text, appearance = reader.read(page("ministry.html"), "ministry.html")
    assert "offered the good offices" in text
    assert "They agreed to speak again." in text
    title = "Readout of the Foreign Secretary's call with the Minister of Karsk"
    assert appearance.title == Stated(title, "heading")
    assert title not in text


def test_a_headline_unlike_the_title_in_the_head_is_not_in_the_text(
    reader: PageReader,
) -> None:
    words = "<p>The envoy told the minister on Monday that the talks would go on.</p>"
    source = (
        '<html><head><meta property="og:title" content="Velmar warns Karsk"></head>'
        f"<body><article><h1>Velmar\n passes a warning</h1>{words * 4}</article></body>"
    )
    text, appearance = reader.read(source, "a.html")
    assert text.startswith("The envoy told")
    assert appearance.title == Stated("Velmar warns Karsk", "meta")


def test_comments_of_readers_are_left_out(reader: PageReader) -> None:
    text, appearance = reader.read(page("reprint.html"), "reprint.html")
    assert "Who reads this?" not in text
    assert appearance.published == Stated(date(2021, 3, 14), "meta")


@pytest.mark.parametrize(
    "source",
    [
        "<p>",
        "<html><body></body></html>",
        "\x00",
        "<div>" * 100_000 + "deep",
        "<b><i><table><tr>" * 100_000,
        "<![CDATA[" * 1_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<?xml version="1.0" encoding="utf-16"?><html><p></p></html>',
    ],
    ids=["tag", "empty", "nul", "deep", "tables", "cdata", "json", "encoding"],
)
def test_a_page_without_an_article_is_reported(reader: PageReader, source: str) -> None:
    with pytest.raises(UnreadableSource, match=r"a\.html: .*\.txt"):
        reader.read(source, "a.html")
    text, _ = reader.read(page("agency.html"), "agency.html")
    assert text


@pytest.mark.parametrize(
    "source",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle",}</script>',
        '<script type="application/ld+json">{"@type": ["Article"], "headline": 5,'
        ' "publisher": [], "datePublished": "soon"}</script>',
        '<meta name="date" content="2021-99-99"><meta name="date">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<p><span class="date">04/11/2023</span></p>',
        "<p>Copyright 2019 by all of us.</p>",
    ],
)
def test_what_a_page_says_wrongly_is_not_believed(
    reader: PageReader, source: str
) -> None:
    words = "<p>The envoy told the minister on Monday that the talks would go on.</p>"
    text, appearance = reader.read(f"<html>{source}<body>{words}</body></html>", "a")
    assert "The envoy told" in text
    assert appearance.outlet is None
    assert appearance.published is None
    assert appearance.url is None


def test_a_lone_surrogate_does_not_cut_the_text(reader: PageReader) -> None:
    words = "<p>The envoy\ud83d told the minister that the talks would go on.</p>"
    text, _ = reader.read(f"<html><body>{words * 3}</body></html>", "a.html")
    assert text.startswith("The envoy\ufffd told the minister")


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with PageReader(seconds=0.05) as hasty:
        with pytest.raises(UnreadableSource, match="takes too long"):
            hasty.read(page("agency.html"), "agency.html")
        hasty._seconds = 30.0
        assert hasty.read(page("agency.html"), "agency.html")


def test_modules_in_the_working_folder_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not ours')", "utf-8")
    monkeypatch.chdir(tmp_path)
    with PageReader() as reader:
        assert reader.read(page("agency.html"), "agency.html")


def test_no_process_runs_before_the_first_page_and_after_the_last() -> None:
    with PageReader() as reader:
        assert reader._worker is None
        reader.read(page("agency.html"), "agency.html")
        worker = reader._worker
        reader.read(page("reprint.html"), "reprint.html")
        assert reader._worker is worker
    assert worker is not None
    assert worker.poll() is not None
