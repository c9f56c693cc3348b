"""Towns of invented states, which stand for the state like any capital.

Places of unknown towns and of learnt states in; each town with the state nearest to it
out: "Havnes disputed that" is what Vestmark does.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from backchannel.resolve.sides import Named

#: How far from a town its state may be named, in characters.
REACH = 400


def assign_towns(
    text: str, towns: Sequence[Named], states: Sequence[Named]
) -> list[Named]:
    """Return `towns` as names of the states most often near them."""
    states = sorted(states, key=lambda item: item.span)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for town in towns:
        votes[_words(text, town)].update(_near(town, states))
    winners = {name: max(v, key=lambda s: v[s]) for name, v in votes.items() if v}
    return [
        replace(town, name=winners[words], side=winners[words])
        for town in towns
        if (words := _words(text, town)) in winners
    ]


def _words(text: str, named: Named) -> str:
    return text[named.span.start : named.span.end]


def _near(town: Named, states: Sequence[Named]) -> Counter[str]:
    """Return votes for the states near one place of a town."""
    first = bisect_left(states, town.span, key=lambda item: item.span)
    votes: Counter[str] = Counter()
    for item in states[max(0, first - 3) : first + 2]:
        distance = abs(item.span.start - town.span.start)
        if distance < REACH:
            votes[item.side] += REACH - distance
    return votes
