"""What a user tells us for all of one run: words in, checked values out."""

from dataclasses import dataclass
from datetime import date

from backchannel.domain.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every source; None where the pages are to tell."""

    published: date | None = None
    outlet: str | None = None
    #: Signals less probable than this are left out, 0 to 1.
    min_confidence: float = 0.0

    @classmethod
    def parse(
        cls,
        *,
        published: str | None,
        outlet: str | None,
        min_confidence: str | None = None,
    ) -> "Settings":
        """Return the settings that the words of a command line mean.

        Raises:
            SettingsError: a value cannot work; the message tells what would.
        """
        return cls(
            published=None if published is None else parse_day("published", published),
            outlet=None if outlet is None else _name(outlet),
            min_confidence=0.0 if min_confidence is None else _chance(min_confidence),
        )


def parse_day(name: str, words: str) -> date:
    """Return the day that the words of the option `name` mean.

    Raises:
        SettingsError: they mean none.
    """
    remedy = "give a day as YYYY-MM-DD, such as 2023-11-16"
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        raise SettingsError(name, words, remedy) from error
    # fromisoformat also takes 20231116 and 2023-W46-4, more likely typed by mistake.
    if day.isoformat() != words:
        raise SettingsError(name, words, remedy)
    return day


def _name(words: str) -> str:
    if not words.strip():
        raise SettingsError("outlet", words, "give the name of the outlet, or leave it")
    return words.strip()


def _chance(words: str) -> float:
    try:
        chance = float(words)
    except ValueError:
        chance = -1.0
    if not 0.0 <= chance <= 1.0:  # also refuses "nan"
        remedy = "give a probability from 0 to 1, such as 0.7"
        raise SettingsError("min-confidence", words, remedy)
    return chance
