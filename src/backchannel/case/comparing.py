"""What hangs together across the documents of a case: exchanges and their accounts.

Comparing is kept: a document that is added later is compared with what may fit it, and
nothing else again. Lists load only what they show.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from backchannel.case.finding import LIMIT
from backchannel.case.judging import Judging
from backchannel.case.opening import is_sqlite
from backchannel.compare.grouping import Grouping, count_entries
from backchannel.compare.links import find_links
from backchannel.compare.matrix import compare_exchange
from backchannel.compare.verdicts import FIRST_LOOK, find_conflicts
from backchannel.domain.comparisons import Comparison
from backchannel.domain.errors import NotFound, SettingsError
from backchannel.domain.exchanges import (
    Account,
    Exchange,
    Link,
    Settled,
    Verdict,
    exchange_id,
)
from backchannel.domain.kept import CaseActor, Entry, Page, Told
from backchannel.domain.queries import parse_query
from backchannel.domain.reviews import Action, Review, settle
from backchannel.pipeline import sides_called
from backchannel.store import find, grouped, load, log
from backchannel.store.database import Connection
from backchannel.store.tables import signals

#: How probable a conflict must be for lists to show it where nobody says otherwise.
SURE_ENOUGH = 0.25
#: The log odds of a pair that belongs to two exchanges.
_NEVER = -100.0


class Comparing(Judging):
    """A case whose accounts are put side by side."""

    def group(self) -> int:
        """Compare the signals that were not compared yet; return how many there were.

        Raises:
            CaseError: the case cannot be written.
        """
        with self._reading() as connection:
            if not grouped.waiting(connection):
                return 0
        with self._writing() as database, database.writing() as connection:
            waiting = grouped.waiting(connection)
            numbers = grouped.numbers(connection)
            every = list(numbers.values())
            entries = dict(
                zip(every, load.load_entries(connection, every), strict=True)
            )
            rarity = count_entries(entries.values())
            grouping = Grouping(_settled(connection), rarity=rarity)
            new = {number: entries.pop(number) for number in waiting}
            _know(connection, grouping, entries)
            known = len(grouping.pairs)
            for one in _by_document(new.values()):
                grouping.add(one)
            _keep(connection, grouping, numbers, known=known, compared=waiting)
        return len(waiting)

    def waiting(self) -> int:
        """Return how many signals were not compared with the rest yet."""
        with self._reading() as connection:
            return len(grouped.waiting(connection))

    def exchanges(
        self,
        query: str = "",
        *,
        limit: int | None = LIMIT,
        offset: int = 0,
        least: int = 2,
    ) -> Page[Told]:
        """Return the exchanges that a fitting signal reports, the latest first.

        Args:
            query: a search, as for `signals`.
            limit: how many at most; None for all.
            offset: how many to skip.
            least: how many signals must report one.

        Raises:
            QueryError: the search cannot be understood.
        """
        asked = parse_query(query)
        with self._reading() as connection:
            fits = find.match_signals(
                asked, sides=sides_called, sqlite=is_sqlite(connection)
            )
            found = grouped.find_exchanges(connection, fits, least=least)
            end = None if limit is None else offset + limit
            told = _load_told(connection, found[offset:end])
        return Page(tuple(told), len(found))

    def exchange(self, beginning: str) -> Told:
        """Return the exchange whose id begins so, or that a signal reports whose does.

        Raises:
            NotFound: there is none, or the signal was not compared yet.
            Ambiguous: several ids begin so.
        """
        with self._reading() as connection:
            [told] = _load_told(connection, [self._around(connection, beginning)])
        return told

    def compare(self, beginning: str) -> Comparison:
        """Return the accounts of an exchange, field by field; as for `exchange`."""
        with self._reading() as connection:
            members = grouped.members(connection, [self._around(connection, beginning)])
            # What its documents say beside it may tell what was left unsaid.
            beside = grouped.beside(connection, members)
            grouping = _load(connection, beside)
            own = load.load_entries(connection, members[:1])[0].signal.id
            exchange = next(
                one for one in _exchanges(connection, grouping) if own in one.signals
            )
        return compare_exchange(grouping, exchange)

    def conflicts(
        self, *, least: float = SURE_ENOUGH
    ) -> tuple[tuple[Verdict, Entry, Entry], ...]:
        """Return the pairs of signals in conflict, the surest first.

        Args:
            least: how probable a conflict must be, 0 to 1; those less probable than
                one in ten are never kept.
        """
        with self._reading() as connection:
            among = grouped.in_conflict(connection, FIRST_LOOK)
            grouping = _load(connection, grouped.members(connection, among))
        entries = {facts.signal.id: facts.entry for facts in grouping.facts}
        return tuple(
            (verdict, entries[verdict.left], entries[verdict.right])
            for verdict in find_conflicts(grouping)
            if verdict.chance >= least
        )

    def links(self) -> tuple[Link, ...]:
        """Return how exchanges hang together: relays, replies, what contacts hold."""
        with self._reading() as connection:
            grouping = _load(connection, grouped.placed(connection))
        return find_links(grouping, grouping.exchanges())

    def group_signals(self, one: str, other: str) -> Review:
        """Say that two signals report one exchange."""
        return self._settle(one, other, Action.TOGETHER)

    def part_signals(self, one: str, other: str) -> Review:
        """Say that two signals do not report one exchange."""
        return self._settle(one, other, Action.APART)

    def _settle(self, one: str, other: str, action: Action) -> Review:
        left, right = sorted(self.signal(id).signal.id for id in (one, other))
        if left == right:
            raise SettingsError("signals", one, "name two different ones")
        review = self._make(left, action, value=right)
        with self._writing() as database, database.writing() as connection:
            log.put_review(connection, review)
            _regroup(connection, (left, right))
        return review

    def undo(self, record: str) -> Review:
        """Take back the last review of a signal or actor that still stands."""
        with self._writing() as database:
            review = super().undo(record)
            with database.writing() as connection:
                log_of = log.reviews_of(connection, review.record)
                undone = next(one for one in log_of if one.id == review.value)
                if undone.action in (Action.TOGETHER, Action.APART):
                    _regroup(connection, (undone.record, undone.value))
        return review

    def _said_of(
        self, connection: Connection, found: Entry | CaseActor
    ) -> list[Review]:
        """Return what was said of a record, also as the other of two signals."""
        own = super()._said_of(connection, found)
        if not isinstance(found, Entry):
            return own
        settled = log.reviews_that(connection, (Action.TOGETHER, Action.APART))
        about = {one.id for one in settled if one.value == found.signal.id}
        more = [one for one in settled if one.id in about or one.value in about]
        every = {one.id: one for one in (*own, *more)}
        return sorted(every.values(), key=lambda one: (one.at, one.id))

    def _around(self, connection: Connection, beginning: str) -> int:
        """Return the exchange whose id begins so, or that of a signal's."""
        named = grouped.exchanges_beginning(connection, beginning)
        if named:
            return named[self._one(beginning, list(named))]
        number = self._only(connection, signals, beginning)
        exchange = grouped.exchange_of(connection, number)
        if exchange is None:
            problem = f"signal {beginning} was not compared yet, or was rejected"
            raise NotFound(self.name, problem, "`backchannel exchanges` compares")
        return exchange


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


def _load(connection: Connection, numbers: Sequence[int]) -> Grouping:
    """Return the grouping of these signals, each in the exchange that it is kept in."""
    entries = load.load_entries(connection, numbers)
    grouping = Grouping(_settled(connection), rarity=count_entries(entries))
    places = grouped.places_of(connection, numbers)
    _know(connection, grouping, dict(zip(numbers, entries, strict=True)), places)
    return grouping


def _exchanges(connection: Connection, grouping: Grouping) -> list[Exchange]:
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


def _load_told(connection: Connection, exchanges: Sequence[int]) -> list[Told]:
    """Return these exchanges, in their order."""
    grouping = _load(connection, grouped.members(connection, exchanges))
    verdicts = [v for v in find_conflicts(grouping) if v.chance >= SURE_ENOUGH]
    found = {
        signal: exchange
        for exchange in _exchanges(connection, grouping)
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
    around = _load(connection, beside)
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


def _regroup(connection: Connection, records: Iterable[object]) -> None:
    numbers = grouped.numbers(connection)
    wanted = {str(record) for record in records} & numbers.keys()
    grouped.forget(connection, [numbers[one] for one in sorted(wanted)])
