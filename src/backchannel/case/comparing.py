"""What hangs together across the documents of a case: exchanges and their accounts.

Comparing is kept: a document that is added later is compared with what may fit it, and
nothing else again. Lists load only what they show.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from backchannel.case.finding import LIMIT
from backchannel.case.judging import Judging
from backchannel.case.opening import is_sqlite
from backchannel.compare.grouping import Grouping, count_entries
from backchannel.compare.links import find_links
from backchannel.compare.verdicts import FIRST_LOOK, find_conflicts
from backchannel.domain.errors import NotFound, SettingsError
from backchannel.domain.exchanges import Account, Exchange, Link, Settled, Verdict
from backchannel.domain.kept import Entry, Page, Told
from backchannel.domain.queries import parse_query
from backchannel.domain.reviews import Action, Review, settle
from backchannel.pipeline import sides_called
from backchannel.store import find, grouped, load, log
from backchannel.store.database import Connection
from backchannel.store.tables import signals


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
            entries = load.load_entries(connection, list(numbers.values()))
            grouping = Grouping(_settled(connection), rarity=count_entries(entries))
            new = {entry.signal.id for entry in entries} & _ids(numbers, waiting)
            _know(connection, grouping, [e for e in entries if e.signal.id not in new])
            known = len(grouping.pairs)
            for one in _by_document([e for e in entries if e.signal.id in new]):
                grouping.add(one)
            _keep(connection, grouping, known, numbers)
        return len(waiting)

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
        """Return the exchange that a signal reports, whose id begins so.

        Raises:
            NotFound: there is no such signal, or it was not compared yet.
            Ambiguous: several ids begin so.
        """
        with self._reading() as connection:
            [told] = _load_told(connection, [self._around(connection, beginning)])
        return told

    def compare(self, beginning: str) -> "Comparison":
        """Return the accounts of an exchange, field by field; as for `exchange`."""
        with self._reading() as connection:
            around = self._around(connection, beginning)
            grouping = _load(connection, grouped.members(connection, [around]))
            [exchange] = _exchanges(connection, grouping)
        from backchannel.compare.matrix import compare_exchange
        return compare_exchange(grouping, exchange)

    def conflicts(self) -> tuple[tuple[Verdict, Entry, Entry], ...]:
        """Return the pairs of signals in conflict, the surest first."""
        with self._reading() as connection:
            among = grouped.in_conflict(connection, FIRST_LOOK)
            grouping = _load(connection, grouped.members(connection, among))
        entries = {facts.signal.id: facts.entry for facts in grouping.facts}
        return tuple(
            (verdict, entries[verdict.left], entries[verdict.right])
            for verdict in find_conflicts(grouping)
        )

    def links(self) -> tuple[Link, ...]:
        """Return how exchanges hang together: relays, replies, what contacts hold."""
        with self._reading() as connection:
            numbers = grouped.numbers(connection)
            grouping = _load(connection, numbers.values())
        return find_links(grouping, grouping.exchanges())

    def group_signals(self, one: str, other: str) -> Review:
        """Say that two signals report one exchange."""
        return self._settle(one, other, Action.TOGETHER)

    def part_signals(self, one: str, other: str) -> Review:
        """Say that two signals do not report one exchange."""
        return self._settle(one, other, Action.APART)

    def _settle(self, one: str, other: str, action: Action) -> Review:
        left, right = self.signal(one).signal.id, self.signal(other).signal.id
        if left == right:
            raise SettingsError("signals", one, "name two different ones")
        review = self._make(left, action, value=right)
        with self._writing() as database, database.writing() as connection:
            log.put_review(connection, review)
            _regroup(connection, (left, right))
        return review

    def undo(self, record: str) -> Review:
        """Take back the last review of a signal or actor that still stands."""
        review = super().undo(record)
        with self._writing() as database, database.writing() as connection:
            _regroup(connection, (review.record, review.before))
        return review

    def _around(self, connection: Connection, beginning: str) -> int:
        """Return the exchange of the signal whose id begins so."""
        number = self._only(connection, signals, beginning)
        exchange = grouped.exchange_of(connection, number)
        if exchange is None:
            problem = f"signal {beginning} was not compared yet, or was rejected"
            raise NotFound(self.name, problem, "`backchannel exchanges` compares")
        return exchange


def _settled(connection: Connection) -> Settled:
    return settle(log.reviews_that(connection, (Action.TOGETHER, Action.APART)))


def _ids(numbers: Mapping[str, int], wanted: Collection[int]) -> set[str]:
    among = frozenset(wanted)
    return {id for id, number in numbers.items() if number in among}


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


def _know(connection: Connection, grouping: Grouping, entries: Sequence[Entry]) -> None:
    """Give `grouping` signals that were compared, and what comparing them gave."""
    for one in _by_document(entries):
        grouping.know(one)
    ids = {number: id for id, number in grouped.numbers(connection).items()}
    wanted = {entry.signal.id for entry in entries}
    among = [number for number, id in ids.items() if id in wanted]
    for scores in grouped.scores_among(connection, among):
        grouping.recall(
            ids[scores.left],
            ids[scores.right],
            one=scores.one,
            conflict=scores.conflict,
        )


def _load(connection: Connection, numbers: Iterable[int]) -> Grouping:
    """Return the grouping of these signals alone: whole exchanges, all compared."""
    entries = load.load_entries(connection, sorted(numbers))
    grouping = Grouping(_settled(connection), rarity=count_entries(entries))
    _know(connection, grouping, entries)
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
    verdicts = find_conflicts(grouping)
    ids = {number: id for id, number in grouped.numbers(connection).items()}
    found = {
        signal: exchange
        for exchange in _exchanges(connection, grouping)
        for signal in exchange.signals
    }
    entries = {facts.signal.id: facts.entry for facts in grouping.facts}
    told = []
    for one in exchanges:
        exchange = found[ids[one]]
        own = [signal for account in exchange.accounts for signal in account.signals]
        inside = (v for v in verdicts if {v.left, v.right} <= set(own))
        shown = tuple(entries[signal] for signal in own)
        told.append(Told(exchange, shown, tuple(inside)))
    return told


def _keep(
    connection: Connection, grouping: Grouping, known: int, numbers: Mapping[str, int]
) -> None:
    """Keep pairs from the `known`th on, and where signals belong now."""
    ids = [facts.signal.id for facts in grouping.facts]
    grouped.put_scores(
        connection,
        (
            grouped.Scores(
                *sorted((numbers[ids[pair.left]], numbers[ids[pair.right]])),
                round(pair.one, 3),
                round(pair.conflict, 3),
            )
            for pair in grouping.pairs[known:]
        ),
    )
    before = grouped.load_places(connection)
    now = (
        grouped.Place(
            numbers[signal],
            min(numbers[one] for one, _ in members),
            None if original is None else numbers[original],
        )
        for members in grouping.placed()
        for signal, original in members
    )
    grouped.put_places(
        connection, [place for place in now if before.get(place.signal) != place]
    )


def _regroup(connection: Connection, records: Iterable[object]) -> None:
    numbers = grouped.numbers(connection)
    wanted = {str(record) for record in records} & numbers.keys()
    grouped.forget(connection, [numbers[one] for one in sorted(wanted)])
