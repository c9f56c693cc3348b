from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.domain.labels import Labelled, LabelledSpan, Mention
from backchannel.domain.signals import Actor
from backchannel.domain.text import Document, Span
from backchannel.resolve.actors import name_actors
from backchannel.resolve.reference import Reference, parse

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "src" / "backchannel" / "resolve" / "tables"
REFERENCE = parse({p.name: p.read_text("utf-8") for p in TABLES.glob("*.csv")})


def find(text: str, words: str, n: int = 1) -> Span:
    start = -1
    for _ in range(n):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def resolve(
    text: str, words: str, n: int = 1, *, reference: Reference = REFERENCE
) -> tuple[Actor, ...]:
    span = find(text, words, n)
    return name_actors(Labelled(Document("d1", text)), [span], reference)[span]


def sides(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.side for actor in actors]


def test_no_mentions_give_no_actors() -> None:
    assert name_actors(Labelled(Document("d1", "Nobody.")), [], REFERENCE) == {}


def test_a_mention_outside_the_document_is_a_bug_of_the_caller() -> None:
    with pytest.raises(ValueError, match="outside"):
        name_actors(Labelled(Document("d1", "He.")), [Span(0, 9)], REFERENCE)


def test_words_that_tell_nothing_are_kept_with_unknown_side() -> None:
    assert resolve("Some said so; a stranger agreed.", "a stranger") == (
        Actor("stranger", "unknown", "the text does not tell"),
    )


def test_empty_tables_still_learn_a_state_from_its_ministers() -> None:
    text = "Velmara's foreign minister, Ana Lund, spoke. The Velmaran army waited."
    assert sides(resolve(text, "The Velmaran army", reference=parse({}))) == ["Velmara"]


def test_a_sure_link_of_the_model_decides_for_a_pronoun_without_antecedent() -> None:
    text = "Sergei Lavrov met Hakan Fidan. Later it was said that he was tired."
    he, lavrov = find(text, "he was tired"), find(text, "Sergei Lavrov")
    he = Span(he.start, he.start + 2)
    mention = Mention(he, repeats=LabelledSpan(lavrov, "PER", 0.95))
    labelled = Labelled(Document("d1", text), mentions={he: mention})
    found = name_actors(labelled, [he], REFERENCE)
    assert [actor.name for actor in found[he]] == ["Sergei Lavrov"]


def test_a_person_without_title_is_of_the_side_spoken_of() -> None:
    text = "Iran will not yield. Ali Rostami told reporters so."
    assert sides(resolve(text, "Ali Rostami")) == ["IRN"]


@pytest.mark.parametrize("cut", ["Ahn Jae-", ". Ahn", "Jae"])
def test_a_name_that_the_model_cuts_is_kept_whole(cut: str) -> None:
    text = "Mr. Ahn spoke for Seoul. Ahn Jae-su, the minister, told reporters so."
    name = LabelledSpan(find(text, cut), "PER", 0.9)
    whole = find(text, "Ahn Jae-su")
    found = name_actors(Labelled(Document("d1", text), (), (name,)), [whole], REFERENCE)
    assert [actor.name for actor in found[whole]] == ["Ahn Jae-su"]


def test_of_two_spellings_as_long_the_same_one_is_kept_in_every_run() -> None:
    # Sets of strings have another order in every process.
    spellings = ("Ferdan Ulrik", "Ferdan Ulrig", "Ferdon Ulrik", "Ferdom Ulrik")
    text = " ".join(f"Foreign Minister {name} spoke." for name in spellings)
    for name in spellings:
        assert [a.name for a in resolve(text, name)] == [spellings[-1]]


def test_who_is_named_in_the_furniture_was_not_spoken_of() -> None:
    other = "Most read: Mr Xi Jinping met Mr Joe Biden"
    text = f"Sergei Lavrov met Hakan Fidan.\n{other}\nHe spoke."
    furniture = (find(text, other),)
    he = find(text, "He")
    labelled = Labelled(Document("d1", text, furniture=furniture))
    [found] = name_actors(labelled, [he], REFERENCE)[he]
    assert found.name == "Sergei Lavrov"


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        ("the axis of resistance", "axis of resistance", "of IRN, Hezbollah, Hamas,"),
        ("Resistance groups", "axis of resistance", "of IRN, Hezbollah, Hamas,"),
        ("The Yemeni army", "Houthis", "reference table: collective"),
        ("the Zionist regime", "Israel", "reference table: collective"),
        ("the West", "West", "reference table: collective"),
    ],
)
def test_what_parties_call_themselves_and_each_other_is_told(
    words: str, name: str, told: str
) -> None:
    [actor] = resolve(f"{words} did not answer.", words)
    assert actor.name == name
    assert told in actor.rule


def test_a_capital_stands_for_its_state() -> None:
    [actor] = resolve("Raisi travelled to the Saudi capital.", "the Saudi capital")
    assert (actor.name, actor.side) == ("Saudi Arabia", "SAU")


def test_an_ambassador_abroad_is_not_of_the_country_he_lives_in() -> None:
    text = "France is angry. The Iranian ambassador in Paris was summoned."
    assert sides(resolve(text, "The Iranian ambassador in Paris")) == ["IRN"]


def test_he_in_a_quotation_is_not_the_speaker() -> None:
    text = "Sergei Lavrov met Hakan Fidan. “He was late,” Lavrov said."
    assert [a.name for a in resolve(text, "He")] == ["Hakan Fidan"]


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(
        alphabet=st.sampled_from(
            "he said President Iran’s “”.,\n-' AB the Lund (U.S.)"
        ),
        min_size=1,
        max_size=200,
    ),
    cuts=st.lists(st.tuples(st.integers(0, 199), st.integers(1, 40)), max_size=6),
)
def test_any_text_and_spans_give_an_actor_for_every_span(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    spans = {
        Span(start, min(start + size, len(text)))
        for start, size in cuts
        if start < len(text)
    }
    found = name_actors(Labelled(Document("d1", text)), spans, REFERENCE)
    assert set(found) == spans
    assert all(actors for actors in found.values())
    assert all(a.name and a.side for actors in found.values() for a in actors)


@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1, max_size=80))
def test_any_characters_at_all_are_survived(text: str) -> None:
    span = Span(0, len(text))
    assert name_actors(Labelled(Document("d1", text)), [span], REFERENCE)[span]


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            "Iran Iran’s the The prime minister , . said “ ” he They both sides"
            " Lavrov Mr President of Velmara Velmaran ministry in his host".split()
        ),
        min_size=1,
        max_size=60,
    )
)
def test_any_order_of_telling_words_is_survived(words: list[str]) -> None:
    text = " ".join(words)
    spans = [Span(m, min(m + 9, len(text))) for m in range(0, len(text), 5)]
    assert set(name_actors(Labelled(Document("d1", text)), spans, REFERENCE)) == set(
        spans
    )
