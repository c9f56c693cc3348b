"""Labelled documents to signals.

In: what the model read and who its mentions are. Out: one `Signal` a trigger, in text
order, each field with its reason, and a gap for what the text does not say.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from backchannel.domain.codec import signal_id
from backchannel.domain.labels import Frame, Labelled
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Act,
    Channel,
    Gap,
    Party,
    Reason,
    Signal,
    Status,
    Time,
)
from backchannel.domain.text import Document, Span
from backchannel.reconstruct.attribution import find_attribution
from backchannel.reconstruct.carriers import carry_over
from backchannel.reconstruct.confidence import Weights, judge, setting_of
from backchannel.reconstruct.evidence import in_furniture, without_furniture
from backchannel.reconstruct.layers import attribute_layers
from backchannel.reconstruct.parties import (
    Actors,
    find_carriers,
    find_parties,
    find_senders,
)
from backchannel.reconstruct.passages import trim
from backchannel.reconstruct.repeats import link_repeats
from backchannel.reconstruct.times import Dated, resolve_in_text


def reconstruct(
    labelled: Labelled,
    actors: Actors,
    *,
    politics: int = 0,
    calibration: Weights = MappingProxyType({}),
) -> tuple[Signal, ...]:
    """Return the signals that the document reports, in text order of their triggers.

    Args:
        labelled: what the model read.
        actors: who each passage that fills a party's or a source's role names
            (`backchannel.resolve.actors.name_actors`).
        politics: how much politics the document names
            (`backchannel.resolve.politics.count_politics`).
        calibration: the model's weights for `backchannel.reconstruct.confidence`.
    """
    sentences = split_sentences(labelled.document.text)
    furniture = labelled.document.furniture
    frames = [
        without_furniture(frame, furniture)
        for frame in labelled.frames
        if not in_furniture(frame.trigger.span, furniture)
    ]
    alone = [_reconstruct_one(f, labelled, actors, sentences) for f in frames]
    carried = carry_over(alone, labelled.document)
    layered = attribute_layers(carried, labelled.mentions)
    words = len(labelled.document.text.split())
    setting = setting_of(frames, layered, words=words, politics=politics)
    sure = [
        replace(signal, confidence=judge(frame, signal, setting, calibration))
        for frame, signal in zip(frames, layered, strict=True)
    ]
    kept = [s for s in sure if s.confidence.get("signal", 1.0) >= setting.least]
    return link_repeats(labelled.document, kept)


def _reconstruct_one(
    frame: Frame, labelled: Labelled, actors: Actors, sentences: Sequence[Span]
) -> Signal:
    document = labelled.document
    trigger = frame.trigger.span
    marked = "marked by the model"
    why = [Reason("trigger", marked, frame.trigger.probability, (trigger,))]
    act = Act(_likeliest("act", frame.acts, trigger, why))
    status = Status(_likeliest("status", frame.statuses, trigger, why))
    channel = Channel(_likeliest("channel", frame.channels, trigger, why))
    senders, reasons = find_senders(document.text, frame, actors)
    why += reasons
    carriers, reasons = find_carriers(document.text, frame, actors, besides=senders)
    why += reasons
    if carriers and channel is not Channel.INTERMEDIARY:
        # What somebody carries goes through an intermediary, whatever words say how.
        channel = Channel.INTERMEDIARY
        why = [_carried(reason, carriers) for reason in why]
    recipients, reasons = find_parties(
        frame, "recipient", actors, besides=(*senders, *carriers)
    )
    why += reasons
    if act is Act.CONSULT and not recipients:
        # All parties of a contact are named together: the others are met by the first.
        senders, recipients = senders[:1], senders[1:]
        why = [_told_of(recipients, reason) for reason in why]
    sources, reasons = find_attribution(
        frame, senders, actors=actors, mentions=labelled.mentions
    )
    why += reasons
    passages = {
        role: _passage(frame, role, document, why)
        for role in ("content", "condition", "consequence")
    }
    time, undated = _time(frame, document, status, why)
    parties = {"sender": senders, "recipient": recipients, "intermediary": carriers}
    gaps = [*_gaps(parties, channel), *undated]
    return Signal(
        id=signal_id(document.id, trigger.start, trigger.end),
        document=document.id,
        trigger=trigger,
        sentence=_sentence_at(sentences, trigger),
        act=act,
        status=status,
        channel=channel,
        sender=senders,
        recipient=recipients,
        intermediary=carriers,
        content=passages["content"],
        condition=passages["condition"],
        consequence=passages["consequence"],
        time=time,
        attribution=sources,
        gaps=tuple(gaps),
        why=tuple(why),
    )


def _likeliest(
    field: str, chances: Mapping[str, float], trigger: Span, why: list[Reason]
) -> str:
    """Return the likeliest value and note it, with the runner-up, in `why`."""
    first, second = sorted(chances, key=lambda value: -chances[value])[:2]
    rule = f"{first}, before {second} ({chances[second]:.2f})"
    why.append(Reason(field, rule, chances[first], (trigger,)))
    return first


def _carried(reason: Reason, carriers: Sequence[Party]) -> Reason:
    """Return the reason, of the channel if it tells of that, for what is carried."""
    if reason.field != "channel":
        return reason
    rule = f"carried by {carriers[0].actor}; {reason.rule}"
    return replace(reason, rule=rule, spans=(carriers[0].span,))


def _told_of(recipients: Sequence[Party], reason: Reason) -> Reason:
    """Return the reason, of the recipient if it tells of one of `recipients`."""
    names = tuple(f"{party.actor} ({party.side})" for party in recipients)
    if reason.field == "sender" and reason.rule.startswith(names):
        return replace(reason, field="recipient")
    return reason


def _passage(
    frame: Frame, role: str, document: Document, why: list[Reason]
) -> Span | None:
    for marked in frame.of(role):
        span = trim(document.text, marked.span)
        if span is not None:
            why.append(Reason(role, "marked by the model", marked.probability, (span,)))
            return span
    return None


#: What is left when the model cuts "on Monday".
_NO_TIME = re.compile(
    r"\W*(?:(?:on|at|in|by|the|a|an|of|for|to|since|from)\W*)*", re.IGNORECASE
)


def _time(
    frame: Frame, document: Document, status: Status, why: list[Reason]
) -> tuple[Time | None, list[Gap]]:
    for marked in frame.of("time"):
        if _NO_TIME.fullmatch(document.quote(marked.span)):
            continue
        dated = resolve_in_text(
            document.text,
            marked.span,
            published=document.published,
            ahead=status in (Status.PLANNED, Status.POSSIBLE),
        )
        if isinstance(dated, Dated):
            rule = dated.rule
            time, gaps = Time(marked.span, dated.interval), []
        else:
            rule = f"not dated: {dated.reason}"
            time, gaps = Time(marked.span, None), [dated]
        why.append(Reason("time", rule, marked.probability, (marked.span,)))
        return time, gaps
    return None, []


def _gaps(parties: Mapping[str, Sequence[Party]], channel: Channel) -> list[Gap]:
    """Return what a reader would ask of the parties and the channel."""
    gaps = [
        Gap(role, "the text names nobody")
        for role in ("sender", "recipient")
        if not parties[role]
    ]
    gaps.extend(
        Gap(role, f"the text does not tell the side of “{party.actor}”")
        for role, filled in parties.items()
        for party in filled
        if party.side == UNKNOWN_SIDE
    )
    if channel is Channel.INTERMEDIARY and not parties["intermediary"]:
        gaps.append(Gap("intermediary", "the text names no carrier"))
    if channel is Channel.UNKNOWN:
        gaps.append(Gap("channel", "the text does not say how it travelled"))
    return gaps


def _sentence_at(sentences: Sequence[Span], trigger: Span) -> Span:
    """Return the sentence of the trigger, widened where the trigger runs past it."""
    at = bisect_right(sentences, trigger.start, key=lambda s: s.start) - 1
    sentence = sentences[max(at, 0)]
    start, end = min(sentence.start, trigger.start), max(sentence.end, trigger.end)
    return Span(start, end)
