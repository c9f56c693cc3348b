"""Another copy of a case taken in: what it has more, and where reviews differ."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from backchannel.domain.changes import Merged, Outcome
from backchannel.domain.kept import Publication
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Action, Conflict, Review, find_conflicts
from backchannel.domain.text import Document
from backchannel.store import find, grouped, keep, load, log, reviewing
from backchannel.store.database import Connection, Database


def merge_cases(ours: Database, theirs: Database) -> Merged:
    """Add to `ours` what `theirs` has: documents, appearances, reviews.

    Signals of documents that both have stay as ours read them; those that only theirs
    read come along if somebody reviewed them. Of two reviews that differ the later one
    holds, and both are told. What one of the copies took out is told, too, and stays
    where it is. One transaction: all or nothing.
    """
    with theirs.reading() as other, ours.writing() as own:
        had, said = log.all_reviews(own), log.all_reviews(other)
        new = [review for review in said if log.put_review(own, review)]
        added, printed = _put_documents(own, other, _named(said))
        reviewing.judge_again(own, {review.record for review in new})
        reviewing.judge_actors(own)
        grouped.forget(own, grouped.numbers_of(own, _settled_anew(new)))
        removed = [
            stone
            for stone in load.load_tombstones(other)
            if keep.has_document(own, stone.document)
        ]
    return Merged(added, printed, len(new), _conflicts(had, said), tuple(removed))


def _named(said: Iterable[Review]) -> set[str]:
    """Return the ids of all that was reviewed, both of two that were settled."""
    settled = (r.value for r in said if r.action in (Action.TOGETHER, Action.APART))
    return {review.record for review in said} | set(settled)


def _settled_anew(new: Iterable[Review]) -> set[str]:
    """Return the ids of signals that new reviews group or part, or did."""
    settling = (Action.TOGETHER, Action.APART, Action.UNDO)
    ends = ((r.record, r.value, r.before) for r in new if r.action in settling)
    return {end for some in ends for end in some if isinstance(end, str)}


def _put_documents(
    own: Connection, other: Connection, reviewed: Collection[str]
) -> tuple[int, int]:
    added = printed = 0
    everything = find.added_documents(other)
    for kept, reading in load.load_readings(other, everything):
        if keep.tombstone_of(own, kept.document.id):
            continue
        if keep.has_document(own, kept.document.id):
            _put_reviewed(own, reading, reviewed)
            keep.add_derived(own, reading)
        else:
            first = kept.publications[0]
            document = _shown(kept.document, first)
            keep.put_reading(
                own,
                replace(reading, document=document),
                name=first.name,
                reader=kept.reader,
            )
            added += 1
        for one in kept.publications:
            outcome = keep.put_appearance(
                own, _shown(kept.document, one), name=one.name, added=one.added
            )
            printed += outcome is not Outcome.SAME
    return added, printed


def _put_reviewed(own: Connection, reading: Reading, reviewed: Collection[str]) -> None:
    """Take in the signals that only the other copy read, and that were reviewed."""
    ours = keep.signal_ids(own, reading.document.id)
    more = [
        replace(signal, repeats=None)
        for signal in reading.signals
        if signal.id in reviewed and signal.id not in ours
    ]
    if more:
        keep.add_signals(own, reading.document, more)


def _shown(document: Document, printed: Publication) -> Document:
    return replace(document, source=printed.source, appearance=printed.appearance)


def _conflicts(
    ours: Iterable[Review], theirs: Iterable[Review]
) -> tuple[Conflict, ...]:
    left, right = _by_record(ours), _by_record(theirs)
    both = sorted(left.keys() & right.keys())
    return tuple(c for one in both for c in find_conflicts(left[one], right[one]))


def _by_record(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    found: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        found[review.record].append(review)
    return found
