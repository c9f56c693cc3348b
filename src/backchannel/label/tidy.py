"""Passages made whole, and what is no passage dropped.

Pieces of one name can come apart: the model is sure of "The" and of "UK", and less sure
that they belong together, or it stops after "the United". In: passages as decoded, and
the names of the window. Out: the same passages, joined and widened.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from backchannel.domain.labels import LabelledSpan
from backchannel.domain.text import Span

#: Words that name nobody.
_EMPTY = frozenset(
    "a an the of and or to in on at by for from with that this its his her their other"
    " some any both s said".split()
)
#: "U" and "officials" of "U.S. officials" are apart by ".S. ".
_TOUCH = re.compile(r"\s*|(?:\.[A-Z])*\.?\s?|\s?[-–’']\s?")
#: Words that name no act by themselves.
_GRAMMAR = frozenset(
    "is was were be been being are has have had do does did to of in on at by for out"
    " up down off with that it not no never a an the and or as will would could may"
    " might can shall should must".split()
)


def names_an_act(words: str) -> bool:
    """Whether a trigger holds more than words of grammar ("had been", "to")."""
    return any(word not in _GRAMMAR for word in words.casefold().split())


def whole_words(text: str, start: int, end: int) -> Span:
    """Return the passage [start, end), widened to whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def trim_name(text: str, name: Span) -> Span:
    """Return a name without small words after it: "Kagame" of "Kagame dismissed".

    A name without any capital stays as it is.
    """
    end = name.end
    for word in reversed(list(re.finditer(r"\S+", text[name.start : name.end]))):
        if any(letter.isupper() or letter.isdigit() for letter in word.group()):
            break
        end = name.start + word.start()
    trimmed = len(text[name.start : end].rstrip())
    return Span(name.start, name.start + trimmed) if trimmed else name


def tidy(
    text: str, passages: Sequence[LabelledSpan], names: Sequence[LabelledSpan]
) -> list[LabelledSpan]:
    """Return the passages of one role, in text order.

    A passage that cuts a name is widened to all of it; passages with nothing but white
    space between them are one (lists have commas); what names nobody, or only where
    something was, is dropped.
    """
    widened = [_widen(passage, names) for passage in sorted(passages)]
    joined: list[LabelledSpan] = []
    for passage in widened:
        if joined and _in_touch(text, joined[-1].span.end, passage.span.start):
            joined[-1] = _join(joined[-1], passage)
        else:
            joined.append(passage)
    places = {name.span for name in names if name.label == "LOC"}
    return [
        passage
        for passage in joined
        if _names_somebody(text, passage.span)
        and not (passage.span in places and _stands_in(text, passage.span))
    ]


def _widen(passage: LabelledSpan, names: Sequence[LabelledSpan]) -> LabelledSpan:
    start, end = passage.span.start, passage.span.end
    for name in names:
        if name.span.overlaps(passage.span):
            start, end = min(start, name.span.start), max(end, name.span.end)
    return replace(passage, span=Span(start, end))


def _in_touch(text: str, end: int, start: int) -> bool:
    """Whether nothing but white space, or an abbreviation's rest, lies between."""
    return end >= start or _TOUCH.fullmatch(text, end, start) is not None


def _join(left: LabelledSpan, right: LabelledSpan) -> LabelledSpan:
    span = Span(left.span.start, max(left.span.end, right.span.end))
    return replace(
        left, span=span, probability=max(left.probability, right.probability)
    )


def _stands_in(text: str, span: Span) -> bool:
    """Whether the name says where something was: "a meeting in Karachi"."""
    before = text[max(0, span.start - 8) : span.start].casefold()
    return before.endswith((" in ", " at ", " near "))


def _names_somebody(text: str, span: Span) -> bool:
    words = text[span.start : span.end].split()
    return any(
        word.strip("’'\".,").casefold() not in _EMPTY and any(map(str.isalpha, word))
        for word in words
    )
