"""Whose a described officer or body is, where the words themselves do not say."""

from pathlib import Path

import pytest

from backchannel.domain.labels import Labelled
from backchannel.domain.text import Document, Span
from backchannel.resolve.actors import name_actors
from backchannel.resolve.reference import parse

TABLES = Path(__file__).parents[2] / "src" / "backchannel" / "resolve" / "tables"
REFERENCE = parse({p.name: p.read_text("utf-8") for p in TABLES.glob("*.csv")})


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        pytest.param(
            "Russia denied it. Russia was calm.\n\nIn Beijing, a foreign ministry"
            " spokesman urged Russia to talk.",
            "a foreign ministry spokesman",
            "CHN",
            id="the sentence opens with the capital",
        ),
        pytest.param(
            "Russia denied it. Russia was calm. Boris Johnson told parliament so.",
            "parliament",
            "GBR",
            id="a leader tells parliament",
        ),
        pytest.param(
            "Three Omani officials met Iran's envoy. Iran agreed, one of the officials"
            " said.",
            "one of the officials",
            "OMN",
            id="one of those before",
        ),
        pytest.param(
            "China waits, a diplomat in Beijing said.",
            "a diplomat in Beijing",
            "unknown",
            id="a diplomat in a capital",
        ),
    ],
)
def test_words_around_tell_whose_it_is(text: str, words: str, side: str) -> None:
    start = text.index(words)
    span = Span(start, start + len(words))
    found = name_actors(Labelled(Document("d", text)), [span], REFERENCE)[span]
    assert [actor.side for actor in found] == [side]
