"""Signals told inside signals: "X said that Y had told Z that …", one signal a layer.

The inner layer rests on the word of who tells the outer one, and on whoever that rests
on. In: the signals of one document, and what was read of its mentions. Out: the same
signals, with the chains that the layers make.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from backchannel.domain.labels import Mention
from backchannel.domain.signals import Act, Reason, Signal, Source, SourceKind, Status
from backchannel.domain.text import Span
from backchannel.reconstruct.attribution import kind_of

#: Acts whose content is a report: what is demanded, refused or accused need not have
#: been done.
TELLING = frozenset(
    (Act.INFORM, Act.ANNOUNCE, Act.CONFIRM, Act.DENY, Act.ASSURE, Act.WARN)
)


def attribute_layers(
    signals: Sequence[Signal], mentions: Mapping[Span, Mention]
) -> tuple[Signal, ...]:
    """Return `signals`, where those told inside another say on whose word.

    A chain that the model read stays as it is.
    """
    layered = list(signals)
    # The outermost first, so that chains are whole when inner layers take them over.
    for at in sorted(range(len(layered)), key=lambda at: -_size(layered[at])):
        layered[at] = _attribute(layered[at], layered, mentions)
    return tuple(layered)


def _attribute(
    signal: Signal, signals: Sequence[Signal], mentions: Mapping[Span, Mention]
) -> Signal:
    outer = _layer_around(signal, signals)
    if signal.attribution or outer is None:
        return signal
    teller = outer.sender[0]
    kind, chance = kind_of(teller.span, mentions)
    name = None if kind is SourceKind.ANONYMOUS else teller.actor
    rule = f"{kind} source, as {teller.actor} tells of it"
    why = Reason("attribution", rule, chance, (teller.span, outer.trigger))
    source = Source(teller.span, kind, name)
    chain = (source, *_others(outer, teller.span, signal))
    return replace(signal, attribution=chain, why=(*signal.why, why))


def _layer_around(signal: Signal, signals: Sequence[Signal]) -> Signal | None:
    """Return the nearest signal that tells of `signal`, by somebody else."""
    around = [
        outer
        for outer in signals
        if outer.content is not None
        and outer.content.contains(signal.trigger)
        and _size(outer) > _size(signal)
    ]
    nearest = min(around, key=_size, default=None)
    if nearest is None or not nearest.sender:
        return None
    if nearest.act not in TELLING or nearest.status is not Status.DONE:
        return None
    own = {party.actor for party in signal.sender}
    return None if own & {party.actor for party in nearest.sender} else nearest


def _size(signal: Signal) -> int:
    return len(signal.content) if signal.content else 0


def _others(outer: Signal, teller: Span, signal: Signal) -> Iterator[Source]:
    """Yield on whose word the outer layer is, without who speaks in the inner one."""
    own = {party.actor for party in signal.sender}
    for source in outer.attribution:
        if not source.span.overlaps(teller) and source.actor not in own:
            yield source
