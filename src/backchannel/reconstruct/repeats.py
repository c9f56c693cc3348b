"""Two triggers of one act: a headline and its body, "urged … calling on".

They stay two signals, each with its own words, and the later one names the earlier one
that it repeats. In: the signals of one document. Out: the same signals, linked.
"""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from backchannel.domain.signals import Act, Signal, Status
from backchannel.domain.text import Document, Span

#: How alike two contents must be, 0 to 100: words of the shorter that the longer has.
ALIKE = 75
#: Words that a content must have to be told from others by them.
FEWEST_WORDS = 3


def link_repeats(document: Document, signals: Sequence[Signal]) -> tuple[Signal, ...]:
    """Return `signals`, each with the first one before it that reports the same act."""
    linked: list[Signal] = []
    for signal in signals:
        same = (e for e in linked if e.repeats is None and _same(document, e, signal))
        first = next(same, None)
        linked.append(replace(signal, repeats=first.id) if first else signal)
    return tuple(linked)


def _same(document: Document, one: Signal, other: Signal) -> bool:
    if (one.act, one.status) != (other.act, other.status):
        return False
    if one.act is Act.CONSULT:
        return _same_contact(one, other)
    if not _names(one) & _names(other) or _apart(one, other) or _nested(one, other):
        return False
    if one.content is None or other.content is None:
        return one.sentence == other.sentence and one.recipient == other.recipient
    return _alike(document, one.content, other.content)


def _same_contact(one: Signal, other: Signal) -> bool:
    """Whether two contacts have the same parties, and no day tells them apart."""
    if one.status is Status.NEGATED:
        return False
    parties = [
        {party.actor for party in (*signal.sender, *signal.recipient)}
        for signal in (one, other)
    ]
    days = {s.time.interval for s in (one, other) if s.time and s.time.interval}
    channels = {one.channel, other.channel}
    return (
        len(parties[0]) > 1
        and parties[0] == parties[1]
        and len(days) < 2
        and (len(channels) == 1)
    )


def _nested(one: Signal, other: Signal) -> bool:
    """Whether one is told in what the other says: two acts, one in the other."""
    inside = one.content is not None and one.content.contains(other.trigger)
    return inside or (other.content is not None and other.content.contains(one.trigger))


def _names(signal: Signal) -> set[str]:
    return {party.actor for party in signal.sender}


def _apart(one: Signal, other: Signal) -> bool:
    """Whether the two are known to go to different recipients, or on different days."""
    sides = [{party.side for party in s.recipient} for s in (one, other)]
    days = {s.time.interval for s in (one, other) if s.time and s.time.interval}
    return len(days) > 1 or (all(sides) and not sides[0] & sides[1])


def _alike(document: Document, one: Span, other: Span) -> bool:
    if one.overlaps(other):
        return True
    words = [document.quote(span).casefold() for span in (one, other)]
    if min(len(text.split()) for text in words) < FEWEST_WORDS:
        return words[0] == words[1]
    return float(fuzz.token_set_ratio(*words)) >= ALIKE
