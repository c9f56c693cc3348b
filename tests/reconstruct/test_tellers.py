"""Sources are named by the signals near them, and told apart by their words."""

import pytest

from backchannel.domain.signals import SourceKind
from backchannel.reconstruct.tellers import kind_of_words, name_teller
from tests.compare.told import told


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("two senior officials", SourceKind.ANONYMOUS),
        ("the interior ministry", SourceKind.OFFICIAL),
        ("state television", SourceKind.OUTLET),
        ("an internal report", SourceKind.DOCUMENT),
        ("reportedly", SourceKind.UNKNOWN),
        ("Ana Dorr", SourceKind.NAMED),
    ],
)
def test_words_show_what_sort_of_source_they_name(words: str, kind: SourceKind) -> None:
    assert kind_of_words(words) is kind


def test_a_sender_is_named_with_its_side() -> None:
    (entry,) = told("[sender Tehran] [trigger said] [content it was burned].")
    teller = name_teller(entry.document, entry.signal.sender[0].span, [entry.signal])
    assert (teller.actor, teller.side) == ("Iran", "IRN")


def test_who_no_signal_names_stays_unknown() -> None:
    (entry,) = told("[sender Tehran] [trigger said] [content it was burned].")
    teller = name_teller(entry.document, entry.signal.trigger, [])
    assert (teller.actor, teller.side) == (None, "unknown")
