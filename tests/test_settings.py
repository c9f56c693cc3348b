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
