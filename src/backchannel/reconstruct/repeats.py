"""Two triggers of one act: a headline and its body, "urged … calling on".

They stay two signals, each with its own words, and the later one names the first one
that it repeats. In: the signals of one document. Out: the same signals, linked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from backchannel.domain.signals import UNKNOWN_SIDE, Act, Signal, Status
from backchannel.domain.text import Document, Span

#: How many of the words of the shorter content the longer one must have.
ALIKE = 0.75
#: Two words are one if they begin alike: "closed", "closing".
STEM = 5
_WORD = re.compile(r"\w+(?:[’']t\b)?")
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|without|cannot)\b|n[’']t\b",
    re.IGNORECASE,
)
#: Words that tell no content from another.
_COMMON = frozenset(
    "a an the and or but if of to in on at by for from with as that this these those"
    " its his her their our your it he she they we you i is was are were be been being"
    " has have had do does did will would shall should may might can could must not no"
    " any all some more than into over under about out up down off so such".split()
)


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
    if one.status is Status.NEGATED or one.channel is not other.channel:
        return False
    parties = [
        {party.actor for party in (*signal.sender, *signal.recipient)}
        for signal in (one, other)
    ]
    return len(parties[0]) > 1 and parties[0] == parties[1] and not _dated(one, other)


def _nested(one: Signal, other: Signal) -> bool:
    """Whether one is told in what the other says: two acts, one in the other."""
    return any(
        outer.content is not None and outer.content.contains(inner.trigger)
        for outer, inner in ((one, other), (other, one))
    )


def _names(signal: Signal) -> set[str]:
    return {party.actor for party in signal.sender}


def _apart(one: Signal, other: Signal) -> bool:
    """Whether the two are known to go to different recipients, or on different days."""
    sides = [
        {party.side for party in signal.recipient} - {UNKNOWN_SIDE}
        for signal in (one, other)
    ]
    return _dated(one, other) or (all(sides) and not sides[0] & sides[1])


def _dated(one: Signal, other: Signal) -> bool:
    """Whether the two are on days that are known to differ."""
    return (
        len({s.time.interval for s in (one, other) if s.time and s.time.interval}) > 1
    )


def _alike(document: Document, one: Span, other: Span) -> bool:
    """Whether two contents say the same: same words, names, numbers and negation."""
    if one.overlaps(other):
        return True
    texts = document.quote(one), document.quote(other)
    if len({bool(_NEGATION.search(text)) for text in texts}) > 1:
        return False
    shorter, longer = sorted((_WORD.findall(text) for text in texts), key=len)
    stems = {_stem(word) for word in longer}
    telling = [word for word in shorter if word.casefold() not in _COMMON]
    if not telling or any(_stem(w) not in stems for w in telling if _names_one(w)):
        return False
    return sum(_stem(word) in stems for word in telling) >= ALIKE * len(telling)


def _names_one(word: str) -> bool:
    """Whether a word is a name or a number, which must be the same."""
    return word[0].isupper() or word[0].isdigit()


def _stem(word: str) -> str:
    return word.casefold() if _names_one(word) else word.casefold()[:STEM]
