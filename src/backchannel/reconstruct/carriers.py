"""Who carries a message, and whose it is: "Swiss diplomats conveyed American messages".

The grammar's subject of such words is the carrier; the sender is whose message it is.
In: a frame and its sentence. Out: passages, which the actors' names are looked up for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from backchannel.domain.labels import Frame, Labelled, LabelledSpan
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Channel,
    Party,
    Reason,
    Signal,
)
from backchannel.domain.text import Document, Span

#: What a carrier does with what another sends.
_CARRYING = re.compile(
    r"\b(?:convey\w*|relay\w*|deliver\w*|transmit\w*|forward\w*|ferr(?:y|ied|ies|ying)"
    r"|pass(?:ed|es|ing)?(?: \w+){0,3} (?:on|along)|carr(?:y|ied|ies|ying)|brought"
    r"|bring(?:s|ing)?|hand(?:ed|s|ing)?|took|takes?|taking)\b",
    re.IGNORECASE,
)
_MESSAGE = (
    r"(?:messages?|letters?|notes?|proposals?|offers?|warnings?|repl(?:y|ies)|answers?"
    r"|requests?|appeals?|demands?|terms|assurances?|greetings|drafts?|invitations?"
    r"|inquir(?:y|ies)|words?|conditions?|suggestions?|ultimatums?|responses?|wish"
    r"|questions?|threats?|videos?|papers?|plans?|views?|concerns?|positions?)"
)
#: Bounded, so that no page can make it look for long.
_PART = r"[A-Z][\w’'-]{0,40}"
_NAME = rf"(?<![\w’'-]){_PART}(?: (?:(?:al|of|bin|de|von|the) )?{_PART}){{0,5}}"
_NAMED = rf"((?:(?:the|his|her|its|their|our) )?(?:[a-z]+ ){{0,2}}?{_NAME})"
_BODY = r"((?:the|his|her|its|their|our) [a-z]+)"
#: Whose the message is, in the words of one sentence; group 1 names them.
_OWNERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bon behalf of {_NAMED}",
        rf"\bon behalf of {_BODY}",
        rf"\b{_MESSAGE}\b(?: [a-z]+){{0,3}}? from {_NAMED}",
        rf"\b{_MESSAGE}\b(?: [a-z]+){{0,3}}? from {_BODY}",
        rf"\bfrom {_NAMED} (?:a|an|the) (?:\w+ ){{0,2}}?{_MESSAGE}\b",
        rf"\b{_MESSAGE}\b of {_NAMED}[’']s own\b",
        rf"({_NAME})[’'](?:s)? (?:[\w-]+ ){{0,2}}?{_MESSAGE}\b",
        rf"\b(?:an?|the|its|several|two|three) (?:[a-z]+ )?([A-Z][a-z]+) {_MESSAGE}\b",
        rf"\b(?:convey\w*|relay\w*|deliver\w*|carried|passed on) ([A-Z][a-z]+)"
        rf" {_MESSAGE}\b",
    )
)
_SAME_WAY = re.compile(
    r"\b(?:the |that )?same (?:channel|route|road|way|path|hands?|line|intermediar\w+"
    r"|go-betweens?|carrier|mediators?|envoy)s?\b|\bby return\b",
    re.IGNORECASE,
)
#: How probable the carrying must be for the words of a carrying verb to count.
_LIKELY = 0.3


def read_carriers(labelled: Labelled) -> Labelled:
    """Return the document with carriers told from senders, by grammar where it helps.

    Nobody carries a message of their own: a passage that the model reads as both is
    what it is likelier to be. Names after "through" carry; whoever conveys "a message
    from Oman" or "Oman's message" carries what Oman sends.
    """
    document, names = labelled.document, [name.span for name in labelled.names]
    return replace(
        labelled,
        frames=tuple(
            _add_way(document, _add_owner(document, _settle(frame)), names)
            for frame in labelled.frames
        ),
    )


def _settle(frame: Frame) -> Frame:
    """Return the frame without the less likely of two roles of one passage."""
    parties = (*frame.of("sender"), *frame.of("recipient"))
    every = (*parties, *frame.of("intermediary"))
    kept: list[LabelledSpan] = []
    for role in sorted(every, key=lambda one: (-one.probability, one.label)):
        if not any(_rivals(role, other) for other in kept):
            kept.append(role)
    gone = set(every) - set(kept)
    return replace(frame, roles=tuple(role for role in frame.roles if role not in gone))


def _rivals(one: LabelledSpan, other: LabelledSpan) -> bool:
    """Whether one passage is read as a carrier and as a party."""
    carriers = [role.label == "intermediary" for role in (one, other)]
    return carriers[0] != carriers[1] and one.span.overlaps(other.span)


def _add_owner(document: Document, frame: Frame) -> Frame:
    """Return the frame with the owner of the message as sender, if it carries one."""
    senders, carriers = frame.of("sender"), frame.of("intermediary")
    if (carriers and senders) or not _carries(document, frame):
        return frame
    owner = _owner_of(document, frame)
    if owner is None:
        return frame
    chance = max(role.probability for role in (*senders, *carriers))
    moved = [replace(role, label="intermediary") for role in senders]
    rest = [role for role in frame.roles if role.label != "sender"]
    found = LabelledSpan(owner, "sender", chance)
    return replace(frame, roles=tuple(sorted([*rest, *moved, found])))


def _carries(document: Document, frame: Frame) -> bool:
    if frame.of("intermediary"):
        return True
    likely = frame.channels.get(Channel.INTERMEDIARY, 0.0) >= _LIKELY
    words = document.quote(frame.trigger.span)
    return bool(frame.of("sender")) and likely and _CARRYING.search(words) is not None


def _owner_of(document: Document, frame: Frame) -> Span | None:
    """Return the words that name whose message it is, other than its parties."""
    sentence = _sentence(document, frame)
    parties = ("sender", "recipient", "intermediary")
    known = [role.span for role in frame.roles if role.label in parties]
    for pattern in _OWNERS:
        for match in pattern.finditer(document.text, sentence.start, sentence.end):
            span = Span(*match.span(1))
            if not any(span.overlaps(one) for one in known):
                return span
    return None


#: What stands before the name of a carrier.
_THROUGH = re.compile(
    r"\b(?:through|via|by way of|by the hands? of|by the mouth of|using)"
    r"(?: (?:the|its|his|her|their|a|an|[a-z]+ [a-z]+ in))?\s*$",
    re.IGNORECASE,
)
_LOOKED_BACK = 40
#: Code points before and after a trigger in which its sentence is looked for.
_NEAR = 1_000


def _add_way(document: Document, frame: Frame, names: Sequence[Span]) -> Frame:
    """Return the frame with the name after "through" as its carrier, if it has none."""
    if frame.of("intermediary"):
        return frame
    chance = frame.channels.get(Channel.INTERMEDIARY, 0.0)
    if chance < _LIKELY:
        return frame
    sentence = _sentence(document, frame)
    for name in names:
        if sentence.contains(name) and _after_way(document, sentence, name):
            way = LabelledSpan(name, "intermediary", chance)
            return replace(frame, roles=tuple(sorted([*frame.roles, way])))
    return frame


def _after_way(document: Document, sentence: Span, name: Span) -> bool:
    start = max(sentence.start, name.start - _LOOKED_BACK)
    return _THROUGH.search(document.text[start : name.start]) is not None


def _sentence(document: Document, frame: Frame) -> Span:
    """Return the sentence of the trigger, told within its line, as far as is near."""
    at = frame.trigger.span
    first = max(0, at.start - _NEAR)
    start = document.text.rfind("\n", first, at.start) + 1 or first
    end = document.text.find("\n", at.end, at.end + _NEAR)
    line = document.text[start : end if end >= 0 else at.end + _NEAR]
    for sentence in split_sentences(line):
        if start + sentence.end >= at.end:
            return Span(
                start + min(sentence.start, at.start - start), start + sentence.end
            )
    return at


#: Code points in which "the same channel" looks back for who carried.
_FAR = 700


def carry_over(signals: Sequence[Signal], document: Document) -> tuple[Signal, ...]:
    """Return `signals`, where "the same channel" is whoever carried before.

    So is a channel through a carrier whom the text does not name again.
    """
    done: list[Signal] = []
    for signal in signals:
        done.append(_carry_over(signal, done, document))
    return tuple(done)


def _carry_over(signal: Signal, before: Sequence[Signal], document: Document) -> Signal:
    named = [p for p in signal.intermediary if not _same_way(p, document)]
    if named or signal.channel is not Channel.INTERMEDIARY:
        return signal
    earlier = next(_carried(signal, before), None)
    if earlier is None:
        return signal
    at = signal.intermediary[0].span if signal.intermediary else None
    carriers = tuple(
        replace(party, span=at) if at else party for party in earlier.intermediary
    )
    names = ", ".join(f"{party.actor} ({party.side})" for party in carriers)
    spans = tuple(party.span for party in earlier.intermediary)
    why = Reason("intermediary", f"{names}: carried what went before", 0.5, spans)
    gaps = tuple(gap for gap in signal.gaps if gap.field != "intermediary")
    reasons = tuple(one for one in signal.why if one.field != "intermediary")
    return replace(signal, intermediary=carriers, gaps=gaps, why=(*reasons, why))


def _same_way(party: Party, document: Document) -> bool:
    return _SAME_WAY.search(document.quote(party.span)) is not None


def _carried(signal: Signal, before: Sequence[Signal]) -> Iterator[Signal]:
    """Yield what was carried shortly before and has a party in common, latest first."""
    sides = _sides(signal)
    for earlier in reversed(before):
        if signal.trigger.start - earlier.trigger.end > _FAR:
            break
        known = [p for p in earlier.intermediary if p.side != UNKNOWN_SIDE]
        if known and _sides(earlier) & sides:
            yield earlier


def _sides(signal: Signal) -> set[str]:
    parties = (*signal.sender, *signal.recipient)
    return {party.side for party in parties} - {UNKNOWN_SIDE}
