"""The door to everything: sources in, readings out, failures reported on the way."""

import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from backchannel.domain.errors import BackchannelError, SourceError, our_fault
from backchannel.domain.languages import language_name
from backchannel.domain.reading import Reading
from backchannel.domain.text import Document

if TYPE_CHECKING:
    from backchannel.pipeline import Reader as PipelineReader

#: Documents in work. The model runs outside Python's lock and uses all cores by
#: itself: two are enough to keep it busy while the rules work.
AT_ONCE = 2


class Reader(Protocol):
    """What reads the signals of a document; `backchannel.pipeline` opens ours.

    It is asked by several threads at a time.
    """

    @property
    def id(self) -> str:
        """What a case notes as the reader of a document."""
        ...

    def read(self, document: Document) -> Reading:
        """Return the document with its signals in text order."""
        ...


def read(
    sources: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    outlet: str | None = None,
    failed: Callable[[SourceError], None] | None = None,
    reader: Reader | None = None,
) -> Iterator[Reading]:
    """Read `sources` and yield a reading for each document, in their order.

    Args:
        sources: files or folders; "-" is standard input.
        published: the day of publication of every document, instead of what they say.
        outlet: the outlet of every document, instead of what they say.
        failed: called with each source or document that could not be read. Without
            it, each becomes a `RuntimeWarning`. The others are read all the same.
        reader: reads instead of the model that comes with the package.

    A document in another language than English is yielded, unread, without signals.

    Raises:
        ValueError: `sources` is one string, which would be read letter by letter.
        ModelMismatch: the model in the package does not fit this version.
    """
    names = check_sources(sources)
    # Imported here so that `import backchannel` and `--help` stay quick.
    from backchannel.ingest.read import read_documents

    documents = read_documents(names, published=published, outlet=outlet)
    return read_each(documents, failed=failed or warn, reader=reader)


def read_each(
    documents: Iterable[Document | SourceError],
    *,
    failed: Callable[[SourceError], None],
    reader: Reader | None = None,
) -> Iterator[Reading]:
    """Yield a reading for each document; hand each failure to `failed` and go on.

    Documents are read a few at a time, so that the rules work on one while the model
    works on the next; results come in the order of the documents all the same.
    """
    reader = reader or PackageReader()
    pool = ThreadPoolExecutor(AT_ONCE)
    ahead: deque[Callable[[], Reading | SourceError]] = deque()

    def outcomes(most: int) -> Iterator[Reading]:
        while len(ahead) > most:
            outcome = ahead.popleft()()
            if isinstance(outcome, SourceError):
                failed(outcome)
            else:
                yield outcome

    try:
        for document in _until_bug(documents):
            if isinstance(document, Document) and document.language in (None, "en"):
                ahead.append(pool.submit(_read_one, reader, document).result)
            else:
                ahead.append(partial(_leave, document))
            yield from outcomes(AT_ONCE)
        yield from outcomes(0)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave(document: Document | SourceError) -> Reading | SourceError:
    """Return what there is to say of a document that is not read."""
    if isinstance(document, SourceError):
        return document
    language = language_name(document.language or "")
    return Reading(document, unread=f"language is {language}")


def _until_bug(
    documents: Iterable[Document | SourceError],
) -> Iterator[Document | SourceError]:
    """Yield `documents`; a bug that ends them costs none that came before it."""
    try:
        yield from documents
    except BackchannelError:
        raise
    # As below: ours, and no reason to lose a page of what was read already.
    except Exception as error:
        problem = f"ended before its time: {type(error).__name__}: {error}"
        yield SourceError("the list of sources", problem, "please report it")


class PackageReader:
    """The reader that comes with the package, opened once a document needs it."""

    def __init__(self) -> None:
        self._opening = Lock()
        self._opened: PipelineReader | None = None

    @property
    def id(self) -> str:
        """The digest of its model.

        Raises:
            ModelMismatch: the model in the package does not fit this version.
        """
        return self._open().id

    def read(self, document: Document) -> Reading:
        """Return the document with its signals in text order."""
        return self._open().read(document)

    def _open(self) -> "PipelineReader":
        with self._opening:
            if self._opened is None:
                # The model and its runtime load only now.
                from backchannel.pipeline import open_reader

                self._opened = open_reader()
            return self._opened


def _read_one(reader: Reader, document: Document) -> Reading | SourceError:
    try:
        return reader.read(document)
    except SourceError as error:
        return error
    # The installation is broken, not the document.
    except BackchannelError:
        raise
    # Whatever it is, it is our bug, and it must not cost the user the other documents.
    except Exception as error:
        return our_fault(document.place, error)


def check_sources(sources: Iterable[str | os.PathLike[str]]) -> list[str]:
    """Return the names of sources.

    Raises:
        ValueError: `sources` is one string, which would be read letter by letter.
    """
    if isinstance(sources, str | os.PathLike):
        raise ValueError(f"sources is one path, not a list: {os.fspath(sources)!r}")
    return [os.fspath(source) for source in sources]


def warn(error: SourceError) -> None:
    """Make a failure a `RuntimeWarning` where the caller asks for the next result."""
    # 4: past this function and two generators, where the caller asks for the next one.
    warnings.warn(str(error), RuntimeWarning, stacklevel=4)
