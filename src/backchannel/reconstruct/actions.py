"""Material events of a document: who did what to whom, where and when.

In: a labelled document, the deeds found in it, who their passages name, and its
signals. Out: `Action`s. What a signal says already (a visit, talks, an announcement) is
no second record.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from backchannel.domain.actions import Action, action_id
from backchannel.domain.labels import Labelled, Mention
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Act,
    Actor,
    Party,
    Reason,
    Signal,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.attribution import kind_of
from backchannel.reconstruct.deed import Deed
from backchannel.reconstruct.deedwords import FORCES
from backchannel.reconstruct.evidence import in_furniture
from backchannel.reconstruct.layers import TELLING
from backchannel.reconstruct.parties import Actors
from backchannel.reconstruct.times import Dated, resolve_in_text

#: What is said on terms has not been done.
_ON_TERMS = frozenset(
    (Act.THREATEN, Act.WARN, Act.OFFER, Act.PROMISE, Act.DEMAND, Act.REQUEST)
)


def find_actions(
    labelled: Labelled,
    deeds: Sequence[Deed],
    actors: Actors,
    signals: Sequence[Signal] = (),
) -> tuple[Action, ...]:
    """Return the actions that the document reports, in text order.

    Args:
        labelled: what the model read.
        deeds: what `reconstruct.deeds.find_deeds` found in it.
        actors: who each of `reconstruct.deeds.deed_spans` names
            (`backchannel.resolve.actors.name_actors`).
        signals: of the same document; they tell what is threatened, denied, or said
            by whom.
    """
    told = sorted(signals, key=lambda signal: signal.trigger)
    triggers = [signal.trigger for signal in told]
    own = [deed for deed in deeds if not in_furniture(deed.span, triggers)]
    naming = _Naming(actors, own, signals)
    return tuple(_action(labelled, deed, naming, _near(told, deed)) for deed in own)


#: Code points between a deed and the trigger of a signal that may speak of it.
_REACH = 3000


def _near(signals: Sequence[Signal], deed: Deed) -> Sequence[Signal]:
    def start(signal: Signal) -> int:
        return signal.trigger.start

    first = bisect_left(signals, deed.span.start - _REACH, key=start)
    return signals[first : bisect_left(signals, deed.span.end + _REACH, key=start)]


#: "Rebels", "the insurgents": no side by that alone.
_NOBODY = re.compile(rf"(?:the |armed )?(?:{FORCES})", re.IGNORECASE)


class _Naming:
    """Who the passages of deeds name; a side only if it acts somewhere."""

    def __init__(
        self, actors: Actors, deeds: Sequence[Deed], signals: Sequence[Signal]
    ) -> None:
        self._actors = actors
        doers = {deed.actor for deed in deeds if deed.actor}
        acting = {actor.side for span in doers for actor in actors.get(span, ())}
        told = {
            party.side
            for signal in signals
            for party in (*signal.sender, *signal.recipient)
        }
        self._acting = acting | told

    def of(self, span: Span) -> Iterator[Actor]:
        """Yield who is named; a name known from here alone is no side of its own.

        "Gori" in "bombed Gori" is a town as far as anybody can tell.
        """
        for actor in self._actors.get(span, ()):
            invented = actor.side == actor.name and actor.rule.startswith(_ONLY_HERE)
            unknown = invented and actor.side not in self._acting
            if unknown or _NOBODY.fullmatch(actor.side):
                actor = replace(actor, side=UNKNOWN_SIDE)
            yield actor


#: How the resolve stage says that no table has the name.
_ONLY_HERE = "a name that only this document has"


def _action(
    labelled: Labelled, deed: Deed, naming: _Naming, signals: Sequence[Signal]
) -> Action:
    document = labelled.document
    why: list[Reason] = []
    doers = _parties(deed.actor, "actor", naming, why)
    targets = _parties(deed.target, "target", naming, why)
    own = {(party.actor, party.side) for party in doers}
    targets = tuple(p for p in targets if (p.actor, p.side) not in own)
    status = _status(document, deed, doers, signals, why)
    return Action(
        id=action_id(document.id, deed.span),
        document=document.id,
        span=deed.span,
        sentence=deed.sentence,
        kind=deed.kind,
        status=status,
        actor=doers,
        target=targets,
        place=deed.place,
        time=_time(document, deed, status, why),
        attribution=_attribution(deed, signals, labelled.mentions, why),
        rule=deed.rule,
        why=tuple(why),
    )


def _parties(
    span: Span | None, role: str, naming: _Naming, why: list[Reason]
) -> tuple[Party, ...]:
    if span is None:
        return ()
    found: dict[tuple[str, str], Party] = {}
    for actor in naming.of(span):
        if (actor.name, actor.side) not in found:
            found[actor.name, actor.side] = Party(span, actor.name, actor.side)
            rule = f"{actor.name} ({actor.side}): {actor.rule}"
            why.append(Reason(role, rule, None, (span,)))
    return tuple(found.values())


def _status(
    document: Document,
    deed: Deed,
    doers: Sequence[Party],
    signals: Sequence[Signal],
    why: list[Reason],
) -> Status:
    status, rule = deed.status, f"“{deed.mood}”" if deed.mood else "nothing says not"
    terms = _terms(deed, signals)
    if terms:
        status, rule, span = Status.POSSIBLE, "stands in what is said on terms", terms
        why.append(Reason("status", rule, None, (span,)))
        return status
    denied = _denial(deed, doers, signals) if status is Status.DONE else None
    if denied:
        by = document.quote(denied.trigger)
        why.append(
            Reason("status", f"“{by}” by who would act", None, (denied.trigger,))
        )
        return Status.NEGATED
    why.append(Reason("status", rule, None, (deed.span,)))
    return status


def _terms(deed: Deed, signals: Sequence[Signal]) -> Span | None:
    """Return the condition or consequence of a signal that holds the deed."""
    for signal in signals:
        if signal.act not in _ON_TERMS:
            continue
        for passage in (signal.condition, signal.consequence):
            if passage and passage.contains(deed.span):
                return passage
    return None


def _denial(
    deed: Deed, doers: Sequence[Party], signals: Sequence[Signal]
) -> Signal | None:
    """Return the signal by which who is said to act denies it."""
    sides = {party.side for party in doers} - {UNKNOWN_SIDE}
    if not deed.is_verb:
        return None
    for signal in signals:
        denies = signal.act is Act.DENY and signal.status is Status.DONE
        holds = signal.content is not None and signal.content.contains(deed.span)
        own = sides & {party.side for party in signal.sender}
        if denies and holds and own:
            return signal
    return None


def _time(
    document: Document, deed: Deed, status: Status, why: list[Reason]
) -> Time | None:
    if deed.time is None:
        return None
    dated = resolve_in_text(
        document.text,
        deed.time,
        published=document.published,
        ahead=status in (Status.PLANNED, Status.POSSIBLE),
    )
    interval = dated.interval if isinstance(dated, Dated) else None
    rule = dated.rule if isinstance(dated, Dated) else f"not dated: {dated.reason}"
    why.append(Reason("time", rule, None, (deed.time,)))
    return Time(deed.time, interval)


def _attribution(
    deed: Deed,
    signals: Sequence[Signal],
    mentions: Mapping[Span, Mention],
    why: list[Reason],
) -> tuple[Source, ...]:
    """Return who tells it, and on whose word they do: the nearest telling around it."""
    around = [
        signal
        for signal in signals
        if signal.content
        and signal.content.contains(deed.span)
        and signal.act in TELLING | {Act.ACCUSE}
        and signal.status is Status.DONE
        and signal.sender
    ]
    if not around:
        return ()
    teller = min(around, key=lambda signal: len(signal.content or signal.sentence))
    why.append(
        Reason("attribution", "stands in what they tell", None, (teller.trigger,))
    )
    return (*_tellers(teller, mentions), *teller.attribution)


def _tellers(teller: Signal, mentions: Mapping[Span, Mention]) -> Iterator[Source]:
    """Yield the tellers; several who tell it together are one source, the first."""
    party = teller.sender[0]
    kind, _ = kind_of(party.span, mentions)
    name = None if kind is SourceKind.ANONYMOUS else party.actor
    yield Source(party.span, kind, name)
