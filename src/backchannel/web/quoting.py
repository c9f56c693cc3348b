"""Passages of documents in pieces, for pages to mark."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from backchannel.domain.kept import Entry
from backchannel.domain.text import Document, Span

#: What a piece of a quote is.
TRIGGER, FOUND, PLAIN = "trigger", "found", ""


def marked(
    document: Document, span: Span, marks: Collection[Span]
) -> Iterator[tuple[str, bool]]:
    """Yield the words at `span` in pieces, each with whether it lies in a mark."""
    edges = {span.start, span.end}
    edges |= {edge for mark in marks for edge in (mark.start, mark.end)}
    inside = sorted(edge for edge in edges if span.start <= edge <= span.end)
    for start, end in pairwise(inside):
        piece = Span(start, end)
        yield document.quote(piece), any(mark.contains(piece) for mark in marks)


def quote_pieces(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the sentence of a signal in pieces, each with what it is.

    The trigger shows through words that were searched for.
    """
    signal, document = entry.signal, entry.document
    at = signal.sentence.start
    for words, _ in marked(document, signal.sentence, (signal.trigger, *entry.marks)):
        piece = Span(at, at + len(words))
        at = piece.end
        if signal.trigger.contains(piece):
            yield words, TRIGGER
        else:
            found = any(mark.contains(piece) for mark in entry.marks)
            yield words, FOUND if found else PLAIN
