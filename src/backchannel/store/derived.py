"""Claims, actions and forecasts of documents: kept, loaded, taken out with them."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from backchannel.domain.action_forms import action_form, action_of
from backchannel.domain.claim_forms import claim_form, claim_of
from backchannel.domain.forecast_forms import forecast_form, forecast_of
from backchannel.domain.reading import Reading
from backchannel.store.chunks import in_chunks
from backchannel.store.rows import Row, dump
from backchannel.store.tables import derived


@dataclass(frozen=True, slots=True)
class _Kind:
    """One sort of record that a reading holds besides signals."""

    #: The field of a `Reading`, and the word in the table.
    name: str
    form: Callable[[Any], Any]
    #: A form and the id of its document to the record.
    of: Callable[[Any, str], Any]


_KINDS = (
    _Kind("claims", claim_form, claim_of),
    _Kind("actions", action_form, action_of),
    _Kind("forecasts", forecast_form, forecast_of),
)


def put_derived(connection: Connection, number: int, reading: Reading) -> None:
    """Keep what was read in a document besides signals, in the place of what was."""
    take_derived(connection, number)
    values = [
        {"document": number, "kind": kind.name, "place": place, "id": record.id}
        | {"record": dump(kind.form(record))}
        for kind in _KINDS
        for place, record in enumerate(getattr(reading, kind.name))
    ]
    if values:
        connection.execute(insert(derived), values)


def take_derived(connection: Connection, number: int) -> None:
    """Delete what was read in a document besides signals."""
    connection.execute(delete(derived).where(derived.c.document == number))


def load_derived(
    connection: Connection, documents: Mapping[int, str]
) -> dict[int, dict[str, tuple[Any, ...]]]:
    """Return, by number of a document, the fields of a `Reading` besides its signals.

    Args:
        connection: one that reads.
        documents: number -> id.
    """
    found: dict[int, defaultdict[str, list[Any]]] = {}
    for row in derived_rows(connection, documents):
        own = found.setdefault(row["document"], defaultdict(list))
        own[row["kind"]].append(derived_of(row, documents[row["document"]]))
    return {
        number: {name: tuple(records) for name, records in own.items()}
        for number, own in found.items()
    }


def derived_of(row: Row, document: str) -> Any:
    """Return the claim, action or forecast that a row holds.

    Args:
        row: one of `derived_rows`.
        document: the id of its document.
    """
    (kind,) = (kind for kind in _KINDS if kind.name == row["kind"])
    return kind.of(json.loads(row["record"]), document)


def derived_rows(connection: Connection, numbers: Iterable[int]) -> Iterator[Row]:
    """Yield the rows of these documents, each kind in text order."""
    for some in in_chunks(sorted(numbers)):
        wanted = select(derived).where(derived.c.document.in_(some))
        ordered = wanted.order_by(derived.c.document, derived.c.kind, derived.c.place)
        for row in connection.execute(ordered).mappings():
            yield dict(row)
