"""Documents as a case keeps them, built by hand from readings."""

from collections.abc import Mapping
from datetime import UTC, datetime

from hypothesis import strategies as st

from backchannel.domain.kept import Kept, Publication
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Opinion, State
from backchannel.domain.text import Appearance
from tests.write.strategies import readings, texts

_ADDED = datetime(2024, 8, 5, 12, tzinfo=UTC)


def kept(
    reading: Reading,
    *,
    opinions: Mapping[str, Opinion] | None = None,
    appearances: tuple[Appearance, ...] | None = None,
    reader: str | None = "fake",
) -> Kept:
    """Return a case's document, by default with its own appearance and no review."""
    document = reading.document
    printed = tuple(
        Publication(shown, document.source, document.id, version, _ADDED)
        for version, shown in enumerate(appearances or (document.appearance,), 1)
    )
    return Kept(reading, printed, opinions or {}, reader)


@st.composite
def kept_documents(draw: st.DrawFn) -> Kept:
    """Draw any document with any signals, each reviewed or not."""
    reading = draw(readings())
    said = st.builds(
        Opinion,
        st.sampled_from(State),
        tags=st.lists(texts, max_size=2).map(tuple),
        notes=st.lists(texts, max_size=2).map(tuple),
    )
    opinions = {signal.id: draw(said) for signal in reading.signals[::2]}
    return kept(reading, opinions=opinions)
