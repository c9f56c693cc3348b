"""What became of a case: by adding, by reading again, by merging."""

from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain.kept import Tombstone
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Conflict
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document


class Outcome(StrEnum):
    """What became of a document that was added."""

    NEW = "new"
    VERSION = "a new version of its page"
    APPEARANCE = "known, a new appearance"
    SAME = "known"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document."""

    #: Its id is the digest of its text.
    document: Document
    outcome: Outcome
    #: What was read, where it was.
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a document again changed."""

    document: str
    added: tuple[Signal, ...] = ()
    #: No longer read, and gone.
    removed: tuple[Signal, ...] = ()
    #: No longer read, but kept, as a person reviewed them.
    stayed: tuple[Signal, ...] = ()
    #: As they were and as they are now; reviews hold for the new ones.
    changed: tuple[tuple[Signal, Signal], ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """What came from another copy of a case."""

    documents: int
    appearances: int
    reviews: int
    conflicts: tuple[Conflict, ...]
    #: Documents of ours that the other copy took out.
    removed: tuple[Tombstone, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a case found."""

    documents: int
    signals: int
    #: What does not agree, a line each.
    problems: tuple[str, ...]
