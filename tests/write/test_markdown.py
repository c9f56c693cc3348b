"""Rendered, foreign text is what it was and nothing more."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from backchannel.write.markdown import block, inline, link, strong
from backchannel.write.visible import make_line

#: What Markdown is made of, in any order.
acting = st.text(
    st.sampled_from("*_`~#+-=>|<![](){}&:;.\\\"' \t\n0a19wW@^$%/?") | st.characters(),
    max_size=30,
)
BLOCKS = [
    "# heading",
    "1. item",
    "2) item",
    "- item",
    "+ item",
    "> quote",
    "---",
    "===",
    "    code",
    "```\ncode",
    "~~~",
    "| a | b |\n|---|---|",
    "[a]: https://example.org",
    ": definition",
    "% title",
]
INLINES = [
    "*a* _b_ **c**",
    "`code`",
    "~~gone~~",
    "![x](https://example.org/x.png)",
    "[safe](javascript:run())",
    "<javascript:run()>",
    "<script>run()</script>",
    "<!-- hidden",
    "&lt;b&gt; &copy;",
    "a  \nb\\\nc",
    "[^1] $x$ {.a}",
]


def render(markdown: str) -> str:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return str(parser.render(markdown)).removesuffix("\n")


def shown(text: str) -> str:
    # A hard space or the like at an edge goes too: a line has no use for it.
    return make_line(text)


@given(acting)
def test_any_text_is_one_paragraph_of_itself(text: str) -> None:
    rendered = render(block(inline(text)))
    words = shown(text)
    assert html.unescape(rendered) == (f"<p>{words}</p>" if words else "")


@given(acting)
def test_any_text_is_itself_in_a_quote_and_in_a_list(text: str) -> None:
    words = shown(f"{text}x")
    quote = render(f"> {block(inline(f'{text}x'))}")
    assert html.unescape(quote) == f"<blockquote>\n<p>{words}</p>\n</blockquote>"
    item = render(f"1. {block(inline(f'{text}x'))}")
    assert html.unescape(item) == f"<ol>\n<li>{words}</li>\n</ol>"


@given(acting, acting, acting)
def test_bold_is_bold_and_nothing_else_is(before: str, words: str, after: str) -> None:
    rendered = render(block(inline(before) + strong(f"{words}x") + inline(after)))
    bare = re.sub("</?strong>", "", rendered, count=2)
    assert rendered.count("<strong>") == 1
    assert "".join(html.unescape(bare).split()) == "".join(
        f"<p>{shown(f'{before}{words}x{after}')}</p>".split()
    )


@pytest.mark.parametrize("text", [*BLOCKS, *INLINES])
def test_markup_is_only_text(text: str) -> None:
    assert html.unescape(render(block(inline(text)))) == f"<p>{make_line(text)}</p>"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("see http://example.org", "see http\\://example.org"),
        ("_https://example.org", "\\_https\\://example.org"),
        ("WWW.example.org", "WWW\\.example.org"),
        ("anna@example.org", "anna\\@example.org"),
        ('The U.S. (2024) said: no - "never"!', 'The U.S. (2024) said: no - "never"!'),
    ],
    ids=["scheme", "after underscore", "www", "mail", "prose stays"],
)
def test_addresses_are_broken_and_prose_is_not(text: str, escaped: str) -> None:
    assert inline(text) == escaped


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("warned", "**warned**"),
        (" “warned” ", " “**warned**” "),
        ("…", "…"),
        ("*warned*", "\\***warned**\\*"),
    ],
)
def test_bold_begins_and_ends_with_a_letter(text: str, bold: str) -> None:
    assert strong(text) == bold


@pytest.mark.parametrize(
    "url",
    [
        "javascript:run()",
        "https://example.org/> <script>",
        "https://example.org/a b",
        "https://example.org/\u202egro",
        "file:///etc/passwd",
        "",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert "<a " not in render(f"x {link(url)}")


def test_web_address_is_a_link_that_shows_where_it_leads() -> None:
    url = "https://example.org/a_b*c?d=e&f=(g)"
    escaped = html.escape(url)
    assert render(link(url)) == f'<p><a href="{escaped}">{escaped}</a></p>'
