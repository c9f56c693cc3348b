import pytest

from backchannel.resolve.adjectives import belongs_to
from backchannel.resolve.groups import learn_groups
from backchannel.resolve.invented import learn


def nobody(_: str) -> bool:
    return False


def learnt(text: str) -> dict[str, str]:
    found = learn(text, nobody)
    return {text[n.span.start : n.span.end]: n.side for n in found}


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [("Kestanian", "Kestania"), ("Kharvani", "Kharvan"), ("Livarans", "Livara")],
)
def test_an_adjective_belongs_to_its_noun(adjective: str, noun: str) -> None:
    assert belongs_to(adjective, noun)


@pytest.mark.parametrize(
    ("word", "other"),
    [("Kestania", "Kestanian"), ("Livara", "Drovia"), ("Livara", "Livara")],
)
def test_other_words_do_not_belong_together(word: str, other: str) -> None:
    assert not belongs_to(word, other)


def test_a_state_is_learnt_from_its_minister() -> None:
    assert learnt("Vestmark's prime minister spoke.") == {"Vestmark": "Vestmark"}


def test_an_adjective_names_the_state_of_its_stem() -> None:
    text = "Adulia's navy waited. Two Adulian launches closed in."
    assert learnt(text) == {"Adulia": "Adulia", "Adulian": "Adulia"}


def test_the_owner_of_a_ministry_who_has_a_title_is_no_state() -> None:
    assert "Olsson" not in learnt("Minister Olsson spoke. Olsson's ministry agreed.")


def test_a_town_stands_for_the_state_named_near_it() -> None:
    text = "Vestmark's army marched. The foreign ministry in Havnes was silent."
    assert learnt(text)["Havnes"] == "Vestmark"


def test_a_group_is_learnt_with_its_acronym() -> None:
    text = "The Zamwe Freedom Front (ZFF) struck."
    assert learn_groups(text, nobody) == {"Zamwe Freedom Front": "ZFF"}


@pytest.mark.parametrize("word", ["External Affairs", "Representatives", "Nationalist"])
def test_a_word_of_a_title_is_no_state(word: str) -> None:
    text = f"The {word} minister told the {word} army to wait. {word} officials agreed."
    assert not learnt(text)
