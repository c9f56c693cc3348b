"""What a user tells us about all sources of one run: words in, checked values out."""

from dataclasses import dataclass
from datetime import date

from backchannel.domain.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Facts that hold for every source; None where the pages are to tell."""

    published: date | None = None
    outlet: str | None = None

    @classmethod
    def parse(cls, *, published: str | None, outlet: str | None) -> "Settings":
        """Return the settings that the words of a command line mean.

        Raises:
            SettingsError: a value cannot work; the message tells what would.
        """
        return cls(
            published=None if published is None else _day(published),
            outlet=None if outlet is None else _name(outlet),
        )


def _day(words: str) -> date:
    remedy = "give the day of publication as YYYY-MM-DD, such as 2023-11-16"
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        raise SettingsError("published", words, remedy) from error
    # fromisoformat also takes 20231116 and 2023-W46-4, more likely typed by mistake.
    if day.isoformat() != words:
        raise SettingsError("published", words, remedy)
    return day


def _name(words: str) -> str:
    if not words.strip():
        raise SettingsError("outlet", words, "give the name of the outlet, or leave it")
    return words.strip()
