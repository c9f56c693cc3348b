"""The words of a document that name a deed: passages, before anybody is named."""

from dataclasses import dataclass

from backchannel.domain.actions import Kind
from backchannel.domain.signals import Status
from backchannel.domain.text import Span


@dataclass(frozen=True, slots=True)
class Deed:
    """The words of a document that name a deed and its circumstances."""

    span: Span
    sentence: Span
    kind: Kind
    status: Status
    #: The rules that found it and told its status, in words a person can check.
    rule: str
    mood: str = ""
    actor: Span | None = None
    target: Span | None = None
    place: Span | None = None
    #: The words that date it.
    time: Span | None = None
    is_verb: bool = True
    #: The object that belongs to the verb: "a blockade" of "imposed a blockade". A deed
    #: named in it is the same one.
    instrument: Span | None = None
