"""The sentences of a case in the order of their days, found by what they speak of.

Readings in; asked for stems, sentences that hold them out.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from backchannel.compare.wording import Rarity, find_stems
from backchannel.domain.actions import Action
from backchannel.domain.evidence import Evidence
from backchannel.domain.reading import Reading
from backchannel.domain.sentences import split_sentences
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal, Status
from backchannel.domain.text import Span

#: Of the words asked for, so many of the rarest are looked up.
_LOOKED_UP = 6
#: A word that more sentences hold finds too much to tell.
_TOO_COMMON = 300
#: A sentence has to share so many words with what it is said to speak of.
_LEAST_SHARED = 2
_PLAIN = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a report."""

    document: str
    span: Span
    day: date | None
    #: With plain quotation marks and apostrophes; as long as the sentence.
    words: str
    stems: frozenset[str]
    #: The signals whose triggers stand in it.
    signals: tuple[Signal, ...]
    #: The actions that it reports as done.
    deeds: tuple[Action, ...] = ()

    def evidence(self, *why: str) -> Evidence:
        """Return it as evidence, with the reasons for taking it as that."""
        return Evidence(self.document, self.span, self.day, why)

    def says(self, pattern: re.Pattern[str]) -> str | None:
        """Return the words that `pattern` finds in it."""
        hit = pattern.search(self.words)
        return hit.group() if hit else None

    def is_by(self, parties: Iterable[Party]) -> bool:
        """Whether one of `parties`, or its side, speaks in it or is named."""
        told = tuple(parties)
        sides = {party.side for party in told} - {UNKNOWN_SIDE}
        named = {stem for party in told for stem in find_stems(party.actor)}
        return bool(sides & self.sides or named & self.stems)

    @property
    def sides(self) -> frozenset[str]:
        """The sides that speak in it."""
        return frozenset(one.side for signal in self.signals for one in signal.sender)


class Reports:
    """The sentences of a case."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        ordered = sorted(readings, key=_when)
        self.passages = [one for reading in ordered for one in _passages(reading)]
        self._rarity = Rarity()
        self._rarity.count(passage.stems for passage in self.passages)
        self._weights: dict[str, float] = {}
        self._holding: Mapping[str, list[int]] = self._index()

    def about(
        self, stems: frozenset[str], *, least: float
    ) -> list[tuple[Passage, float]]:
        """Return the sentences that hold at least `least` of what `stems` tell.

        With how much they hold, 0 to 1; in the order of their days.
        """
        rarest = sorted(
            stems, key=lambda stem: (len(self._holding.get(stem, ())), stem)
        )
        places = {
            place
            for stem in rarest[:_LOOKED_UP]
            if len(found := self._holding.get(stem, [])) <= _TOO_COMMON
            for place in found
        }
        held, wanted = [], min(_LEAST_SHARED, len(stems))
        for place in sorted(places):
            passage = self.passages[place]
            if len(stems & passage.stems) < wanted:
                continue
            share = self.share(stems, passage)
            if share >= least:
                held.append((passage, share))
        return held

    def share(self, stems: frozenset[str], passage: Passage) -> float:
        """Return how much of what `stems` tell stands in a sentence, 0 to 1."""
        shared = stems & passage.stems
        return self._sum(shared) / self._sum(stems) if shared else 0.0

    def _sum(self, stems: frozenset[str]) -> float:
        for stem in stems - self._weights.keys():
            self._weights[stem] = self._rarity.weight(stem)
        # In one order: sums of floats differ by it in their last digit.
        return math.fsum(sorted(self._weights[stem] for stem in stems))

    def holding(self, word: str) -> list[Passage]:
        """Return the sentences that hold a word of that stem, in order."""
        (stem,) = find_stems(word)
        return [self.passages[place] for place in self._holding.get(stem, ())]

    def _index(self) -> Mapping[str, list[int]]:
        holding: dict[str, list[int]] = defaultdict(list)
        for place, passage in enumerate(self.passages):
            for stem in passage.stems:
                holding[stem].append(place)
        return dict(holding)


def is_later(passage: Passage, document: str, span: Span, day: date | None) -> bool:
    """Whether a sentence stands after `span` in its text, or in a later report.

    Of reports without a day nobody can tell which is the later one.
    """
    if passage.document == document:
        return passage.span.start >= span.end
    return passage.day is not None and day is not None and passage.day > day


def _when(reading: Reading) -> tuple[date, str]:
    document = reading.document
    return document.published or date.max, document.id


def _passages(reading: Reading) -> Iterable[Passage]:
    document = reading.document
    for span in split_sentences(document.text):
        if any(span.overlaps(part) for part in document.furniture):
            continue
        words = document.quote(span)
        within = tuple(s for s in reading.signals if span.overlaps(s.trigger))
        stems = frozenset(find_stems(words))
        yield Passage(
            document.id,
            span,
            document.published,
            words.translate(_PLAIN),
            stems,
            within,
            tuple(
                action
                for action in reading.actions
                if action.status is Status.DONE and span.overlaps(action.span)
            ),
        )
