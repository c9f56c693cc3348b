"""Readings without the text around what they quote.

For who may pass on quotations and not articles. Offsets stay good: what is left out
gives way to as many other characters.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from backchannel.domain.reading import Reading
from backchannel.domain.signals import Reason, Signal
from backchannel.domain.text import Span

#: Stands where words were left out. Line breaks fill what is longer: a page shows
#: many of them as one.
_LEFT_OUT = "\n[…]\n"
_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def only_quotes(reading: Reading) -> Reading:
    """Return the reading, its text as long as it was, but with quoted passages only.

    Quoted are the sentences that report signals and the words of their fields, and the
    words of claims, actions and forecasts. Reasons stay, without the passages they rest
    on that stand elsewhere.
    """
    document = reading.document
    kept = quoted(reading)
    text, copied = "", 0
    for span in kept:
        text += _blank(document.text[copied : span.start]) + document.quote(span)
        copied = span.end
    text += _blank(document.text[copied:])
    signals = tuple(_pruned(signal, kept) for signal in reading.signals)
    return replace(reading, document=replace(document, text=text), signals=signals)


def quoted(reading: Reading) -> tuple[Span, ...]:
    """Return the passages that are quoted, in text order, none touching another."""
    merged: list[Span] = []
    spans = {span for signal in reading.signals for _, span in signal.passages()}
    for span in sorted(spans | set(_told(reading))):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _told(reading: Reading) -> Iterator[Span]:
    """Yield the passages of what was read besides signals."""
    for claim in reading.claims:
        yield from (claim.sentence, *(teller.span for teller in claim.sources))
    for action in reading.actions:
        yield action.sentence
        yield from (party.span for party in (*action.actor, *action.target))
    for forecast in reading.forecasts:
        yield from filter(None, (forecast.sentence, forecast.by))


def _pruned(signal: Signal, kept: tuple[Span, ...]) -> Signal:
    def prune(reason: Reason) -> Reason:
        spans = (one for one in reason.spans if any(own.contains(one) for own in kept))
        return replace(reason, spans=tuple(spans))

    return replace(signal, why=tuple(prune(reason) for reason in signal.why))


def _blank(text: str) -> str:
    """Return as many characters, its words left out; space around them stays."""
    return _WORDS.sub(lambda hit: _filling(len(hit.group())), text, count=1)


def _filling(length: int) -> str:
    if length < len(_LEFT_OUT):
        return "…" + "\n" * (length - 1)
    return _LEFT_OUT + "\n" * (length - len(_LEFT_OUT))
