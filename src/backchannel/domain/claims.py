"""Claims: facts that sources state, and what comparing them found."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain.codec import record_id
from backchannel.domain.exchanges import GRAVITY, Finding
from backchannel.domain.signals import UNKNOWN_SIDE, Interval, Party, SourceKind
from backchannel.domain.text import Span


class ClaimKind(StrEnum):
    """What sort of fact is stated."""

    #: How many: dead, attacks, messages, fighters.
    COUNT = "count"
    #: What was done or happened, by whom, how, or by what cause.
    DEED = "deed"
    #: Who controls, supports, speaks for whom.
    RELATION = "relation"
    #: Another fact that a source denies, doubts, confirms or swears to.
    OTHER = "other"


class Polarity(StrEnum):
    """What the source says of the fact."""

    ASSERTED = "asserted"
    #: That it is not so, be it said by the verb ("denied that it fired") or within
    #: ("said that it did not fire").
    DENIED = "denied"
    #: That it is not known, not confirmed, or not believed.
    DOUBTED = "doubted"


@dataclass(frozen=True, slots=True)
class Teller:
    """One on whose word a claim rests."""

    span: Span
    kind: SourceKind
    #: The usual name of who is meant; None where no signal tells.
    actor: str | None = None
    side: str = UNKNOWN_SIDE


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something, as words state it."""

    #: The number, with "at least" and the like.
    span: Span
    #: What the words allow, both inclusive: "at least 12" is 12 and no end.
    least: float
    most: float | None
    #: The stem of what is counted; "people" for all persons, "" where not told.
    unit: str
    #: What befell it, such as "killed" or "wounded" (`backchannel.domain.matters`).
    fate: str = ""

    def __post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise ValueError(f"at least {self.least}, at most {self.most}")

    def allows(self, other: "Count") -> bool:
        """Whether some number fits the words of both."""
        below = self.most is None or other.least <= self.most
        return below and (other.most is None or self.least <= other.most)


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact stated by a source, as one document reports it."""

    #: See `claim_id`.
    id: str
    document: str
    #: The words that state it, without who states it.
    span: Span
    sentence: Span
    kind: ClaimKind
    polarity: Polarity
    #: On whose word, nearest first; empty where the outlet itself states it.
    sources: tuple[Teller, ...]
    #: The classes of what is stated: "kill", "control" (`backchannel.domain.matters`).
    matters: tuple[str, ...]
    #: The words that name who did it, what caused it, or whose the control or support
    #: is; None where not told.
    by: Span | None
    counts: tuple[Count, ...]
    #: The days it speaks of; None where the words around it do not tell.
    days: Interval | None
    #: The id of the signal that states it, if one does.
    signal: str | None
    #: The passage before, to which a pronoun that it begins with looks back.
    context: Span | None
    #: The actors that its words name, where signals of the document tell, in text
    #: order.
    named: tuple[Party, ...]
    #: How it was found, in words a person can check.
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """What comparing two claims on one matter found."""

    #: Ids of the claims.
    left: str
    right: str
    finding: Finding
    #: What speaks for it, in words a person can check, what decided first.
    reasons: tuple[str, ...]
    #: The passages of the left and of the right document that it rests on.
    left_words: Span
    right_words: Span

    @property
    def id(self) -> str:
        """The digest of the two claims compared."""
        return record_id({"claims": sorted((self.left, self.right))})


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims about one matter, and what comparing them found."""

    #: In order of publication, then of the text; never empty.
    claims: tuple[Claim, ...]
    verdicts: tuple[ClaimVerdict, ...] = ()

    @property
    def id(self) -> str:
        """The digest of its claims."""
        return record_id({"about": sorted(claim.id for claim in self.claims)})

    @property
    def finding(self) -> Finding:
        """The gravest finding of its verdicts; silent where there is none."""
        found = {verdict.finding for verdict in self.verdicts}
        return next((one for one in GRAVITY if one in found), Finding.SILENT)

    def conflicts(self) -> Iterator[ClaimVerdict]:
        """Yield the verdicts that find a contradiction."""
        for verdict in self.verdicts:
            if verdict.finding is Finding.CONTRADICTS:
                yield verdict


def claim_id(document: str, span: Span, tellers: tuple[Teller, ...]) -> str:
    """Return the id of the claim that these tellers make with these words."""
    whose = [[teller.span.start, teller.span.end] for teller in tellers]
    words = [span.start, span.end]
    return record_id({"document": document, "claim": words, "by": whose})
