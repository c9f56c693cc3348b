"""What came of reading one document."""

from dataclasses import dataclass

from backchannel.domain.signals import Signal
from backchannel.domain.text import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with the signals read in it, in text order of their triggers."""

    document: Document
    signals: tuple[Signal, ...] = ()
    #: Why the document was kept but not read, such as "language is French"; None for
    #: one that was read.
    unread: str | None = None

    def quote(self, signal: Signal) -> str:
        """Return the sentence that reports `signal`."""
        return self.document.quote(signal.sentence)
