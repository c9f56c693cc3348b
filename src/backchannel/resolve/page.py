"""A document laid out for looking around in it: sentences, quotations, furniture.

Text in, spans out.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from backchannel.domain.sentences import split_sentences
from backchannel.domain.text import Span

#: Single marks are left out: they are apostrophes too often.
_MARK = re.compile(r"[“”\"«»\n]|''")
_CLOSERS = {"“": "”", '"': '"', "«": "»", "''": "''"}


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its sentences and the quotations in it, each in text order."""

    text: str
    sentences: tuple[Span, ...]
    quotations: tuple[Span, ...]
    #: The parts that are not the article: whoever is named there was not spoken of.
    furniture: tuple[Span, ...] = ()

    def sentence_number(self, at: int) -> int:
        """Return the number of the sentence at or before offset `at`; -1 for none."""
        return bisect_right(self.sentences, at, key=lambda span: span.start) - 1

    def sentence_at(self, at: int) -> Span:
        """Return the sentence at or before offset `at`, or the first character."""
        number = self.sentence_number(at)
        return self.sentences[number] if number >= 0 else Span(0, 1)

    def quotation_at(self, at: int) -> Span | None:
        """Return the quotation around offset `at`."""
        number = bisect_right(self.quotations, at, key=lambda span: span.start) - 1
        if number < 0 or self.quotations[number].end <= at:
            return None
        return self.quotations[number]

    def is_furniture(self, at: int) -> bool:
        """Whether offset `at` is in a part that is not the article."""
        number = bisect_right(self.furniture, at, key=lambda span: span.start) - 1
        return number >= 0 and at < self.furniture[number].end


def lay_out(text: str, furniture: tuple[Span, ...] = ()) -> Page:
    """Return `text` with its sentences and quotations, and with its furniture."""
    quotations = tuple(_find_quotations(text))
    return Page(text, split_sentences(text), quotations, furniture)


def _find_quotations(text: str) -> list[Span]:
    """Find quotations, marks included.

    A mark that is never closed ends with its paragraph: the next paragraph of a long
    quotation opens with a mark of its own.
    """
    found, opened, closer = [], -1, ""
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if opened < 0 and sign in _CLOSERS:
            opened, closer = mark.start(), _CLOSERS[sign]
        elif opened >= 0 and sign in (closer, "\n"):
            found.append(Span(opened, mark.end()))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, len(text)))
    return found
