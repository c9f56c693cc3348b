"""Claims and counts hold what can be compared."""

import pytest

from backchannel.domain.claims import (
    Claim,
    ClaimGroup,
    ClaimKind,
    ClaimVerdict,
    Count,
    Polarity,
    Teller,
    claim_id,
)
from backchannel.domain.exchanges import Finding
from backchannel.domain.signals import SourceKind
from backchannel.domain.text import Span

HERE = Span(0, 5)


def count(least: float, most: float | None) -> Count:
    return Count(HERE, least, most, "people", "killed")


def claim(start: int) -> Claim:
    span = Span(start, start + 5)
    return Claim(
        id=claim_id("d", span, ()),
        document="d",
        span=span,
        sentence=Span(0, 50),
        kind=ClaimKind.DEED,
        polarity=Polarity.ASSERTED,
        sources=(),
        matters=("kill",),
        by=None,
        counts=(),
        days=None,
        signal=None,
        context=None,
        named=(),
        rule="the outlet itself states it",
    )


def verdict(finding: Finding) -> ClaimVerdict:
    return ClaimVerdict("a", "b", finding, ("because",), HERE, HERE)


@pytest.mark.parametrize(
    ("one", "other", "allowed"),
    [
        pytest.param((12, 12), (12, 12), True, id="the same"),
        pytest.param((12, 12), (14, 14), False, id="another"),
        pytest.param((12, None), (14, 14), True, id="at least"),
        pytest.param((15, None), (14, 14), False, id="at least more"),
        pytest.param((0, 10), (14, 14), False, id="at most fewer"),
    ],
)
def test_counts_allow_each_other_where_one_number_fits_both(
    one: tuple[float, float | None], other: tuple[float, float | None], allowed: bool
) -> None:
    assert count(*one).allows(count(*other)) is allowed
    assert count(*other).allows(count(*one)) is allowed


def test_a_count_cannot_end_below_its_start() -> None:
    with pytest.raises(ValueError, match="at least"):
        count(5, 4)


def test_claims_of_two_sources_in_the_same_words_are_two() -> None:
    teller = Teller(Span(6, 9), SourceKind.NAMED)
    assert claim_id("d", HERE, ()) != claim_id("d", HERE, (teller,))


def test_the_id_of_a_group_does_not_hang_on_the_order() -> None:
    one, other = claim(0), claim(10)
    assert ClaimGroup((one, other)).id == ClaimGroup((other, one)).id


def test_the_gravest_verdict_is_the_finding_of_a_group() -> None:
    found = (verdict(Finding.AGREES), verdict(Finding.CONTRADICTS))
    group = ClaimGroup((claim(0), claim(10)), found)
    assert group.finding is Finding.CONTRADICTS
    assert list(group.conflicts()) == [found[1]]


def test_a_claim_alone_is_silent() -> None:
    assert ClaimGroup((claim(0),)).finding is Finding.SILENT
