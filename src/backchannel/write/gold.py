"""Gold: documents with their signals as annotators write them, to train and score on.

Documents in, JSON lines out, one document on each as soon as it comes. A value is not
an offset but its words, copied from the text, with `n` where they stand several times:

    {"id", "title", "outlet", "published", "text", "signals": [{"id", "sentence",
     "trigger": {"text"}, "act", "status", "channel", "sender": [{"text", "actor",
     "side"}], "recipient", "intermediary", "content": {"text"}, "condition",
     "consequence", "time": {"text", "start", "end"}, "attribution": [{"text", "kind",
     "actor"}]}]}

Who reads it looks for a value in the sentence, for its `n`-th place; where the sentence
has fewer, for the place in the text whose start is nearest to the sentence's, of two
the earlier. Each value is looked for in this way before it is written, so what is
written leads back to the same spans.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TextIO

from backchannel.domain.forms import Json, appearance_form, time_form
from backchannel.domain.kept import Kept
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import UNKNOWN_SIDE, Act, Party, Signal
from backchannel.domain.text import Span
from backchannel.write.json_text import json_line


def write_gold(
    documents: Iterable[Kept],
    stream: TextIO,
    *,
    left_out: Callable[[str, str], None],
) -> int:
    """Write a line for each document that was read; return how many signals there were.

    A sentence that stands in its text more than once is extended by its neighbours
    until it stands there once, as the scheme asks; every other span comes back the
    same. Whatever else the form cannot say leaves the whole signal out: half of one
    would teach what is not so. `left_out` is called with its id and the reason, and
    with the id of a document that was not read, which has no line.

    Left out without a word, since the scheme has no field for it: gaps, reasons,
    probabilities, repetitions, reviews, furniture, URLs and later appearances.
    """
    count = 0
    for kept in documents:
        if kept.reading.unread is not None:
            left_out(kept.document.id, f"was not read: {kept.reading.unread}")
            continue
        form = _Text(kept.document.text)
        signals = []
        for signal in kept.reading.signals:
            try:
                signals.append(_signal(form, signal))
            except _Inexpressible as reason:
                left_out(signal.id, str(reason))
        stream.write(json_line(_document(kept, signals)) + "\n")
        stream.flush()
        count += len(signals)
    return count


class _Inexpressible(Exception):
    """The form has no way to say this of a signal."""


class _Text:
    """A text, and how places in it are told."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        # Most texts need none of them.
        return split_sentences(self.text)

    def quote(self, span: Span) -> str:
        """Return the words at `span`."""
        return self.text[span.start : span.end]

    def sentence(self, span: Span) -> "_Sentence":
        """Return the sentence, extended until a search for its words finds it only."""
        while not self._stands_once(span):
            span = self._extend(span)
        return _Sentence(self, span, self.quote(span))

    def _stands_once(self, span: Span) -> bool:
        words = self.quote(span)
        first = self.text.find(words)
        # From the next character, so that a place that overlaps it counts too.
        return first == span.start and self.text.find(words, first + 1) == -1

    def _extend(self, span: Span) -> Span:
        """Return `span` with the sentence before it, or where none is, the one after.

        In the end it is the whole text, which stands in itself once.
        """
        before = [one.start for one in self._sentences if one.start < span.start]
        if before:
            return Span(before[-1], span.end)
        after = [one.end for one in self._sentences if one.end > span.end]
        return Span(0, after[0] if after else len(self.text))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that stands once in its text."""

    text: _Text
    span: Span
    words: str

    def value(self, span: Span, field: str) -> dict[str, Json]:
        """Return the words at `span`, and which of several places is meant.

        Raises:
            _Inexpressible: whoever looks for the words would find another place.
        """
        words = self.text.quote(span)
        inside = _places(words, self.words, self.span.start)
        if span.start in inside:
            return _counted(words, inside.index(span.start) + 1)
        anywhere = _places(words, self.text.text, 0)
        nearest = min(anywhere, key=lambda place: abs(place - self.span.start))
        if nearest == span.start:
            # More than the sentence has: that sends the search beyond it.
            return _counted(words, len(inside) + 1)
        raise _Inexpressible(
            f"{field}: {words!r} stands nearer to the sentence or in it as well"
        )


def _places(words: str, text: str, shift: int) -> list[int]:
    return [shift + hit.start() for hit in re.finditer(re.escape(words), text)]


def _counted(words: str, number: int) -> dict[str, Json]:
    return {"text": words} if number == 1 else {"text": words, "n": number}


def _document(kept: Kept, signals: Sequence[Json]) -> dict[str, Json]:
    document = kept.document
    shown = appearance_form(document.appearance)
    return {
        "id": document.id,
        **{name: shown[name] for name in ("title", "outlet", "published")},
        "text": document.text,
        "signals": list(signals),
    }


def _signal(text: _Text, signal: Signal) -> dict[str, Json]:
    if not signal.sender and signal.act is not Act.CONSULT:
        raise _Inexpressible("sender: the scheme asks for one")
    sentence = text.sentence(signal.sentence)

    def passage(field: str, span: Span | None) -> Json:
        return sentence.value(span, field) if span else None

    return {
        "id": signal.id,
        "sentence": sentence.words,
        "trigger": passage("trigger", signal.trigger),
        "act": signal.act,
        "status": signal.status,
        "sender": _parties(sentence, "sender", signal.sender),
        "recipient": _parties(sentence, "recipient", signal.recipient),
        "intermediary": _parties(sentence, "intermediary", signal.intermediary),
        "channel": signal.channel,
        "content": passage("content", signal.content),
        "condition": passage("condition", signal.condition),
        "consequence": passage("consequence", signal.consequence),
        "time": _time(sentence, signal),
        "attribution": [
            {
                **sentence.value(source.span, "attribution"),
                "kind": source.kind,
                "actor": source.actor,
            }
            for source in signal.attribution
        ],
    }


def _parties(
    sentence: _Sentence, field: str, parties: Sequence[Party]
) -> list[dict[str, Json]]:
    for party in parties:
        if not party.actor:
            raise _Inexpressible(f"{field}: the scheme asks for a name")
    return [
        {
            **sentence.value(party.span, field),
            "actor": party.actor,
            "side": party.side or UNKNOWN_SIDE,
        }
        for party in parties
    ]


def _time(sentence: _Sentence, signal: Signal) -> Json:
    form = time_form(signal.time)
    if form is None or signal.time is None:
        return None
    days = {"start": form["start"], "end": form["end"]}
    return {**sentence.value(signal.time.span, "time"), **days}
