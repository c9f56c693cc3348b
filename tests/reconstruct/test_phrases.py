import pytest

from backchannel.reconstruct.phrases import Phrases


def after(text: str, word: str) -> str | None:
    words = Phrases(text)
    at = [one.text for one in words.words].index(word) + 1
    run = words.after(at)
    return words.quote(run) if run else None


def before(text: str, word: str) -> str | None:
    words = Phrases(text)
    run = words.before([one.text for one in words.words].index(word))
    return words.quote(run) if run else None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They shelled the old town in spring.", "the old town"),
        ("They shelled three of its posts near Ost.", "three of its posts"),
        ("They shelled Ost and Lund on Friday.", "Ost and Lund"),
        ("They shelled Ost and killed two men.", "Ost"),
        ("They shelled a camp, he said.", "a camp"),
        ("They shelled on Friday.", None),
    ],
)
def test_what_follows_a_verb(text: str, phrase: str | None) -> None:
    assert after(text, "shelled") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On Monday Arlandian jets shelled Ost.", "Arlandian jets"),
        ("He said that rebels shelled Ost.", "rebels"),
        ("The troops near Lund shelled Ost.", "The troops"),
        ("The police in Lund shelled Ost.", "The police in Lund"),
        ("Arland and Belmark shelled Ost.", "Arland and Belmark"),
        ("Jets bombed Lund and troops shelled Ost.", "troops"),
        ("If rebels shelled Ost, we know nothing.", "rebels"),
    ],
)
def test_what_stands_before_a_verb(text: str, phrase: str) -> None:
    assert before(text, "shelled") == phrase


def test_an_empty_sentence_has_no_words() -> None:
    assert Phrases("").words == ()
