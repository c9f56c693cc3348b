"""On whose word we have a signal: the chain of sources, nearest first.

In: a frame, its parties, and what was read of its mentions. Out: `Source`s.
"""

from collections.abc import Mapping, Sequence

from backchannel.domain.labels import Frame, Mention
from backchannel.domain.signals import Party, Reason, Source, SourceKind
from backchannel.domain.text import Span
from backchannel.reconstruct.parties import Actors


def find_attribution(
    frame: Frame,
    senders: Sequence[Party],
    *,
    actors: Actors,
    mentions: Mapping[Span, Mention],
) -> tuple[tuple[Source, ...], list[Reason]]:
    """Return the chain of sources, nearest to the trigger first, and why.

    Nobody is the source of their own act: a source who is a sender is left out. One
    who is named twice stands once, where nearest.
    """
    trigger = frame.trigger.span
    found = sorted(frame.of("source"), key=lambda s: _distance(s.span, trigger))
    taken = {party.actor for party in senders}
    sources: list[Source] = []
    reasons: list[Reason] = []
    for passage in found:
        own = any(passage.span.overlaps(party.span) for party in senders)
        who = actors.get(passage.span, ())
        if own or any(actor.name in taken for actor in who):
            continue
        taken.update(actor.name for actor in who)
        kind, chance = kind_of(passage.span, mentions)
        name = None if kind is SourceKind.ANONYMOUS or not who else who[0].name
        sources.append(Source(passage.span, kind, name))
        rule = f"{kind} source, by the model ({chance:.2f})"
        reasons.append(
            Reason("attribution", rule, passage.probability, (passage.span,))
        )
    return tuple(sources), reasons


def kind_of(span: Span, mentions: Mapping[Span, Mention]) -> tuple[SourceKind, float]:
    """Return what sort of source the words at `span` are, and how probably."""
    kinds = mentions[span].kinds if span in mentions else {}
    if not kinds:
        return SourceKind.UNKNOWN, 0.0
    best = max(kinds, key=lambda kind: kinds[kind])
    return SourceKind(best), kinds[best]


def _distance(span: Span, trigger: Span) -> int:
    """Return the code points between two passages, 0 where they touch."""
    return max(span.start - trigger.end, trigger.start - span.end, 0)
