"""Many crises made out of a few: signals for measuring, as varied as those of a case.

Readings of a few crises in, signals of as many made-up ones as are wanted out. Each
made-up crisis is a copy of one that was read, in which

- every name is another: of `SIDES` sides that recur, some far oftener than others, and
  of persons who recur with them;
- of the other words `TURNED` are others, too: partly words of the readings, as frequent
  as there, partly invented ones, of which there are the more the larger the case is, as
  in any collection of texts (Heaps);
- the days are moved within `YEARS` years.

All documents of one crisis are turned alike, so they still report the same exchanges.
No two documents are copies. The same number gives the same crisis in every run.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, count

from backchannel.compare.wording import COMMON
from backchannel.domain.codec import signal_id, text_id
from backchannel.domain.kept import Entry
from backchannel.domain.reading import Reading
from backchannel.domain.signals import (
    UNKNOWN_SIDE,
    Interval,
    Party,
    Signal,
    Source,
    Time,
)
from backchannel.domain.text import Appearance, Document, Span, Stated

SIDES = 60
#: The share of words, names apart, that are others.
TURNED = 0.7
#: Of these, the share that is invented.
INVENTED = 0.3
YEARS = 10
#: Persons and places that a side is named with, over all crises.
NAMES_OF_SIDE = 40
#: Words of fewer letters stay, as those that all texts have.
SHORT = 4
#: Invented words there are to choose from, for each crisis so far.
NEW_WORDS = 25
_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an")]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the readings, and how many of them there are."""

    common: tuple[str, ...]
    #: Running totals of how often each stands there.
    totals: tuple[int, ...]
    #: Capitalised words that stand nowhere in lower case.
    names: frozenset[str]

    def draw(self, chosen: random.Random) -> str:
        """Return a word, each as probable as it is frequent."""
        place = chosen.random() * self.totals[-1]
        return self.common[bisect_right(self.totals, place)]


def count_words(readings: Iterable[Reading]) -> Words:
    """Return the words of the texts that tell something, and the names."""
    counts: dict[str, int] = {}
    capitalised = set()
    for reading in readings:
        for word in _WORD.findall(reading.document.text):
            if word[0].isupper():
                capitalised.add(word)
            elif len(word) >= SHORT and word not in COMMON:
                counts[word] = counts.get(word, 0) + 1
    lower = {word.capitalize() for word in counts} | {w.capitalize() for w in COMMON}
    totals = tuple(accumulate(counts.values()))
    return Words(tuple(counts), totals, frozenset(capitalised - lower))


def crises(readings: Sequence[Sequence[Reading]]) -> Iterator[Entry]:
    """Yield the signals of one made-up crisis after another, without an end.

    `readings` are those of the crises that were read, each with its documents.
    """
    words = count_words(reading for crisis in readings for reading in crisis)
    for number in count():
        turned = _Turned(number, words)
        for reading in readings[number % len(readings)]:
            yield from turned.entries(reading)


class _Turned:
    """One made-up crisis: what stands in it for each word, name and side."""

    def __init__(self, number: int, words: Words) -> None:
        self._number, self._words = number, words
        self._random = random.Random(number)
        self._said: dict[str, str] = {}
        self._sides: dict[str, str] = {UNKNOWN_SIDE: UNKNOWN_SIDE}
        self._days = timedelta(days=self._random.randrange(365 * YEARS))
        # The side whose names people have here: those of Zipf's law, the first most.
        self._home = self._rank()

    def entries(self, reading: Reading) -> list[Entry]:
        """Return the signals of the document, turned."""
        rewritten = _Rewritten(reading.document.text, self.say)
        shown, published = reading.document.appearance, reading.document.published
        document = Document(
            text_id(rewritten.text),
            rewritten.text,
            appearance=Appearance(
                outlet=shown.outlet,
                published=Stated(self._day(published), "made") if published else None,
            ),
            language="en",
        )
        return [
            Entry(self._signal(signal, document.id, rewritten.span), document)
            for signal in reading.signals
        ]

    def say(self, word: str) -> str:
        """Return the word that stands here for `word`, the same in every document."""
        said = self._said.get(word)
        if said is None:
            said = self._said[word] = self._choose(word)
        return said

    def _choose(self, word: str) -> str:
        if word in self._words.names:
            home = self._home if self._random.random() < 0.5 else self._rank()
            return _invent("name", home, self._random.randrange(NAMES_OF_SIDE)).title()
        short = len(word) < SHORT or word.casefold() in COMMON
        if short or self._random.random() >= TURNED:
            return word
        if self._random.random() >= INVENTED:
            return self._words.draw(self._random)
        known = NEW_WORDS * (self._number + 1)
        return _invent("word", self._random.randrange(known))

    def _side(self, side: str) -> str:
        while side not in self._sides:
            drawn = f"S{self._rank():02}"
            if drawn not in self._sides.values():
                self._sides[side] = drawn
        return self._sides[side]

    def _rank(self) -> int:
        """Return the number of a side, the first far oftener than the last."""
        return int(SIDES ** self._random.random()) - 1

    def _day(self, day: date) -> date:
        return day + self._days

    def _time(self, time: Time | None, move: "Mover") -> Time | None:
        if time is None:
            return None
        days = time.interval
        moved = days and Interval(
            days.start and self._day(days.start), days.end and self._day(days.end)
        )
        return Time(move(time.span), moved)

    def _signal(self, signal: Signal, document: str, move: "Mover") -> Signal:
        def parties(told: tuple[Party, ...]) -> tuple[Party, ...]:
            return tuple(
                Party(move(p.span), self._name(p.actor), self._side(p.side))
                for p in told
            )

        def moved(span: Span | None) -> Span | None:
            return span and move(span)

        trigger = move(signal.trigger)
        return replace(
            signal,
            id=signal_id(document, trigger.start, trigger.end),
            document=document,
            trigger=trigger,
            sentence=move(signal.sentence),
            sender=parties(signal.sender),
            recipient=parties(signal.recipient),
            intermediary=parties(signal.intermediary),
            content=moved(signal.content),
            condition=moved(signal.condition),
            consequence=moved(signal.consequence),
            time=self._time(signal.time, move),
            attribution=tuple(
                Source(move(s.span), s.kind, s.actor and self._name(s.actor))
                for s in signal.attribution
            ),
            gaps=(),
            why=(),
            repeats=None,
        )

    def _name(self, name: str) -> str:
        return _WORD.sub(lambda word: self.say(word.group()), name)


Mover = Callable[[Span], Span]


class _Rewritten:
    """A text with other words, and where its passages stand now."""

    def __init__(self, text: str, say: Callable[[str], str]) -> None:
        pieces, copied, length = [], 0, 0
        #: Where words begin and end, in the old text and in the new.
        self._old, self._new = [0], [0]
        for word in _WORD.finditer(text):
            said = say(word.group())
            pieces += [text[copied : word.start()], said]
            length += word.start() - copied
            self._old += [word.start(), word.end()]
            self._new += [length, length + len(said)]
            length, copied = length + len(said), word.end()
        self.text = "".join([*pieces, text[copied:]])

    def span(self, span: Span) -> Span:
        """Return where the passage stands now; a word it cuts is in it as a whole."""
        return Span(self._move(span.start), self._move(span.end, end=True))

    def _move(self, offset: int, *, end: bool = False) -> int:
        at = bisect_right(self._old, offset) - 1
        inside_word = at % 2 == 1
        if inside_word:
            cut = end and offset > self._old[at]
            return self._new[at + 1] if cut else self._new[at]
        return self._new[at] + offset - self._old[at]


def _invent(*key: str | int) -> str:
    """Return an invented word of three to five syllables, one for each key."""
    chosen = random.Random("/".join(map(str, key)))
    return "".join(chosen.choices(_SYLLABLES, k=chosen.randint(3, 5)))
