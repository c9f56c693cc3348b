"""Claims built by hand: stated("[by Arland] burned the mill") with their documents."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from backchannel.domain.claims import (
    Claim,
    ClaimKind,
    Count,
    Polarity,
    Teller,
    claim_id,
)
from backchannel.domain.codec import record_id
from backchannel.domain.signals import SourceKind
from backchannel.domain.text import Appearance, Document, Span, Stated

_MARKED = re.compile(r"\[by ([^\]]+)\]")


def stated(
    words: str,
    *,
    id: str = "d1",
    source: str | None = None,
    day: date | None = date(2001, 3, 5),
    **fields: Any,
) -> tuple[Claim, Document]:
    """Build a document in which `source` states `words`, and the claim.

    Sources of different documents differ, unless given: else one would be a copy.
    """
    source = source or f"clerk {id}"
    lead = f"{source} said "
    mark = _MARKED.search(words)
    plain = _MARKED.sub(r"\1", words)
    start = len(lead)
    by = None
    if mark:
        at = start + mark.start()
        by = Span(at, at + len(mark[1]))
    published = Stated(day, "input") if day else None
    text = f"{lead}{plain}."
    document = Document(id, text, appearance=Appearance(published=published))
    span = Span(start, start + len(plain))
    tellers = (Teller(Span(0, len(source)), SourceKind.NAMED, source, source),)
    given = {"kind": "deed", "polarity": "asserted", "matters": ("destroy",)} | fields
    claim = Claim(
        id=claim_id(id, span, tellers),
        document=id,
        span=span,
        sentence=Span(0, len(text)),
        kind=ClaimKind(given["kind"]),
        polarity=Polarity(given["polarity"]),
        sources=tellers,
        matters=given["matters"],
        by=by,
        counts=(),
        days=None,
        signal=None,
        context=None,
        named=(),
        rule='told by "said"',
    )
    number = given.get("counts")
    if number:
        claim = replace(claim, counts=(_count(document, number),))
    salt = record_id({"claim": claim.id, "polarity": claim.polarity})
    return replace(claim, id=salt), document


def _count(document: Document, number: int) -> Count:
    at = document.text.index(str(number))
    span = Span(at, at + len(str(number)))
    return Count(span, float(number), float(number), "people", "killed")
