"""The side whose ministers need no adjective in a document: "the prime minister".

A document and the sides that it names in; a side out.
"""

import re
from collections import Counter
from collections.abc import Sequence

from backchannel.domain.text import Document
from backchannel.resolve.reference import Reference
from backchannel.resolve.sides import Named

#: Words of the names of publishers that are bodies of a state: every bare title there
#: is its own.
OFFICIAL = re.compile(
    r"state department|department of state|white house|ministry|government of|embassy"
    r"|presidency|office of|presidential|kremlin|foreign office|press service",
    re.IGNORECASE,
)
#: The share of all naming of sides from which on one side is the document's own.
STANDS_OUT = 0.4
_OF_STATES = ("state", "demonym", "capital")
_OF_BODIES = ("body", "metonym")


def is_official(document: Document) -> bool:
    """Whether the document is published by a body of its home state."""
    outlet = document.appearance.outlet
    return outlet is not None and OFFICIAL.search(outlet.value) is not None


def find_home(
    document: Document, named: Sequence[Named], reference: Reference
) -> str | None:
    """Return the side of the publisher, else the one that the document names most."""
    outlet = document.appearance.outlet
    if outlet is not None:
        side = _side_of_outlet(document, outlet.value, named, reference)
        if side is not None:
            return side
    counted = Counter(item.side for item in named if item.kind in _OF_STATES)
    if not counted:
        return None
    side, count = counted.most_common(1)[0]
    return side if count >= STANDS_OUT * counted.total() else None


def _side_of_outlet(
    document: Document, outlet: str, named: Sequence[Named], reference: Reference
) -> str | None:
    """Return the side of a publisher known or named after its state or its capital."""
    for entry in (*reference.all(outlet), *reference.all(f"the {outlet}")):
        if entry.kind == "outlet" and entry.country:
            return entry.country
    for _, entry in reference.within(outlet, 0, len(outlet)):
        if entry.kind in (*_OF_STATES, *_OF_BODIES):
            return entry.side
    for item in named:
        words = document.text[item.span.start : item.span.end]
        if item.kind in _OF_STATES and re.search(rf"\b{re.escape(words)}\b", outlet):
            return item.side
    return None
