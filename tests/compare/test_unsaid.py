import pytest

from backchannel.compare.facts import find_facts
from backchannel.compare.unsaid import NEGATED, find_unsaid
from backchannel.domain.signals import Act, Status
from tests.compare.told import told

WARNED = "[sender Iran] [trigger warned] [recipient Iraq] through an envoy."
FILLER = "The dates were good that year."


def unsaid(*after: str, before: tuple[str, ...] = ()) -> list[str]:
    entries = told(*before, WARNED, *after)
    found = find_unsaid([find_facts(entries[0])])
    return [value.words for value in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not clear from either readout whether Iran set a date.",
        "It was unclear how Iraq had replied.",
        "Whether Iraq had replied remained unclear.",
        "Iran did not say what would follow.",
        "The ministry in Iraq has not commented.",
        "The readout made no mention of Iraq.",
        "Neither readout tells whether Iraq gave in.",
        "Neither Iran nor its neighbour would confirm the date.",
        "Iran gave no reasons.",
        "Iraq published the note without a word about the date.",
        "The note from Iran is silent on the date.",
        "Iran declined to say when.",
        "The communiqué left open whether Iraq would pay.",
    ],
)
def test_words_that_tell_of_silence_are_found(sentence: str) -> None:
    assert unsaid(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran said that the guns had fallen silent.",
        "Iran told no lies.",
        "Neither has said yes to Iran.",
        "Iran left the port open to ships.",
        "Iraq is clear of snow.",
        "Iraq said that it knew nothing of an envoy.",
    ],
)
def test_other_words_are_not_taken_for_silence(sentence: str) -> None:
    assert unsaid(sentence) == []


def test_silence_in_the_report_itself_is_found() -> None:
    marked = "[sender Iran] [trigger warned] [recipient Iraq] without naming a date."
    (entry,) = told(marked)
    assert [value.words for value in find_unsaid([find_facts(entry)])] == [entry.quote]


def test_right_after_a_report_nobody_needs_to_be_named() -> None:
    assert unsaid("It was unclear whether anybody had replied.")


def test_right_after_a_report_the_silence_of_others_is_not_meant() -> None:
    assert unsaid("The Mayor of Lisbon declined to say when he would go.") == []


def test_some_sentences_on_a_party_must_be_named() -> None:
    assert unsaid(FILLER, FILLER, "It was unclear whether anybody replied.") == []
    assert unsaid(FILLER, FILLER, "It was unclear whether the Iraqis had replied.")


def test_far_from_a_report_two_sides_must_be_named() -> None:
    far = (FILLER,) * 6
    assert unsaid(*far, "It was unclear whether Iraq replied.") == []
    assert unsaid(*far, "It was unclear whether Iraq replied to Iran.")


def test_beyond_eight_sentences_silence_is_of_something_else() -> None:
    assert unsaid(*(FILLER,) * 8, "It was unclear whether Iraq replied to Iran.") == []


def test_one_sentence_before_a_report_counts() -> None:
    before = "It was unclear whether Iraq would reply."
    assert unsaid(before=(before,)) == [before]


def test_it_says_which_words_told() -> None:
    entries = told(WARNED, "It was unclear whether Iraq had replied.")
    (value,) = find_unsaid([find_facts(entries[0])])
    assert value.rule == "words for “not clear”: “unclear whether”"


def test_it_is_quoted_by_its_span() -> None:
    entries = told(WARNED, "Iran declined to say when.")
    (value,) = find_unsaid([find_facts(entries[0])])
    assert entries[0].document.quote(value.spans[0]) == value.words


def negated(marked: str, act: Act = Act.INFORM) -> list[str | None]:
    fields = {"act": act, "status": Status.NEGATED}
    facts = list(map(find_facts, told(WARNED, (marked, fields))))
    return [value.rule for value in find_unsaid(facts[:1], facts)]


def test_a_negated_report_near_it_tells_of_silence() -> None:
    assert negated("[sender Iraq] [trigger did not return] calls.") == [NEGATED]


def test_a_negated_report_of_others_does_not() -> None:
    assert negated("[sender Oman] [trigger did not return] calls.") == []


def test_a_negated_threat_does_not() -> None:
    assert negated("[sender Iraq] [trigger uttered no threat].", Act.THREATEN) == []
