"""Where a document names deeds, and which words tell who, whom, where and when.

A document with the names read in it in, `Deed`s out: passages only. Who is meant is
asked of the resolve stage; `reconstruct.actions` puts the two together.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from backchannel.domain.labels import Labelled, LabelledSpan
from backchannel.domain.sentences import split_sentences
from backchannel.domain.text import Span
from backchannel.reconstruct.circumstances import (
    find_place,
    find_time,
    party_span,
    span_of,
)
from backchannel.reconstruct.deed import Deed
from backchannel.reconstruct.deednouns import DEED_NOUNS
from backchannel.reconstruct.deedwords import VERBS
from backchannel.reconstruct.evidence import in_furniture
from backchannel.reconstruct.nominals import Nominal, find_nominals
from backchannel.reconstruct.phrases import Phrases
from backchannel.reconstruct.verbals import find_verb_deed

#: Matches are fought with the same verbs.
_SPORT = re.compile(
    r"\b(?:half-?time|goals?|strikers?|midfielders?|wickets?|innings|bowled|batsm[ae]n"
    r"|league|quarter-?finals?|semi-?finals?|tournament|penalty shoot-?out|coach"
    r"|goalkeeper|touchdown|scored|unbeaten|home run|bowler|world cup)\b"
    r"|\b\d{1,2}-\d{1,2} (?:win|victory|defeat|draw|after|in|at|to|on)\b",
    re.IGNORECASE,
)


def find_deeds(labelled: Labelled) -> tuple[Deed, ...]:
    """Return the deeds that the document names, in text order, outside its furniture.

    What is only recalled ("the attack", with no word of whose or on whom) is none.
    """
    document = labelled.document
    found: list[Deed] = []
    for sentence in split_sentences(document.text):
        text = document.quote(sentence)
        if not _may_name(text) or _SPORT.search(text):
            continue
        if in_furniture(sentence, document.furniture):
            continue
        names = _names_within(labelled.names, sentence)
        deeds = _in_sentence(Phrases(text), names)
        found += (_moved(deed, sentence) for deed in deeds)
    return tuple(found)


def deed_spans(deeds: Iterable[Deed]) -> list[Span]:
    """Return every passage that names who does or suffers a deed, in text order."""
    spans = (span for deed in deeds for span in (deed.actor, deed.target))
    return sorted({span for span in spans if span})


_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NAMING = frozenset((*VERBS, *DEED_NOUNS))


def _may_name(text: str) -> bool:
    """Whether one of its words can name a deed; in most sentences none can."""
    return not _NAMING.isdisjoint(_LETTERS.findall(text.casefold()))


def _names_within(
    names: Sequence[LabelledSpan], sentence: Span
) -> tuple[LabelledSpan, ...]:
    first = bisect_left(names, sentence.start, key=lambda name: name.span.start)
    last = bisect_left(names, sentence.end, key=lambda name: name.span.start)
    return tuple(
        replace(name, span=_shift(name.span, -sentence.start))
        for name in names[first:last]
    )


def _in_sentence(words: Phrases, names: Sequence[LabelledSpan]) -> list[Deed]:
    nominal = [_nominal_deed(words, one) for one in find_nominals(words, names)]
    verbal = [
        deed for at in range(len(words.words)) if (deed := find_verb_deed(words, at))
    ]
    told = [_by_deed(words, deed, nominal) for deed in verbal]
    held = sorted(deed.instrument for deed in told if deed.instrument)
    told = [deed for deed in told if not _touches(deed, held)]
    taken = sorted((*held, *(deed.span for deed in told)))
    kept = [deed for deed in nominal if not _touches(deed, taken)]
    kept = [deed for deed in kept if deed.actor or deed.target or deed.place]
    return sorted((*told, *kept), key=lambda deed: deed.span)


def _touches(deed: Deed, spans: Sequence[Span]) -> bool:
    """Whether it shares words with one of `spans`, which are in text order."""
    return in_furniture(deed.span, spans)


#: Between a deed and what it did: "a bombing in Baghdad that killed 30".
_WHICH = re.compile(r"(?: (?:in|near|at|on|outside) [^,;]{1,40}?)?,? (?:that|which) ")


#: Code points between two deeds that may belong together.
_NEAR = 160
#: Between what was suffered and the deed it was suffered in: "killed in an air strike".
_DURING = re.compile(r" (?:[\w ]{1,24} )?(?:in|by) (?:an?|the|\d+)\b[^,;]{0,40}")


def _by_deed(words: Phrases, deed: Deed, nominal: Sequence[Deed]) -> Deed:
    """Return the deed with its doer, where another deed is named as that."""
    here = deed.span.start
    first = bisect_left(nominal, here - _NEAR, key=lambda one: one.span.start)
    last = bisect_left(nominal, here + _NEAR, key=lambda one: one.span.start)
    for other in nominal[first:last]:
        between = words.text[other.span.end : deed.span.start]
        is_doer = deed.actor is not None and deed.actor.contains(other.span)
        if is_doer or _WHICH.fullmatch(between):
            return replace(deed, actor=other.actor)
        after = words.text[deed.span.end : other.span.start]
        if deed.actor is None and _DURING.fullmatch(after):
            return replace(deed, actor=other.actor)
    return deed


def _nominal_deed(words: Phrases, found: Nominal) -> Deed:
    return Deed(
        span=span_of(words, (found.at, found.at + 1)),
        sentence=Span(0, len(words.text)),
        kind=found.noun.kind,
        status=found.status,
        rule=f"the noun “{words.low(found.at)}” names a deed ({found.noun.kind})",
        mood=found.mood,
        actor=party_span(words, found.actor),
        target=party_span(words, found.target),
        place=find_place(words, found.at + 1),
        time=find_time(words, found.at, None),
        is_verb=False,
    )


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved(deed: Deed, sentence: Span) -> Deed:
    def move(span: Span | None) -> Span | None:
        return _shift(span, sentence.start) if span else None

    return replace(
        deed,
        span=_shift(deed.span, sentence.start),
        sentence=sentence,
        actor=move(deed.actor),
        target=move(deed.target),
        place=move(deed.place),
        time=move(deed.time),
    )
