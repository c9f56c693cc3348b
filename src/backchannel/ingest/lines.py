"""The lines of a text, with what can be told of each by looking at it alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.domain.text import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STOP = re.compile(r"[.!?…:;,][\"'”’)\]»]*$")
_SENTENCE_STOP = re.compile(r"[.!?…][\"'”’)\]»]*(?:\s|$)")
_BULLET = re.compile(r"(?:[-–—•*·▪►»]|\d{1,2}[.)])\s+(?=\S)")
#: Words in a headline, at most.
_LONGEST_HEADLINE = 26
_SHORT_SENTENCE = 12
_LONGEST_LABEL = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it, without its line break."""

    span: Span
    #: Without white space around it.
    text: str
    words: int
    #: Stops of sentences in it.
    sentences: int

    @property
    def ends_in_stop(self) -> bool:
        """Whether it ends as sentences and their parts do."""
        return _STOP.search(self.text[-_SHORT_SENTENCE:]) is not None

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return _BULLET.match(self.text) is not None

    @property
    def is_label(self) -> bool:
        """Whether it is a word or three, as in menus."""
        return self.words <= _LONGEST_LABEL and not self.ends_in_stop

    @property
    def is_prose(self) -> bool:
        """Whether it is of a story's body: long for a headline, or a full sentence."""
        full = self.sentences > 0 and self.words > _SHORT_SENTENCE
        return full or self.words > _LONGEST_HEADLINE

    @property
    def looks_like_headline(self) -> bool:
        """Whether it may be a headline: not short as a label, not long, no stop."""
        closed = self.ends_in_stop and not self.text.endswith("?")
        return _LONGEST_LABEL <= self.words <= _LONGEST_HEADLINE and not closed


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that hold more than white space, in order."""
    lines = (
        _line(Span(*found.span()), found.group()) for found in _LINE.finditer(text)
    )
    return tuple(line for line in lines if line.text)


def without_lines(lines: Sequence[Line], dropped: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` without those that are in `dropped`, in order."""
    spans = {line.span for line in dropped}
    return tuple(line for line in lines if line.span not in spans)


def _line(span: Span, text: str) -> Line:
    text = text.strip()
    return Line(span, text, len(text.split()), len(_SENTENCE_STOP.findall(text)))
