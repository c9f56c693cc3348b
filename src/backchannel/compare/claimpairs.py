"""Two claims on one matter compared: what was found, and why.

Facts of two claims in, a verdict out. The later report is the right one.
"""

from collections.abc import Callable, Iterator

from backchannel.compare.claimfacts import ClaimFacts
from backchannel.domain.claims import Claim, ClaimKind, ClaimVerdict, Count, Polarity
from backchannel.domain.exchanges import GRAVITY, Finding
from backchannel.domain.matters import OPPOSITES, RELATIONS, find_cause, is_intended

Found = tuple[Finding, str]


def judge_claims(left: ClaimFacts, right: ClaimFacts) -> ClaimVerdict:
    """Return what comparing two claims on one matter found.

    The gravest decides, and comes first among the reasons.
    """
    found = sorted(_find(left, right), key=lambda one: GRAVITY.index(one[0]))
    finding = found[0][0] if found else Finding.SILENT
    reasons = [reason for _, reason in found] or ["each tells what the other does not"]
    if finding is Finding.AGREES and (across := _across(left, right)):
        reasons.append(across)
    return ClaimVerdict(
        left=left.claim.id,
        right=right.claim.id,
        finding=finding,
        reasons=tuple(reasons),
        left_words=left.claim.span,
        right_words=right.claim.span,
    )


def _find(left: ClaimFacts, right: ClaimFacts) -> Iterator[Found]:
    for rule in _RULES:
        if found := rule(left, right):
            yield found


def _doubt(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    doubted = [f for f in (left, right) if f.claim.polarity is Polarity.DOUBTED]
    if len(doubted) == 2:
        return Finding.AGREES, "both leave it open"
    if doubted:
        return Finding.DIFFERS, "one leaves open what the other says"
    return None


def _denial(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    polarities = left.claim.polarity, right.claim.polarity
    if Polarity.DOUBTED in polarities or polarities[0] is polarities[1]:
        return None
    if _opposed_denial(left, right):
        return None
    denial, other = (left, right) if _denies(left) else (right, left)
    if not _same_statement(denial, other):
        return Finding.DIFFERS, "one denies something near to what the other says"
    if denial.by and not other.by and _names_doer(denial):
        return Finding.DIFFERS, "one denies that it did it; the other names nobody"
    if denial.by and other.by and not denial.by & other.by:
        return Finding.DIFFERS, "one denies having done it; the other names another"
    return Finding.CONTRADICTS, "one says so, the other denies it"


def _same_statement(left: ClaimFacts, right: ClaimFacts) -> bool:
    """Whether both speak of the same relation or deed."""
    if ClaimKind.RELATION not in (left.claim.kind, right.claim.kind):
        return True
    mine, theirs = set(left.claim.matters), set(right.claim.matters)
    return bool(mine & theirs) or not (mine and theirs)


def _names_doer(facts: ClaimFacts) -> bool:
    return facts.claim.kind is not ClaimKind.RELATION


def _denies(facts: ClaimFacts) -> bool:
    return facts.claim.polarity is Polarity.DENIED


def _relation(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    if left.claim.kind is not ClaimKind.RELATION or left.claim.kind != right.claim.kind:
        return None
    if left.claim.polarity is not right.claim.polarity:
        return _opposed_denial(left, right)
    mine, theirs = _relations(left.claim), _relations(right.claim)
    for pair in OPPOSITES:
        if mine & pair and theirs & pair and not mine & theirs:
            first, second = sorted(mine & pair)[0], sorted(theirs & pair)[0]
            return Finding.CONTRADICTS, f"{first} and {second} rule each other out"
    if mine & theirs:
        return Finding.AGREES, f"both state {sorted(mine & theirs)[0]}"
    first, second = "/".join(sorted(mine)), "/".join(sorted(theirs))
    return Finding.DIFFERS, f"one states {first}, the other {second}"


def _opposed_denial(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    """Return that who denies control and who states independence agree."""
    pair = OPPOSITES[0]
    both = ClaimKind.RELATION is left.claim.kind is right.claim.kind
    mine, theirs = _relations(left.claim) & pair, _relations(right.claim) & pair
    if both and mine and theirs and not mine & theirs:
        return Finding.AGREES, "to deny the one is to state the other"
    return None


def _relations(claim: Claim) -> set[str]:
    """Return the relation that a claim states: the first that its words tell."""
    found = [matter for matter in claim.matters if matter in RELATIONS]
    return set(found[:1])


def _doers(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    told = (ClaimKind.RELATION, ClaimKind.OTHER)
    if not left.by or not right.by or left.claim.kind in told:
        return None
    if right.claim.kind in told or not _both_asserted(left, right):
        return None
    first, second = _quote_by(left), _quote_by(right)
    sorts = {find_cause(first), find_cause(second)}
    if sorts == {"means", "doer"}:
        return None
    if left.by & right.by:
        return Finding.AGREES, f"both name “{second}”"
    return Finding.CONTRADICTS, f"one names “{first}”, the other “{second}”"


def _chance(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    """Return that one tells of chance where the other tells of intent."""
    if not _both_asserted(left, right):
        return None
    quotes = [f.document.quote(f.claim.span) for f in (left, right)]
    chance = [find_cause(words) == "chance" for words in quotes]
    intent = [is_intended(words) for words in quotes]
    if sum(chance) == 1 and intent[chance.index(False)] and sum(intent) == 1:
        return Finding.CONTRADICTS, "one tells of chance, the other of intent"
    return None


def _quote_by(facts: ClaimFacts) -> str:
    by = facts.claim.by
    return facts.document.quote(by) if by else ""


def _counts(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    if not _both_asserted(left, right):
        return None
    couples = _couples(left, right)
    apart = [couple for couple in couples if not couple[0].allows(couple[1])]
    if not couples:
        return None
    one, other = (apart or couples)[0]
    first = left.document.quote(one.span)
    second = right.document.quote(other.span)
    if not apart:
        return Finding.AGREES, f"“{first}” and “{second}” can both be true"
    return (
        Finding.DIFFERS,
        f"“{first}” and “{second}”{_in_time(left, right, one, other)}",
    )


def _in_time(left: ClaimFacts, right: ClaimFacts, one: Count, other: Count) -> str:
    """Return what the days of two counts tell: the later and larger is an update."""
    dated = left.claim.days is not None and right.claim.days is not None
    days = [f.day if dated else f.document.published for f in (left, right)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return " of one thing at one time"
    first, last = (one, other) if days[0] < days[1] else (other, one)
    if first.least < last.least:
        return ": the later count is larger, an update"
    return ": the later count is smaller"


def _couples(left: ClaimFacts, right: ClaimFacts) -> list[tuple[Count, Count]]:
    """Return the counts of both that are of one thing.

    In one sentence a bare number counts what the other does: "23 by X, 19 by Y".
    """
    one_sentence = left.claim.document == right.claim.document and (
        left.claim.sentence == right.claim.sentence
    )
    return [
        (one, other)
        for one in left.claim.counts
        for other in right.claim.counts
        if same_counted(one, other) or (one_sentence and _is_bare(one, other))
    ]


def share_counted(left: ClaimFacts, right: ClaimFacts) -> bool:
    """Return whether both claims count one thing."""
    return bool(_couples(left, right))


def _is_bare(one: Count, other: Count) -> bool:
    return not (one.fate and other.fate) and not (one.unit and other.unit)


def same_counted(one: Count, other: Count) -> bool:
    """Whether two counts are of the same thing to which the same befell."""
    if one.fate and other.fate and one.fate != other.fate:
        return False
    units = {one.unit, other.unit}
    known = one.unit and other.unit
    if one.fate and one.fate == other.fate:
        return not known or len(units) == 1
    return bool(known) and len(units) == 1


def _same(left: ClaimFacts, right: ClaimFacts) -> Found | None:
    """Return that both say so, where nothing else tells."""
    if left.claim.polarity is not right.claim.polarity:
        return None
    if left.matters & right.matters or ClaimKind.OTHER in (
        left.claim.kind,
        right.claim.kind,
    ):
        denied = left.claim.polarity is Polarity.DENIED
        return Finding.AGREES, "both deny it" if denied else "both say so"
    return None


def _both_asserted(left: ClaimFacts, right: ClaimFacts) -> bool:
    return left.claim.polarity is right.claim.polarity is Polarity.ASSERTED


def _across(left: ClaimFacts, right: ClaimFacts) -> str | None:
    """Return whose word confirms it, where the two sources act for different sides."""
    if not left.sides or not right.sides or left.sides & right.sides:
        return None
    first, second = ", ".join(sorted(left.sides)), ", ".join(sorted(right.sides))
    return f"confirmed across sides: by {first} and by {second}"


_RULES: tuple[Callable[[ClaimFacts, ClaimFacts], Found | None], ...] = (
    _doubt,
    _relation,
    _denial,
    _doers,
    _chance,
    _counts,
    _same,
)
