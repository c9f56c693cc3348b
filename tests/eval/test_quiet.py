"""Texts without diplomacy give next to no signals."""

import json

from backchannel.pipeline import open_reader
from eval import quiet


def test_at_most_one_signal_is_invented_in_two_thousand_words() -> None:
    part = quiet.measure(open_reader())
    everything = part.rows["all"]
    assert everything["texts"] >= 60
    assert everything["words"] >= 18_000
    assert everything[f"in {quiet.PER:,} words"] <= 1.0


def test_the_texts_are_told_apart() -> None:
    lines = quiet.CORPUS.read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert len(set(texts)) == len(texts)
