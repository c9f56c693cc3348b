"""Claims of a case, in groups about one matter, as lines of a list."""

from collections import Counter
from collections.abc import Iterator, Mapping

from rich.text import Text

from backchannel.domain.claims import Claim, ClaimGroup, ClaimKind, Polarity
from backchannel.domain.exchanges import Finding
from backchannel.domain.matters import DEEDS, RELATIONS
from backchannel.domain.text import Document
from backchannel.write import phrases
from backchannel.write.found_lines import (
    Line,
    Signs,
    below,
    dated_or_published,
    head,
    place_words,
    quotation,
)
from backchannel.write.visible import make_line

#: Findings that are spelled out, the graver first; claims silent on each other are not.
_TOLD = (Finding.CONTRADICTS, Finding.DIFFERS, Finding.AGREES)
#: Comparisons of one group that are spelled out.
_MOST = 12
_TONES = {
    Polarity.ASSERTED: "bold",
    Polarity.DENIED: "bold magenta",
    Polarity.DOUBTED: "bold yellow",
}


def claim_lines(
    group: ClaimGroup, documents: Mapping[str, Document], *, signs: Signs
) -> Iterator[Line]:
    """Yield what claims are about, each with its source and words, and what differs."""
    texts = len({claim.document for claim in group.claims})
    told = phrases.counted(len(group.claims), "claim")
    line = Text(make_line(about_words(group)), "bold")
    line.append(f" · {told} in {phrases.counted(texts, 'document')}", "not bold dim")
    if group.finding in (Finding.CONTRADICTS, Finding.DIFFERS):
        line.append(f" · {group.finding.upper()}", "red")
    yield head(group.id, line)
    for number, claim in enumerate(group.claims, 1):
        document = documents[claim.document]
        yield below(_claim(claim, document), f"{number}")
        marks = [count.span for count in claim.counts] or list(filter(None, [claim.by]))
        yield below(quotation(document, claim.span, marks, signs=signs), "quote")
    yield from _findings(group)


def about_words(group: ClaimGroup) -> str:
    """Return what claims are about: their sorts of fact and whom most of them name."""
    sorts = Counter(_sort(claim) for claim in group.claims)
    words = [word for word, _ in sorts.most_common()]
    named = Counter(
        name for one in group.claims for name in {party.actor for party in one.named}
    )
    most = sorted(
        name for name, times in named.items() if 2 * times > len(group.claims)
    )
    return " / ".join(words) + (f": {', '.join(most)}" if most else "")


def _sort(claim: Claim) -> str:
    """Return "count of people killed", "deed (kill)", "relation (control)"."""
    if claim.kind is not ClaimKind.COUNT:
        name = "statement" if claim.kind is ClaimKind.OTHER else str(claim.kind)
        known = RELATIONS if claim.kind is ClaimKind.RELATION else DEEDS
        told = ", ".join(matter for matter in claim.matters if matter in known)
        return f"{name} ({told})" if told else name
    # Units are stems, which nobody reads; "people" is none.
    people = any(count.unit == "people" for count in claim.counts)
    fate = next((count.fate for count in claim.counts if count.fate), "")
    told = " ".join(filter(None, ["people" if people else "", fate]))
    return f"count of {told}" if told else "count"


def _claim(claim: Claim, document: Document) -> Text:
    line = Text(f"{dated_or_published(claim.days, document)}  ")
    line.append(claim.polarity, _TONES[claim.polarity])
    return line.append(f" by {make_line(sources_words(claim, document))}").append(
        f" · {place_words(document)}", "dim"
    )


def sources_words(claim: Claim, document: Document) -> str:
    """Return on whose word a claim rests, nearest first; else that the outlet says."""
    told = [
        teller.actor or f"“{document.quote(teller.span)}”" for teller in claim.sources
    ]
    return " ← ".join(told) or "the outlet itself"


def _findings(group: ClaimGroup) -> Iterator[Line]:
    number = {claim.id: place for place, claim in enumerate(group.claims, 1)}
    told = [
        verdict
        for finding in _TOLD
        for verdict in group.verdicts
        if verdict.finding is finding
    ]
    for verdict in told[:_MOST]:
        pair = f"{number[verdict.left]} and {number[verdict.right]}"
        reasons = make_line("; ".join(verdict.reasons))
        line = Text(f"{pair} {_VERBS[verdict.finding]}", "bold")
        yield below(line.append(f": {reasons}", "not bold"))
    if len(told) > _MOST:
        yield below(Text(f"and {len(told) - _MOST} more comparisons", "dim"))


_VERBS = {
    Finding.CONTRADICTS: "contradict each other",
    Finding.DIFFERS: "differ",
    Finding.AGREES: "agree",
}
