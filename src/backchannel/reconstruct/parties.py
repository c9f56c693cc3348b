"""Who sent, received and carried a signal.

In: a frame and the actors that its mentions name. Out: parties in text order, without
repetition.
"""

from collections.abc import Mapping, Sequence

from backchannel.domain.labels import Frame, LabelledSpan
from backchannel.domain.signals import Actor, Party, Reason
from backchannel.domain.text import Span

Actors = Mapping[Span, Sequence[Actor]]
#: Roles of a signal that actors fill.
PARTY_ROLES = ("sender", "recipient", "intermediary")


def party_spans(frames: Sequence[Frame]) -> list[Span]:
    """Return every passage that names a party or a source, once, in text order."""
    wanted = (*PARTY_ROLES, "source")
    return sorted({r.span for f in frames for r in f.roles if r.label in wanted})


def find_parties(
    frame: Frame, role: str, actors: Actors, *, besides: Sequence[Party] = ()
) -> tuple[tuple[Party, ...], list[Reason]]:
    """Return who fills `role`, and why.

    An actor named twice in one role is one party, at its likelier mention. One who is
    in `besides` is left out: nobody is recipient of their own signal.
    """
    taken = {(party.actor, party.side) for party in besides}
    spoken_for = [party.span for party in besides]
    parties: list[Party] = []
    reasons: list[Reason] = []
    for passage in _likeliest_first(frame.of(role)):
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
