"""A brief in Markdown: who told whom what, day by day, each with its words.

Documents in, one page out once the last is there: days come from all of them. Until
then the finished paragraphs are held, not the texts. Foreign words are escaped
(`backchannel.write.markdown`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TextIO

from backchannel.domain.kept import Entry, Kept
from backchannel.domain.reviews import State
from backchannel.domain.signals import Party, Signal, Status
from backchannel.domain.text import Appearance, Document, Span
from backchannel.write import phrases
from backchannel.write.encodable import encodable
from backchannel.write.markdown import block, inline, link, strong

_STATUSES = {
    Status.NEGATED: "reported as not having happened",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
}


@dataclass(frozen=True, slots=True)
class _Item:
    """A finished signal, and the day it stands under."""

    day: date | None
    lines: str
    reviewed: bool


def write_brief(documents: Iterable[Kept], stream: TextIO) -> int:
    """Write the brief; return how many signals it holds.

    A signal stands under the first day of the act, or where the text does not tell it
    under that of publication, which is said; within a day in the order of the
    documents. Sources are numbered and come at the end; documents without signals are
    counted, but not among them. Left out: gaps, reasons, repetitions, tags, notes.
    """
    items: list[_Item] = []
    sources: list[str] = []
    read = 0
    for kept in documents:
        read += 1
        if kept.reading.signals:
            sources.append(_source(kept))
        items += [_item(entry, len(sources)) for entry in kept.entries]
    items.sort(key=lambda item: item.day or date.max)
    for part in _page(items, sources, read):
        stream.write(encodable(part) + "\n")
    return len(items)


def _page(items: Sequence[_Item], sources: Sequence[str], read: int) -> Iterator[str]:
    signals, cited = phrases.count(len(items), "signal"), f"{len(sources):,} of "
    yield f"# {signals.capitalize()} in {cited}{phrases.count(read, 'document')}"
    reviewed = sum(item.reviewed for item in items)
    yield f"\nReviewed by a person: {reviewed:,} of {len(items):,}."
    for day, those in groupby(items, key=lambda item: item.day):
        yield f"\n## {phrases.day_words(day) if day else 'Day not known'}"
        yield from (f"\n{item.lines}" for item in those)
    if sources:
        yield "\n## Sources\n"
    yield from (f"{number}. {source}" for number, source in enumerate(sources, 1))


def _item(entry: Entry, source: int) -> _Item:
    signal, document = entry.signal, entry.document
    days = signal.time.interval if signal.time else None
    day = (days.start or days.end) if days else document.published
    reviewed = entry.opinion.state is not State.UNREVIEWED
    details = "\n".join(f"* {line}" for line in _details(entry, source))
    lines = f"{_head(signal)}\n\n> {_quote(signal, document)}\n\n{details}"
    return _Item(day, lines, reviewed)


def _head(signal: Signal) -> str:
    """Return "sender → via intermediary → recipient: act", how, and whether at all."""
    steps = [] if signal.sender else ["nobody named"]
    steps += [
        lead + ", ".join(map(_party, parties))
        for lead, parties in (
            ("", signal.sender),
            ("via ", signal.intermediary),
            ("", signal.recipient),
        )
        if parties
    ]
    how = [phrases.CHANNELS[signal.channel]] if phrases.shows_channel(signal) else []
    if signal.status in _STATUSES:
        how.append(f"**{_STATUSES[signal.status]}**")
    return block(", ".join([f"{' → '.join(steps)}: {signal.act}", *how]))


def _party(party: Party) -> str:
    side = phrases.side_words(party)
    return inline(f"{party.actor} ({side})" if side else party.actor)


def _quote(signal: Signal, document: Document) -> str:
    """Return the sentence with the trigger, as far as it stands there, in bold."""
    sentence, trigger = signal.sentence, signal.trigger
    if not sentence.overlaps(trigger):
        return block(inline(document.quote(sentence)))
    text = document.text
    start, end = max(sentence.start, trigger.start), min(sentence.end, trigger.end)
    before, after = text[sentence.start : start], text[end : sentence.end]
    return block(inline(before) + strong(text[start:end]) + inline(after))


def _details(entry: Entry, source: int) -> Iterator[str]:
    signal, document = entry.signal, entry.document
    if not signal.sentence.contains(signal.trigger):
        yield f"Act: {strong(document.quote(signal.trigger))}"
    for label, field, span in phrases.passages(signal):
        # The quote above shows the content; if and then are worth saying twice.
        if field != "content" or not signal.sentence.contains(span):
            yield f"{label.capitalize()}: {_words(span, document)}"
    yield f"When: {_when(signal, document)}"
    chain = " ← ".join(map(inline, phrases.chain(signal, document)))
    yield f"On the word of: {chain} (source {source})"
    if doubts := phrases.doubts(signal):
        yield f"Unsure: {inline(', '.join(doubts))}"
    if entry.opinion.state is not State.UNREVIEWED:
        yield f"Review: {entry.opinion.state}"


def _when(signal: Signal, document: Document) -> str:
    if signal.time:
        days = phrases.interval_words(signal.time.interval)
        return f"{days}, {_words(signal.time.span, document)}"
    if document.published:
        return "not told; published this day"
    return "not told"


def _words(span: Span, document: Document) -> str:
    return f"“{inline(document.quote(span)).strip()}”"


def _source(kept: Kept) -> str:
    """Return where a document was published, each place once, the first added first."""
    printed = [publication.appearance for publication in kept.publications]
    places = map(_place, printed or [kept.document.appearance])
    return block("; also ".join(dict.fromkeys(places)))


def _place(shown: Appearance) -> str:
    facts = [
        inline(shown.outlet.value) if shown.outlet else "outlet not known",
        f"“{inline(shown.title.value)}”" if shown.title else "no title",
        phrases.day_words(shown.published.value) if shown.published else "no date",
    ]
    return ", ".join([*facts, link(shown.url)] if shown.url else facts)
