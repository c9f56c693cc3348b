"""Who: comparisons of the parties of two signals.

Two facts in; a number of 0 to 1 out. The docstring is the reason that people read.
"""

from backchannel.compare.facts import Facts
from backchannel.compare.wording import Rarity


def same_sender(left: Facts, right: Facts, _: Rarity) -> float:
    """They come from the same side."""
    return float(left.sender.meets(right.sender))


def same_sender_name(left: Facts, right: Facts, _: Rarity) -> float:
    """They come from the same person or body."""
    return float(bool(left.sender.names & right.sender.names))


def other_sender(left: Facts, right: Facts, _: Rarity) -> float:
    """They come from different sides."""
    return float(left.sender.apart(right.sender))


def same_recipient(left: Facts, right: Facts, _: Rarity) -> float:
    """They go to the same side."""
    return float(left.recipient.meets(right.recipient))


def same_recipient_name(left: Facts, right: Facts, _: Rarity) -> float:
    """They go to the same person or body."""
    return float(bool(left.recipient.names & right.recipient.names))


def other_recipient(left: Facts, right: Facts, _: Rarity) -> float:
    """They go to different sides."""
    return float(left.recipient.apart(right.recipient))


def same_two_sides(left: Facts, right: Facts, _: Rarity) -> float:
    """Both are between the same two sides."""
    sides = left.parties.sides
    return float(len(sides) > 1 and sides == right.parties.sides)


def same_two_names(left: Facts, right: Facts, _: Rarity) -> float:
    """Both are between the same two persons or bodies."""
    names = len(left.parties.names & right.parties.names)
    return float(max(names, len(left.parties.last & right.parties.last)) > 1)


def same_carrier(left: Facts, right: Facts, _: Rarity) -> float:
    """The same side carries both."""
    return float(left.carrier.meets(right.carrier))


def other_carrier(left: Facts, right: Facts, _: Rarity) -> float:
    """Different sides carry them."""
    return float(left.carrier.apart(right.carrier))


def carrier_is_party(left: Facts, right: Facts, _: Rarity) -> float:
    """Who carries one sends or receives the other."""
    if left.carrier.meets(right.carrier):
        return 0.0
    there = left.carrier.meets(right.parties)
    return float(there or right.carrier.meets(left.parties))


def told_by_sender(left: Facts, right: Facts, _: Rarity) -> float:
    """Who sends one tells the other."""
    if not left.shares_text(right):
        return 0.0
    told = left.tellers & right.sender.names or right.tellers & left.sender.names
    return float(bool(told))


def parties_fit(left: Facts, right: Facts) -> bool:
    """Whether both come from one side, and not to two different ones."""
    return left.sender.meets(right.sender) and not left.recipient.apart(right.recipient)
