from datetime import date
from typing import Any

import pytest

from backchannel.compare.facts import find_facts
from backchannel.compare.values import find_chain, find_values
from backchannel.domain.comparisons import FIELDS, GAPS
from backchannel.domain.signals import Channel, Interval
from tests.compare.told import told

MARCH_5 = Interval(date(2001, 3, 5), date(2001, 3, 5))
FULL = (
    "[sender Tehran] [trigger told] [recipient Iraq], [recipient Kenya] through"
    " [carrier Oman] on [time Monday], [source a diplomat] said, that"
    " [content 12 flights must stop]."
)


def values(field: str, marked: str = FULL, **fields: Any) -> list[tuple[str, str]]:
    (entry,) = told((marked, fields))
    found = find_values(find_facts(entry), field)
    return [
        (value.words, entry.document.quote(span))
        for value in found
        for span in value.spans
    ]


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("sender", [("Iran (IRN)", "Tehran")]),
        (
            "recipient",
            [("Iraq (IRQ), Kenya (KEN)", word) for word in ("Iraq", "Kenya")],
        ),
        ("intermediary", [("Oman (OMN)", "Oman")]),
        ("act", [("warn", "told")]),
        ("status", [("done", "told")]),
        ("attribution", [("“a diplomat”", "a diplomat")]),
    ],
)
def test_a_value_has_its_words(field: str, found: list[tuple[str, str]]) -> None:
    assert values(field) == found


@pytest.mark.parametrize("field", [field for field in FIELDS if field != GAPS])
def test_what_a_signal_does_not_tell_has_no_value(field: str) -> None:
    silent = field not in ("act", "status")
    assert silent is not bool(values(field, "They [trigger spoke]."))


def test_an_unknown_side_is_not_told() -> None:
    assert values("sender", "[sender Rebels] [trigger spoke].")[0][0] == "Rebels"


def test_a_channel_rests_on_the_trigger_where_no_reason_tells() -> None:
    assert values("channel", channel=Channel.CALL) == [("call", "told")]


def test_words_of_time_have_their_days() -> None:
    (entry,) = told((FULL, {"days": MARCH_5}))
    (value,) = find_values(find_facts(entry), "time")
    assert (value.words, value.days) == ("Monday", MARCH_5)


def test_counts_are_values_of_their_own() -> None:
    marked = "[sender Iran] [trigger counts] [content 12 ships and 3 planes]"
    assert [words for words, _ in values("numbers", marked)] == ["12 ships", "3 planes"]


def test_the_chain_of_attribution_is_nearest_first() -> None:
    marked = "[sender Iran] [trigger spoke], [source an aide] told [source a paper]."
    (entry,) = told(marked)
    assert find_chain(find_facts(entry)) == ("“an aide”", "“a paper”")
