"""Noun phrases and groups of verbs in a sentence, by closed classes of words.

A sentence in, words and runs of words out. No parser: what stands between words that
cannot belong to a noun phrase is taken for one.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from backchannel.reconstruct.deedwords import ING, PAST, VERBS
from backchannel.reconstruct.times import find_times

_WORD = re.compile(
    r"\$?\d[\d,.]*\d|U\.S\.|U\.N\.|[^\W_]+(?:[-'’][^\W_]+)*['’]?|[^\w\s]", re.UNICODE
)


def words_of(words: str) -> frozenset[str]:
    """Return the set of some words."""
    return frozenset(words.split())


BE = words_of("be is are was were been being am 's got")
HAVE = words_of("has have had having")
MODALS = words_of("will would shall should may might can could must 'll won't wouldn't")
_DO = words_of(
    "do does did don't doesn't didn't cannot can't couldn't isn't aren't wasn't"
)
AUXILIARIES = BE | HAVE | MODALS | _DO | words_of("weren't hasn't haven't hadn't")
NEGATIONS = words_of("not never no neither nor cannot")
ADVERBS = words_of(
    "also again then now later soon already even still reportedly allegedly just first"
    " once twice both have been ever only yet twice together back repeatedly"
)
DETERMINERS = words_of(
    "the a an this that these those its his her their our your my some any no every"
    " each several many two three four five six seven eight nine ten dozens more"
)
RELATIVES = words_of("which who that whom whose")
JOINING = words_of("and or but nor as")
#: Open a clause of their own.
OPENING = words_of(
    "that if when whenever while after before because whether although though unless"
    " until since as once where how why what so than"
)
PREPOSITIONS = words_of(
    "in on at near over from into to against with by for inside outside off around"
    " along across through during under between towards toward upon within behind amid"
    " beyond via about despite after before since until following without except"
)
PARTICLES = words_of("out up down away")
#: Forms of verbs of saying, thinking and willing, after which a clause begins.
TELLING = words_of(
    "say says said saying tell tells told report reports reported claim claims claimed"
    " claiming allege alleges alleged confirm confirms confirmed announce announces"
    " announced warn warns warned warning deny denies denied denying insist insists"
    " insisted believe believes believed think thinks thought fear fears feared hope"
    " hopes hoped suggest suggests suggested show shows showed shown add adds added"
    " know knew known mean means meant vow vows vowed threaten threatens threatened"
    " argue argued acknowledge acknowledged admit admits admitted state stated accuse"
    " accuses accused condemn condemns condemned blame blames blamed demand demands"
    " demanded expect expects expected agree agrees agreed refuse refuses refused"
    " began begin begins begun start started continue continues continued plan plans"
    " planned prepare prepares preparing intend intends order orders ordered urge urges"
    " urged ask asks asked call calls called want wants wanted force forced try tried"
    " pledge pledges pledged promise promised decide decided fail fails failed seek"
    " seeks sought stop stops stopped halted ended managed rule ruled rules reject"
    " rejected rejects killed left made went came took saw sent"
)
_NO_VERB = words_of("armed united allied so-called led backed-up wounded")


#: No noun phrase has more words; long sentences are gone through once all the same.
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a sentence."""

    text: str
    #: Offsets in the sentence.
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case, with plain apostrophes."""
        return self.text.casefold().replace("’", "'")

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum() and self.text[0] != "$"

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name."""
        return self.text[0].isupper()


#: A run of words, [first, last).
Run = tuple[int, int]


class Phrases:
    """The words of one sentence, and what stands around each of them."""

    def __init__(self, sentence: str) -> None:
        self.text = sentence
        self.words = tuple(
            Word(hit.group(), *hit.span()) for hit in _WORD.finditer(sentence)
        )

    @cached_property
    def times(self) -> tuple[tuple[int, int], ...]:
        """Where expressions of time stand, in offsets of the sentence."""
        return tuple(find_times(self.text))

    @cached_property
    def timed(self) -> frozenset[int]:
        """The words that belong to expressions of time."""
        ends = [word.end for word in self.words]
        starts = [word.start for word in self.words]
        return frozenset(
            at
            for start, end in self.times
            for at in range(bisect_right(ends, start), bisect_left(starts, end))
        )

    def low(self, at: int) -> str:
        """Return the word in lower case, "" beyond the ends of the sentence."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def quote(self, run: Run) -> str:
        """Return the words of a run as they stand."""
        return self.text[self.words[run[0]].start : self.words[run[1] - 1].end]

    def is_verb(self, at: int) -> bool:
        """Whether the word is likely a finite verb or a participle that ends a phrase.

        "-ed" before a noun is an adjective: "armed men".
        """
        low = self.low(at)
        if at > 0 and self.words[at].is_name:
            return False
        if low in AUXILIARIES or low in TELLING:
            return self.low(at - 1) not in DETERMINERS
        if any(form == PAST for _, form in VERBS.get(low, ())):
            return self.low(at - 1) not in DETERMINERS and not self._before_noun(at)
        is_past = low.endswith("ed") and len(low) > 4 and "-" not in low
        if not is_past or low in _NO_VERB:
            return False
        return self.low(at - 1) not in DETERMINERS and not self._before_noun(at)

    def _before_noun(self, at: int) -> bool:
        """Whether a plain word follows, as after an adjective."""
        after = self.low(at + 1)
        if not after or self.words[at + 1].is_mark or after in DETERMINERS:
            return False
        plain = after not in PREPOSITIONS | JOINING | OPENING | AUXILIARIES
        name = self.words[at + 1].is_name or after[0].isdigit()
        return (
            plain
            and not name
            and not after.endswith("ly")
            and at > 0
            and (
                at + 1 not in self.timed
                and self.low(at - 1) in DETERMINERS | PREPOSITIONS
            )
        )

    def group_start(self, at: int) -> int:
        """Return where the group of the verb at `at` begins: "has not yet been"."""
        first = at
        while first > 0:
            low = self.low(first - 1)
            inner = low in AUXILIARIES | NEGATIONS | ADVERBS or (
                low.endswith("ly") and low not in ("family", "ally", "italy")
            )
            if not inner or first - 1 in self.timed:
                break
            first -= 1
        return first

    def after(self, at: int) -> Run | None:
        """Return the noun phrase that begins at `at`, None where there is none."""
        first = at
        while self.low(first) in ADVERBS or self.low(first).endswith("ly"):
            first += 1
        last = first
        longest = min(first + LONGEST, len(self.words))
        while last < longest and self._goes_on(first, last):
            last += 1
        while last > first and self.low(last - 1) in JOINING | {"of"}:
            last -= 1
        return (first, last) if last > first else None

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether the phrase from `first` goes on with the word at `at`."""
        word, low = self.words[at], self.low(at)
        if at in self.timed or (word.is_mark and low not in ("-", "&", "/")):
            return False
        if low == "of":
            return at > first
        if low in ("and", "or", "&"):
            return at > first and self._joins_nouns(at)
        closed = low in PREPOSITIONS | OPENING | PARTICLES | RELATIVES
        if closed and not (at == first and low in DETERMINERS):
            return False
        if low in AUXILIARIES or (low in NEGATIONS and low != "no"):
            return False
        if at > first and low in DETERMINERS and self.low(at - 1) not in _LINKS:
            return False
        if at > first and any(form == ING for _, form in VERBS.get(low, ())):
            return False
        return at == first or not self.is_verb(at)

    def _joins_nouns(self, at: int) -> bool:
        """Whether what follows the "and" is another noun phrase, and no new clause."""
        after = at + 1
        if after >= len(self.words) or after in self.timed or self.is_verb(after):
            return False
        low = self.low(after)
        if low in PREPOSITIONS | AUXILIARIES | OPENING | ADVERBS | NEGATIONS | {"of"}:
            return False
        if low in VERBS or low.endswith("ly"):
            return False
        for here in range(after, min(after + LONGEST, len(self.words))):
            if self.words[here].is_mark or self.low(here) in PREPOSITIONS:
                return True
            if self.is_verb(here):
                return False
        return True

    def before(self, at: int) -> Run | None:
        """Return the noun phrase that ends right before `at`, None where none does.

        With what hangs on it, "rebels in the east", but cut before that.
        """
        first = at
        while first > max(at - LONGEST, 0) and not self._is_border(first - 1):
            first -= 1
        first = self._after_object(first, at)
        while first < at and self.low(first) in JOINING | {"of"}:
            first += 1
        if first < at and self.low(first) in PREPOSITIONS:
            first += 1
        return self._head(first, at) if first < at else None

    def _is_border(self, at: int) -> bool:
        word, low = self.words[at], self.low(at)
        if at in self.timed or (word.is_mark and low not in ("-", "&", "/")):
            return True
        if low in OPENING and low != "as":
            return True
        return self.is_verb(at) or self._is_infinitive(at)

    def _is_infinitive(self, at: int) -> bool:
        """Whether it stands after "to" and has an object: "to close a base"."""
        if self.low(at - 1) != "to" or self.words[at].is_name:
            return False
        return at + 1 < len(self.words) and self.low(at + 1) in DETERMINERS

    def _after_object(self, first: int, at: int) -> int:
        """Leave out the object of the verb before: "bombed Gori and troops took"."""
        if first == 0 or not self.is_verb(first - 1) or self.low(first - 1) in TELLING:
            return first
        for here in range(at - 1, first, -1):
            if self.low(here) in ("and", "but"):
                return here + 1
        return first

    def _head(self, first: int, at: int) -> Run:
        """Return the phrase without what hangs on it, unless that tells whose it is."""
        for here in range(first + 1, at):
            if self.low(here) in PREPOSITIONS:
                named = any(word.is_name for word in self.words[first + 1 : here])
                named = named or (self.words[first].is_name and first > 0)
                tells = self.low(here) in _TELLING_WHOSE and not named
                end = self.after(here + 1) if tells else None
                return (first, min(end[1], at)) if end else (first, here)
        return (first, at)


_LINKS = frozenset(("and", "or", "of", "&"))
_TELLING_WHOSE = frozenset(("in", "from", "of", "at"))
