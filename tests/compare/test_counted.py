import pytest

from backchannel.compare.counted import find_counted
from backchannel.compare.facts import find_facts
from tests.compare.told import told


def counted(content: str) -> list[tuple[float, str]]:
    (entry,) = told(f"[sender Iran] [trigger counts] [content {content}] here")
    found = find_counted(find_facts(entry))
    return [(one.value, entry.document.quote(one.span)) for one in found]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("fourteen airmen", [(14, "fourteen airmen")]),
        ("1,200 men and 30 tanks", [(1200, "1,200 men"), (30, "30 tanks")]),
        ("six oil workers to be freed", [(6, "six oil workers")]),
        ("two dead and five wounded", [(2, "two dead"), (5, "five wounded")]),
        ("by 14 May no more than 14 ships", [(14, "14 ships")]),
    ],
)
def test_a_count_has_its_words(content: str, found: list[tuple[float, str]]) -> None:
    assert counted(content) == found


@pytest.mark.parametrize(
    "content",
    ["one foreign boot", "by 5 September", "room 14"],
    ids=["article", "day", "number of nothing"],
)
def test_what_counts_nothing_is_no_count(content: str) -> None:
    assert counted(content) == []


def test_numbers_outside_what_is_conveyed_do_not_count() -> None:
    (entry,) = told("[sender Iran] [trigger met] the two envoys [recipient Iraq] sent.")
    assert find_counted(find_facts(entry)) == ()
