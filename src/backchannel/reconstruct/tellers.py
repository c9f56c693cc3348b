"""Who is meant by the words that name a source, and what sort of source it is.

Words of a document and its signals in, tellers out.
"""

import re
from collections.abc import Iterator, Sequence

from backchannel.domain.claims import Teller
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal, SourceKind
from backchannel.domain.text import Document, Span

#: The first that the words match; names are what is left.
_KINDS = (
    (
        SourceKind.UNKNOWN,
        r"^(?:reportedly|allegedly|(?:is|are|was|were) \w+ to|it is \w+ that)$",
    ),
    (
        SourceKind.DOCUMENT,
        r"\b(?:report|letter|document|memo|cable|court|file|pictures|images|footage"
        r"|paper|study|communiqué|statement|readout|records)\b",
    ),
    (
        SourceKind.OUTLET,
        r"\b(?:media|newspaper|daily|weekly|magazine|agency|television|TV|radio|press"
        r"|Times|Post|Tribune|Journal|News|Reuters|AFP|AP|BBC|CNN|website|channel"
        r"|broadcaster)\b",
    ),
    (
        SourceKind.ANONYMOUS,
        r"^(?!.*\b(?-i:[A-Z][a-z]+ [A-Z][a-z]+)).*\b(?:offic"
        r"ials|sources?|diplomats?|aides?"
        r"|people|persons?|residents|locals|analysts?|witnesses|villagers|officers?"
        r"|doctors?|surgeon|envoy|investigators|relatives|family)\b",
    ),
    (
        SourceKind.OFFICIAL,
        r"\b(?:ministry|army|police|government|presidency|parliament|office|command"
        r"|embassy|council|agency|authority|authorities|guard|navy|force|forces|union"
        r"|commission|committee|department|House|Pentagon|Kremlin|Nations|organi[sz]"
        r"ation|spokes\w+|workers|group|brigade|movement|front)\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)


def name_teller(document: Document, span: Span, signals: Sequence[Signal]) -> Teller:
    """Return who is meant by the words at `span`, as signals near them tell.

    Words that a signal knows for a source or a party are those of the signal: it tells
    better where a name ends.
    """
    for signal in signals:
        for source in signal.attribution:
            if source.span.overlaps(span):
                side = _side(signals, source.actor)
                return Teller(source.span, source.kind, source.actor, side)
    for party in _parties(signals):
        if party.span.overlaps(span):
            kind = kind_of_words(document.quote(party.span))
            return Teller(party.span, kind, party.actor, party.side)
    return Teller(span, kind_of_words(document.quote(span)))


def kind_of_words(words: str) -> SourceKind:
    """Return what sort of source is named by `words`, as far as they show it."""
    hits = (kind for kind, pattern in _PATTERNS if pattern.search(words))
    return next(hits, SourceKind.NAMED)


def _parties(signals: Sequence[Signal]) -> Iterator[Party]:
    for signal in signals:
        yield from (*signal.sender, *signal.recipient, *signal.intermediary)


def _side(signals: Sequence[Signal], actor: str | None) -> str:
    sides = (party.side for party in _parties(signals) if party.actor == actor)
    return next(sides, UNKNOWN_SIDE) if actor else UNKNOWN_SIDE
