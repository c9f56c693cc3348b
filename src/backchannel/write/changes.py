"""What adding and rereading changed, and where reviews differ: in lines and JSON."""

from collections.abc import Iterator

from backchannel.domain.changes import Added, Reread
from backchannel.domain.forms import Json, signal_form
from backchannel.domain.reviews import Conflict, Review
from backchannel.domain.signals import Signal
from backchannel.domain.text import Document
from backchannel.write import phrases
from backchannel.write.lists import who
from backchannel.write.visible import make_line

#: What is no field of the ledger but a note on one.
_ASIDE = ("id", "confidence", "why", "gaps")


def added_form(added: Added) -> dict[str, Json]:
    """Return what became of a document that was added."""
    read = added.reading
    return {
        "id": added.document.id,
        "outcome": added.outcome,
        "signals": len(read.signals) if read else 0,
        "unread": read.unread if read else None,
        "title": _title(added.document),
    }


def added_line(added: Added) -> str:
    """Return what became of a document that was added, as a line."""
    told = ""
    if added.reading:
        found = phrases.counted(len(added.reading.signals), "signal")
        told = f" · {added.reading.unread or found}"
    name = f"{added.document.id[: phrases.SHORT]}  {added.outcome}"
    return make_line(f"{name}: {_title(added.document)}{told}")


def _title(document: Document) -> str:
    shown = document.appearance.title
    return shown.value if shown else document.place


def changed_fields(old: Signal, new: Signal) -> list[str]:
    """Return the fields in which two readings of a signal differ."""
    left, right = signal_form(old), signal_form(new)
    return [name for name in left if name not in _ASIDE and left[name] != right[name]]


def change_form(change: Reread) -> dict[str, Json]:
    """Return what reading one document again changed."""
    return {
        "document": change.document,
        "added": [signal_form(signal) for signal in change.added],
        "removed": [signal_form(signal) for signal in change.removed],
        "stayed": [signal_form(signal) for signal in change.stayed],
        "changed": [
            {
                "id": new.id,
                "fields": changed_fields(old, new),
                "before": signal_form(old),
                "after": signal_form(new),
            }
            for old, new in change.changed
        ],
    }


def change_lines(change: Reread) -> Iterator[str]:
    """Yield a line for the document and one for each signal that changed."""
    counts = (
        f"{len(change.added)} added, {len(change.removed)} gone,"
        f" {len(change.changed)} changed"
    )
    yield f"{change.document[: phrases.SHORT]}  {counts}"
    for sign, signals in (("+", change.added), ("-", change.removed)):
        for signal in signals:
            yield make_line(f"  {sign} {_brief(signal)}")
    for signal in change.stayed:
        yield make_line(f"  = {_brief(signal)}: not read any more, kept as reviewed")
    for old, new in change.changed:
        fields = ", ".join(changed_fields(old, new)) or "gaps"
        yield make_line(f"  ~ {_brief(new)}: {fields}")


def _brief(signal: Signal) -> str:
    return f"{signal.id[: phrases.SHORT]} {signal.act} {who(signal)}"


def conflict_form(conflict: Conflict) -> dict[str, Json]:
    """Return two reviews that differ."""
    return {
        "record": conflict.record,
        "about": conflict.about,
        "ours": _said(conflict.ours),
        "theirs": _said(conflict.theirs),
    }


def conflict_line(conflict: Conflict) -> str:
    """Return two reviews that differ, as a line; the later one holds."""
    ours, theirs = conflict.ours, conflict.theirs
    later = "theirs" if theirs.at > ours.at else "ours"
    return make_line(
        f"{conflict.record[: phrases.SHORT]}  {conflict.about}: {_told(ours)} against"
        f" {_told(theirs)}; {later} holds, being later"
    )


def _said(review: Review) -> dict[str, Json]:
    return {
        "action": review.action,
        "value": review.value,
        "who": review.who,
        "at": review.at.isoformat(),
    }


def _told(review: Review) -> str:
    value = f" {review.value}" if review.value is not None else ""
    return f"{review.action}{value} by {review.who}"
