"""What a signal says of each field of a comparison, in words and with its passages.

Facts and the name of a field in, values out; nothing where it is silent.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from backchannel.compare.counted import find_counted
from backchannel.compare.facts import Facts
from backchannel.domain.comparisons import Value
from backchannel.domain.signals import UNKNOWN_SIDE, Channel, Party, Signal, Source
from backchannel.domain.text import Span


def find_values(facts: Facts, field: str) -> tuple[Value, ...]:
    """Return what a signal says of a field of `backchannel.domain.comparisons`."""
    return tuple(_FIELDS[field](facts))


def find_chain(facts: Facts) -> tuple[str, ...]:
    """Return on whose word it is told, nearest first; empty for the outlet's own."""
    return tuple(_source(facts, source) for source in facts.signal.attribution)


def _value(facts: Facts, words: str, *spans: Span) -> Value:
    return Value(words, spans, (facts.signal.id,))


def _parties(role: str) -> Callable[[Facts], Iterator[Value]]:
    def find(facts: Facts) -> Iterator[Value]:
        parties = _in_role(facts.signal, role)
        if parties:
            names = dict.fromkeys(map(_party, parties))
            yield _value(facts, ", ".join(names), *(p.span for p in parties))

    return find


def _in_role(signal: Signal, role: str) -> tuple[Party, ...]:
    roles = {
        "sender": signal.sender,
        "recipient": signal.recipient,
        "intermediary": signal.intermediary,
    }
    return roles[role]


def _party(party: Party) -> str:
    told = party.side.casefold() in (party.actor.casefold(), UNKNOWN_SIDE)
    return party.actor if told else f"{party.actor} ({party.side})"


def _channel(facts: Facts) -> Iterator[Value]:
    if facts.signal.channel is not Channel.UNKNOWN:
        spans = [r.spans for r in facts.signal.why if r.field == "channel" and r.spans]
        because = tuple(chain.from_iterable(spans)) or (facts.signal.trigger,)
        yield _value(facts, facts.signal.channel, *because)


def _act(facts: Facts) -> Iterator[Value]:
    yield _value(facts, facts.signal.act, facts.signal.trigger)


def _status(facts: Facts) -> Iterator[Value]:
    yield _value(facts, facts.signal.status, facts.signal.trigger)


def _time(facts: Facts) -> Iterator[Value]:
    time = facts.signal.time
    if time:
        words, ids = facts.document.quote(time.span), (facts.signal.id,)
        yield Value(words, (time.span,), ids, time.interval)


def _passage(field: str) -> Callable[[Facts], Iterator[Value]]:
    def find(facts: Facts) -> Iterator[Value]:
        signal = facts.signal
        spans = {
            "content": signal.content,
            "condition": signal.condition,
            "consequence": signal.consequence,
        }
        if span := spans[field]:
            yield _value(facts, facts.document.quote(span), span)

    return find


def _numbers(facts: Facts) -> Iterator[Value]:
    for counted in find_counted(facts):
        yield _value(facts, facts.document.quote(counted.span), counted.span)


def _attribution(facts: Facts) -> Iterator[Value]:
    sources = facts.signal.attribution
    if sources:
        spans = (source.span for source in sources)
        yield _value(facts, " ← ".join(find_chain(facts)), *spans)


def _source(facts: Facts, source: Source) -> str:
    return source.actor or f"“{facts.document.quote(source.span)}”"


_FIELDS: Mapping[str, Callable[[Facts], Iterator[Value]]] = {
    **{role: _parties(role) for role in ("sender", "recipient", "intermediary")},
    "channel": _channel,
    "act": _act,
    "status": _status,
    "time": _time,
    **{field: _passage(field) for field in ("content", "condition", "consequence")},
    "numbers": _numbers,
    "attribution": _attribution,
}
