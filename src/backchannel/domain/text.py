"""Documents and passages.

Offsets count Unicode code points of `Document.text`: start included, end
excluded. That text never changes once ingested, so an offset stays good for ever.
"""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty passage of one document, [start, end) in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a passage: [{self.start}, {self.end})")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two passages share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Stated(Generic[Value]):
    """A fact about a publication, and where it was found."""

    value: Value
    #: Such as "option", "input", "json-ld", "source line", "byline".
    origin: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where and when a document was published; None is what the page does not tell."""

    title: Stated[str] | None = None
    outlet: Stated[str] | None = None
    published: Stated[date] | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article or readout, as read."""

    #: The id that the input gave, else the file's name or the digest of the text.
    id: str
    text: str
    #: The file or URL it was read from, "-" for standard input.
    source: str = ""
    appearance: Appearance = Appearance()
    #: ISO 639-1 code; None where the text is too short to tell.
    language: str | None = None
    #: The parts of the page that are not the article, in text order.
    furniture: tuple[Span, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the words at `span`.

        Raises:
            ValueError: `span` runs past the end: it belongs to another document.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span} is outside document {self.id}")
        return self.text[span.start : span.end]

    @property
    def place(self) -> str:
        """What messages call it: its source, with its id where that has several."""
        name = self.source or self.id
        return name if name.endswith(self.id) else f"{name} ({self.id})"

    @property
    def published(self) -> date | None:
        """The day it was published; None when neither page nor reader says."""
        stated = self.appearance.published
        return stated.value if stated else None
