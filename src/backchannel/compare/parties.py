"""Who: comparisons of the parties of two signals.

Two facts in; a number of 0 to 1 out. The docstring is the reason that people read.
"""

from backchannel.compare.facts import Facts
from backchannel.compare.wording import Rarity


def same_sender(left: Facts, right: Facts, _: Rarity) -> float:
    """They come from the same side."""
    return float(bool(left.sender.sides & right.sender.sides))


def same_sender_name(left: Facts, right: Facts, _: Rarity) -> float:
    """They come from the same person or body."""
    return float(bool(left.sender.names & right.sender.names))


def other_sender(left: Facts, right: Facts, _: Rarity) -> float:
    """They come from different sides."""
    return float(left.sender.apart(right.sender))


def same_recipient(left: Facts, right: Facts, _: Rarity) -> float:
    """They go to the same side."""
    return float(bool(left.recipient.sides & right.recipient.sides))


def same_recipient_name(left: Facts, right: Facts, _: Rarity) -> float:
    """They go to the same person or body."""
    return float(bool(left.recipient.names & right.recipient.names))


def other_recipient(left: Facts, right: Facts, _: Rarity) -> float:
    """They go to different sides."""
    return float(left.recipient.apart(right.recipient))


def turned_round(left: Facts, right: Facts, _: Rarity) -> float:
    """Who sends in one receives in the other."""
    if not left.sender.apart(right.sender):
        return 0.0
    there = bool(left.sender.sides & right.recipient.sides)
    back = bool(right.sender.sides & left.recipient.sides)
    return (there + back) / 2


def same_two_sides(left: Facts, right: Facts, _: Rarity) -> float:
    """Both are between the same two sides."""
    sides = left.parties.sides
    return float(len(sides) > 1 and sides == right.parties.sides)


def same_two_names(left: Facts, right: Facts, _: Rarity) -> float:
    """Both are between the same two persons or bodies."""
    return float(len(left.parties.names & right.parties.names) > 1)


def same_carrier(left: Facts, right: Facts, _: Rarity) -> float:
    """The same side carries both."""
    return float(bool(left.carrier.sides & right.carrier.sides))


def other_carrier(left: Facts, right: Facts, _: Rarity) -> float:
    """Different sides carry them."""
    return float(left.carrier.apart(right.carrier))


def carrier_is_party(left: Facts, right: Facts, _: Rarity) -> float:
    """Who carries one sends or receives the other."""
    if left.carrier.sides & right.carrier.sides:
        return 0.0
    there = left.carrier.sides & right.parties.sides
    back = right.carrier.sides & left.parties.sides
    return float(bool(there or back))


def told_by_sender(left: Facts, right: Facts, _: Rarity) -> float:
    """Who sends one tells the other."""
    if not left.shares_text(right):
        return 0.0
    told = left.tellers & right.sender.names or right.tellers & left.sender.names
    return float(bool(told))


def parties_fit(left: Facts, right: Facts) -> bool:
    """Whether both come from one side, and not to two different ones."""
    return bool(left.sender.sides & right.sender.sides) and not left.recipient.apart(
        right.recipient
    )
