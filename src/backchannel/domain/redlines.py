"""Red lines: conditional threats, and what became of them."""

from dataclasses import dataclass
from enum import StrEnum

from backchannel.domain.codec import record_id
from backchannel.domain.evidence import Evidence
from backchannel.domain.signals import Party, Time
from backchannel.domain.text import Span


class State(StrEnum):
    """Where a red line stands, by the reports of a case."""

    OPEN = "open"
    #: Somebody says that the condition was met.
    CROSSED = "said to be crossed"
    #: The consequence was carried out.
    ACTED_ON = "acted on"
    #: Whoever is said to have drawn it says that it was not drawn.
    DENIED = "denied"
    #: Whoever drew it took it back, or the matter was settled.
    WITHDRAWN = "withdrawn"
    #: Its deadline passed, and nothing followed.
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state, with the report that shows it."""

    state: State
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RedLine:
    """One conditional threat, as one signal reports it."""

    #: See `red_line_id`.
    id: str
    #: The document and the signal in it that report it.
    document: str
    signal: str
    drawn_by: tuple[Party, ...]
    #: Empty where the text does not tell.
    against: tuple[Party, ...]
    #: The passage that holds the *if*.
    condition: Span
    #: The passage that holds the *then*; None where it is left to be guessed.
    consequence: Span | None
    #: The words that say until when it can be kept, and their days.
    deadline: Time | None
    #: How it was recognised, in words a person can check.
    why: tuple[str, ...]
    #: In order of the reports that show them.
    changes: tuple[Change, ...] = ()

    @property
    def state(self) -> State:
        """Where it stands after the last change."""
        return self.changes[-1].state if self.changes else State.OPEN


def red_line_id(document: str, condition: Span, consequence: Span | None) -> str:
    """Return the id of the red line that these passages of a document draw."""
    passages = [
        [span.start, span.end] if span else None for span in (condition, consequence)
    ]
    return record_id({"document": document, "red_line": passages})
