from backchannel.compare.blocks import MOST, WINDOW, Blocks
from backchannel.compare.facts import Facts, find_facts
from backchannel.compare.wording import Rarity
from tests.compare.told import told


def facts(marked: str, id: str) -> Facts:
    (entry,) = told(marked, id=id)
    return find_facts(entry)


WARNED = "[sender Iran] [trigger warned] [recipient Iraq]."


def test_signals_between_the_same_sides_are_candidates() -> None:
    blocks = Blocks(Rarity())
    blocks.add(0, facts(WARNED, "d1"))
    assert blocks.find(
        facts("[sender Iraq] [trigger thanked] [recipient Iran].", "d2")
    ) == [0]


def test_signals_that_share_nothing_are_none() -> None:
    blocks = Blocks(Rarity())
    blocks.add(0, facts(WARNED, "d1"))
    assert (
        blocks.find(facts("[sender Kenya] [trigger thanked] [recipient Oman].", "d2"))
        == []
    )


def test_one_signal_has_so_many_candidates_at_most() -> None:
    blocks = Blocks(Rarity())
    for number in range(WINDOW * 3):
        blocks.add(number, facts(WARNED, f"d{number}"))
    assert len(blocks.find(facts(WARNED, "d"))) == MOST


def test_of_candidates_that_share_as_much_the_latest_stay() -> None:
    blocks = Blocks(Rarity())
    for number in range(WINDOW):
        blocks.add(number, facts(WARNED, f"d{number}"))
    assert blocks.find(facts(WARNED, "d")) == list(range(WINDOW - MOST, WINDOW))
