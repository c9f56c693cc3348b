"""An exchange in short, for lists, sheets and forms: who, what, when, by whom told.

An exchange and the signals of its case in, its `Summary` out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from backchannel.domain.exchanges import Account, Exchange, Link, Verdict
from backchannel.domain.kept import Entry
from backchannel.domain.signals import UNKNOWN_SIDE, Interval, Party, Signal

ROLES = ("sender", "intermediary", "recipient")


class Dispute(StrEnum):
    """Whether what is told of an exchange is in conflict."""

    NONE = "none"
    #: One of its signals is in conflict with one of another exchange.
    OUTSIDE = "disputed elsewhere"
    #: Two of its own signals are in conflict.
    WITHIN = "in conflict"


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one exchange."""

    dispute: Dispute = Dispute.NONE
    #: That it is an end of.
    links: tuple[Link, ...] = ()


NOTHING_BESIDE: Mapping[str, Beside] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of one exchange."""

    #: The signal that tells it best, of those that tell it as most accounts do.
    best: Entry
    #: The signal that was published first.
    first: Entry
    #: The best signal, its empty roles filled from others: of those the words may stand
    #: in other documents, so only names and sides are to be used.
    signal: Signal
    #: All days that its signals are dated to; without any, the day it was published
    #: first; None where nobody tells.
    days: Interval | None
    #: Whether the day is that of the document, since no text gives one.
    by_document: bool
    #: Of the texts, and of the documents that print them.
    accounts: int
    documents: int
    outlets: tuple[str, ...]
    #: The statuses that its signals tell, in text order.
    statuses: tuple[str, ...]


def sum_up(exchange: Exchange, entries: Mapping[str, Entry]) -> Summary:
    """Return the exchange in short; `entries` holds its signals by their ids.

    Signals that are not there, such as those rejected in review, do not count.

    Raises:
        ValueError: none of its signals is there.
    """
    told = list(told_by(exchange, entries))
    if not told:
        raise ValueError(f"exchange {exchange.id}: none of its signals was given")
    best = _best(told)
    found = [entry for _, entry in told]
    days = _hull(found)
    day = found[0].document.published
    return Summary(
        best=best,
        first=found[0],
        signal=_filled(best.signal, found),
        days=days or (Interval(day, day) if day else None),
        by_document=days is None and day is not None,
        accounts=len(exchange.accounts),
        documents=sum(1 + len(one.copies) for one in exchange.accounts),
        outlets=tuple(
            dict.fromkeys(name for one in exchange.accounts for name in one.outlets)
        ),
        statuses=tuple(dict.fromkeys(entry.signal.status for entry in found)),
    )


def told_by(
    exchange: Exchange, entries: Mapping[str, Entry]
) -> Iterator[tuple[Account, Entry]]:
    """Yield each signal that reports an exchange with its account, without copies."""
    for account in exchange.accounts:
        for id in account.signals:
            if id in entries:
                yield account, entries[id]


def find_beside(
    exchanges: Iterable[Exchange],
    conflicts: Iterable[Verdict] = (),
    links: Iterable[Link] = (),
) -> dict[str, Beside]:
    """Return by the id of each exchange what verdicts and links tell of it.

    `conflicts` are verdicts that find one; each exchange has an entry.
    """
    # An id is a digest of all signals: once for each exchange, not for each signal.
    known = {one.id: one.signals for one in exchanges}
    home = {signal: id for id, signals in known.items() for signal in signals}
    disputes = dict.fromkeys(known, Dispute.NONE)
    linked: dict[str, list[Link]] = {id: [] for id in known}
    for verdict in conflicts:
        ends = [home[id] for id in (verdict.left, verdict.right) if id in home]
        dispute = Dispute.WITHIN if len(ends) > len(set(ends)) else Dispute.OUTSIDE
        for end in ends:
            if disputes[end] is not Dispute.WITHIN:
                disputes[end] = dispute
    for link in links:
        for end in (link.source, link.target):
            if end in linked:
                linked[end].append(link)
    return {id: Beside(disputes[id], tuple(linked[id])) for id in known}


def _best(told: Sequence[tuple[Account, Entry]]) -> Entry:
    """Return the fullest, then surest, then first of those told as by most accounts."""
    votes = Counter(
        dict.fromkeys(
            (account.document, entry.signal.act, entry.signal.status)
            for account, entry in told
        )
    )
    kinds = Counter((act, status) for _, act, status in votes)
    usual = kinds.most_common(1)[0][0]
    fit = (e for _, e in told if (e.signal.act, e.signal.status) == usual)
    # `max` keeps the first of several that are alike.
    return max(fit, key=_worth)


def _worth(entry: Entry) -> tuple[bool, int, float]:
    """Return how well a sentence shows an exchange: a question shows it worst."""
    signal = entry.signal
    asks = entry.quote.rstrip("\"'”’ ").endswith("?")
    fields = (
        signal.sender,
        signal.recipient,
        signal.intermediary,
        signal.content,
        signal.condition,
        signal.consequence,
    )
    return not asks, sum(map(bool, fields)), signal.confidence.get("signal", 1.0)


def _filled(signal: Signal, entries: Sequence[Entry]) -> Signal:
    """Return the signal, roles that it leaves empty filled with whom others name."""
    roles = {role: _parties(signal, role) for role in ROLES}
    for role in ROLES:
        named = {party.side for parties in roles.values() for party in parties}
        named |= {party.actor for parties in roles.values() for party in parties}
        named -= {UNKNOWN_SIDE}
        if not roles[role]:
            roles[role] = _first_named(role, entries, without=named)
    return replace(
        signal,
        sender=roles["sender"],
        intermediary=roles["intermediary"],
        recipient=roles["recipient"],
    )


def _parties(signal: Signal, role: str) -> tuple[Party, ...]:
    parties: tuple[Party, ...] = getattr(signal, role)
    return parties


def _first_named(
    role: str, entries: Sequence[Entry], *, without: Collection[str]
) -> tuple[Party, ...]:
    """Return whom the first signal names that names anybody new in this role.

    In a contact each text puts another party first: who is named already, or one of
    the same side, has a role.
    """
    for entry in entries:
        parties = _parties(entry.signal, role)
        new = (p for p in parties if not {p.side, p.actor} & set(without))
        if found := tuple(new):
            return found
    return ()


def _hull(entries: Iterable[Entry]) -> Interval | None:
    """Return all days that the signals are dated to, as the timeline has them."""
    times = (entry.signal.time for entry in entries)
    known = [time.interval for time in times if time and time.interval]
    known = [one for one in known if one.start or one.end]
    if not known:
        return None
    starts = [one.start for one in known]
    ends = [one.end for one in known]
    start = None if None in starts else min(day for day in starts if day)
    end = None if None in ends else max(day for day in ends if day)
    return Interval(start, end) if start or end else None
