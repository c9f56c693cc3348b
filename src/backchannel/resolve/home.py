"""The side whose ministers need no adjective in a document: "the prime minister".

A document and how often it names each side in; a side out.
"""

from collections import Counter

from backchannel.domain.text import Document

#: Publishers that call their own state's offices by bare titles.
OUTLETS = {
    "state department": "USA",
    "department of state": "USA",
    "white house": "USA",
    "guardian": "GBR",
    "telegraph": "GBR",
    "the times": "GBR",
    "bbc": "GBR",
    "daily mail": "GBR",
    "independent": "GBR",
    "washington post": "USA",
    "new york times": "USA",
    "huff": "USA",
    "breitbart": "USA",
    "usa-today": "USA",
    "usa today": "USA",
    "fox news": "USA",
    "cnn": "USA",
    "wsj": "USA",
    "wall street journal": "USA",
    "politico": "USA",
    "nyt": "USA",
    "wash": "USA",
    "abc news": "USA",
    "nbc": "USA",
    "cbs": "USA",
    "npr": "USA",
    "irna": "IRN",
    "tass": "RUS",
    "xinhua": "CHN",
}
#: Publishers that are bodies of the state: every bare title there is its own.
OFFICIAL = ("state department", "department of state", "white house")
#: The share of all naming of sides from which on one side is the document's own.
STANDS_OUT = 0.4


def is_official(document: Document) -> bool:
    """Whether the document is published by a body of its home state."""
    outlet = document.appearance.outlet
    return outlet is not None and any(x in outlet.value.casefold() for x in OFFICIAL)


def find_home(document: Document, prominence: Counter[str]) -> str | None:
    """Return the side of the publisher, else the one that the document names most."""
    outlet = document.appearance.outlet
    if outlet is not None:
        name = outlet.value.casefold()
        for part, side in OUTLETS.items():
            if part in name:
                return side
    if not prominence:
        return None
    side, count = prominence.most_common(1)[0]
    return side if count >= STANDS_OUT * prominence.total() else None
