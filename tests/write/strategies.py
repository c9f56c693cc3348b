"""Any document with any signals: for what must hold whatever a text says."""

from datetime import date

from hypothesis import strategies as st

from backchannel.domain.reading import Reading
from backchannel.domain.signals import (
    Act,
    Channel,
    Gap,
    Interval,
    Party,
    Reason,
    Signal,
    Source,
    SourceKind,
    Status,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated

#: No lone surrogates: a document never holds any.
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a document and up to five signals anywhere in it."""
    document = draw(documents())
    count = draw(st.integers(0, 5))
    return Reading(document, tuple(draw(signals(document)) for _ in range(count)))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(texts)
    stated = st.none() | st.builds(Stated, texts, texts)
    dated = st.none() | st.builds(Stated, days, texts)
    appearance = st.builds(Appearance, stated, stated, dated, st.none() | texts)
    furniture = draw(st.lists(spans(text), max_size=3))
    return Document("d1", text, draw(texts), draw(appearance), "en", tuple(furniture))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = sorted([draw(days), draw(days)])
    return Interval(*draw(st.sampled_from([(start, end), (None, end), (start, None)])))


@st.composite
def signals(draw: st.DrawFn, document: Document) -> Signal:
    span = spans(document.text)
    passage = st.none() | span
    parties = st.lists(st.builds(Party, span, texts, texts), max_size=2).map(tuple)
    kinds = st.sampled_from(SourceKind)
    return Signal(
        id=draw(texts),
        document=document.id,
        trigger=draw(span),
        sentence=draw(span),
        act=draw(st.sampled_from(Act)),
        status=draw(st.sampled_from(Status)),
        channel=draw(st.sampled_from(Channel)),
        sender=draw(parties),
        recipient=draw(parties),
        intermediary=draw(parties),
        content=draw(passage),
        condition=draw(passage),
        consequence=draw(passage),
        time=draw(st.none() | st.builds(Time, span, st.none() | intervals())),
        attribution=draw(
            st.lists(st.builds(Source, span, kinds, st.none() | texts), max_size=2).map(
                tuple
            )
        ),
        gaps=draw(st.lists(st.builds(Gap, texts, texts), max_size=2).map(tuple)),
        why=draw(
            st.lists(
                st.builds(Reason, texts, texts, st.none() | st.floats(0, 1)),
                max_size=2,
            ).map(tuple)
        ),
    )
