"""Who was mentioned before, in text order: what pronouns may point back to."""

from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.domain.signals import Actor
from backchannel.domain.text import Span


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that later ones may repeat."""

    span: Span
    actors: tuple[Actor, ...]
    #: "person", "state" (and organisations), "body", "group" or "people" (a plural).
    kind: str
    gender: str
    #: Whether it does what its clause tells.
    subject: bool
    #: Number of its sentence.
    sentence: int
    #: The noun by which it was described, singular: "minister"; "" for none.
    head: str = ""
    #: Whether it stands inside a quotation.
    quoted: bool = False


class Trail:
    """The mentions before a point of the text, the last one last."""

    def __init__(self) -> None:
        self._passed: list[Antecedent] = []

    def add(self, antecedent: Antecedent) -> None:
        """Put a mention behind those that came before."""
        self._passed.append(antecedent)

    def back(self, limit: int = 40) -> Iterator[Antecedent]:
        """Yield the last mentions, the nearest first."""
        yield from reversed(self._passed[-limit:])
