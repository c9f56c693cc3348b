"""Groupings of a case, loaded and kept: what was compared, and where it belongs.

A connection in; groupings of whole exchanges out. What was compared is not compared
again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from backchannel.compare.grouping import Grouping, count_entries
from backchannel.compare.links import find_links
from backchannel.compare.verdicts import find_conflicts
from backchannel.domain.exchanges import (
    SURE_ENOUGH,
    Account,
    Exchange,
    Link,
    Settled,
    exchange_id,
)
from backchannel.domain.kept import Entry, Told
from backchannel.domain.reviews import Action, settle
from backchannel.store import grouped, load, log
from backchannel.store.database import Connection

#: The log odds of a pair that belongs to two exchanges.
_NEVER = -100.0


def group_waiting(connection: Connection) -> int:
    """Compare the signals that wait with the rest; return how many there were."""
    waiting = grouped.waiting(connection)
    numbers = grouped.numbers(connection)
    every = list(numbers.values())
    entries = dict(zip(every, load.load_entries(connection, every), strict=True))
    rarity = count_entries(entries.values())
    grouping = Grouping(_settled(connection), rarity=rarity)
    new = {number: entries.pop(number) for number in waiting}
    _know(connection, grouping, entries)
    known = len(grouping.pairs)
    for one in _by_document(new.values()):
        grouping.add(one)
    _keep(connection, grouping, numbers, known=known, compared=waiting)
    return len(waiting)


def _settled(connection: Connection) -> Settled:
    return settle(log.reviews_that(connection, (Action.TOGETHER, Action.APART)))


def _by_document(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the signals of each document in text order, the first published first."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.document.id].append(entry)
    for some in sorted(found.values(), key=_day):
        yield sorted(some, key=lambda one: (one.signal.trigger, one.signal.id))


def _day(entries: Sequence[Entry]) -> tuple[date, str]:
    document = entries[0].document
    return document.published or date.max, document.id


def _know(
    connection: Connection,
    grouping: Grouping,
    entries: Mapping[int, Entry],
    places: Mapping[int, int] | None = None,
) -> None:
    """Give `grouping` signals that were compared, and what comparing them gave.

    Args:
        connection: one that reads.
        grouping: it has none of them yet.
        entries: by number.
        places: the exchange of each, if no other is to be found for them.
    """
    ids = {number: entry.signal.id for number, entry in entries.items()}
    copied = {
        ids[number]: ids[original]
        for number, original in grouped.originals_of(connection, list(entries)).items()
        if original in ids
    }
    every = entries.values()
    for one in _by_document(e for e in every if e.signal.id not in copied):
        grouping.know(one)
    for some in _by_document(e for e in every if e.signal.id in copied):
        for entry in some:
            grouping.know_copy(entry, copied[entry.signal.id])
    for pair in grouped.scores_among(connection, list(entries)):
        settled = places and places[pair.left] != places[pair.right]
        grouping.recall(
            entries[pair.left].signal.id,
            entries[pair.right].signal.id,
            one=_NEVER if settled else pair.one,
            conflict=pair.conflict,
        )


def load_grouping(connection: Connection, numbers: Sequence[int]) -> Grouping:
    """Return the grouping of these signals, each in the exchange that it is kept in."""
    entries = load.load_entries(connection, numbers)
    grouping = Grouping(_settled(connection), rarity=count_entries(entries))
    places = grouped.places_of(connection, numbers)
    _know(connection, grouping, dict(zip(numbers, entries, strict=True)), places)
    return grouping


def load_exchanges(connection: Connection, grouping: Grouping) -> list[Exchange]:
    """Return the exchanges of `grouping`, each account with all that printed it."""
    found = grouping.exchanges()
    texts = {text for one in found for a in one.accounts for text in _texts(a)}
    outlets = load.load_outlets(connection, texts)
    return [
        replace(
            one,
            accounts=tuple(
                replace(a, outlets=tuple(_unique(outlets, _texts(a))))
                for a in one.accounts
            ),
        )
        for one in found
    ]


def _texts(account: Account) -> tuple[str, ...]:
    return (account.document, *account.copies)


def _unique(outlets: Mapping[str, Sequence[str]], texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for one in texts for name in outlets.get(one, ())))


def load_told(connection: Connection, exchanges: Sequence[int]) -> list[Told]:
    """Return these exchanges, in their order."""
    grouping = load_grouping(connection, grouped.members(connection, exchanges))
    verdicts = [v for v in find_conflicts(grouping) if v.chance >= SURE_ENOUGH]
    found = {
        signal: exchange
        for exchange in load_exchanges(connection, grouping)
        for signal in exchange.signals
    }
    # An exchange is numbered by one of its signals.
    ids = grouped.first_of(connection, exchanges)
    entries = {facts.signal.id: facts.entry for facts in grouping.facts}
    links = _links(connection, grouping)
    told = []
    for one in exchanges:
        exchange = found[ids[one]]
        own = [signal for account in exchange.accounts for signal in account.signals]
        told.append(
            Told(
                exchange,
                tuple(entries[signal] for signal in own),
                tuple(v for v in verdicts if {v.left, v.right} <= set(own)),
                tuple(x for x in links if exchange.id in (x.source, x.target)),
            )
        )
    return told


def _links(connection: Connection, grouping: Grouping) -> list[Link]:
    """Return how the exchanges of `grouping` hang together with all others.

    Most links are found in single texts, so what stands beside its signals is enough;
    of lines of messages, those that these texts tell (`links` finds all).
    """
    signals_of = [facts.signal.id for facts in grouping.facts]
    beside = grouped.beside(connection, grouped.numbers_of(connection, signals_of))
    around = load_grouping(connection, beside)
    exchanges = around.exchanges()
    names = grouped.names_of(connection, [one.signals[0] for one in exchanges])
    known = {one.id: names[one.signals[0]] for one in exchanges}
    found = (
        replace(link, source=known[link.source], target=known[link.target])
        for link in find_links(around, exchanges)
    )
    return sorted(link for link in found if link.source != link.target)


def _keep(
    connection: Connection,
    grouping: Grouping,
    numbers: Mapping[str, int],
    *,
    known: int,
    compared: Iterable[int],
) -> None:
    """Keep pairs from the `known`th on, and where signals belong now."""
    ids = [facts.signal.id for facts in grouping.facts]
    grouped.put_scores(
        connection,
        compared,
        (
            grouped.Scores(
                min(numbers[ids[pair.left]], numbers[ids[pair.right]]),
                max(numbers[ids[pair.left]], numbers[ids[pair.right]]),
                one=round(pair.one, 3),
                conflict=round(pair.conflict, 3),
            )
            for pair in grouping.pairs[known:]
        ),
    )
    before = grouped.load_places(connection)
    now = (
        place for members in grouping.placed() for place in _places(members, numbers)
    )
    grouped.put_places(
        connection, [place for place in now if before.get(place.signal) != place]
    )


def _places(
    members: Sequence[tuple[str, str | None]], numbers: Mapping[str, int]
) -> Iterator[grouped.Place]:
    first = min(numbers[signal] for signal, _ in members)
    name = exchange_id(signal for signal, _ in members)
    for signal, original in members:
        copied = None if original is None else numbers[original]
        yield grouped.Place(numbers[signal], first, name, copied)


def let_regroup(connection: Connection, records: Iterable[object]) -> None:
    """Let the signals with these ids be compared again; other ids are nothing."""
    numbers = grouped.numbers(connection)
    wanted = {str(record) for record in records} & numbers.keys()
    grouped.forget(connection, [numbers[one] for one in sorted(wanted)])
