"""Exchanges: one message or one contact, with the accounts that reports give of it.

Also how exchanges hang together (a relay, a reply, a contact that holds messages) and
what comparing two accounts found, field by field.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain.codec import record_id
from backchannel.domain.text import Span


class Kind(StrEnum):
    """What sort of exchange it is."""

    MESSAGE = "message"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, order=True)
class Account:
    """What one text says of an exchange."""

    #: The id of the document; of several copies, of the one that was added first.
    document: str
    #: Ids of the signals that report it there, in text order; never empty.
    signals: tuple[str, ...]
    #: The outlets that printed it, in order of their documents; may be empty.
    outlets: tuple[str, ...] = ()
    #: Ids of the documents that are copies of it, and those of their signals.
    copies: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """One named feature, and what it added to a score."""

    #: The name of the feature: "same_sender".
    feature: str
    #: In words a person can check: "They come from the same side".
    words: str
    #: In log odds: above 0 it spoke for, below 0 against.
    points: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why two signals were put together: "grouped because …"."""

    left: str
    right: str
    #: How probable it is that both report one exchange; 1 where it was settled.
    chance: float
    #: What counted most first.
    shares: tuple[Share, ...] = ()
    #: Who or what settled it, such as "merged by a person"; None where the score did.
    settled: str | None = None

    def __str__(self) -> str:
        """Return it as one sentence."""
        if self.settled is not None:
            return f"grouped because {self.settled}"
        told = [share.words.rstrip(".") for share in self.shares if share.points > 0]
        words = "; ".join(word[0].lower() + word[1:] for word in told)
        return f"grouped because {words or 'of many small things'}"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message or one contact between actors, from all signals that report it."""

    kind: Kind
    #: In order of publication; never empty.
    accounts: tuple[Account, ...]
    #: Why its signals belong together: as many as it takes to hold them together.
    because: tuple[Grounds, ...] = ()

    @property
    def id(self) -> str:
        """The digest of the signals it was reconstructed from."""
        return exchange_id(self.signals)

    @property
    def signals(self) -> tuple[str, ...]:
        """The ids of all signals, account by account, copies after each."""
        return tuple(self._signals())

    def _signals(self) -> Iterator[str]:
        for account in self.accounts:
            yield from account.signals
            yield from account.copied


def exchange_id(signals: Iterable[str]) -> str:
    """Return the id of the exchange that these signals report, copies too."""
    return record_id({"exchange": sorted(signals)})


class Relation(StrEnum):
    """How one exchange hangs together with another."""

    #: A contact, and a message made in it.
    HOLDS = "holds"
    #: A request to pass something on, and what was passed on.
    PASSES_ON = "passes on"
    #: A message, and the one that it answers.
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One exchange and another that hangs together with it."""

    #: Ids of exchanges: `source` holds, passes on or answers `target`.
    source: str
    relation: Relation
    target: str
    reason: str

    @property
    def id(self) -> str:
        """The digest of what it links and how."""
        ends = [self.source, self.relation, self.target]
        return record_id({"link": ends})


class Finding(StrEnum):
    """What comparing one field of two accounts found."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CONTRADICTS = "contradicts"
    SILENT = "silent"


#: The graver first.
GRAVITY = (Finding.CONTRADICTS, Finding.DIFFERS, Finding.SILENT, Finding.AGREES)


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two signals, side by side."""

    field: str
    finding: Finding
    reason: str
    #: The passages of the left and of the right document that it rests on.
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison of two signals found, field by field."""

    #: Ids of the signals.
    left: str
    right: str
    #: Only fields that at least one of the two fills.
    fields: tuple[Compared, ...]
    #: How probable it is that the two are in conflict, by `shares`.
    chance: float = 0.0
    #: What counted for and against a conflict, the most first.
    shares: tuple[Share, ...] = ()

    @property
    def id(self) -> str:
        """The digest of the two signals compared."""
        return record_id({"verdict": sorted((self.left, self.right))})

    @property
    def finding(self) -> Finding:
        """The gravest finding of any field."""
        found = {compared.finding for compared in self.fields}
        return next((one for one in GRAVITY if one in found), Finding.SILENT)

    def of(self, field: str) -> Compared | None:
        """Return what was found of `field`; None if neither fills it."""
        return next((one for one in self.fields if one.field == field), None)


#: How probable a conflict must be for lists to show it where nobody says otherwise.
SURE_ENOUGH = 0.25


@dataclass(frozen=True, slots=True)
class Settled:
    """What people said of the grouping: pairs of ids of signals."""

    #: Merged: they report one exchange.
    together: frozenset[frozenset[str]] = frozenset()
    #: Split: they do not.
    apart: frozenset[frozenset[str]] = frozenset()

    def __post_init__(self) -> None:
        if any(len(pair) != 2 for pair in self.together | self.apart):
            raise ValueError("a split or merge is of two signals")
        if both := self.together & self.apart:
            raise ValueError(f"both split and merged: {sorted(map(sorted, both))[0]}")
