"""Signals of a case in, exchanges with their accounts out.

A document is added at a time and compared only with what shares its blocks; earlier
comparisons stay. How rare a word is, is told from what came before, so another order
counts it slightly differently; `group_entries` counts the whole case first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from backchannel.compare import days
from backchannel.compare.blocks import Blocks
from backchannel.compare.copies import Copies, report_key
from backchannel.compare.disputes import conflict_values
from backchannel.compare.facts import Facts, find_facts
from backchannel.compare.features import WORDS, compare, shares_of, total
from backchannel.compare.groups import Groups, Scored
from backchannel.compare.weights import CONFLICT, ONE_EXCHANGE
from backchannel.compare.wording import Rarity
from backchannel.domain.chances import logistic
from backchannel.domain.exchanges import Account, Exchange, Grounds, Kind, Settled
from backchannel.domain.kept import Entry
from backchannel.domain.signals import Act
from backchannel.domain.text import Document

#: Pairs of lower log odds, of one exchange and of conflict, are forgotten.
FLOOR = -6.0
#: What texts date three days apart is not one: an `other_day` of so much takes that
#: from the log odds. Of 3,168 such pairs of the gold clusters, 7 are of one exchange.
_DAYS_APART, _CANNOT = 0.75, 8.0
#: Reasons that grounds show.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """What a pair is judged by: feature -> its weight in log odds."""

    #: That two signals report one exchange.
    one: Mapping[str, float] = field(default_factory=lambda: ONE_EXCHANGE, hash=False)
    #: That they are in conflict.
    conflict: Mapping[str, float] = field(default_factory=lambda: CONFLICT, hash=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two signals that were compared, by number, in log odds."""

    left: int
    right: int
    #: That both report one exchange.
    one: float
    #: That they are in conflict, whether or not they are of one exchange.
    conflict: float


class Grouping:
    """The signals of a case so far, and how they fit."""

    def __init__(
        self,
        settled: Settled | None = None,
        *,
        rarity: Rarity | None = None,
        weights: Weights | None = None,
    ) -> None:
        """Begin with nothing.

        Args:
            settled: what people said of the grouping.
            rarity: of a case that is known beforehand; else it is counted on the way.
            weights: others than those of the package.
        """
        self._settled, self.weights = settled or Settled(), weights or Weights()
        self._counts, self.rarity = rarity is None, rarity or Rarity()
        self.facts: list[Facts] = []
        self.pairs: list[Pair] = []
        self._numbers: dict[str, int] = {}
        self._blocks, self._copies = Blocks(self.rarity), Copies()
        #: Document -> the one that it is a copy of.
        self._originals: dict[str, str | None] = {}
        #: Original document -> key of a report -> number of its signal.
        self._reports: defaultdict[str, dict[str, int]] = defaultdict(dict)
        #: Number of a signal -> its copies.
        self._copied: defaultdict[int, list[Entry]] = defaultdict(list)

    def add(self, entries: Sequence[Entry]) -> None:
        """Add signals of one document, in text order, and compare them with the rest.

        Raises:
            ValueError: they are of several documents, or one was added before.
        """
        self._check(entries)
        if entries:
            self._add_new(self._without_copies(entries), compared=False)

    def know(self, entries: Sequence[Entry]) -> None:
        """Add signals of one document that were compared, and are no copies.

        What comparing them gave is told by `recall`.

        Raises:
            ValueError: as for `add`.
        """
        self._check(entries)
        if not entries:
            return
        document = entries[0].document
        self._originals[document.id] = None
        self._copies.remember(document)
        for number, entry in enumerate(entries, len(self.facts)):
            self._reports[document.id][report_key(entry)] = number
        self._add_new(entries, compared=True)

    def know_copy(self, entry: Entry, original: str) -> None:
        """Add a signal that was found to be the copy of another, which is there.

        Raises:
            KeyError: the original was not added.
        """
        number = self._numbers[original]
        self._originals[entry.document.id] = self.facts[number].document.id
        self._copied[number].append(entry)
        self._numbers[entry.signal.id] = number

    def recall(self, left: str, right: str, *, one: float, conflict: float) -> None:
        """Tell what comparing two signals gave; of one that is not here, nothing.

        Args:
            left: the id of a signal.
            right: that of another.
            one: the log odds that both report one exchange.
            conflict: those that they are in conflict.
        """
        ends = self._numbers.get(left), self._numbers.get(right)
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            a, b = sorted((ends[0], ends[1]))
            self.pairs.append(Pair(a, b, one, conflict))

    def _check(self, entries: Sequence[Entry]) -> None:
        documents = {entry.document.id for entry in entries}
        if len(documents) > 1:
            raise ValueError(f"signals of {len(documents)} documents at once")
        if known := [e.signal.id for e in entries if e.signal.id in self._numbers]:
            raise ValueError(f"added before: {known[0]}")

    def groups(self) -> Groups:
        """Return the groups of numbers that report one exchange each."""
        groups = Groups(len(self.facts))
        groups.settle(
            self._numbered(self._settled.together), self._numbered(self._settled.apart)
        )
        groups.join([Scored(pair.left, pair.right, pair.one) for pair in self.pairs])
        return groups

    def exchanges(self) -> tuple[Exchange, ...]:
        """Return every exchange, those with one account too, by their first report."""
        groups = self.groups()
        joins = defaultdict(list)
        odds = {(pair.left, pair.right): pair.one for pair in self.pairs}
        for left, right in groups.joins:
            one = odds.get((min(left, right), max(left, right)))
            joins[groups.of(left)].append(self._grounds(left, right, one))
        found = (
            Exchange(
                _kind([self.facts[number] for number in members]),
                self._accounts(members),
                tuple(joins[groups.of(members[0])]),
            )
            for members in groups.all()
        )
        return tuple(found)

    def placed(self) -> Iterator[list[tuple[str, str | None]]]:
        """Yield each exchange's ids of signals, each with its original's if a copy."""
        for members in self.groups().all():
            found: list[tuple[str, str | None]] = []
            for number in members:
                original = self.facts[number].signal.id
                copies = (entry.signal.id for entry in self._copied[number])
                found += [(original, None), *((copy, original) for copy in copies)]
            yield found

    def number(self, signal: str) -> int:
        """Return the number of a signal; of a copy, that of the original.

        Raises:
            KeyError: it was not added.
        """
        return self._numbers[signal]

    def _without_copies(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        document = entries[0].document
        if document.id not in self._originals:
            self._originals[document.id] = self._copies.find(document)
        original = self._originals[document.id]
        for entry in entries:
            key = report_key(entry)
            number = self._reports[original].get(key) if original else None
            if number is None or self._is_apart(entry, number):
                self._reports[document.id][key] = len(self.facts)
                yield entry
            else:
                self._copied[number].append(entry)
                self._numbers[entry.signal.id] = number

    def _is_apart(self, entry: Entry, number: int) -> bool:
        """Whether people said that a copy reports something else."""
        ends = frozenset((entry.signal.id, self.facts[number].signal.id))
        return ends in self._settled.apart

    def _add_new(self, entries: Iterable[Entry], *, compared: bool) -> None:
        new = []
        for entry in entries:
            self._numbers[entry.signal.id] = len(self.facts)
            self.facts.append(find_facts(entry))
            new.append(len(self.facts) - 1)
        if self._counts:
            count_facts(self.rarity, [self.facts[number] for number in new])
        for number in new:
            facts = self.facts[number]
            for other in () if compared else self._blocks.find(facts):
                self._compare(other, number)
            self._blocks.add(number, facts)

    def _compare(self, left: int, right: int) -> None:
        values = compare(self.facts[left], self.facts[right], self.rarity)
        one = total(values, self.weights.one)
        if values.get(days.other_day.__name__, 0.0) >= _DAYS_APART:
            one -= _CANNOT
        more = conflict_values(self.facts[left], self.facts[right], values)
        conflict = total(more, self.weights.conflict)
        if max(one, conflict) >= FLOOR:
            self.pairs.append(Pair(left, right, one, conflict))

    def _numbered(self, pairs: Iterable[frozenset[str]]) -> Iterator[tuple[int, int]]:
        """Yield pairs of ids as numbers; of signals that are not here, none."""
        for pair in pairs:
            known = sorted({self._numbers[id] for id in pair if id in self._numbers})
            if len(known) == 2:
                yield known[0], known[1]

    def _grounds(self, left: int, right: int, one: float | None) -> Grounds:
        a, b = self.facts[left], self.facts[right]
        ids = a.signal.id, b.signal.id
        if frozenset(ids) in self._settled.together:
            return Grounds(*ids, chance=1.0, settled="a person merged them")
        values = compare(a, b, self.rarity)
        shares = shares_of(values, self.weights.one, WORDS)
        odds = total(values, self.weights.one) if one is None else one
        chance = logistic((odds,), (1.0,))
        return Grounds(*ids, chance=round(chance, 3), shares=shares[:_SHOWN])

    def _accounts(self, members: Sequence[int]) -> tuple[Account, ...]:
        by_document = defaultdict(list)
        for number in members:
            by_document[self.facts[number].document.id].append(number)
        accounts = [self._account(numbers) for numbers in by_document.values()]
        accounts.sort(key=lambda pair: pair[0])
        return tuple(account for _, account in accounts)

    def _account(self, numbers: Sequence[int]) -> tuple[tuple[date, str], Account]:
        document = self.facts[numbers[0]].document
        copies = [entry for number in numbers for entry in self._copied[number]]
        texts = {e.document.id: e.document for e in copies}
        printed = [document, *(texts[id] for id in sorted(texts))]
        account = Account(
            document.id,
            tuple(self.facts[number].signal.id for number in numbers),
            tuple(dict.fromkeys(filter(None, map(_outlet, printed)))),
            tuple(sorted(texts)),
            tuple(entry.signal.id for entry in copies),
        )
        return (document.published or date.max, document.id), account


def count_facts(rarity: Rarity, facts: Sequence[Facts]) -> None:
    """Count what is told, and the words of its sentences, each sentence once."""
    sentences = {(one.document.id, one.signal.sentence): one.sentence for one in facts}
    rarity.count(sentences.values())
    rarity.count_kinds(kind for one in facts for kind in one.kinds)


def count_entries(entries: Iterable[Entry]) -> Rarity:
    """Return how rare words and kinds of things are in `entries`, a whole case."""
    rarity = Rarity()
    count_facts(rarity, [find_facts(entry) for entry in entries])
    return rarity


def group_entries(
    entries: Iterable[Entry],
    settled: Settled | None = None,
    weights: Weights | None = None,
) -> Grouping:
    """Return the grouping of all `entries`, in whatever order they come."""
    entries = list(entries)
    rarity = count_entries(entries)
    documents: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        documents[entry.document.id].append(entry)
    grouping = Grouping(settled, rarity=rarity, weights=weights)
    for signals in sorted(documents.values(), key=_by_publication):
        grouping.add(sorted(signals, key=lambda e: (e.signal.trigger, e.signal.id)))
    return grouping


def _by_publication(entries: Sequence[Entry]) -> tuple[date, str]:
    document = entries[0].document
    return document.published or date.max, document.id


def _kind(facts: Sequence[Facts]) -> Kind:
    contacts = sum(one.signal.act is Act.CONSULT for one in facts)
    return Kind.CONTACT if 2 * contacts >= len(facts) else Kind.MESSAGE


def _outlet(document: Document) -> str | None:
    stated = document.appearance.outlet
    return stated.value if stated else None
