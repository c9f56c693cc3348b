"""What is in a case: lists, searches, single records."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from backchannel.case.opening import Opened, is_sqlite, not_found
from backchannel.domain.candidates import Candidate
from backchannel.domain.errors import NotFound
from backchannel.domain.kept import CaseActor, Entry, Kept, Listed, Page, Stats
from backchannel.domain.queries import Query, parse_query
from backchannel.domain.reviews import State
from backchannel.domain.text import Span
from backchannel.domain.words import fold
from backchannel.pipeline import sides_called
from backchannel.resolve.across import find_candidates
from backchannel.store import actors, find, load
from backchannel.store.counts import count_all
from backchannel.store.stems import find_words
from backchannel.store.tables import documents, signals

#: Rows of a list where nobody asks for more.
LIMIT = 50


class Finding(Opened):
    """A case that is asked."""

    def signals(
        self, query: str = "", *, limit: int | None = LIMIT, offset: int = 0
    ) -> Page[Entry]:
        """Return the signals that fit a search, newest first; docs/cli.md has fields.

        Raises:
            QueryError: the search cannot be understood.
        """
        asked = parse_query(query)
        with self._reading() as connection:
            fits = find.match_signals(
                asked, sides=sides_called, sqlite=is_sqlite(connection)
            )
            total = find.count(connection, signals, fits)
            numbers = find.newest_signals(connection, fits, limit=limit, offset=offset)
            found = load.load_entries(connection, numbers)
        return Page(tuple(_mark_entry(entry, asked) for entry in found), total)

    def documents(
        self, query: str = "", *, limit: int | None = LIMIT, offset: int = 0
    ) -> Page[Listed]:
        """Return the documents that fit a search, newest first."""
        asked = parse_query(query)
        with self._reading() as connection:
            fits = find.match_documents(
                asked, sides=sides_called, sqlite=is_sqlite(connection)
            )
            total = find.count(connection, documents, fits)
            numbers = find.newest_documents(
                connection, fits, limit=limit, offset=offset
            )
            found = load.load_listed(connection, numbers)
        return Page(tuple(_mark_listed(listed, asked) for listed in found), total)

    def actors(
        self, named: str = "", *, limit: int | None = LIMIT, offset: int = 0
    ) -> Page[CaseActor]:
        """Return actors whose name or spelling holds `named`, by their signals."""
        with self._reading() as connection:
            return actors.list_actors(
                connection, named=named, limit=limit, offset=offset
            )

    def candidates(self, named: str = "") -> tuple[Candidate, ...]:
        """Return the pairs of actors that may be one, the likeliest first.

        `named` is what the name of one of them holds.
        """
        with self._reading() as connection:
            listed = actors.list_actors(connection)
            held = actors.all_offices(connection)
        known = [actor.with_offices(held.get(actor.id, {})) for actor in listed.rows]
        words = fold(named)
        return tuple(
            pair
            for pair in find_candidates(known)
            if words in fold(pair.left.name) or words in fold(pair.right.name)
        )

    def signal(self, beginning: str) -> Entry:
        """Return the signal whose id begins so.

        Raises:
            NotFound: there is none.
            Ambiguous: there are several.
        """
        with self._reading() as connection:
            number = self._only(connection, signals, beginning)
            return load.load_entries(connection, [number])[0]

    def document(self, beginning: str) -> Kept:
        """Return the document whose id begins so, with all that is kept of it.

        Raises:
            NotFound: there is none.
            Ambiguous: there are several.
        """
        with self._reading() as connection:
            number = self._only(connection, documents, beginning)
            return next(load.load_kept(connection, [number]))

    def actor(self, beginning: str) -> CaseActor:
        """Return the actor whose id begins so, with all that is known of it.

        Raises:
            NotFound: there is none.
            Ambiguous: there are several.
        """
        with self._reading() as connection:
            wanted = actors.ids_beginning(connection, beginning)
            found = actors.load_actor(connection, self._one(beginning, wanted))
        if found is None:
            raise not_found(self.name, beginning)
        return found

    def show(self, beginning: str) -> Entry | Kept | CaseActor:
        """Return the signal, document or actor whose id begins so.

        Raises:
            NotFound: there is none.
            Ambiguous: there are several signals, or no signal and several documents,
                or neither and several actors.
        """
        for look in (self.signal, self.document, self.actor):
            try:
                return look(beginning)
            except NotFound:
                continue
        raise not_found(self.name, beginning)

    def each_document(
        self,
        query: str = "",
        *,
        states: Collection[State] = tuple(State),
        whole: bool = False,
    ) -> Iterator[Kept]:
        """Yield documents, oldest first, with those of their signals that fit.

        Args:
            query: only documents come that have a signal which fits; without one, all.
            states: the states of review that fit.
            whole: whether these documents come with all their signals.

        Raises:
            QueryError: the search cannot be understood.
        """
        asked = parse_query(query)
        with self._reading() as connection:
            matching = find.match_signals(
                asked, sides=sides_called, sqlite=is_sqlite(connection)
            )
            fits = find.in_states(matching, states)
            narrow = asked.terms or State.UNREVIEWED not in states
            numbers = find.oldest_documents(connection, fits if narrow else None)
            fitting = find.fitting_signals(connection, fits)
            for kept in load.load_kept(connection, numbers):
                yield kept if whole else kept.only(fitting)

    def stats(self) -> Stats:
        """Return how much of everything there is."""
        with self._reading() as connection:
            return count_all(connection)

    def new(self, since: date) -> Iterator[tuple[Listed, tuple[Entry, ...]]]:
        """Yield the documents added from that day on (UTC), each with its signals."""
        with self._reading() as connection:
            numbers = find.added_documents(connection, since.isoformat())
            for kept in load.load_kept(connection, numbers):
                told = len(kept.reading.signals), kept.reading.unread
                yield Listed(kept.document, kept.publications, *told), kept.entries


def _mark_entry(entry: Entry, query: Query) -> Entry:
    sentence = entry.signal.sentence
    return replace(entry, marks=_marks(entry.quote, query, at=sentence.start))


def _mark_listed(listed: Listed, query: Query) -> Listed:
    return replace(listed, marks=_marks(listed.document.text, query, at=0))


def _marks(text: str, query: Query, *, at: int) -> tuple[Span, ...]:
    """Return where the words that are looked for stand in a text that starts `at`."""
    wanted = (t.values[0] for t in query.terms if t.field == "words" and not t.negated)
    found = {span for words in wanted for span in find_words(text, words)}
    return tuple(sorted(Span(span.start + at, span.end + at) for span in found))
