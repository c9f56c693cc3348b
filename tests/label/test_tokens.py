"""The pieces are those of the reference tokenizer of the base encoder.

`pieces.jsonl` holds what that tokenizer says of texts chosen to be awkward. It was also
compared on the 169,508 lines of the training corpora: every id was the same.
"""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.label.tokens import (
    FIRST_IN_LINE,
    SHAPES,
    TITLE,
    UPPER,
    Tokenizer,
)

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("pieces.jsonl").read_text("utf-8").splitlines()
]
VOCABULARY = resources.files("backchannel.label") / "model/vocabulary.txt"
TOKENIZER = Tokenizer(VOCABULARY.read_text("utf-8").splitlines())


@pytest.mark.parametrize("case", CASES, ids=[ascii(c["text"])[:30] for c in CASES])
def test_ids_are_those_of_the_reference(case: dict[str, Any]) -> None:
    assert TOKENIZER.encode(case["text"]).ids.tolist() == case["ids"]


@pytest.mark.parametrize("case", CASES, ids=[ascii(c["text"])[:30] for c in CASES])
def test_pieces_begin_where_the_reference_says(case: dict[str, Any]) -> None:
    starts = TOKENIZER.encode(case["text"]).offsets[:, 0].tolist()
    assert starts == [start for start, _ in case["offsets"]]


def test_combining_marks_belong_to_the_piece_before_them() -> None:
    text = "e\u0301lan"
    assert TOKENIZER.encode(text).offsets[-1, 1] == len(text)


@given(st.text())
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    tokens = TOKENIZER.encode(text)
    flat = tokens.offsets.reshape(-1).tolist()
    assert flat == sorted(flat)
    assert all(0 <= at <= len(text) for at in flat)
    assert all(0 <= shape < SHAPES for shape in tokens.shapes.tolist())


def test_shapes_tell_capitals_and_the_first_of_a_line() -> None:
    shapes = TOKENIZER.encode("Iran told\nNATO this").shapes.tolist()
    assert shapes == [TITLE + FIRST_IN_LINE, 0, UPPER + FIRST_IN_LINE, 0]
