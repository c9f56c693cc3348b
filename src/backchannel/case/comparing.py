"""What hangs together across the documents of a case: exchanges and their accounts.

Comparing is kept: a document that is added later is compared with what may fit it, and
nothing else again. Lists load only what they show.
"""

from backchannel.case.finding import LIMIT
from backchannel.case.grouping import (
    group_waiting,
    let_regroup,
    load_exchanges,
    load_grouping,
    load_told,
)
from backchannel.case.judging import Judging
from backchannel.case.opening import is_sqlite
from backchannel.compare.links import find_links
from backchannel.compare.matrix import compare_exchange
from backchannel.compare.verdicts import FIRST_LOOK, find_conflicts
from backchannel.domain.comparisons import Comparison
from backchannel.domain.errors import NotFound, SettingsError
from backchannel.domain.exchanges import SURE_ENOUGH, Link, Verdict
from backchannel.domain.kept import CaseActor, Entry, Page, Told
from backchannel.domain.queries import parse_query
from backchannel.domain.reviews import Action, Review
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
            return group_waiting(connection)

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
            told = load_told(connection, found[offset:end])
        return Page(tuple(told), len(found))

    def exchange(self, beginning: str) -> Told:
        """Return the exchange whose id begins so, or that a signal reports whose does.

        Raises:
            NotFound: there is none, or the signal was not compared yet.
            Ambiguous: several ids begin so.
        """
        with self._reading() as connection:
            [told] = load_told(connection, [self._around(connection, beginning)])
        return told

    def compare(self, beginning: str) -> Comparison:
        """Return the accounts of an exchange, field by field; as for `exchange`."""
        with self._reading() as connection:
            members = grouped.members(connection, [self._around(connection, beginning)])
            # What its documents say beside it may tell what was left unsaid.
            beside = grouped.beside(connection, members)
            grouping = load_grouping(connection, beside)
            own = load.load_entries(connection, members[:1])[0].signal.id
            exchange = next(
                one
                for one in load_exchanges(connection, grouping)
                if own in one.signals
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
            members = grouped.members(connection, among)
            grouping = load_grouping(connection, members)
        entries = {facts.signal.id: facts.entry for facts in grouping.facts}
        return tuple(
            (verdict, entries[verdict.left], entries[verdict.right])
            for verdict in find_conflicts(grouping)
            if verdict.chance >= least
        )

    def links(self) -> tuple[Link, ...]:
        """Return how exchanges hang together: relays, replies, what contacts hold."""
        with self._reading() as connection:
            grouping = load_grouping(connection, grouped.placed(connection))
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
            let_regroup(connection, (left, right))
        return review

    def undo(self, record: str) -> Review:
        """Take back the last review of a signal or actor that still stands."""
        with self._writing() as database:
            review = super().undo(record)
            with database.writing() as connection:
                log_of = log.reviews_of(connection, review.record)
                undone = next(one for one in log_of if one.id == review.value)
                if undone.action in (Action.TOGETHER, Action.APART):
                    let_regroup(connection, (undone.record, undone.value))
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
