import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.domain.claim_forms import claim_form, claim_of, days_form, days_of
from backchannel.domain.claims import Claim, ClaimKind, Count, Polarity, Teller
from backchannel.domain.signals import Interval, Party, SourceKind
from backchannel.domain.text import Span
from tests.write.strategies import intervals, spans, texts

PASSAGES = spans("x" * 50)
AMOUNTS = st.floats(0, 1e12)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    least, most = sorted([draw(AMOUNTS), draw(AMOUNTS)])
    end = draw(st.sampled_from([most, None]))
    return Count(draw(PASSAGES), least, end, draw(texts), draw(texts))


TELLERS = st.builds(
    Teller, PASSAGES, st.sampled_from(SourceKind), st.none() | texts, texts
)
PARTIES = st.builds(Party, PASSAGES, texts, texts)
CLAIMS = st.builds(
    Claim,
    id=texts,
    document=st.just("d1"),
    span=PASSAGES,
    sentence=PASSAGES,
    kind=st.sampled_from(ClaimKind),
    polarity=st.sampled_from(Polarity),
    sources=st.lists(TELLERS, max_size=2).map(tuple),
    matters=st.lists(texts, max_size=2).map(tuple),
    by=st.none() | PASSAGES,
    counts=st.lists(counts(), max_size=2).map(tuple),
    days=st.none() | intervals(),
    signal=st.none() | texts,
    context=st.none() | PASSAGES,
    named=st.lists(PARTIES, max_size=2).map(tuple),
    rule=texts,
)
BARE = Claim(
    id="c1",
    document="d1",
    span=Span(0, 4),
    sentence=Span(0, 9),
    kind=ClaimKind.OTHER,
    polarity=Polarity.DENIED,
    sources=(),
    matters=(),
    by=None,
    counts=(),
    days=None,
    signal=None,
    context=None,
    named=(),
    rule="",
)


@given(CLAIMS)
def test_a_claim_comes_back_from_its_form(claim: Claim) -> None:
    form = json.loads(json.dumps(claim_form(claim)))
    assert claim_of(form, "d1") == claim


def test_a_claim_belongs_to_the_document_it_is_kept_with() -> None:
    assert claim_of(claim_form(BARE), "d2") == replace(BARE, document="d2")


def test_a_claim_that_tells_nothing_more_has_nulls_and_empty_lists() -> None:
    form = claim_form(BARE)
    empty = {name for name, value in form.items() if value in (None, [])}
    assert empty == {
        "sources",
        "matters",
        "by",
        "counts",
        "days",
        "signal",
        "context",
        "named",
    }


@pytest.mark.parametrize(
    ("days", "form"),
    [
        (None, None),
        (Interval(None, None), [None, None]),
        (Interval(date(2001, 3, 5), None), ["2001-03-05", None]),
        (Interval(None, date(2001, 3, 6)), [None, "2001-03-06"]),
    ],
    ids=["no days", "both ends open", "open end", "open start"],
)
def test_days_tell_open_ends_from_none(
    days: Interval | None, form: list[str | None] | None
) -> None:
    assert days_form(days) == form
    assert days_of(form) == days
