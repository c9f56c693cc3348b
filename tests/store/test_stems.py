import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.store.stems import find_stems, find_words, to_start, to_stems


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("threatened THREATS", "threaten threat"),
        ("the U.S. minister’s", "the us minist"),
        ("Amir-Abdollahian", "amir abdollahian"),
        ("Erdoğan’s, São Tomé", "erdogan sao tome"),
        ("", ""),
        ("— … “”", ""),
    ],
)
def test_words_are_folded_and_stemmed(text: str, stems: str) -> None:
    assert to_stems(text) == stems


@pytest.mark.parametrize(
    ("looked", "found"),
    [
        ("message", ["message", "messages"]),
        ('"a message"', ["a message"]),
        ("messag*", ["message", "messages"]),
        ("message*", ["message", "messages"]),
        ("missive", []),
    ],
)
def test_words_are_found_where_they_stand(looked: str, found: list[str]) -> None:
    text = "He sent a message, then two messages."
    assert [text[s.start : s.end] for s in find_words(text, looked)] == found


@given(st.text())
def test_every_word_quotes_the_text(text: str) -> None:
    for span, stem in find_stems(text):
        assert text[span.start : span.end].strip()
        assert " " not in stem
        assert stem


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_the_beginning_of_a_word_begins_its_stem(word: str) -> None:
    assert to_stems(word).startswith(to_start(word))
