"""When and where a deed was done: the words of its clause that tell."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from backchannel.domain.text import Span
from backchannel.reconstruct import phrases as say
from backchannel.reconstruct.agency import Agency
from backchannel.reconstruct.phrases import Phrases, Run

_WHERE = say.words_of("in at near off outside inside over around across into along on")

#: A clause has no more words.
_FAR = 80


def prepositional(words: Phrases, after: int) -> Iterator[tuple[str, Run]]:
    """Yield the prepositions after a verb and its object, each with its phrase."""
    at = after
    while at < len(words.words):
        low = words.low(at)
        if at in words.timed or low in say.ADVERBS:
            at += 1
            continue
        if low not in say.PREPOSITIONS | {"of", "out", "upon"}:
            return
        if low == "out" and words.low(at + 1) == "of":
            at += 1
        run = words.after(at + 1)
        if run is None:
            return
        yield low, run
        at = run[1]


def find_place(words: Phrases, after: int) -> Span | None:
    """Return where it was done: the first name of a place behind `after`."""
    for prep, run in prepositional(words, after):
        named = any(word.is_name for word in words.words[run[0] : run[1]])
        if prep in _WHERE and named:
            return span_of(words, run)
    return None


def find_time(words: Phrases, at: int, agency: Agency | None) -> Span | None:
    """Return the words that date it: those of its clause, nearest to it."""
    first, last = _clause(words, at, agency)
    left = bisect_left(words.times, (words.words[first].start, 0))
    right = bisect_left(words.times, (words.words[last - 1].end, 0))
    inside = [Span(start, end) for start, end in words.times[left:right]]
    here = words.words[at].start
    return min(inside, key=lambda span: (abs(span.start - here), span), default=None)


def _clause(words: Phrases, at: int, agency: Agency | None) -> Run:
    """Return the words from the last telling before the deed to the next after it."""
    begin = agency.subject[0] if agency and agency.subject else at
    first = max(begin - _FAR, 0)
    for here in range(min(begin, at) - 1, first - 1, -1):
        told = words.low(here) in say.TELLING and words.is_verb(here)
        if told or words.low(here) == ";":
            first = here + 1
            break
    first = _after_telling(words, first, begin)
    last = at + 1
    longest = min(at + _FAR, len(words.words))
    while last < longest and words.low(last) not in (";", '"', "”"):
        if words.low(last) == "," and _tells(words, last + 1):
            break
        last += 1
    return first, last


def _after_telling(words: Phrases, first: int, begin: int) -> int:
    """Leave out when it was told: "said on Tuesday that"."""
    for here in range(first, begin):
        if words.low(here) == "that":
            return here + 1
    return first


def _tells(words: Phrases, at: int) -> bool:
    near = range(at, min(at + 8, len(words.words)))
    return any(words.low(here) in say.TELLING for here in near)


def party_span(words: Phrases, run: Run | None) -> Span | None:
    """Return the passage of a party, without the "'s" or "-led" of whose it is."""
    if run is None:
        return None
    span = span_of(words, run)
    quote = words.text[span.start : span.end]
    bare = re.sub(r"(?<=s)['’]$|['’]s$|(?<=\w)-led$", "", quote)
    return Span(span.start, span.start + len(bare)) if bare else None


def span_of(words: Phrases, run: Run) -> Span:
    """Return the passage of a run, in offsets of the sentence."""
    return Span(words.words[run[0]].start, words.words[run[1] - 1].end)
