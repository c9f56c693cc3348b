"""Documents added to a case: read if it does not have them, noted if it has.

Each document is one transaction: whatever ends a run, no document is half kept, and
the same run again ends with the same case.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from backchannel.case.reading import PackageReader, Reader, read_each
from backchannel.domain.changes import Added
from backchannel.domain.codec import text_id
from backchannel.domain.errors import SourceError, Unkeepable
from backchannel.domain.kept import Tombstone
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document
from backchannel.store import keep
from backchannel.store.database import Database


class Adding:
    """One run that adds documents to a case."""

    def __init__(
        self,
        database: Database,
        *,
        failed: Callable[[SourceError], None],
        reader: Reader | None = None,
        restore: bool = False,
    ) -> None:
        """Prepare a run.

        Args:
            database: opened for writing.
            failed: called with each document that is not kept.
            reader: reads instead of the model that comes with the package.
            restore: whether documents that were taken out may come back.
        """
        self._database, self._failed = database, failed
        self._reader, self._restore = reader or PackageReader(), restore
        #: Noted without reading; to be told of.
        self._noted: deque[Added] = deque()
        #: Id of a document in work -> its name, and copies that came meanwhile.
        self._names: dict[str, str] = {}
        self._copies: dict[str, list[tuple[Document, str]]] = {}

    def run(self, documents: Iterable[Document | SourceError]) -> Iterator[Added]:
        """Yield what became of each document, once it is kept."""
        unknown = self._unknown(documents)
        readings = read_each(unknown, failed=self._failed, reader=self._reader)
        for reading in readings:
            yield from self._told()
            try:
                yield self._keep(reading)
            except Unkeepable as error:
                place = reading.document.place
                self._failed(SourceError(place, error.problem, error.remedy))
        yield from self._told()
        for copies in self._copies.values():
            for document, _ in copies:
                problem = "is a copy of a text that could not be read"
                self._failed(SourceError(document.place, problem, "see its message"))

    def _unknown(
        self, documents: Iterable[Document | SourceError]
    ) -> Iterator[Document | SourceError]:
        """Yield what must be read; note the others on the way."""
        for document in documents:
            if isinstance(document, SourceError):
                yield document
                continue
            known = replace(document, id=text_id(document.text))
            if not self._note(known, name=document.id):
                self._names[known.id] = document.id
                yield known

    def _note(self, document: Document, *, name: str) -> bool:
        """Note a document that need not be read; return whether that is so."""
        if document.id in self._names:
            self._copies.setdefault(document.id, []).append((document, name))
            return True
        with self._database.reading() as connection:
            stone = keep.tombstone_of(connection, document.id)
            have = keep.has_document(connection, document.id)
        if stone and not self._restore:
            self._failed(_taken_out(document, stone))
            return True
        if not have:
            return False
        with self._database.writing() as connection:
            outcome = keep.put_appearance(connection, document, name=name)
        self._noted.append(Added(document, outcome))
        return True

    def _keep(self, reading: Reading) -> Added:
        document = reading.document
        # An unread document asks for no model.
        reader = None if reading.unread else self._reader.id
        name = self._names[document.id]
        with self._database.writing() as connection:
            keep.lift_tombstone(connection, document.id)
            outcome = keep.put_reading(connection, reading, name=name, reader=reader)
        # From here on copies find the document in the case.
        del self._names[document.id]
        for copy, called in self._copies.pop(document.id, []):
            self._note(copy, name=called)
        return Added(document, outcome, reading)

    def _told(self) -> Iterator[Added]:
        while self._noted:
            yield self._noted.popleft()


def _taken_out(document: Document, stone: Tombstone) -> SourceError:
    problem = f"was taken out on {stone.at:%Y-%m-%d} by {stone.who}: {stone.reason}"
    return SourceError(document.place, problem, "add it with --restore to have it back")
