"""The page of a comparison runs nothing, asks nobody, and can be read by everybody."""

import io
import re
from dataclasses import replace

from backchannel.compare.grouping import group_entries
from backchannel.compare.matrix import compare_exchange
from backchannel.domain.comparisons import Comparison
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Gap
from backchannel.domain.text import Appearance, Stated
from backchannel.write.matrix_page import render_matrix, write_matrix_page
from tests.compare.test_grouping import denial, threat
from tests.compare.test_matrix import WARNED, account, matrix
from tests.write.test_page import INJECTION, Page


def values(comparison: Comparison, tag: str, attribute: str) -> list[str | None]:
    tags = Page(render_matrix(comparison)).tags
    return [attributes.get(attribute) for name, attributes in tags if name == tag]


def test_nothing_runs_and_nothing_is_asked_of_any_server() -> None:
    html = render_matrix(matrix(threat(), denial()))
    page = Page(html)
    assert not list(page.values("src"))
    assert not re.search(r"url\(|@import|https?://|<script", html)
    assert "default-src 'none'" in next(page.values("content"))


def test_heads_of_rows_and_columns_say_so() -> None:
    comparison = matrix(threat(), denial())
    scopes = values(comparison, "th", "scope")
    assert scopes == ["col"] * 2 + ["row"] * len(comparison.rows)


def test_every_cell_says_which_account_it_is_of() -> None:
    comparison = matrix(threat(), denial())
    accounts = values(comparison, "td", "data-account")[1:]
    assert accounts == ["1", "2"] * len(comparison.rows)


def test_every_link_inside_the_page_leads_somewhere() -> None:
    page = Page(render_matrix(matrix(threat(), denial())))
    links = {link.removeprefix("#") for link in page.values("href") if link[0] == "#"}
    assert links <= set(page.values("id"))


def test_findings_have_symbol_and_word() -> None:
    html = render_matrix(matrix(threat(), denial()))
    assert '<p class="found contradicts">✗ contradicts 2</p>' in html
    assert "only here" in html


def test_what_was_left_unsaid_is_shown_with_its_rule() -> None:
    silent = account("d1", f"{WARNED}.", "Iraq gave no reason.")
    html = render_matrix(matrix(silent, account("d2", WARNED)))
    assert "<q>Iraq gave no reason.</q>" in html
    assert "words for “gave no reason”" in html


def hostile() -> Entry:
    (entry,) = account("d1", f"{WARNED} that [content {INJECTION}].")
    stated = Stated(INJECTION, "input")
    shown = Appearance(title=stated, outlet=stated, url="javascript:run()")
    party = replace(entry.signal.sender[0], actor=INJECTION, side=INJECTION)
    signal = replace(entry.signal, sender=(party,), gaps=(Gap("channel", INJECTION),))
    return Entry(signal, replace(entry.document, appearance=shown))


def test_markup_in_texts_and_names_is_text() -> None:
    grouping = group_entries([hostile()])
    (exchange,) = grouping.exchanges()
    page = Page(render_matrix(compare_exchange(grouping, exchange)))
    assert not [tag for tag, _ in page.tags if tag in ("script", "img")]
    assert not list(page.values("onerror"))
    assert not [link for link in page.values("href") if "run" in link]


def test_the_page_is_written_to_a_stream() -> None:
    stream, comparison = io.StringIO(), matrix(threat())
    write_matrix_page(comparison, stream)
    assert stream.getvalue() == render_matrix(comparison)
