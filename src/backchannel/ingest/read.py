"""Sources to documents: the door of this package."""

import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from backchannel.domain.errors import SourceError, our_fault
from backchannel.domain.text import Appearance, Document, Stated
from backchannel.ingest.appearance import tell_appearance
from backchannel.ingest.furniture import mark_furniture
from backchannel.ingest.language import tell_language
from backchannel.ingest.lines import split_lines, without_lines
from backchannel.ingest.pages import PageReader
from backchannel.ingest.records import Form, Raw, check_text
from backchannel.ingest.sources import open_sources


def read_documents(
    sources: Sequence[str | os.PathLike[str]],
    *,
    published: date | None = None,
    outlet: str | None = None,
) -> Iterator[Document | SourceError]:
    """Yield a document for each text in `sources`, or the reason why there is none.

    A document keeps the text of its source untouched (a lone surrogate, which no
    output can encode, becomes U+FFFD); that of an HTML page is its article. No two
    documents have one id: a later one gets its place added to it.

    Args:
        sources: files, folders, or "-" for standard input.
        published: the day they all were published, against what they say themselves.
        outlet: the outlet that published them all, likewise.
    """
    told = Appearance(
        outlet=Stated(outlet, "option") if outlet else None,
        published=Stated(published, "option") if published else None,
    )
    ids: set[str] = set()
    with PageReader() as pages:
        for raw in open_sources(sources):
            if isinstance(raw, SourceError):
                yield raw
                continue
            try:
                document = _make_document(raw, told, pages)
            except SourceError as error:
                yield error
                continue
            # A bug of ours in one document must not cost those that follow.
            except Exception as error:
                yield our_fault(raw.place, error)
                continue
            yield _with_own_id(document, raw.place, ids)


def _make_document(raw: Raw, told: Appearance, pages: PageReader) -> Document:
    text, page = raw.text, Appearance()
    if raw.form is Form.HTML:
        text, page = pages.read(raw.text, raw.place)
        text = check_text(text, raw.place)
    lines = split_lines(text)
    furniture = mark_furniture(lines)
    article = without_lines(lines, furniture)
    appearance = tell_appearance(
        lines, article, given=_given(raw, told), page=page, today=_latest_day()
    )
    return Document(
        id=raw.id,
        text=text,
        source=raw.source,
        appearance=appearance,
        language=tell_language("\n".join(line.text for line in article)),
        furniture=tuple(line.span for line in furniture),
    )


def _given(raw: Raw, told: Appearance) -> Appearance:
    """Return what the options say, else the record."""
    return Appearance(
        title=Stated(raw.title, "input") if raw.title else None,
        outlet=told.outlet or (Stated(raw.outlet, "input") if raw.outlet else None),
        published=told.published
        or (Stated(raw.published, "input") if raw.published else None),
        url=raw.url,
    )


def _latest_day() -> date:
    """Return the day it is in the zone where days begin first."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def _with_own_id(document: Document, place: str, ids: set[str]) -> Document:
    """Return `document` with an id that none before it has, and note the id."""
    wanted = (document.id, f"{document.id} @ {place}")
    more = (f"{wanted[1]} #{number}" for number in itertools.count(2))
    own = next(name for name in itertools.chain(wanted, more) if name not in ids)
    ids.add(own)
    return replace(document, id=own)
