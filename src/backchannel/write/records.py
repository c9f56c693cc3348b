"""Records of a case as values of JSON, for lists, `show` and programs.

docs/cli.md describes every key.
"""

from collections.abc import Iterable, Sequence

from backchannel.domain.candidates import Candidate
from backchannel.domain.forms import (
    Json,
    appearance_form,
    day_form,
    signal_form,
    span_form,
)
from backchannel.domain.kept import (
    CaseActor,
    Entry,
    Kept,
    Listed,
    Publication,
    Stats,
)
from backchannel.domain.reviews import Review
from backchannel.domain.signals import Interval


def entry_form(entry: Entry) -> dict[str, Json]:
    """Return a signal of a case, with its quote, its document and its review."""
    shown = appearance_form(entry.document.appearance)
    return {
        **signal_form(entry.signal),
        "quote": entry.quote,
        "marks": [span_form(mark) for mark in entry.marks],
        "document": entry.document.id,
        **{name: shown[name] for name in ("title", "outlet", "published", "url")},
        "review": entry.opinion.state,
        "tags": list(entry.opinion.tags),
        "notes": list(entry.opinion.notes),
    }


def publication_form(printed: Publication) -> dict[str, Json]:
    """Return one appearance of a document."""
    return {
        **appearance_form(printed.appearance),
        "source": printed.source,
        "name": printed.name,
        "version": printed.version,
        "added": printed.added.isoformat(),
    }


def listed_form(listed: Listed, entries: Iterable[Entry] = ()) -> dict[str, Json]:
    """Return a document as lists show it, with signals where some are given."""
    form = {
        "id": listed.document.id,
        "language": listed.document.language,
        "unread": listed.unread,
        "signals": listed.signals,
        "appearances": [publication_form(one) for one in listed.publications],
        "marks": [span_form(mark) for mark in listed.marks],
    }
    given = [entry_form(entry) for entry in entries]
    return form | {"entries": given} if given else form


def kept_form(kept: Kept) -> dict[str, Json]:
    """Return a document with its text and all that is kept of it."""
    document = kept.document
    return {
        "id": document.id,
        "language": document.language,
        "furniture": [span_form(part) for part in document.furniture],
        "unread": kept.reading.unread,
        "reader": kept.reader,
        "text": document.text,
        "appearances": [publication_form(one) for one in kept.publications],
        "entries": [entry_form(entry) for entry in kept.entries],
    }


def actor_form(actor: CaseActor) -> dict[str, Json]:
    """Return an actor of a case."""
    return {
        "id": actor.id,
        "name": actor.name,
        "side": actor.side,
        "signals": actor.signals,
        "spellings": list(actor.spellings),
        "documents": list(actor.documents),
        "offices": {office: _days_form(days) for office, days in actor.offices.items()},
    }


def _days_form(days: Interval | None) -> list[str | None] | None:
    return [day_form(days.start), day_form(days.end)] if days else None


def candidate_form(pair: Candidate) -> dict[str, Json]:
    """Return two actors that may be one."""
    return {
        "left": {"id": pair.left.id, "name": pair.left.name, "side": pair.left.side},
        "right": {
            "id": pair.right.id,
            "name": pair.right.name,
            "side": pair.right.side,
        },
        "score": pair.score,
        "reasons": list(pair.reasons),
    }


def review_form(review: Review) -> dict[str, Json]:
    """Return one thing that a person said."""
    return {
        "id": review.id,
        "record": review.record,
        "action": review.action,
        "field": review.field,
        "value": review.value,
        "before": review.before,
        "who": review.who,
        "at": review.at.isoformat(),
    }


def record_form(
    record: Entry | Kept | CaseActor, reviews: Sequence[Review]
) -> dict[str, Json]:
    """Return whatever `show` shows, with what was said of it."""
    if isinstance(record, Entry):
        form = entry_form(record)
    elif isinstance(record, Kept):
        form = kept_form(record)
    else:
        form = actor_form(record)
    return form | {"reviews": [review_form(review) for review in reviews]}


def stats_form(stats: Stats) -> dict[str, Json]:
    """Return the counts of a case."""
    return {
        "documents": stats.documents,
        "unread": stats.unread,
        "appearances": stats.appearances,
        "signals": stats.signals,
        "actors": stats.actors,
        "reviews": stats.reviews,
        "days": _days_form(stats.days),
        "by": {field: dict(counts) for field, counts in stats.by.items()},
    }
