"""How many claims are found, and how many comparisons of two come out right.

    python -m eval.claims

The table `eval/claims.jsonl` holds passages in the manner of the press with the claims
that they make, and pairs of reports with what comparing them should find. Without an
argument this prints the figures and each miss.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from backchannel.compare.claims import group_claims
from backchannel.domain.claims import Claim
from backchannel.domain.exchanges import Finding
from backchannel.domain.text import Appearance, Document, Span, Stated
from backchannel.reconstruct.claims import find_claims
from eval.gold import corpora
from eval.parts import Agreement, Part, Row, share

TABLE = Path(__file__).with_name("claims.jsonl")
TITLE = "Claims"
ABOUT = (
    "Passages in the manner of the press with the facts that sources state in them, and"
    " pairs of reports, written for this. *Mended on*: those on which the rules were"
    " written and mended, a good half of them before there were any. *Unseen*: written"
    " last, with no change of a rule since. *Found*: a claim whose words and those"
    " expected share more than half of both together. *All right*: its kind, polarity"
    " and sources as well. *Findings*: pairs whose comparison comes out as expected."
    " Read from words alone, without the model's signals."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that a passage makes."""

    span: Span
    kind: str
    polarity: str
    #: The words that name the sources, in no order.
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, and the claims expected."""

    document: Document
    wanted: tuple[Wanted, ...]
    #: Whether no rule was changed since it was written.
    late: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and what comparing their claims should find."""

    left: Document
    right: Document
    #: None where they are not about one matter.
    finding: Finding | None
    #: Whether no rule was changed since it was written.
    late: bool

    def found(self) -> Finding | None:
        """Return the finding of the group that holds claims of both, if any."""
        claims = [
            (claim, document)
            for document in (self.left, self.right)
            for claim in find_claims(document)
        ]
        for group in group_claims(claims):
            if len({claim.document for claim in group.claims}) > 1:
                return group.finding
        return None


def passages(path: Path = TABLE) -> Iterator[Passage]:
    """Yield the passages of the table."""
    for number, record in enumerate(_records(path)):
        if "text" in record:
            document = _document(f"passage-{number}", record)
            found = (_wanted(record["text"], one) for one in record["claims"])
            yield Passage(document, tuple(found), record.get("late", False))


def pairs(path: Path = TABLE) -> Iterator[Pair]:
    """Yield the pairs of the table."""
    for number, record in enumerate(_records(path)):
        if "left" in record:
            finding = record["finding"]
            yield Pair(
                _document(f"left-{number}", record["left"]),
                _document(f"right-{number}", record["right"]),
                Finding(finding) if finding else None,
                record.get("late", False),
            )


def _records(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _document(id: str, record: Mapping[str, Any]) -> Document:
    day = record.get("published")
    published = Stated(date.fromisoformat(day), "input") if day else None
    shown = Appearance(published=published)
    return Document(id, record["text"], appearance=shown, language="en")


def _wanted(text: str, form: Mapping[str, Any]) -> Wanted:
    start = text.index(form["words"])
    span = Span(start, start + len(form["words"]))
    sources = frozenset(form["sources"])
    return Wanted(span, form["kind"], form["polarity"], sources)


def is_found(claim: Claim, wanted: Wanted) -> bool:
    """Whether the words of both share more than half of both together."""
    start = max(claim.span.start, wanted.span.start)
    end = min(claim.span.end, wanted.span.end)
    whole = len(claim.span) + len(wanted.span) - max(0, end - start)
    return 2 * (end - start) > whole


def matched(passage: Passage) -> tuple[list[tuple[Claim, Wanted]], list[Claim]]:
    """Return the claims found that were expected, and all that were found."""
    claims = find_claims(passage.document)
    free, couples = list(passage.wanted), []
    for claim in claims:
        right = next((one for one in free if is_found(claim, one)), None)
        if right is not None:
            free.remove(right)
            couples.append((claim, right))
    return couples, list(claims)


def same_sources(passage: Passage, claim: Claim, wanted: Wanted) -> bool:
    """Whether the same words name the sources."""
    quotes = {passage.document.quote(teller.span) for teller in claim.sources}
    return quotes == wanted.sources


def measure(path: Path = TABLE) -> Part:
    """Return the figures of claims and of findings."""
    rows: dict[str, Row] = {}
    for late, name in ((False, "mended on"), (True, "unseen")):
        scores = [_scores(one) for one in passages(path) if one.late is late]
        findings = [
            pair.found() == pair.finding for pair in pairs(path) if pair.late is late
        ]
        found = sum((one.found for one in scores), Agreement())
        right = sum((one.right for one in scores), Agreement())
        rows[f"{name}: found"] = {**found.row(), "claims": found.wanted}
        rows[f"{name}: all right"] = right.row()
        rows[f"{name}: findings"] = {
            "right": share(findings),
            "pairs": len(findings),
        }
    return Part(TITLE, ABOUT, corpora(path), rows)


@dataclass(frozen=True, slots=True)
class Scores:
    """How well the claims of one passage were found, and read in every field."""

    found: Agreement
    right: Agreement


def _scores(passage: Passage) -> Scores:
    couples, claims = matched(passage)
    sizes = len(claims), len(passage.wanted)
    right = sum(_is_right(passage, *couple) for couple in couples)
    return Scores(Agreement(len(couples), *sizes), Agreement(right, *sizes))


def _is_right(passage: Passage, claim: Claim, wanted: Wanted) -> bool:
    alike = (claim.kind, claim.polarity) == (wanted.kind, wanted.polarity)
    return alike and same_sources(passage, claim, wanted)


def misses(path: Path = TABLE) -> Iterator[str]:
    """Yield a line for each claim missed, invented or misread, and each pair."""
    for passage in passages(path):
        yield from _misses(passage)
    for pair in pairs(path):
        if (given := pair.found()) != pair.finding:
            texts = f"{pair.left.text} | {pair.right.text}"
            yield f"found {given}, not {pair.finding}: {texts}"


def _misses(passage: Passage) -> Iterator[str]:
    couples, claims = matched(passage)
    quote = passage.document.quote
    given = {claim.id for claim, _ in couples}
    wanted = [id(one) for _, one in couples]
    for one in passage.wanted:
        if id(one) not in wanted:
            yield f"missed    {one.kind}: {quote(one.span)}"
    for claim in claims:
        if claim.id not in given:
            yield f"invented  {claim.kind}: {quote(claim.span)} ({claim.rule})"
    for claim, one in couples:
        if not _is_right(passage, claim, one):
            told = ", ".join(quote(teller.span) for teller in claim.sources)
            fields = f"{claim.kind}, {claim.polarity}, {told}"
            yield f"misread   {quote(claim.span)}: {fields}"


def main() -> None:
    """Print the figures and each miss."""
    for line in misses():
        print(line)
    for name, row in measure().rows.items():
        cells = ", ".join(f"{key} {value:.3f}" for key, value in row.items())
        print(f"{name}: {cells}")


if __name__ == "__main__":
    main()
