"""Claims put side by side: grouped by what they are about, and compared.

Claims and their documents in, groups out, each pair with a verdict and its reasons.
What one claim costs does not grow with the case: rare words find the candidates. The
claims of a copy stand in the groups of the original's, and are not compared again.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from backchannel.compare.claimfacts import ClaimFacts, find_claim_facts
from backchannel.compare.claimpairs import judge_claims, share_counted
from backchannel.compare.copies import Copies
from backchannel.compare.groups import Groups, Scored
from backchannel.compare.wording import Rarity
from backchannel.domain.claims import Claim, ClaimGroup, ClaimKind
from backchannel.domain.text import Document
from backchannel.domain.words import fold

#: The latest claims with a word that are looked at, and those compared with each.
WINDOW, MOST = 80, 32
#: Of what the briefer of two claims is about, so much stands in the other.
LEAST_SHARED = 0.34
#: How a share of 0 to 1 is spread for `Groups`: all shared is 3, half of it 0.
STEEP = 6.0
#: A word that so few claims hold tells what they are about.
FEW = 12
#: Days between two claims beyond which they tell two events, and two counts.
EVENT_DAYS, COUNT_DAYS = 10, 45


@dataclass(frozen=True, slots=True)
class _Paired:
    left: int
    right: int
    score: float


def group_claims(
    claims: Iterable[tuple[Claim, Document]],
) -> tuple[ClaimGroup, ...]:
    """Return the claims in groups that are about one matter, each claim in one.

    Groups stand in order of their first claims; within one, reports in order of
    publication, undated ones last.
    """
    ordered = sorted(claims, key=_when)
    originals, copied = _without_copies(ordered)
    aliases = _aliases(ordered)
    facts = [find_claim_facts(*told, aliases) for told in originals]
    rarity = Rarity()
    rarity.count(one.words for one in facts)
    pairs = list(_find_pairs(facts, rarity))
    groups = Groups(len(facts))
    groups.join([Scored(p.left, p.right, p.score) for p in pairs])
    within: defaultdict[int, list[_Paired]] = defaultdict(list)
    for pair in pairs:
        if groups.of(pair.left) == groups.of(pair.right):
            within[groups.of(pair.left)].append(pair)
    return tuple(
        _group(facts, members, within[groups.of(members[0])], copied)
        for members in groups.all()
    )


def _group(
    facts: Sequence[ClaimFacts],
    members: Sequence[int],
    pairs: Iterable[_Paired],
    copied: dict[str, list[Claim]],
) -> ClaimGroup:
    claims = tuple(
        claim
        for number in members
        for claim in (facts[number].claim, *copied.get(facts[number].claim.id, ()))
    )
    verdicts = tuple(
        judge_claims(facts[pair.left], facts[pair.right])
        for pair in sorted(pairs, key=lambda pair: (pair.left, pair.right))
        if not facts[pair.left].same_source(facts[pair.right])
    )
    return ClaimGroup(claims, verdicts)


def _aliases(claims: Iterable[tuple[Claim, Document]]) -> dict[str, str]:
    """Return the words that name an actor anywhere, where they name but one."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for claim, document in claims:
        for party in claim.named:
            named[document.quote(party.span)].add(party.actor)
    return {word: min(actors) for word, actors in named.items() if len(actors) == 1}


def _when(told: tuple[Claim, Document]) -> tuple[bool, str, str, int, str]:
    claim, document = told
    day = document.published
    return day is None, str(day), document.id, claim.span.start, claim.id


def _without_copies(
    ordered: Sequence[tuple[Claim, Document]],
) -> tuple[list[tuple[Claim, Document]], dict[str, list[Claim]]]:
    """Return the claims of originals, and those of copies by the original's id."""
    copies, original = Copies(), dict[str, str | None]()
    first: dict[tuple[str, str], str] = {}
    kept: list[tuple[Claim, Document]] = []
    copied: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim, document in ordered:
        if document.id not in original:
            original[document.id] = copies.find(document)
        home = original[document.id] or document.id
        key = home, fold(document.quote(claim.span))
        if original[document.id] and key in first:
            copied[first[key]].append(claim)
        else:
            first.setdefault(key, claim.id)
            kept.append((claim, document))
    return kept, dict(copied)


def _find_pairs(facts: Sequence[ClaimFacts], rarity: Rarity) -> Iterator[_Paired]:
    """Yield the pairs that may be about one matter, and how well they fit."""
    holding: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=WINDOW))
    for number, one in enumerate(facts):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sorted(one.about):
            for other in holding[stem]:
                shared[other] += rarity.weight(stem)
            holding[stem].append(number)
        best = sorted(shared, key=lambda other: (-shared[other], -other))[:MOST]
        for other in sorted(best):
            score = _fit(facts[other], one, rarity)
            if score is not None:
                yield _Paired(other, number, score)


def _fit(left: ClaimFacts, right: ClaimFacts, rarity: Rarity) -> float | None:
    """Return how well two claims fit one matter, in log odds; None: not at all."""
    if not _same_matter(left, right) or _days_apart(left, right):
        return None
    if _one_control(left, right):
        return STEEP / 2
    common = left.about & right.about
    least, most = sorted((rarity.sum(left.about), rarity.sum(right.about)))
    if not common or not any(_is_rare(stem, rarity) for stem in common):
        return None
    told = rarity.sum(common)
    share = (2 * told / least + told / most) / 3
    return STEEP * (share - 0.5) if share >= LEAST_SHARED else None


def _same_matter(left: ClaimFacts, right: ClaimFacts) -> bool:
    kinds = {left.claim.kind, right.claim.kind}
    if ClaimKind.OTHER in kinds:
        return len(kinds) == 1 or left.claim.polarity is not right.claim.polarity
    if kinds == {ClaimKind.COUNT}:
        return share_counted(left, right)
    if ClaimKind.RELATION in kinds:
        return len(kinds) == 1
    return bool(left.matters & right.matters)


def _is_rare(stem: str, rarity: Rarity) -> bool:
    return rarity.is_rare(stem) or rarity.holding(stem) <= FEW


_CONTROL = frozenset(("control", "independence"))


def _one_control(left: ClaimFacts, right: ClaimFacts) -> bool:
    """Whether both say of one actor that it does or does not control armed groups."""
    both = (left, right)
    if not all(f.claim.kind is ClaimKind.RELATION for f in both):
        return False
    if not all(f.matters & _CONTROL for f in both) or not left.by & right.by:
        return False
    over = left.about & right.about - left.by - right.by
    return bool(over) or (left.general and right.general)


def _days_apart(left: ClaimFacts, right: ClaimFacts) -> bool:
    if ClaimKind.RELATION in (left.claim.kind, right.claim.kind):
        return False
    if left.day is None or right.day is None:
        return False
    apart = abs((left.day - right.day).days)
    dated = left.claim.days is not None and right.claim.days is not None
    return apart > (EVENT_DAYS if dated else COUNT_DAYS)
