"""Long lists of values in parts that every engine takes in one statement."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
#: SQLite takes 32,766 values by default, PostgreSQL's protocol 65,535.
MOST = 5_000


def in_chunks(items: Iterable[Item], size: int = MOST) -> Iterator[Sequence[Item]]:
    """Yield `items` in parts of at most `size`, in their order."""
    every = list(items)
    for start in range(0, len(every), size):
        yield every[start : start + size]
