"""The words of a report that show something, and whose they are."""

from dataclasses import dataclass
from datetime import date

from backchannel.domain.text import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from a document: nothing changes its state without one."""

    document: str
    span: Span
    #: The day the document was published; None when neither page nor reader says.
    day: date | None
    #: Why it was taken for evidence, in words a person can check.
    why: tuple[str, ...] = ()
