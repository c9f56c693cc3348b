"""Who is meant by "both sides", "the four" and the like."""

from pathlib import Path

import pytest

from backchannel.domain.labels import Labelled
from backchannel.domain.text import Document, Span
from backchannel.resolve.actors import name_actors
from backchannel.resolve.reference import parse

TABLES = Path(__file__).parents[2] / "src" / "backchannel" / "resolve" / "tables"
REFERENCE = parse({p.name: p.read_text("utf-8") for p in TABLES.glob("*.csv")})


def sides_of(text: str, words: str) -> set[str]:
    """Return the sides of the last place of `words`."""
    start = text.rindex(words)
    span = Span(start, start + len(words))
    actors = name_actors(Labelled(Document("d", text)), [span], REFERENCE)[span]
    return {actor.side for actor in actors}


PARTIES = (
    "Greece and Turkey sent ships to the island. Athens warned Ankara. NATO’s"
    " secretary general, Jens Stoltenberg, rang Angela Merkel and called on "
)


@pytest.mark.parametrize(
    "words",
    ["both sides", "the two countries", "both capitals", "each other", "all parties"],
)
def test_two_states_of_the_story_are_meant_not_the_last_two_persons(
    words: str,
) -> None:
    assert sides_of(f"{PARTIES}{words}.", words) == {"GRC", "TUR"}


def test_two_leaders_are_those_of_the_two_states() -> None:
    text = (
        "Ukraine and Russia exchanged prisoners, Kyiv and Moscow said. President"
        " Volodymyr Zelensky thanked"
        " Vladimir Putin. Emmanuel Macron of France praised the two leaders."
    )
    assert sides_of(text, "the two leaders") == {"UKR", "RUS"}


def test_counted_states_are_those_listed_before() -> None:
    text = (
        "Saudi Arabia, Bahrain and Egypt broke with Qatar. Kuwait and the United"
        " States asked all three to wait."
    )
    assert sides_of(text, "all three") == {"SAU", "BHR", "EGY"}


def test_any_two_diplomats_are_not_the_two_sides() -> None:
    text = "Israel and Egypt signed. Two Arab diplomats said so."
    assert sides_of(text, "Two Arab diplomats") == {"unknown"}


def test_where_they_meet_is_not_one_of_the_two() -> None:
    text = (
        "Talks went on in Oman. In Muscat, Iran and Iraq traded charges in Oman’s"
        " palace. Both sides left Muscat."
    )
    assert sides_of(text, "Both sides") == {"IRN", "IRQ"}


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Boris Johnson warned Iran and told his side so.", "his side", "GBR"),
        ("“We told our fishermen so,” Boris Johnson said.", "our fishermen", "GBR"),
        ("Boris Johnson warned Iran and told his family so.", "his family", "unknown"),
    ],
)
def test_what_is_his_or_ours_is_of_the_owner(text: str, words: str, side: str) -> None:
    assert sides_of(text, words) == {side}


def test_three_are_not_two_and_not_what_else_was_counted() -> None:
    text = "Iran spoke of its ships. All three were told to wait."
    assert sides_of(text, "All three") == {"unknown"}
    text = (
        "Iran, Iraq and Oman met. Iran held three French hikers. All three denied it."
    )
    assert sides_of(text, "All three") == {"unknown"}


def test_two_officers_joined_in_one_mention_are_both_meant() -> None:
    text = (
        "Israeli Foreign Minister Yair Lapid met German State Secretary Miguel"
        " Berger. The Foreign Minister and State Secretary Berger agreed."
    )
    joint = "The Foreign Minister and State Secretary Berger"
    assert sides_of(text, joint) == {"ISR", "DEU"}
    assert sides_of(text, "State Secretary Berger") == {"DEU"}
