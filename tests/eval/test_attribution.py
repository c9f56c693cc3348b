from eval.attribution import pieces, score
from eval.parts import Agreement

TEXT = "Rice said talks had failed, and Lavrov denied it."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_tokens_and_passages_are_scored_apart() -> None:
    given = {"content": [at("talks had"), at("it")], "cue": [at("said")]}
    wanted = {"content": [at("talks had failed,"), at("it")], "cue": []}
    assert score(TEXT, given, wanted) == {
        "content token": Agreement(3, 3, 4),
        "content passage": Agreement(1, 2, 2),
        "cue token": Agreement(0, 1, 0),
        "cue passage": Agreement(0, 1, 0),
    }


def test_a_content_in_two_pieces_is_two_passages() -> None:
    attributions = [
        {"content": [[0, 4], [10, 20]], "cue": [[5, 9]]},
        {"content": [[30, 33]], "cue": []},
    ]
    assert pieces(attributions, "content") == [(0, 4), (10, 20), (30, 33)]
