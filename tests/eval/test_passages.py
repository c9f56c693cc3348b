import numpy as np
import pytest

from eval.passages import WordNumbers, overlap, widen

TEXT = "“We don’t know,” the U.S. envoy said."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        pytest.param("“We don’t know,”", (0, 2), id="marks are no words"),
        pytest.param("We don’t know", (0, 2), id="without its quotation marks"),
        pytest.param("nvo", (5, 5), id="part of a word is the word"),
        pytest.param("U.S.", (4, 4), id="an abbreviation is one word"),
        pytest.param(",”", None, id="nothing but marks"),
        pytest.param(" ", None, id="nothing but space"),
    ],
)
def test_passage_covers_the_words_it_touches(
    passage: str, words: tuple[int, int] | None
) -> None:
    assert WordNumbers(TEXT).of(at(passage)) == words


def test_words_of_passages_are_counted_once() -> None:
    words = WordNumbers(TEXT)
    assert len(words) == 7
    assert words.all([at("We don’t"), at("don’t know"), at(" ")]) == {0, 1, 2}
    assert words.each([at("We don’t"), at("“We don’t")]) == {(0, 1)}


def test_run_of_pieces_is_widened_to_whole_words() -> None:
    text = "to the envoys."
    offsets = np.array([[0, 2], [3, 6], [7, 10], [10, 13], [13, 14]], dtype=np.int32)
    assert text[slice(*widen(text, offsets, (2, 3, 1.0)))] == "envoys"
    assert text[slice(*widen(text, offsets, (1, 3, 1.0)))] == "the envoys"


def test_overlap_is_dice() -> None:
    assert overlap((0, 10), (5, 15)) == 0.5
    assert overlap((0, 10), (10, 20)) == 0.0
    assert overlap((3, 5), (3, 5)) == 1.0
