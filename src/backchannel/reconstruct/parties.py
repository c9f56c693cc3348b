"""Who sent, received and carried a signal.

In: a frame and the actors that its mentions name. Out: parties in text order, without
repetition.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from backchannel.domain.labels import Frame, LabelledSpan
from backchannel.domain.signals import UNKNOWN_SIDE, Actor, Party, Reason
from backchannel.domain.text import Span

Actors = Mapping[Span, Sequence[Actor]]
#: Roles of a signal that actors fill.
PARTY_ROLES = ("sender", "recipient", "intermediary")
#: The rule that gives a side by nearness alone.
NEARNESS = "the side most spoken of just before"


_JOINING = re.compile(r"\band\b|&|\bas well as\b|\balong with\b", re.IGNORECASE)
_OWN = re.compile(r"(?:his|her|its|their) (?:own )?\w+", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
#: What stands between the members of a list.
_LISTING = re.compile(
    r"(?: of (?:the )?[a-z]+(?: [a-z]+)?)? ?,?"
    r" ?(?:and(?: also)?|as well as|along with|&)? ?(?:the|its)? ?"
)


def party_spans(frames: Sequence[Frame]) -> list[Span]:
    """Return every passage that names a party or a source, once, in text order."""
    wanted = (*PARTY_ROLES, "source")
    return sorted({r.span for f in frames for r in f.roles if r.label in wanted})


def find_senders(
    text: str, frame: Frame, actors: Actors
) -> tuple[tuple[Party, ...], list[Reason]]:
    """Return who sends, and why: the likeliest passage and those coordinated with it.

    An act has one sender unless the text joins several ("Hamas, Iran and its allies").
    """
    return _name(_joint(text, frame.of("sender")), "sender", actors, besides=())


def find_carriers(
    text: str, frame: Frame, actors: Actors, *, besides: Sequence[Party]
) -> tuple[tuple[Party, ...], list[Reason]]:
    """Return who carries it, and why; like senders, several only where joined.

    Who stands between two sides is of neither because it is named after one of them.
    """
    passages = _joint(text, frame.of("intermediary"))
    told = {
        passage.span: tuple(
            _between(actor, text[passage.span.start : passage.span.end], besides)
            for actor in actors.get(passage.span, ())
        )
        for passage in passages
    }
    return _name(passages, "intermediary", told, besides=besides)


def _between(actor: Actor, words: str, senders: Sequence[Party]) -> Actor:
    """Return the carrier with the side of whoever sends "through his ambassador"."""
    if senders and _OWN.match(words):
        rule = f"{senders[0].actor} sends through one of their own"
        return replace(actor, side=senders[0].side, rule=rule)
    if actor.rule == NEARNESS:
        return replace(actor, side=UNKNOWN_SIDE, rule="a carrier of no side told")
    return actor


def _joint(text: str, roles: Sequence[LabelledSpan]) -> Sequence[LabelledSpan]:
    """Return the likeliest passage and those that the text joins with it."""
    passages = sorted(roles)
    if not passages:
        return ()
    best = max(range(len(passages)), key=lambda at: passages[at].probability)
    first = last = best
    while first > 0 and _coordinated(text, passages[first - 1], passages[first]):
        first -= 1
    while last + 1 < len(passages) and _coordinated(
        text, passages[last], passages[last + 1]
    ):
        last += 1
    joint = passages[first : last + 1]
    if len(joint) > 1 and not _has_conjunction(text, joint):
        joint = [passages[best]]
    return joint


def find_parties(
    frame: Frame, role: str, actors: Actors, *, besides: Sequence[Party] = ()
) -> tuple[tuple[Party, ...], list[Reason]]:
    """Return who fills `role`, and why.

    An actor named twice in one role is one party, at its likelier mention. One who is
    in `besides` is left out: nobody is recipient of their own signal.
    """
    return _name(frame.of(role), role, actors, besides=besides)


def _coordinated(text: str, left: LabelledSpan, right: LabelledSpan) -> bool:
    between = text[left.span.end : right.span.start].casefold()
    # Blanks by the thousand are one: a table may hold them.
    return _LISTING.fullmatch(_BLANKS.sub(" ", between)) is not None


def _has_conjunction(text: str, passages: Sequence[LabelledSpan]) -> bool:
    """Whether an "and" joins the passages; commas alone set off an apposition."""
    return any(
        _JOINING.search(text, left.span.end, right.span.start)
        for left, right in pairwise(passages)
    )


def _name(
    passages: Sequence[LabelledSpan],
    role: str,
    actors: Actors,
    *,
    besides: Sequence[Party],
) -> tuple[tuple[Party, ...], list[Reason]]:
    taken = {(party.actor, party.side) for party in besides}
    spoken_for = [party.span for party in besides]
    parties: list[Party] = []
    reasons: list[Reason] = []
    for passage in _likeliest_first(passages):
        if passage.span in spoken_for:
            continue
        for actor in actors.get(passage.span, ()):
            if (actor.name, actor.side) not in taken:
                taken.add((actor.name, actor.side))
                parties.append(Party(passage.span, actor.name, actor.side))
                reasons.append(_reason(role, passage, actor))
    parties.sort(key=lambda party: party.span)
    return tuple(parties), reasons


def _likeliest_first(passages: Sequence[LabelledSpan]) -> list[LabelledSpan]:
    return sorted(passages, key=lambda passage: (-passage.probability, passage.span))


def _reason(role: str, passage: LabelledSpan, actor: Actor) -> Reason:
    rule = f"{actor.name} ({actor.side}): {actor.rule}"
    return Reason(role, rule, passage.probability, (passage.span,))
