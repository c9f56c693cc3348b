"""Passages that name actors are whole."""

from dataclasses import replace

import pytest

from backchannel.domain.labels import LabelledSpan
from backchannel.domain.text import Span
from backchannel.label.tidy import names_an_act, tidy, trim_name, whole_words


def marks(text: str, *words: str) -> list[LabelledSpan]:
    found = []
    for word in words:
        start = text.index(word)
        found.append(LabelledSpan(Span(start, start + len(word)), "sender", 0.9))
    return found


@pytest.mark.parametrize(
    ("text", "marked", "names", "kept"),
    [
        ("The UK urged", ["The", "UK"], [], ["The UK"]),
        ("the United States said", ["the United"], ["United States"], None),
        ("Russia, Iran met", ["Russia", "Iran"], [], ["Russia", "Iran"]),
        ("the talks of Iran", ["the", "Iran"], [], ["Iran"]),
        ("he said", ["he"], [], ["he"]),
        ("the U.S. officials", ["U", "officials"], [], ["U.S. officials"]),
    ],
    ids=["article", "cut name", "list", "article alone", "pronoun", "abbreviation"],
)
def test_names_are_whole(
    text: str, marked: list[str], names: list[str], kept: list[str] | None
) -> None:
    tidied = tidy(text, marks(text, *marked), marks(text, *names))
    words = [text[passage.span.start : passage.span.end] for passage in tidied]
    assert words == (kept or ["the United States"])


def test_where_something_was_is_no_party() -> None:
    text = "met in Karachi with Iran"
    (karachi, iran) = marks(text, "Karachi", "Iran")
    places = [replace(karachi, label="LOC"), replace(iran, label="LOC")]
    assert tidy(text, [karachi, iran], places) == [iran]


def test_words_of_grammar_name_no_act() -> None:
    assert not names_an_act("had been")
    assert not names_an_act("to")
    assert names_an_act("had not threatened")
    assert names_an_act("ruled out")


def test_passages_end_where_words_do() -> None:
    text = "Tehran’s warning"
    assert whole_words(text, 2, 5) == Span(0, 6)
    assert whole_words(text, 9, len(text)) == Span(9, len(text))
    assert whole_words(text, 10, 12) == Span(9, 16)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kagame dismissed", "Kagame"),
        ("Anatoly F. Dobrynin handed it", "Anatoly F. Dobrynin"),
        ("Ali al-Sistani", "Ali al-Sistani"),
        ("the foreign ministry", "the foreign ministry"),
        ("UNIFIL 2", "UNIFIL 2"),
    ],
)
def test_a_name_ends_with_a_word_that_is_part_of_one(words: str, name: str) -> None:
    span = trim_name(f"x {words}", Span(2, 2 + len(words)))
    assert f"x {words}"[span.start : span.end] == name
