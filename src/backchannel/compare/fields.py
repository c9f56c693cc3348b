"""One field of two accounts, side by side: agrees, differs, contradicts, silent.

Two facts in; for each field that at least one fills, what comparing it found, with the
rule that found it and the passages it rests on.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from backchannel.compare.acts import AHEAD, PUBLIC, acts_fit
from backchannel.compare.counted import compare_counts
from backchannel.compare.facts import Facts, Named, days_between
from backchannel.compare.namesakes import find_roots
from backchannel.compare.wording import Rarity, Stems, find_stems
from backchannel.domain.exchanges import Compared, Finding
from backchannel.domain.signals import Act, Channel, Interval, Party, Status
from backchannel.domain.text import Span

AGREES, DIFFERS = Finding.AGREES, Finding.DIFFERS
CONTRADICTS, SILENT = Finding.CONTRADICTS, Finding.SILENT
#: From which part of the shorter content the two say the same; below which another.
SAME, OTHER = 0.6, 0.2

#: What a verdict compares, in its order; and what else accounts can be compared in.
FIELDS = (
    "status",
    "act",
    "sender",
    "recipient",
    "intermediary",
    "channel",
    "time",
    "content",
    "condition",
    "numbers",
)
MORE = ("consequence", "attribution")
_NEGATION = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|neither|cannot|without)\b|n['’]t\b", re.I
)

Judged = tuple[Finding, str]


def compare_fields(left: Facts, right: Facts, rarity: Rarity) -> tuple[Compared, ...]:
    """Return what comparing each field found, without those that neither fills."""
    found = (compare_field(left, right, rarity, field) for field in FIELDS)
    return tuple(one for one in found if one is not None)


def compare_field(
    left: Facts, right: Facts, rarity: Rarity, field: str
) -> Compared | None:
    """Return what comparing one field found; None if neither fills it.

    Args:
        left: a signal.
        right: another.
        rarity: how much each word tells.
        field: one of `FIELDS` or `MORE`.
    """
    if field in ("content", "condition", "consequence"):
        return _passage(left, right, rarity, field)
    return _RULES[field](left, right)


def _status(left: Facts, right: Facts) -> Compared:
    spans = (left.signal.trigger,), (right.signal.trigger,)
    finding, reason = _judge_status(left, right)
    return Compared("status", finding, reason, *spans)


def _judge_status(left: Facts, right: Facts) -> Judged:
    statuses = {left.signal.status, right.signal.status}
    denies = [one.signal.act is Act.DENY for one in (left, right)]
    if denies[0] != denies[1] and Status.NEGATED not in statuses:
        return CONTRADICTS, "one reports it, the other denies it"
    if len(statuses) == 1:
        return AGREES, f"both say {left.signal.status}"
    if Status.NEGATED in statuses:
        other = (statuses - {Status.NEGATED}).pop()
        return _negated(other)
    if Status.DONE in statuses:
        return _came_about(left, right)
    return DIFFERS, "one expects it, the other only thinks it possible"


def _negated(other: Status) -> Judged:
    if other is Status.DONE:
        return CONTRADICTS, "one says done, the other that it did not happen"
    return DIFFERS, f"one says {other}, the other that it did not happen"


def _came_about(left: Facts, right: Facts) -> Judged:
    ahead, done = sorted((left, right), key=lambda one: one.signal.status not in AHEAD)
    if ahead.published and done.published and ahead.published < done.published:
        return AGREES, "what the earlier report expects the later one has happen"
    return DIFFERS, f"one says done, the other {ahead.signal.status}"


def _act(left: Facts, right: Facts) -> Compared:
    spans = (left.signal.trigger,), (right.signal.trigger,)
    acts = left.signal.act, right.signal.act
    if acts[0] is acts[1]:
        return Compared("act", AGREES, f"both {acts[0]}", *spans)
    for confirms, other in ((left, right), (right, left)):
        if confirms.signal.act is Act.CONFIRM and _is_adversary(confirms, other):
            reason = "confirmed by the other side"
            return Compared("act", AGREES, reason, *spans)
    like = "acts of one kind" if acts_fit(left, right) else "other acts"
    return Compared("act", DIFFERS, f"{like}: {acts[0]}, {acts[1]}", *spans)


def _is_adversary(confirms: Facts, other: Facts) -> bool:
    """Whether who confirms is on the receiving end of what is confirmed."""
    sides = confirms.sender.sides
    return confirms.sender.apart(other.sender) and bool(sides & other.recipient.sides)


def _sender(left: Facts, right: Facts) -> Compared | None:
    return _parties(left, right, "sender")


def _recipient(left: Facts, right: Facts) -> Compared | None:
    return _parties(left, right, "recipient")


def _intermediary(left: Facts, right: Facts) -> Compared | None:
    return _parties(left, right, "intermediary")


def _parties(left: Facts, right: Facts, role: str) -> Compared | None:
    a, b = _of_role(left, role), _of_role(right, role)
    if not a and not b:
        return None
    spans = tuple(p.span for p in a), tuple(p.span for p in b)
    if not a or not b:
        return Compared(role, SILENT, _silence(left, right, role), *spans)
    finding, reason = _judge_parties(left, right, role)
    return Compared(role, finding, reason, *spans)


def _of_role(one: Facts, role: str) -> Sequence[Party]:
    signal = one.signal
    roles = {
        "sender": signal.sender,
        "recipient": signal.recipient,
        "intermediary": signal.intermediary,
    }
    return roles[role]


def _named(one: Facts, role: str) -> Named:
    roles = {
        "sender": one.sender,
        "recipient": one.recipient,
        "intermediary": one.carrier,
    }
    return roles[role]


def _judge_parties(left: Facts, right: Facts, role: str) -> Judged:
    a, b = _named(left, role), _named(right, role)
    if a.names & b.names:
        return AGREES, _the_same(a, b)
    if a.sides & b.sides:
        return AGREES, "of the same side, named otherwise"
    if not a.sides or not b.sides:
        return SILENT, "one does not tell whose it is"
    if role == "intermediary":
        return DIFFERS, "each has another carry it"
    return _judge_others(left, right, role)


def _the_same(a: Named, b: Named) -> str:
    return "the same" if a.names == b.names else "the same, one names others too"


def _judge_others(left: Facts, right: Facts, role: str) -> Judged:
    """Judge two senders, or two recipients, who act for different sides."""
    a, b = _named(left, role), _named(right, role)
    contacts = left.signal.act is right.signal.act is Act.CONSULT
    if contacts and left.parties.meets(right.parties):
        # Who "met" whom is a matter of whose report it is.
        if a.sides & right.parties.sides or b.sides & left.parties.sides:
            return AGREES, "in contact in both, in another order"
        return DIFFERS, "each names another side as in contact"
    if a.sides & right.carrier.sides or b.sides & left.carrier.sides:
        return DIFFERS, f"who carries it in one is the {role} in the other"
    if a.sides & right.parties.sides or b.sides & left.parties.sides:
        return CONTRADICTS, "who sends in one receives in the other"
    if role == "recipient":
        # A message can have several addressees; each report may name its own.
        return DIFFERS, "each names another side"
    return CONTRADICTS, "each names another side"


def _channel(left: Facts, right: Facts) -> Compared | None:
    ways = left.signal.channel, right.signal.channel
    spans = (left.signal.trigger,), (right.signal.trigger,)
    if ways[0] is ways[1]:
        known = ways[0] is not Channel.UNKNOWN
        return Compared("channel", AGREES, f"both {ways[0]}", *spans) if known else None
    finding, reason = _judge_channel(left, right)
    return Compared("channel", finding, reason, *spans)


def _judge_channel(left: Facts, right: Facts) -> Judged:
    ways = left.signal.channel, right.signal.channel
    if Channel.UNKNOWN in ways:
        return SILENT, _silence(left, right, "channel")
    if set(ways) <= PUBLIC:
        return AGREES, f"both in public: {ways[0]}, {ways[1]}"
    return DIFFERS, f"{ways[0]} in one, {ways[1]} in the other"


def _time(left: Facts, right: Facts) -> Compared | None:
    a, b = left.signal.time, right.signal.time
    if a is None and b is None:
        return None
    spans = (a.span,) if a else (), (b.span,) if b else ()
    if not a or not b or a.interval is None or b.interval is None:
        return Compared("time", SILENT, _silence(left, right, "time"), *spans)
    finding, reason = _judge_time(a.interval, b.interval, left, right)
    return Compared("time", finding, reason, *spans)


def _judge_time(a: Interval, b: Interval, left: Facts, right: Facts) -> Judged:
    apart = days_between(a, b)
    if not apart:
        return AGREES, "the same days" if a == b else "the days meet"
    told = f"{apart} {'day' if apart == 1 else 'days'} apart"
    if {left.signal.status, right.signal.status} & AHEAD:
        return DIFFERS, f"expected and reported {told}"
    return CONTRADICTS, f"dated {told}"


def _passage(left: Facts, right: Facts, rarity: Rarity, field: str) -> Compared | None:
    a, b = _words_of(left, field), _words_of(right, field)
    if a is None and b is None:
        return None
    spans = (a,) if a else (), (b,) if b else ()
    if a is None or b is None:
        return Compared(field, SILENT, _silence(left, right, field), *spans)
    words = left.document.quote(a), right.document.quote(b)
    return Compared(field, *_judge_words(*words, rarity), *spans)


def _words_of(one: Facts, field: str) -> Span | None:
    signal = one.signal
    fields = {
        "content": signal.content,
        "condition": signal.condition,
        "consequence": signal.consequence,
    }
    return fields[field]


def _judge_words(left: str, right: str, rarity: Rarity) -> Judged:
    a, b = _stems(left), _stems(right)
    if not a or not b:
        return SILENT, "one only points back to it"
    # Where all reports are of one message its words are common, and weigh little.
    plain = len(a & b) / min(len(a), len(b))
    share = max(rarity.part(a, b), rarity.part(b, a), plain)
    if share < SAME:
        other = "in other words" if share < OTHER else "some of the same words"
        return DIFFERS, other
    if _is_negated(left) != _is_negated(right):
        return DIFFERS, "the same words, in one with a “not” more"
    return AGREES, "the same words" if a == b else "the longer has most of the shorter"


@lru_cache(maxsize=4096)
def _stems(words: str) -> Stems:
    """Return the stems of a passage, without figures: those are judged as counts."""
    # Cached, since each passage is compared with those of many accounts.
    stems = frozenset(find_stems(words))
    return frozenset(s for s in stems if not s[0].isdigit()) or stems


def _is_negated(words: str) -> bool:
    return len(_NEGATION.findall(words)) % 2 == 1


def _attribution(left: Facts, right: Facts) -> Compared | None:
    a, b = left.signal.attribution, right.signal.attribution
    if not a and not b:
        return None
    spans = tuple(s.span for s in a), tuple(s.span for s in b)
    if not a or not b:
        reason = "one names its source, the other none"
        return Compared("attribution", SILENT, reason, *spans)
    if left.tellers & right.tellers:
        return Compared("attribution", AGREES, "on the same word", *spans)
    if _source_roots(left) & _source_roots(right):
        reason = "on the word of one side, by the names"
        return Compared("attribution", AGREES, reason, *spans)
    return Compared("attribution", DIFFERS, "each on the word of another", *spans)


def _source_roots(one: Facts) -> frozenset[str]:
    quote = one.document.quote
    names = (f"{s.actor or ''} {quote(s.span)}" for s in one.signal.attribution)
    return find_roots(" ".join(names))


def _silence(left: Facts, right: Facts, field: str) -> str:
    """Return what one leaves unsaid, in the words of its gap if it has one."""
    for one in (left, right):
        for gap in one.signal.gaps:
            if gap.field == field:
                return f"one does not tell: {gap.reason}"
    return "only one tells"


_RULES: Mapping[str, Callable[[Facts, Facts], Compared | None]] = {
    "status": _status,
    "act": _act,
    "sender": _sender,
    "recipient": _recipient,
    "intermediary": _intermediary,
    "channel": _channel,
    "time": _time,
    "numbers": compare_counts,
    "attribution": _attribution,
}
