"""A brief tells who told whom what, day by day, and hostile words do nothing in it."""

import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from backchannel.domain.kept import Kept
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Opinion, State
from backchannel.domain.signals import (
    Channel,
    Interval,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.write.brief import write_brief
from backchannel.write.visible import make_line
from tests import fakes
from tests.write.kept import kept, kept_documents

WARNING = (
    "[sender Russia] has [trigger warned] [recipient Iran] through [intermediary Oman]"
    " on Sunday [condition if it is hit] [consequence it will act]"
)
FIRST_OF_JUNE = date(2024, 6, 1)


def brief(*documents: Kept) -> str:
    stream = io.StringIO()
    count = write_brief(documents, stream)
    assert count == sum(len(document.reading.signals) for document in documents)
    return stream.getvalue()


def render(markdown: str) -> str:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return str(parser.render(markdown))


def on(day: date | None, words: str = WARNING, **about: Any) -> Kept:
    """Return a document whose signal happened on that day."""
    reading = fakes.reading(words, **about)
    time = Time(Span(0, 6), Interval(day, day)) if day else None
    return kept(replace(reading, signals=(replace(reading.signals[0], time=time),)))


def test_signal_says_who_to_whom_how_when_and_on_whose_word() -> None:
    reading = fakes.reading(WARNING, outlet="Harbour Wire", published=FIRST_OF_JUNE)
    sunday = reading.document.text.index("on Sunday")
    signal = replace(
        reading.signals[0],
        channel=Channel.INTERMEDIARY,
        status=Status.PLANNED,
        time=Time(Span(sunday, sunday + 9), Interval(date(2024, 5, 26), None)),
        attribution=(Source(Span(0, 6), SourceKind.ANONYMOUS, None),),
        confidence={"recipient": 0.38, "sender": 0.9},
        sender=(replace(reading.signals[0].sender[0], side="RUS"),),
    )
    opinion = Opinion(State.CONFIRMED)
    document = kept(replace(reading, signals=(signal,)), opinions={"s1": opinion})
    assert brief(document) == (
        "# 1 signal in 1 of 1 document\n"
        "\n"
        "Reviewed by a person: 1 of 1.\n"
        "\n"
        "## 26 May 2024\n"
        "\n"
        "Russia (RUS) → via Oman (side unknown) → Iran (side unknown): warn,"
        " through an intermediary, **planned**\n"
        "\n"
        "> Russia has **warned** Iran through Oman on Sunday if it is hit it will act\n"
        "\n"
        "* If: “if it is hit”\n"
        "* Then: “it will act”\n"
        "* When: from 26 May 2024, “on Sunday”\n"
        "* On the word of: “Russia” ← Harbour Wire (source 1)\n"
        "* Unsure: recipient 38%\n"
        "* Review: confirmed\n"
        "\n"
        "## Sources\n"
        "\n"
        "1. Harbour Wire, no title, 1 June 2024\n"
    )


def test_days_come_in_order_and_what_has_none_last() -> None:
    written = brief(
        on(None),
        on(date(2024, 6, 2)),
        on(None, published=date(2024, 5, 31)),
        on(FIRST_OF_JUNE, published=date(2024, 7, 1)),
    )
    assert re.findall("^## (.*)$", written, re.MULTILINE) == [
        "31 May 2024",
        "1 June 2024",
        "2 June 2024",
        "Day not known",
        "Sources",
    ]


def test_day_of_publication_is_told_from_that_of_the_act() -> None:
    assert "* When: not told; published this day\n" in brief(
        on(None, published=FIRST_OF_JUNE)
    )
    assert "* When: not told\n" in brief(on(None))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.NEGATED, ", **reported as not having happened**"),
        (Status.POSSIBLE, ", **possible**"),
        (Status.DONE, ""),
    ],
)
def test_status_is_said_when_not_done(status: Status, words: str) -> None:
    reading = fakes.reading("[sender Iran] [trigger warned] them")
    signal = replace(reading.signals[0], status=status)
    written = brief(kept(replace(reading, signals=(signal,))))
    assert f"\nIran (side unknown): warn{words}\n" in written


def test_sources_are_listed_with_every_place_and_date() -> None:
    first = Appearance(
        Stated("A *warning*", "input"),
        Stated("Harbour Wire", "input"),
        Stated(FIRST_OF_JUNE, "input"),
        "https://example.org/a",
    )
    second = replace(first, outlet=Stated("1. Post", "input"), url="javascript:run()")
    reading = fakes.reading(WARNING)
    document = kept(reading, appearances=(first, second, first))
    assert brief(document).endswith(
        "## Sources\n\n"
        "1. Harbour Wire, “A \\*warning\\*”, 1 June 2024, <https://example.org/a>;"
        " also 1. Post, “A \\*warning\\*”, 1 June 2024, javascript:run()\n"
    )


def test_document_without_signals_is_counted_but_is_no_source() -> None:
    unread = kept(Reading(Document("d2", "Rien."), unread="language is French"))
    written = brief(unread, on(FIRST_OF_JUNE, outlet="Harbour Wire"))
    assert written.startswith("# 1 signal in 1 of 2 documents\n")
    assert written.endswith("\n1. Harbour Wire, no title, no date\n")
    assert "(source 1)" in written


def test_empty_case_says_so() -> None:
    assert brief() == (
        "# No signals in 0 of no documents\n\nReviewed by a person: 0 of 0.\n"
    )


def test_trigger_outside_its_sentence_is_quoted_beside_it() -> None:
    reading = fakes.reading("[sender Iran] [trigger warned] them")
    signal = replace(reading.signals[0], sentence=Span(0, 4))
    written = brief(kept(replace(reading, signals=(signal,))))
    assert "\n> Iran\n" in written
    assert "* Act: **warned**\n" in written


def test_content_outside_the_sentence_is_quoted_as_well() -> None:
    reading = fakes.reading("[sender Iran] [trigger warned] them. [content Beware!]")
    within = brief(kept(reading))
    assert "Content:" not in within
    signal = replace(reading.signals[0], sentence=Span(0, 17))
    assert "* Content: “Beware!”\n" in brief(kept(replace(reading, signals=(signal,))))


def test_hostile_words_are_shown_and_do_nothing() -> None:
    hostile = (
        "# <script>run()</script> ![x](https://example.org/x.png)"
        " [a](javascript:run())\n\n- b\n```\n&lt;\udcff"
    )
    stated = Stated(hostile, "input")
    [signal] = fakes.reading("[sender Iran] [trigger warned]").signals
    signal = replace(
        signal,
        trigger=Span(2, 10),
        sentence=Span(0, len(hostile)),
        sender=(replace(signal.sender[0], actor=hostile, side=hostile),),
        attribution=(Source(Span(0, 5), SourceKind.NAMED, hostile),),
        condition=Span(0, len(hostile)),
        time=Time(Span(0, len(hostile)), None),
        confidence={hostile: 0.1},
    )
    document = Document("d1", hostile, appearance=Appearance(stated, stated))
    rendered = render(brief(kept(Reading(document, (signal,)))))
    tags = set(re.findall("<[^>]+>", rendered))
    allowed = "h1 h2 p blockquote ul ol li strong".split()
    assert tags <= {f"{left}{tag}>" for tag in allowed for left in ("<", "</")}
    assert rendered.count("<h2>") == 2
    visible = html.unescape(re.sub("<[^>]+>", "", rendered))
    assert visible.count(make_line(hostile)) >= 6


@settings(deadline=None)
@given(st.lists(kept_documents(), max_size=3))
def test_any_case_has_a_quote_for_each_signal_and_a_line_for_each_source(
    documents: list[Kept],
) -> None:
    rendered = render(brief(*documents))
    cited = [document for document in documents if document.reading.signals]
    signals = sum(len(document.reading.signals) for document in documents)
    assert rendered.count("On the word of: ") >= signals
    assert rendered.count("<li>When: ") == signals
    listed = rendered.partition("<h2>Sources</h2>")[2]
    assert listed.count("<li>") == len(cited)
    assert "<script" not in rendered
    assert not re.search(r"<(a|img)\b(?! href=\"https?://)", rendered)


def test_error_while_reading_leaves_nothing_half_written() -> None:
    stream = io.StringIO()

    def read() -> Iterator[Kept]:
        yield on(FIRST_OF_JUNE)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_brief(read(), stream)
    assert stream.getvalue() == ""
