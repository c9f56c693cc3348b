"""What of a claim can be compared with another, made ready once.

A claim and its document in, its facts out: what it is about, who did it, the days.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from backchannel.compare.wording import COMMON, FIGURES, Stems, find_stems
from backchannel.domain.claims import Claim, ClaimKind
from backchannel.domain.matters import are_people, find_deeds, find_relations
from backchannel.domain.signals import UNKNOWN_SIDE
from backchannel.domain.text import Document, Span

#: Deeds that tell one event from different ends: who was shot was killed.
VIOLENCE = frozenset("kill wound shoot bomb strike down destroy sink cause".split())
_POINTING = re.compile(
    r"\b(?:its?|they|them|their|we|our|ours|us|he|his|she|her|i|my|himself)\b", re.I
)
_GENERAL = re.compile(
    r"\b(?:groups|militias|militants|fighters|rebels|proxies|prox(?:y) forces|forces"
    r"|movements|factions|organi[sz]ations)\b",
    re.IGNORECASE,
)
#: The telling's own words say nothing of the matter.
_EMPTY = frozenset(
    find_stems(
        "people person men man woman own least more only account report fact day week"
        " month year today yesterday January February March April May June July August"
        " September October November December Monday Tuesday Wednesday Thursday Friday"
        " Saturday Sunday dozens tens scores hundreds thousands million new first last"
        " victim victims kill toll number claim responsible responsibility group"
        " force forces troops"
    )
)


@dataclass(frozen=True)
class ClaimFacts:
    """One claim, ready for comparing."""

    claim: Claim
    document: Document
    #: The stems of what it is about: neither the deed nor the doer nor numbers.
    about: Stems
    #: Those of who did it or what caused it.
    by: Stems
    #: All of its words.
    words: Stems
    #: The classes of what it tells, those of one event taken together.
    matters: frozenset[str]
    #: Whether those over whom it speaks are named in general: "the armed groups".
    general: bool
    sides: frozenset[str]

    @property
    def day(self) -> date | None:
        """The day it speaks of, else that of its report."""
        days = self.claim.days
        return (days.start if days else None) or self.document.published

    def same_source(self, other: "ClaimFacts") -> bool:
        """Whether one document has both from the same source."""
        if self.document.id != other.document.id:
            return False
        mine = {(t.span, t.actor) for t in self.claim.sources}
        theirs = {(t.span, t.actor) for t in other.claim.sources}
        names = {t.actor for t in self.claim.sources if t.actor}
        return mine == theirs or bool(
            names & {t.actor for t in other.claim.sources if t.actor}
        )


def find_claim_facts(
    claim: Claim, document: Document, aliases: Mapping[str, str]
) -> ClaimFacts:
    """Return what can be compared of a claim; `aliases`: word -> the actor's name."""
    words = document.quote(claim.span)
    tellers = _stems_of(document, *(teller.span for teller in claim.sources[:1]))
    by = _by(claim, document, tellers)
    named = Stems()
    if claim.kind is ClaimKind.RELATION:
        named = _actors(words, aliases)
        by |= _actors(document.quote(claim.by), aliases) if claim.by else named
    stated = frozenset(find_stems(words))
    context = _context(claim, document)
    points = bool(_POINTING.search(words)) and not context
    if not _NAME.search(words) and not context:
        context = _names_of_tellers(claim, document)
    whole = stated | named | by | context | (tellers if points else frozenset())
    deeds = {
        stem
        for word in re.findall(r"[^\W\d_]+", words)
        if _is_matter(word)
        for stem in find_stems(word)
    }
    about = frozenset(stem for stem in whole - deeds - _EMPTY if not stem[0].isdigit())
    if claim.kind is not ClaimKind.RELATION and len(about - by) > 0:
        about -= by
    return ClaimFacts(
        claim=claim,
        document=document,
        about=about,
        by=by,
        words=whole,
        matters=frozenset(_family(matter) for matter in claim.matters),
        general=bool(_GENERAL.search(words)),
        sides=frozenset(t.side for t in claim.sources) - {UNKNOWN_SIDE},
    )


def _actors(words: str, aliases: Mapping[str, str]) -> Stems:
    """Return the stems of the actors that words name: of "Iran" for "Tehran"."""
    found = (aliases.get(word) for word in _NAME.findall(words))
    return frozenset(stem for name in found if name for stem in find_stems(name))


_NAME = re.compile(r"\b[A-Z][^\W\d_]+")


def _names_of_tellers(claim: Claim, document: Document) -> Stems:
    """Return the stems of names in the words for the source: "the mayor of Sarn"."""
    quotes = (document.quote(teller.span) for teller in claim.sources[:1])
    names = (name for quote in quotes for name in _NAME.findall(quote[1:]))
    return frozenset(find_stems(" ".join(names)))


def _context(claim: Claim, document: Document) -> Stems:
    """Return the stems of the names that a claim's pronoun may look back to.

    A claim that names somebody itself needs none.
    """
    own = _NAME.findall(document.quote(claim.span)[1:])
    if claim.context is None or own:
        return frozenset()
    words = document.quote(claim.context)
    return frozenset(find_stems(" ".join(_NAME.findall(words)) or words))


def _by(claim: Claim, document: Document, tellers: Stems) -> Stems:
    if claim.by is None:
        return frozenset()
    words = document.quote(claim.by)
    stems = frozenset(find_stems(words))
    if re.match(r"\W*(?:its?|they|their|we|our|us|he|his)\b", words, re.IGNORECASE):
        stems |= tellers
    plain = frozenset(
        stem
        for word in re.findall(r"[^\W\d_]+", words)
        if are_people(word)
        for stem in find_stems(word)
    )
    return (stems - _EMPTY - plain) or stems


def _stems_of(document: Document, *spans: Span) -> Stems:
    return frozenset(s for span in spans for s in find_stems(document.quote(span)))


def _is_matter(word: str) -> bool:
    if word.casefold() in COMMON or word.casefold() in FIGURES:
        return False
    return bool(find_deeds(word) or find_relations(word))


def _family(matter: str) -> str:
    return "violence" if matter in VIOLENCE else matter
