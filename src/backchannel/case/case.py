"""A case: one investigation, kept. All that the commands do, for programs."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from backchannel.case.adding import Adding
from backchannel.case.exporting import Exported, Form, form_of, write_export
from backchannel.case.following import Following
from backchannel.case.merging import merge_cases
from backchannel.case.reading import (
    PackageReader,
    Reader,
    check_sources,
    read_each,
    warn,
)
from backchannel.domain.changes import Added, Merged, Reread, Verified
from backchannel.domain.errors import SettingsError, SourceError
from backchannel.domain.kept import Tombstone
from backchannel.domain.reviews import State
from backchannel.domain.text import Document
from backchannel.store import find, keep, load
from backchannel.store.checks import find_problems
from backchannel.store.counts import count_all
from backchannel.store.database import Database


class Case(Following):
    """One investigation, kept in a file or on a PostgreSQL server."""

    def add(  # noqa: PLR0913  (those of `backchannel.read`, and one)
        self,
        sources: Iterable[str | os.PathLike[str]],
        *,
        published: date | None = None,
        outlet: str | None = None,
        failed: Callable[[SourceError], None] | None = None,
        reader: Reader | None = None,
        restore: bool = False,
    ) -> Generator[Added, None, None]:
        """Read and keep `sources`; yield what became of each document.

        A text that the case has is not read again: where and when it stood is noted.
        The arguments are those of `backchannel.read`; `restore` lets documents come
        back that were taken out.

        Raises:
            CaseError: the case cannot be written.
        """
        from backchannel.ingest.read import read_documents

        names = check_sources(sources)
        told = read_documents(names, published=published, outlet=outlet)
        with self._writing(make=True) as database:
            adding = Adding(
                database, failed=failed or warn, reader=reader, restore=restore
            )
            yield from adding.run(told)

    def remove(self, document: str, *, reason: str) -> Tombstone:
        """Take out a document with all that was read in it; a tombstone stays."""
        known = self.document(document)
        shown = known.document.appearance.title
        title = shown.value if shown else known.document.place
        stone = Tombstone(
            known.document.id, title, reason, self._who, datetime.now(UTC)
        )
        with self._writing() as database, database.writing() as connection:
            keep.take_document(connection, stone)
        return stone

    def reread(
        self,
        *,
        reader: Reader | None = None,
        everything: bool = False,
        failed: Callable[[SourceError], None] | None = None,
    ) -> Generator[Reread, None, None]:
        """Read documents again that another model read; yield what changed in each.

        Reviews are kept, and so are signals that were reviewed and are not read any
        more. `everything` also reads what this model has read; `failed` is called with
        each document that could not be read and stays as it was.
        """
        reader = reader or PackageReader()
        with self._writing() as database:
            with database.reading() as connection:
                numbers = find.outdated_documents(
                    connection, None if everything else reader.id
                )
            known = self._documents_of(database, numbers)
            for reading in read_each(known, failed=failed or warn, reader=reader):
                with database.writing() as connection:
                    change = keep.replace_reading(connection, reading, reader=reader.id)
                yield change

    def _documents_of(
        self, database: Database, numbers: Iterable[int]
    ) -> Iterator[Document]:
        for number in numbers:
            with database.reading() as connection:
                document = load.load_documents(connection, [number])[number]
            yield document

    def merge(self, other: str | os.PathLike[str]) -> Merged:
        """Take in what another copy of the case has more, with its reviews.

        Of two reviews that differ the later one holds; all such are told.
        """
        if os.fspath(other) == self.where:
            raise SettingsError("other", other, "name another case than this one")
        theirs = Database(other)
        try:
            with self._writing() as ours:
                return merge_cases(ours, theirs)
        finally:
            theirs.close()

    def export(
        self,
        path: str | os.PathLike[str] | None,
        *,
        form: Form | None = None,
        query: str = "",
        confirmed: bool = False,
        quotes_only: bool = False,
    ) -> Exported:
        """Write the signals that fit `query` to a file, whole or not at all.

        Args:
            path: the file; None is standard output.
            form: without it as the file ends, else JSON lines.
            query: a search; what was rejected is left out in any case.
            confirmed: whether only confirmed and corrected signals count.
            quotes_only: whether full texts are left out.
        """
        target = None if path is None else Path(path)
        form = form or (target and form_of(target)) or Form.JSONL
        states: tuple[State, ...] = (State.CONFIRMED, State.CORRECTED)
        if not confirmed:
            states = (State.UNREVIEWED, *states)
        if form is Form.GOLD:
            states = tuple(State)  # what was rejected tells that all was reviewed
        every = self.each_document(query, states=states, whole=form is Form.GOLD)
        whole = not query.strip() and not confirmed
        return write_export(
            every,
            form,
            target,
            texts=not quotes_only,
            across=self._across if whole else dict,
        )

    def verify(self) -> Verified:
        """Recompute digests, offsets and counts, and tell what does not agree."""
        with self._reading() as connection:
            found = tuple(find_problems(connection))
            counted = count_all(connection)
        return Verified(counted.documents, counted.signals, found)

    def migrate(self) -> None:
        """Bring the case to the present version; a file is copied before."""
        with self._writing():
            pass
