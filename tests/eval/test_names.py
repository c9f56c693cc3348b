from typing import Any

from eval.names import MOST, join, runs, score
from eval.parts import Agreement


def sentence(doc: str, words: str, tags: str) -> dict[str, Any]:
    offsets, start = [], 0
    for word in words.split():
        start = words.index(word, start)
        offsets.append([start, start + len(word)])
    return {"doc": doc, "text": words, "offsets": offsets, "tags": tags.split()}


RUN = [
    sentence("d", "Ban Ki-moon met Russia", "B-PER I-PER O B-LOC"),
    sentence("d", "UN Moscow", "B-ORG B-LOC"),
]


def test_names_of_a_run_stand_in_its_text() -> None:
    text, tokens, names = join(RUN)
    found = [(label, text[slice(*place)]) for label, place in names]
    wanted = [("PER", "Ban Ki-moon"), ("LOC", "Russia")]
    assert found == [*wanted, ("ORG", "UN"), ("LOC", "Moscow")]
    assert [text[slice(*token)] for token in tokens] == text.split()


def test_runs_break_at_documents_and_when_long() -> None:
    long = sentence("a", "x" * (MOST + 1), "O")
    short = sentence("a", "short", "O")
    other = sentence("b", "short", "O")
    broken = [[long], [short, short], [other]]
    assert list(runs([long, short, short, other])) == broken


def test_half_a_name_scores_by_token_only() -> None:
    text, tokens, wanted = join(RUN)
    place = text.index("Ki-moon")
    given = [("PER", (place, place + len("Ki-moon"))), ("LOC", (23, 25)), wanted[1]]
    found = score(tokens, given, wanted)
    assert found["PER name"] == Agreement(0, 1, 1)
    assert found["PER token"] == Agreement(1, 1, 2)
    assert found["LOC name"] == Agreement(1, 2, 2)
    assert found["ORG name"] == Agreement(0, 0, 1)
    assert found["all name"] == Agreement(1, 3, 4)
