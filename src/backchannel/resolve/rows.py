"""The rows of the reference tables: CSV text in, names with what they stand for out.

The columns of each table, and how its words are written, are told in
`tables/README.md`.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

UNKNOWN = "unknown"
#: Before a name that counts only as written, case and diacritics included.
EXACT = "="
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for."""

    #: The usual English name: "Iran" for "Tehran" and for "Iranian".
    name: str
    #: ISO 3166 alpha-3 code of the state, or the usual name of the organisation or
    #: group, for which it acts; "unknown" where its name does not tell.
    side: str
    #: One of `KINDS`.
    kind: str
    #: Sides of those who make it up, for organisations and collectives.
    members: tuple[str, ...] = ()
    source: str = ""
    #: Code of the state for whose readers an outlet writes; "" for the world's.
    country: str = ""


#: Kinds of entry, the likeliest meaning of an ambiguous name first.
KINDS = (
    "state",
    "organisation",
    "group",
    "body",
    "metonym",
    "demonym",
    "capital",
    "person",
    "collective",
    "outlet",
    "office",
    "decoy",
)

#: One way to write a name, and what it stands for.
Naming = tuple[str, Entry]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the place where a person finds it."""

    table: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values in a cell that may hold several."""
        return tuple(filter(None, map(str.strip, self[column].split("|"))))

    def broken(self, problem: str) -> ValueError:
        """Return the error that says what is wrong with this row."""
        return ValueError(f"{self.table}, line {self.line}: {problem}")

    def entry(self, kind: str, *, name: str = "", side: str = "") -> Entry:
        """Return what the row's names stand for."""
        members = self.many("members") if "members" in self.cells else ()
        name = (name or self["name"]).removeprefix(EXACT)
        country = self.cells.get("country", "")
        return Entry(name, side or self["side"], kind, members, self["source"], country)


def _state(row: Row) -> Iterator[Naming]:
    side = row["side"]
    if not _CODE.fullmatch(side):
        raise row.broken(f"side {side!r} is no code of three capitals")
    kinds = {
        "state": (row["name"], *row.many("aliases")),
        "demonym": (*row.many("adjectives"), *row.many("nouns")),
        "capital": row.many("capital"),
        "metonym": row.many("metonyms"),
    }
    for kind, names in kinds.items():
        yield from ((name, row.entry(kind)) for name in names)


def _organisation(row: Row) -> Iterator[Naming]:
    yield from _named("organisation")(row)
    heads = row.many("head")
    yield from ((head, row.entry("office", name=heads[0])) for head in heads)


def _group(row: Row) -> Iterator[Naming]:
    yield from _named("group")(row)
    yield from ((word, row.entry("group")) for word in row.many("adjectives"))


def _body(row: Row) -> Iterator[Naming]:
    yield from _named("metonym" if row["kind"] == "seat" else "body")(row)
    if row["kind"] == "state-medium":
        yield from _named("outlet")(row)


def _outlet(row: Row) -> Iterator[Naming]:
    entry = row.entry("outlet", side=UNKNOWN)
    yield from ((name, entry) for name in (row["name"], *row.many("aliases")))


def _decoy(row: Row) -> Iterator[Naming]:
    entry = row.entry("decoy", side=UNKNOWN)
    yield from ((name, entry) for name in (row["name"], *row.many("aliases")))


def _named(kind: str) -> Callable[[Row], Iterator[Naming]]:
    """Return the reader of rows whose names all stand for one thing."""

    def read(row: Row) -> Iterator[Naming]:
        entry = row.entry(kind)
        yield from ((name, entry) for name in (row["name"], *row.many("aliases")))

    return read


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table, and how a row of it is read."""

    columns: tuple[str, ...]
    read: Callable[[Row], Iterator[Naming]]
    #: Columns that no row may leave empty.
    filled: tuple[str, ...] = ("name", "side", "source")


TABLES: Mapping[str, Table] = {
    "states.csv": Table(
        (
            "side",
            "name",
            "aliases",
            "adjectives",
            "nouns",
            "capital",
            "metonyms",
            "until",
            "source",
        ),
        _state,
    ),
    "organisations.csv": Table(
        ("name", "side", "aliases", "members", "head", "source"), _organisation
    ),
    "groups.csv": Table(
        ("name", "side", "aliases", "adjectives", "countries", "source"), _group
    ),
    "bodies.csv": Table(
        ("name", "side", "kind", "aliases", "source"),
        _body,
        filled=("name", "side", "kind", "source"),
    ),
    "outlets.csv": Table(
        ("name", "aliases", "country", "source"), _outlet, filled=("name", "source")
    ),
    "offices.csv": Table(("name", "side", "aliases", "source"), _named("office")),
    "people.csv": Table(("name", "side", "aliases", "source"), _named("person")),
    "collectives.csv": Table(
        ("name", "side", "aliases", "members", "source"), _named("collective")
    ),
    "decoys.csv": Table(
        ("name", "aliases", "source"), _decoy, filled=("name", "source")
    ),
}


def read(tables: Mapping[str, str]) -> list[Naming]:
    """Return every way to write a name in `tables`, file name to CSV text.

    In the order of `TABLES`, then of the rows.

    Raises:
        ValueError: a table or a column is not one of `TABLES`, a cell that must be
            filled is empty, or a side or member is no state, organisation or group of
            these tables. The message names file, line and problem.
    """
    unknown = sorted(tables.keys() - TABLES.keys())
    if unknown:
        raise ValueError(f"{unknown[0]}: no table of that name; {', '.join(TABLES)}")
    rows = [row for name in TABLES if name in tables for row in _rows(name, tables)]
    _check_sides(rows)
    return [naming for row in rows for naming in _namings(row)]


def _namings(row: Row) -> Iterator[Naming]:
    for written, entry in TABLES[row.table].read(row):
        if not any(character.isalnum() for character in written):
            raise row.broken(f"no word in {written!r}")
        yield written, entry


def _rows(name: str, tables: Mapping[str, str]) -> list[Row]:
    columns = TABLES[name].columns
    reader = csv.reader(io.StringIO(tables[name], newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise ValueError(f"{name}, line {reader.line_num}: {error}") from error
    if not lines or tuple(lines[0][1]) != columns:
        raise ValueError(f"{name}, line 1: the columns are not {', '.join(columns)}")
    return [_row(name, line, cells) for line, cells in lines[1:]]


def _row(name: str, line: int, cells: list[str]) -> Row:
    table = TABLES[name]
    row = Row(name, line, dict(zip(table.columns, cells, strict=False)))
    if len(cells) != len(table.columns):
        raise row.broken(f"{len(cells)} cells, not {len(table.columns)}")
    for column in table.filled:
        if not row[column].strip():
            raise row.broken(f"{column} is empty")
    return row


def _check_sides(rows: list[Row]) -> None:
    """Raise for a code that no state has, and for a side that no row explains.

    Without the table of states nothing can be told, and nothing is checked.
    """
    codes = {row["side"] for row in rows if row.table == "states.csv"}
    if not codes:
        return
    known = codes | {UNKNOWN}
    for row in rows:
        if row.table in ("organisations.csv", "groups.csv", "collectives.csv"):
            names = (row["name"], *row.many("aliases"))
            known |= {name.removeprefix(EXACT) for name in names}
    for row in rows:
        named = [row["side"]] if "side" in row.cells else []
        named += row.many("members") if "members" in row.cells else ()
        strange = [side for side in named if side not in known]
        if strange:
            raise row.broken(f"{strange[0]!r} is no state, organisation or group here")
