"""One record of a case, in full, on a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TextIO

from backchannel.domain.kept import CaseActor, Entry, Kept, Publication, Stats
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Review
from backchannel.domain.signals import Signal
from backchannel.write import phrases
from backchannel.write.table import write_table
from backchannel.write.visible import make_visible

#: Values of a field that `stats` prints.
_MOST = 12


def write_record(
    record: Entry | Kept | CaseActor, reviews: Sequence[Review], stream: TextIO
) -> None:
    """Print a signal, a document or an actor, and what was said of it."""
    if isinstance(record, Entry):
        write_table([Reading(record.document, (_alone(record),))], stream)
        lines = list(_about_signal(record))
    elif isinstance(record, Kept):
        write_table([record.reading], stream)
        lines = [_appearance(one) for one in record.publications]
        if record.reading.unread:
            lines.append(f"not read: {record.reading.unread}")
    else:
        lines = list(_about_actor(record))
    lines += [_review(review) for review in reviews]
    stream.writelines(f"{make_visible(line)}\n" for line in lines)


def _alone(entry: Entry) -> Signal:
    # What it repeats stands in another entry, by a number that would mean nothing here.
    return replace(entry.signal, repeats=None)


def _about_signal(entry: Entry) -> Iterator[str]:
    yield f"signal    {entry.signal.id}"
    yield f"document  {entry.document.id}"
    yield f"review    {entry.opinion.state}"
    if entry.opinion.tags:
        yield f"tags      {', '.join(entry.opinion.tags)}"
    for note in entry.opinion.notes:
        yield f"note      {note}"
    for reason in entry.signal.why:
        sure = "" if reason.score is None else f" (model {reason.score:.2f})"
        yield f"why       {reason.field}: {reason.rule}{sure}"


def _about_actor(actor: CaseActor) -> Iterator[str]:
    yield f"{actor.name} ({actor.side})"
    yield f"actor      {actor.id}"
    signals = phrases.counted(actor.signals, "signal")
    yield f"stands in  {signals}, {phrases.counted(len(actor.documents), 'document')}"
    yield f"called     {'; '.join(actor.spellings)}"
    for office, days in actor.offices.items():
        seen = f", seen {phrases.interval_words(days)}" if days else ""
        yield f"office     {office}{seen}"
    for document in actor.documents:
        yield f"document   {document}"


def _appearance(printed: Publication) -> str:
    shown = printed.appearance
    told = [
        shown.outlet.value if shown.outlet else "outlet not known",
        phrases.day_words(shown.published.value) if shown.published else "undated",
        shown.url or printed.source,
    ]
    if printed.version > 1:
        told.append(f"version {printed.version} of its page")
    return f"appeared  {' · '.join(told)} · added {printed.added:%Y-%m-%d}"


def _review(review: Review) -> str:
    told = f"{review.action} {review.field}" if review.field else review.action.value
    value = f": {review.value}" if review.value is not None else ""
    before = f" (was {review.before})" if review.field else ""
    return f"reviewed  {review.at:%Y-%m-%d %H:%M} {review.who}: {told}{value}{before}"


def write_stats(stats: Stats, stream: TextIO) -> None:
    """Print the counts of a case."""
    lines = [
        f"documents    {stats.documents} ({stats.unread} not read),"
        f" {stats.appearances} appearances",
        f"signals      {stats.signals}",
        f"actors       {stats.actors}",
        f"reviews      {stats.reviews}",
    ]
    if stats.days:
        lines.append(f"published    {phrases.interval_words(stats.days)}")
    for field, counts in stats.by.items():
        shown = [f"{value} {count}" for value, count in counts.items()][:_MOST]
        rest = len(counts) - len(shown)
        more = f", {rest} more" if rest > 0 else ""
        lines.append(f"{field:12} {', '.join(shown)}{more}")
    stream.writelines(f"{make_visible(line)}\n" for line in lines)
