"""The JSON form of claims, beside those of `backchannel.domain.forms`."""

from collections.abc import Mapping

from backchannel.domain.claims import Claim, ClaimKind, Count, Polarity, Teller
from backchannel.domain.forms import (
    Json,
    day_form,
    day_of,
    parties_of,
    party_form,
    span_form,
    span_of,
)
from backchannel.domain.signals import Interval, SourceKind
from backchannel.domain.text import Span


def claim_form(claim: Claim) -> dict[str, Json]:
    """Return a claim as values of JSON; its document is left to who keeps it."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "polarity": claim.polarity,
        "span": span_form(claim.span),
        "sentence": span_form(claim.sentence),
        "sources": [teller_form(teller) for teller in claim.sources],
        "matters": list(claim.matters),
        "by": span_form(claim.by),
        "counts": [count_form(count) for count in claim.counts],
        "days": days_form(claim.days),
        "signal": claim.signal,
        "context": span_form(claim.context),
        "named": [party_form(party) for party in claim.named],
        "rule": claim.rule,
    }


def claim_of(form: Mapping[str, Json], document: str) -> Claim:
    """Return the claim of `document` that `form` stands for."""
    return Claim(
        id=form["id"],
        document=document,
        span=Span(*form["span"]),
        sentence=Span(*form["sentence"]),
        kind=ClaimKind(form["kind"]),
        polarity=Polarity(form["polarity"]),
        sources=tuple(map(_teller, form["sources"])),
        matters=tuple(form["matters"]),
        by=span_of(form["by"]),
        counts=tuple(map(_count, form["counts"])),
        days=days_of(form["days"]),
        signal=form["signal"],
        context=span_of(form["context"]),
        named=parties_of(form["named"]),
        rule=form["rule"],
    )


def teller_form(teller: Teller) -> dict[str, Json]:
    """Return one on whose word a claim rests as values of JSON."""
    return {
        "span": span_form(teller.span),
        "kind": teller.kind,
        "actor": teller.actor,
        "side": teller.side,
    }


def count_form(count: Count) -> dict[str, Json]:
    """Return how many of something as values of JSON; `most` null is no end."""
    return {
        "span": span_form(count.span),
        "least": count.least,
        "most": count.most,
        "unit": count.unit,
        "fate": count.fate,
    }


def days_form(days: Interval | None) -> list[str | None] | None:
    """Return the first and the last day, null for an open end; null for no days."""
    return [day_form(days.start), day_form(days.end)] if days else None


def days_of(form: list[str | None] | None) -> Interval | None:
    """Return the days that `days_form` wrote."""
    return Interval(*map(day_of, form)) if form is not None else None


def _teller(form: Mapping[str, Json]) -> Teller:
    kind = SourceKind(form["kind"])
    return Teller(Span(*form["span"]), kind, form["actor"], form["side"])


def _count(form: Mapping[str, Json]) -> Count:
    return Count(
        Span(*form["span"]), form["least"], form["most"], form["unit"], form["fate"]
    )
