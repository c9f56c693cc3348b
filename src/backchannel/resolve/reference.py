"""The reference table of actors: which words name which state, body, group or person.

CSV text in (`parse`), a `Reference` out that looks names up, whole mentions or names
that stand in running text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from backchannel.domain.text import Span
from backchannel.resolve.rows import EXACT, KINDS, Entry, Naming, read
from backchannel.resolve.spelling import Word, words

__all__ = ["Entry", "Reference", "parse"]

_ARTICLE = "the"
#: Tied to a name that tells whom someone is against or for.
_STANCE = re.compile(r"\b(?:anti|ex|non|post|pre|pro)[-‑]\Z", re.IGNORECASE)
#: Tied to a name that tells on whom someone leans, or where they are.
_LEANING = re.compile(
    r"[-‑](?:administered|affiliated|aligned|allied|appointed|armed|backed|based|born"
    r"|brokered|built|controlled|designated|educated|engineered|era|financed|friendly"
    r"|funded|held|imposed|inspired|installed|leaning|led|linked|made|mediated|occupied"
    r"|orchestrated|organi[sz]ed|oriented|owned|proposed|ruled|run|speaking|sponsored"
    r"|style|supplied|supported|trained)\b",
    re.IGNORECASE,
)
#: After a name with "the" ("the Independent") a capital makes it another ("the
#: Independent Electoral Commission").
_GOES_ON = re.compile(r" [A-Z]")
_LONGEST_STANCE = len(" post-")


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a name."""

    folded: tuple[str, ...]
    entry: Entry
    #: The only way to write it; None where case and diacritics do not count.
    exact: tuple[str, ...] | None
    #: Running text must write it with a capital: "Turkey", not "turkey".
    proper: bool


class Reference:
    """Names, and what they stand for.

    Case, diacritics, apostrophes, hyphens and the dots of abbreviations do not count,
    nor does a closing "'s" or an opening "the". Abbreviations in capitals count only in
    capitals ("US", never "us"); a name that the tables write with "the" needs it ("the
    West").
    """

    def __init__(self, namings: Sequence[Naming]) -> None:
        rank = {kind: place for place, kind in enumerate(KINDS)}
        ordered = sorted(namings, key=lambda naming: rank[naming[1].kind])
        self._names = _Index([name for name in ordered if name[1].kind != "office"])
        self._offices = _Index([name for name in ordered if name[1].kind == "office"])

    def find(self, words: str) -> Entry | None:
        """Return what the whole of `words` most likely names; None if nothing here."""
        entries = self.all(words)
        return entries[0] if entries else None

    def all(self, words: str) -> tuple[Entry, ...]:
        """Return everything that the whole of `words` may name, the likeliest first."""
        entries = (*self._names.exactly(words), *self._offices.exactly(words))
        return tuple(entry for entry in entries if entry.kind != "decoy")

    def within(self, text: str, start: int, end: int) -> list[tuple[Span, Entry]]:
        """Return the names in text[start:end], in order, never overlapping.

        Of two that overlap the one that starts first, then the longer one. Names need
        their capitals here, stand alone ("US" in "US-Iran" does, in "US-backed" it does
        not), and are skipped inside words that mean something else ("South China Sea").
        Offices are not among them: see `office`. Spans leave out "the" and "'s".
        """
        found = self._names.within(text, start, end)
        return [(span, entry) for span, entry in found if entry.kind != "decoy"]

    def office(self, words: str) -> tuple[Entry, ...]:
        """Return the offices named in `words`, in order, in their normal form.

        The side is that of the only state or organisation that has the office, else
        "unknown". Of "deputy foreign minister" that office only, not also "foreign
        minister".
        """
        found = self._offices.within(words, 0, len(words))
        return tuple(entry for _, entry in found)


def parse(tables: Mapping[str, str]) -> Reference:
    """Return the reference that `tables` hold, file name ("states.csv") to CSV text.

    Raises:
        ValueError: a row is broken; the message names file, line and problem.
    """
    return Reference(read(tables))


#: Characters; no name of the tables is longer.
_LONGEST_NAME = 200


class _Index:
    """Names by their folded words."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        #: Names by folded words, the likeliest first.
        self._names: dict[tuple[str, ...], list[_Name]] = {}
        #: First word -> how many words the names have that begin so, most first.
        self._lengths: dict[str, list[int]] = {}
        #: Texts repeat their mentions.
        self._exactly = lru_cache(maxsize=16384)(self._look_up)
        for written, entry in namings:
            self._add(_name(written, entry))

    def _add(self, name: _Name) -> None:
        self._names.setdefault(name.folded, []).append(name)
        lengths = self._lengths.setdefault(name.folded[0], [])
        if len(name.folded) not in lengths:
            lengths.append(len(name.folded))
            lengths.sort(reverse=True)

    def exactly(self, mention: str) -> tuple[Entry, ...]:
        """Return what the whole mention names, likeliest first."""
        if len(mention) > _LONGEST_NAME:
            return ()
        return self._exactly(mention)

    def _look_up(self, mention: str) -> tuple[Entry, ...]:
        read = words(mention, 0, len(mention))
        if read and read[-1].folded in ".,":
            read.pop()
        names = self._spelled(read)
        if names and read[0].folded == _ARTICLE and not _capital(read):
            # "the times" is no newspaper, though "kremlin" is the Kremlin.
            names = [name for name in names if not name.proper]
        if not names and read and read[0].folded == _ARTICLE:
            names = self._spelled(read[1:])
        return tuple(dict.fromkeys(name.entry for name in names))

    def within(self, text: str, start: int, end: int) -> list[tuple[Span, Entry]]:
        """Return the names in text[start:end], leftmost and longest first."""
        read = words(text, start, end)
        found = []
        at = 0
        while at < len(read):
            match = self._longest(text, read, at)
            if match is None:
                at += 1
                continue
            size, span, name = match
            found.append((span, name.entry))
            at += size
        return found

    def _longest(
        self, text: str, read: Sequence[Word], at: int
    ) -> tuple[int, Span, _Name] | None:
        first = read[at]
        lengths = self._lengths.get(first.folded, ())
        if first.bare is not None:
            lengths = (*lengths, 1)
        for size in lengths:
            run = read[at : at + size]
            for name in self._spelled(run) if len(run) == size else ():
                span = _extent(run, name)
                if _stands(text, run, span, name):
                    return size, span, name
        return None

    def _spelled(self, run: Sequence[Word]) -> list[_Name]:
        """Return the names that `run` spells, with or without its last "'s"."""
        for reading in _readings(run):
            names = self._names.get(tuple([word.folded for word in reading]), ())
            written = tuple([word.written for word in reading]) if names else ()
            fitting = [name for name in names if name.exact in (None, written)]
            if fitting:
                return fitting
        return []


def _readings(run: Sequence[Word]) -> list[Sequence[Word]]:
    if not run or run[-1].bare is None:
        return [run]
    # "Islamic State's" is of the Islamic State before it is of Islamic states.
    return [[*run[:-1], run[-1].bare], run]


def _extent(run: Sequence[Word], name: _Name) -> Span:
    last = run[-1]
    if last.bare is not None and last.folded != name.folded[-1]:
        last = last.bare
    return Span(run[0].start, last.end)


def _stands(text: str, run: Sequence[Word], span: Span, name: _Name) -> bool:
    """Whether `run`, in running text, is the name and not a part of another."""
    if name.proper and not _capital(run):
        return False
    goes_on = name.folded[0] == _ARTICLE and _GOES_ON.match(text, span.end)
    return not goes_on and not _inside_compound(text, span)


def _capital(run: Sequence[Word]) -> bool:
    named = run[1:] if run[0].folded == _ARTICLE else run
    return any(word.written != word.written.lower() for word in named)


def _inside_compound(text: str, span: Span) -> bool:
    """Whether a hyphen ties the name to what makes it none of an actor."""
    before = text[max(span.start - _LONGEST_STANCE, 0) : span.start]
    return bool(_STANCE.search(before) or _LEANING.match(text, span.end))


def _name(written: str, entry: Entry) -> _Name:
    """Return the name written so in a table.

    `=` before it, or capitals only, ask for just that spelling.
    """
    spelling = written.removeprefix(EXACT)
    read = words(spelling, 0, len(spelling))
    only = written != spelling or (spelling.isupper() and len(read) == 1)
    return _Name(
        tuple(word.folded for word in read),
        entry,
        tuple(word.written for word in read) if only else None,
        _capital(read),
    )
