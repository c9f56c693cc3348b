"""One field of two accounts, side by side: agrees, differs, contradicts, silent.

Two facts in; for each field that at least one fills, what comparing it found, with the
rule that found it and the passages it rests on.
"""

from collections.abc import Callable, Sequence

from backchannel.compare.acts import AHEAD, PUBLIC, acts_fit
from backchannel.compare.facts import Facts, Named, days_between
from backchannel.compare.numbers import Number
from backchannel.compare.wording import Rarity
from backchannel.domain.exchanges import Compared, Finding
from backchannel.domain.signals import Act, Channel, Interval, Party, Status
from backchannel.domain.text import Span

AGREES, DIFFERS = Finding.AGREES, Finding.DIFFERS
CONTRADICTS, SILENT = Finding.CONTRADICTS, Finding.SILENT
#: From which part of the shorter content the two say the same; below which another.
SAME, OTHER = 0.6, 0.2

Judged = tuple[Finding, str]


def compare_fields(left: Facts, right: Facts, rarity: Rarity) -> tuple[Compared, ...]:
    """Return what comparing each field found, without those that neither fills."""
    found = [
        _status(left, right),
        _act(left, right),
        *(_parties(left, right, role) for role in ("sender", "recipient")),
        _parties(left, right, "intermediary"),
        _channel(left, right),
        _time(left, right),
        *(_passage(left, right, rarity, f) for f in ("content", "condition")),
        _numbers(left, right),
    ]
    return tuple(one for one in found if one is not None)


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
        return CONTRADICTS, f"one says {other}, the other that it did not happen"
    if Status.DONE in statuses:
        return _came_about(left, right)
    return DIFFERS, "one expects it, the other only thinks it possible"


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


def _judge_parties(left: Facts, right: Facts, role: str) -> Judged:
    names: dict[str, Callable[[Facts], Named]] = {
        "sender": lambda one: one.sender,
        "recipient": lambda one: one.recipient,
        "intermediary": lambda one: one.carrier,
    }
    a, b = names[role](left), names[role](right)
    if a.names & b.names:
        return AGREES, "the same person or body"
    if a.sides & b.sides:
        return AGREES, "of the same side, named otherwise"
    if not a.sides or not b.sides:
        return SILENT, "one does not tell whose it is"
    if role != "intermediary" and a.sides & right.parties.sides:
        return CONTRADICTS, "who sends in one receives in the other"
    if role == "intermediary":
        return DIFFERS, "each has another carry it"
    return CONTRADICTS, "each names another side"


def _channel(left: Facts, right: Facts) -> Compared | None:
    ways = left.signal.channel, right.signal.channel
    if ways[0] is ways[1]:
        known = ways[0] is not Channel.UNKNOWN
        return Compared("channel", AGREES, f"both {ways[0]}") if known else None
    if Channel.UNKNOWN in ways:
        return Compared("channel", SILENT, _silence(left, right, "channel"))
    if set(ways) <= PUBLIC:
        reason = f"both in public: {ways[0]}, {ways[1]}"
        return Compared("channel", AGREES, reason)
    return Compared("channel", DIFFERS, f"{ways[0]} in one, {ways[1]} in the other")


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
        return AGREES, "the days meet"
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
    stems = (left.content, right.content)
    if field == "condition":
        stems = (left.condition, right.condition)
    share = max(rarity.part(stems[0], stems[1]), rarity.part(stems[1], stems[0]))
    if share >= SAME:
        longer = "the longer has all of the shorter" if a != b else "the same words"
        return Compared(field, AGREES, longer, *spans)
    reason = "other words" if share < OTHER else "some of the same words"
    return Compared(field, DIFFERS, reason, *spans)


def _words_of(one: Facts, field: str) -> Span | None:
    return one.signal.content if field == "content" else one.signal.condition


def _numbers(left: Facts, right: Facts) -> Compared | None:
    """Compare counts of one thing; None where they do not count the same thing."""
    units = {n.unit for n in left.numbers if n.unit}
    units &= {n.unit for n in right.numbers if n.unit}
    if not units:
        return None
    a = {n for n in left.numbers if n.unit in units}
    b = {n for n in right.numbers if n.unit in units}
    spans = _said(left), _said(right)
    if a & b:
        return Compared("numbers", AGREES, "the same count", *spans)
    reason = _grown(left, a, right, b) or "they count differently"
    return Compared("numbers", DIFFERS, reason, *spans)


def _grown(left: Facts, a: set[Number], right: Facts, b: set[Number]) -> str | None:
    """Return that the later count is an update of the earlier, if it is."""
    if left.published is None or right.published is None:
        return None
    (_, early), (_, late) = sorted(
        ((left.published, a), (right.published, b)), key=lambda pair: pair[0]
    )
    later = left.published != right.published
    grew = max(n.value for n in late) > max(n.value for n in early)
    return "an update: the later count is larger" if later and grew else None


def _said(one: Facts) -> tuple[Span, ...]:
    return (one.signal.content or one.signal.sentence,)


def _silence(left: Facts, right: Facts, field: str) -> str:
    """Return what one leaves unsaid, in the words of its gap if it has one."""
    for one in (left, right):
        for gap in one.signal.gaps:
            if gap.field == field:
                return f"one does not tell: {gap.reason}"
    return "only one tells"
