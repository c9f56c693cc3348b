"""What a user says of the sources is checked before anything is read."""

from datetime import date

import pytest

from backchannel.domain.errors import SettingsError
from backchannel.settings import Settings


def test_words_become_values() -> None:
    settings = Settings.parse(published="2023-11-16", outlet=" Harbour Wire ")
    assert settings == Settings(published=date(2023, 11, 16), outlet="Harbour Wire")


def test_nothing_said_is_nothing_known() -> None:
    assert Settings.parse(published=None, outlet=None) == Settings()


@pytest.mark.parametrize(
    "words", ["yesterday", "16.11.2023", "2023-02-30", "20231116", "2023-W46-4", ""]
)
def test_a_day_that_is_none_is_refused_with_the_form_it_should_have(words: str) -> None:
    with pytest.raises(SettingsError, match="YYYY-MM-DD, such as 2023-11-16"):
        Settings.parse(published=words, outlet=None)


def test_an_empty_outlet_is_refused() -> None:
    with pytest.raises(SettingsError, match="outlet = ' '"):
        Settings.parse(published=None, outlet=" ")


def test_a_least_probability_is_a_number_from_0_to_1() -> None:
    settings = Settings.parse(published=None, outlet=None, min_confidence="0.7")
    assert settings.min_confidence == 0.7


@pytest.mark.parametrize("words", ["1.5", "-0.1", "nan", "70%", ""])
def test_what_is_no_probability_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(SettingsError, match=r"from 0 to 1, such as 0\.7"):
        Settings.parse(published=None, outlet=None, min_confidence=words)
