"""How sure a field is comes from what the model said and what the rules could tell."""

from dataclasses import replace
from importlib.resources import files

import pytest

from backchannel.domain.chances import SUREST, log_odds, logistic
from backchannel.domain.reading import Reading
from backchannel.reconstruct.confidence import (
    FIELDS,
    GUESSES,
    Setting,
    are_usable,
    facts,
    judge,
    setting_of,
)
from backchannel.reconstruct.signals import reconstruct
from tests.marked import labelled
from tests.reconstruct.test_signals import actors_of, signal_of

SETTING = Setting(triggers=2.0, bare=False)
READ = labelled(
    "[sender Russia] [trigger warned] [recipient Utopia] on [time Sunday].",
)


def test_a_value_is_as_sure_as_the_model_was_of_its_words() -> None:
    frame = replace(READ.frames[0], peaks={"intermediary": 0.2})
    signal = signal_of(READ)
    assert facts("sender", frame, signal, SETTING).value == pytest.approx(log_odds(0.9))
    assert facts("act", frame, signal, SETTING).value == pytest.approx(log_odds(0.9))
    none = facts("intermediary", frame, signal, SETTING)
    assert (none.none, none.value, none.other) == (1.0, 0.0, log_odds(0.2))


def test_what_the_rules_could_not_tell_counts_against_a_value() -> None:
    frame, signal = READ.frames[0], signal_of(READ)
    assert facts("sender", frame, signal, SETTING).untold == 0.0
    assert (
        facts("recipient", frame, signal, SETTING).untold == 1.0
    )  # the side of Utopia
    assert facts("time", frame, signal, SETTING).untold == 1.0  # no date of publication


@pytest.mark.parametrize("words", GUESSES)
def test_guesses_are_told_by_words_that_the_rules_say(words: str) -> None:
    modules = files("backchannel.resolve").iterdir()
    rules = (m.read_text("utf-8") for m in modules if m.name.endswith(".py"))
    assert any(words in rule for rule in rules)


def test_a_side_that_was_guessed_counts_against_a_value() -> None:
    frame, signal = READ.frames[0], signal_of(READ)
    guessed = tuple(
        replace(why, rule=f"Russia (RUS): the side {GUESSES[0]} just before")
        if why.field == "sender"
        else why
        for why in signal.why
    )
    told = facts("sender", frame, replace(signal, why=guessed), SETTING)
    assert told.untold == 1.0


def test_a_side_with_the_code_of_a_state_is_known_as_one() -> None:
    frame, signal = READ.frames[0], signal_of(READ)
    setting = setting_of([frame], [signal], words=5, politics=0)
    assert setting.known == 0.5  # Russia has a code, Utopia none
    sender = facts("sender", frame, signal, setting)
    recipient = facts("recipient", frame, signal, setting)
    assert (sender.coded, recipient.coded) == (1.0, 0.0)
    assert sender.known == recipient.known == 0.5


def test_every_field_with_weights_gets_a_probability() -> None:
    weights = {
        field: [0.5, 1.0, 0.1, 0.1, -1.0, -1.0, 0.1, 0, 0, 0] for field in FIELDS
    }
    (signal,) = reconstruct(READ, actors_of(READ), calibration=weights)
    assert list(signal.confidence) == list(FIELDS)
    assert all(0.0 < chance < 1.0 for chance in signal.confidence.values())
    assert signal.confidence["sender"] > signal.confidence["recipient"]
    only = judge(READ.frames[0], signal, SETTING, {"act": weights["act"]})
    assert list(only) == ["act"]


def test_a_document_without_politics_counts_against_its_signals() -> None:
    frame, signal = READ.frames[0], signal_of(READ)
    assert setting_of([], [], words=5, politics=0) == Setting(0.0, bare=False)
    setting = setting_of([frame, frame], [signal], words=300, politics=1)
    assert setting.triggers == pytest.approx(log_odds(0.9))
    assert facts("signal", frame, signal, setting).bare == 1.0
    assert facts("act", frame, signal, setting).bare == 0.0
    assert not setting_of([frame], [signal], words=300, politics=2).bare
    assert not setting_of([frame], [signal], words=20, politics=0).bare


def test_improbable_signals_count_as_none_sooner_where_no_politics_is_named() -> None:
    even = {"signal": [0.0] * 9 + [0.2]}  # 0.55 for every signal
    short = reconstruct(READ, actors_of(READ), calibration=even)
    assert [round(signal.confidence["signal"], 2) for signal in short] == [0.55]
    assert Setting(0.0, bare=True).least > 0.55 > Setting(0.0, bare=False).least
    document = replace(READ.document, text=READ.document.text + " Goal." * 80)
    long = replace(READ, document=document)
    assert reconstruct(long, actors_of(READ), politics=0, calibration=even) == ()
    assert len(reconstruct(long, actors_of(READ), politics=2, calibration=even)) == 1


def test_weights_of_another_version_are_told() -> None:
    assert are_usable({"act": [0.0] * 10})
    assert not are_usable({"act": [0.0] * 9})
    assert not are_usable({"mood": [0.0] * 10})


def test_chances_are_kept_from_certainty() -> None:
    assert log_odds(1.0) == pytest.approx(SUREST)
    assert log_odds(0.0) == pytest.approx(-SUREST)
    assert logistic([log_odds(0.3)], [1.0]) == pytest.approx(0.3)


def test_improbable_signals_are_left_out_on_request() -> None:
    signal = signal_of(READ)
    sure = replace(signal, id="sure", confidence={"signal": 0.8})
    unsure = replace(signal, id="unsure", confidence={"signal": 0.4})
    reading = Reading(READ.document, (sure, unsure, signal))
    assert reading.at_least(0.7).signals == (sure, signal)
    assert reading.at_least(0.0) == reading
