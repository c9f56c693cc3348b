"""Another copy of a case taken in: what it has more, and where reviews differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, select

from backchannel.domain.changes import Merged, Outcome
from backchannel.domain.reviews import Conflict, Review, find_conflicts
from backchannel.store import keep, load, log, reviewing
from backchannel.store.database import Database
from backchannel.store.tables import documents


def merge_cases(ours: Database, theirs: Database) -> Merged:
    """Add to `ours` what `theirs` has: documents, appearances, reviews.

    Signals of documents that both have stay as ours read them. Of two reviews that
    differ the later one holds, and both are told. One transaction: all or nothing.
    """
    with theirs.reading() as other, ours.writing() as own:
        had = log.all_reviews(own)
        said = log.all_reviews(other)
        added, printed = _put_documents(own, other)
        new = [review for review in said if log.put_review(own, review)]
        reviewing.judge_again(own, {review.record for review in new})
        reviewing.judge_actors(own)
    return Merged(added, printed, len(new), _conflicts(had, said))


def _put_documents(own: Connection, other: Connection) -> tuple[int, int]:
    added = printed = 0
    ordered = select(documents.c.number).order_by(documents.c.number)
    numbers = list(other.execute(ordered).scalars())
    for kept, reading in load.load_readings(other, numbers):
        if keep.tombstone_of(own, kept.document.id):
            continue
        if not keep.has_document(own, kept.document.id):
            name = kept.publications[0].name
            keep.put_reading(own, reading, name=name, reader=kept.reader)
            added += 1
        for one in kept.publications:
            shown = replace(kept.document, source=one.source, appearance=one.appearance)
            outcome = keep.put_appearance(own, shown, name=one.name)
            printed += outcome is not Outcome.SAME
    return added, printed


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
