"""The log of reviews: only ever added to."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from backchannel.domain.reviews import Action, Review
from backchannel.store import rows
from backchannel.store.chunks import in_chunks
from backchannel.store.tables import reviews


def reviews_of(connection: Connection, record: str) -> list[Review]:
    """Return the whole log of one record, oldest first, undone reviews too."""
    return reviews_of_all(connection, [record]).get(record, [])


def reviews_of_all(
    connection: Connection, records: Iterable[str]
) -> dict[str, list[Review]]:
    """Return the log of each of these records that has one."""
    found: dict[str, list[Review]] = {}
    for some in in_chunks(records):
        wanted = select(reviews).where(reviews.c.record.in_(some))
        ordered = wanted.order_by(reviews.c.at, reviews.c.id)
        for row in connection.execute(ordered).mappings():
            found.setdefault(row["record"], []).append(rows.review_of(dict(row)))
    return found


def reviews_that(connection: Connection, actions: Iterable[Action]) -> list[Review]:
    """Return the reviews that do one of these, and what was undone, oldest first."""
    wanted = [*actions, Action.UNDO]
    found = select(reviews).where(reviews.c.action.in_([one.value for one in wanted]))
    ordered = found.order_by(reviews.c.at, reviews.c.id)
    return [rows.review_of(dict(row)) for row in connection.execute(ordered).mappings()]


def put_review(connection: Connection, review: Review) -> bool:
    """Add a review to the log; return whether it was not there yet."""
    known = select(reviews.c.id).where(reviews.c.id == review.id)
    if connection.execute(known).first():
        return False
    connection.execute(insert(reviews).values(rows.review_row(review)))
    return True


def all_reviews(connection: Connection) -> list[Review]:
    """Return the log of the whole case, oldest first."""
    ordered = select(reviews).order_by(reviews.c.at, reviews.c.id)
    return [rows.review_of(dict(row)) for row in connection.execute(ordered).mappings()]
