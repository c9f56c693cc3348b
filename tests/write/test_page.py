"""The page shows the text as it is, marks what is marked, and runs nothing foreign."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Gap
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.write.page import render_page
from backchannel.write.pieces import cut
from backchannel.write.visible import make_visible
from tests import fakes
from tests.write.strategies import readings

THREAT = "[sender Iran] [trigger threatened] [recipient Israel] [condition if hit]."
INJECTION = "</script><script>document.title='run'</script><img src=x onerror=run()>\"'"


class Page(HTMLParser):
    """What a browser makes of a page, as far as the tests ask."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if self._depth:
            self._depth += 1
        elif values.get("class") == "text":
            self._depth = 1
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data

    def values(self, attribute: str) -> Iterator[str]:
        for _, values in self.tags:
            if value := values.get(attribute):
                yield value


@given(readings())
def test_visible_text_is_the_documents_text(reading: Reading) -> None:
    page = Page(render_page((reading,)))
    assert page.texts == [make_visible(reading.document.text)]


@given(readings())
def test_pieces_are_the_whole_text_and_know_their_passages(reading: Reading) -> None:
    pieces = list(cut(reading))
    quoted = "".join(reading.document.quote(piece.span) for piece in pieces)
    assert quoted == reading.document.text
    for piece in pieces:
        for mark in piece.marks:
            assert mark.span.contains(piece.span)
    for number, signal in enumerate(reading.signals, 1):
        marked = [
            piece.span
            for piece in pieces
            for mark in piece.marks
            if (mark.number, mark.role) == (number, "trigger")
        ]
        assert (marked[0].start, marked[-1].end) == (
            signal.trigger.start,
            signal.trigger.end,
        )


@pytest.mark.parametrize("path", fakes.ANNOTATED[::4], ids=lambda path: path.stem)
def test_every_link_inside_the_page_leads_somewhere(path: Path) -> None:
    page = Page(render_page((fakes.annotated(path),)))
    ids = list(page.values("id"))
    assert len(ids) == len(set(ids))
    links = {link.removeprefix("#") for link in page.values("href") if link[0] == "#"}
    assert links <= set(ids)


def test_nothing_is_asked_of_any_server() -> None:
    html = render_page(tuple(map(fakes.annotated, fakes.ANNOTATED[:3])))
    page = Page(html)
    assert not list(page.values("src"))
    assert not re.search(r"url\(|@import|https?://", html)
    assert {tag for tag, values in page.tags if tag == "link"} == {"link"}
    assert "default-src 'none'" in next(page.values("content"))


def test_page_of_an_article_may_be_linked_but_only_on_the_web() -> None:
    def links(url: str) -> list[str]:
        document = Document("d1", "Text.", appearance=Appearance(url=url))
        page = Page(render_page((Reading(document),)))
        return [link for link in page.values("href") if link not in ("#d1", "data:,")]

    assert links("https://example.org/a") == ["https://example.org/a"]
    assert links("javascript:run()") == []


def test_markup_in_texts_and_names_is_text() -> None:
    stated = Stated(INJECTION, "input")
    document = Document(
        INJECTION, INJECTION, INJECTION, Appearance(title=stated, outlet=stated)
    )
    [signal] = fakes.reading(THREAT).signals
    signal = replace(
        signal,
        sentence=Span(0, len(INJECTION)),
        sender=(replace(signal.sender[0], actor=INJECTION, side=INJECTION),),
        gaps=(Gap(INJECTION, INJECTION),),
        why=(replace(signal.why[0], field=INJECTION, rule=INJECTION),),
    )
    page = Page(render_page((Reading(document, (signal,), unread=INJECTION),)))
    assert [tag for tag, _ in page.tags if tag in ("script", "img")] == ["script"]
    assert not list(page.values("onerror"))


def test_furniture_is_greyed_and_kept() -> None:
    document = Document("d1", "Subscribe now\nIran.", furniture=(Span(0, 13),))
    assert '<span class="furniture">Subscribe now</span>' in render_page(
        (Reading(document),)
    )


def test_gaps_and_reasons_are_shown() -> None:
    html = render_page((fakes.reading(THREAT),))
    assert "channel: no words tell how it travelled" in html
    assert "<summary>why</summary>" in html
    assert "<q>threatened</q>" in html


def test_unread_document_says_why() -> None:
    reading = Reading(Document("d1", "Rien."), unread="language is French")
    assert "not read: language is French" in render_page((reading,))


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium")
def test_browser_runs_our_script_and_no_other(tmp_path: Path) -> None:
    document = fakes.document(INJECTION, title=INJECTION, outlet="Harbour Wire")
    page = tmp_path / "page.html"
    html = render_page((fakes.reading(THREAT), Reading(document)))
    foreign = "<script>document.title = 'run'</script></body>"
    page.write_text(html.replace("</body>", foreign), "utf-8")
    shown = subprocess.run(
        [
            "chromium",
            *("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"),
            *("--disable-background-networking", f"--user-data-dir={tmp_path / 'me'}"),
            f"{page.as_uri()}#d1s1",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout
    assert 'class="signal on"' in shown
    assert "<title>Ledger: 2 documents, 1 signal</title>" in shown
