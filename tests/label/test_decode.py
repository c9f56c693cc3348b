"""Scores to passages."""

import numpy as np
import pytest

from backchannel.label.decode import (
    Floats,
    decode_labels,
    decode_likeliest,
    decode_passage,
    decode_passages,
    decode_tags,
    sigmoid,
    softmax,
)


def odds(*values: float) -> Floats:
    return np.array(values, dtype=np.float32)


def tags(marks: str) -> Floats:
    """Scores (T, 3) that leave no doubt: o outside, b begins, i continues."""
    return np.array([[9.0 * (mark == c) for c in "obi"] for mark in marks], np.float32)


@pytest.mark.parametrize(
    ("marks", "runs"),
    [
        ("ooo", []),
        ("obio", [(1, 3)]),
        ("bb", [(0, 1), (1, 2)]),
        ("oiio", [(1, 3)]),
        ("biobi", [(0, 2), (3, 5)]),
    ],
    ids=["none", "one", "two in touch", "no beginning", "two apart"],
)
def test_tags_become_runs(marks: str, runs: list[tuple[int, int]]) -> None:
    assert [run[:2] for run in decode_tags(tags(marks), threshold=0.5)] == runs


def test_a_run_below_the_threshold_is_dropped() -> None:
    doubtful = odds(0.2, 0.0, -9.0)[None]
    assert not decode_tags(doubtful, threshold=0.6)
    assert decode_tags(doubtful, threshold=0.4)


def test_labels_that_differ_are_two_runs() -> None:
    scores = np.full((3, 5), -5.0, np.float32)
    scores[0, 1] = scores[1, 2] = scores[2, 3] = 5.0
    found = decode_labels(scores, ("PER", "LOC"))
    assert [(run[:2], label) for run, label in found] == [
        ((0, 2), "PER"),
        ((2, 3), "LOC"),
    ]


def test_one_doubtful_piece_does_not_cut_a_passage() -> None:
    inside = odds(-4, 3, 3, -1, 3, 3, -4)
    begins = odds(-4, 3, -4, -4, -4, -4, -4)
    found = decode_passage(inside, begins)
    assert found is not None
    assert found[:2] == (1, 6)


def test_a_passage_opens_where_a_piece_begins_one() -> None:
    inside, begins = odds(1, 2, 2), odds(-9, 5, -9)
    found = decode_passage(inside, begins)
    assert found is not None
    assert found[:2] == (1, 3)


def test_no_passage_where_nothing_is_likely() -> None:
    assert decode_passage(odds(-3, -2), odds(-3, -3)) is None


def test_a_second_beginning_splits_a_list() -> None:
    inside, begins = odds(4, 4, 4), odds(4, -4, 4)
    runs = decode_passages(inside, begins, threshold=0.5)
    assert [run[:2] for run in runs] == [(0, 2), (2, 3)]


def test_probabilities_are_probabilities() -> None:
    assert softmax(odds(1000.0, 0.0)[None]).tolist() == [[1.0, 0.0]]
    assert sigmoid(odds(-1000.0, 0.0, 1000.0))[1] == 0.5


def test_the_likeliest_passage_will_do_down_to_a_chance() -> None:
    inside, begins = odds(-6, -2.0, -1.5, -6), odds(-6, -1, -6, -6)
    ((first, last, chance),) = decode_likeliest(inside, begins, least=0.1)
    assert (first, last) == (1, 3)
    assert chance == pytest.approx(float(sigmoid(odds(-2.0, -1.5)).mean()))
    assert decode_likeliest(inside, begins, least=0.2) == []
    assert decode_passage(inside, begins) is None
