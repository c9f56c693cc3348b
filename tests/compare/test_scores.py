import pytest

from backchannel.compare.scores import DEFAULT, parse_scores
from backchannel.domain.actions import Kind
from backchannel.domain.errors import SettingsError
from backchannel.domain.signals import Act


def test_every_act_and_every_kind_has_a_score() -> None:
    assert set(DEFAULT.acts) == set(Act)
    assert set(DEFAULT.kinds) == set(Kind)


def test_deeds_of_war_are_worse_than_words() -> None:
    assert max(DEFAULT.kinds.values()) > 0 > DEFAULT.acts[Act.THREATEN]
    assert DEFAULT.kinds[Kind.ATTACK] < DEFAULT.acts[Act.THREATEN]


@pytest.mark.parametrize(
    "text",
    ["threaten = -7\nattack = -10.0\n", '{"threaten": -7, "attack": -10.0}'],
    ids=["toml", "json"],
)
def test_what_a_table_gives_replaces_the_default(text: str) -> None:
    scores = parse_scores(text)
    assert (scores.acts[Act.THREATEN], scores.kinds[Kind.ATTACK]) == (-7.0, -10.0)
    assert scores.acts[Act.ACCUSE] == DEFAULT.acts[Act.ACCUSE]


def test_an_empty_table_changes_nothing() -> None:
    assert parse_scores("") == DEFAULT


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("menace = -3", "'menace': no such act or action; known: .*threaten"),
        ('threaten = "low"', "'low': give threaten a number"),
        ("threaten = true", "True: give threaten a number"),
        ("threaten = nan", "nan: give threaten a number"),
        ("[acts]\nthreaten = -3", "give acts a number"),
        ("threaten -3", "not TOML"),
        ('{"threaten": }', "not JSON"),
    ],
)
def test_a_table_that_cannot_work_is_refused(text: str, problem: str) -> None:
    with pytest.raises(SettingsError, match=problem):
        parse_scores(text)
