"""Records to rows of the tables, and back. Pure."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from backchannel.domain.codec import actor_id, record_id
from backchannel.domain.forms import (
    DIGITS,
    appearance_form,
    appearance_of,
    signal_form,
    signal_of,
    span_form,
)
from backchannel.domain.kept import Publication, Tombstone
from backchannel.domain.reading import Reading
from backchannel.domain.reviews import Action, Review
from backchannel.domain.signals import Interval, Party, Signal, Source
from backchannel.domain.text import Document, Span
from backchannel.domain.words import fold
from backchannel.store.stems import to_stems

Row = dict[str, Any]
#: A signal that nobody told the probability of is one that a person wrote.
_CERTAIN = 1.0
ROLES = ("sender", "recipient", "intermediary")


@dataclass(frozen=True, slots=True)
class Identities:
    """Who people said is whom: actors merged and split over the case."""

    #: Id of an actor -> the one it was merged into.
    merged: Mapping[str, str] = field(default_factory=dict)
    #: Id of an actor, folded spelling -> the part of it that was split off.
    split: Mapping[tuple[str, str], str] = field(default_factory=dict)
    #: The rows of all actors that something was merged into or split off as.
    actors: dict[str, Row] = field(default_factory=dict)

    def of(self, seen: str, spelling: str) -> str:
        """Return the id of whom an actor, as read, is."""
        actor, folded, passed = seen, fold(spelling), {seen}
        while True:
            now = self.split.get((actor, folded)) or self.merged.get(actor)
            if now is None or now in passed:
                return actor
            passed.add(now)
            actor = now

    def side(self, actor: str, side: str) -> str:
        """Return the side of an actor, `side` for one that is as it was read."""
        return str(self.actors[actor]["side"]) if actor in self.actors else side


def document_row(reading: Reading, *, number: int, reader: str | None) -> Row:
    """Return the row of a document."""
    document = reading.document
    return {
        "number": number,
        "id": document.id,
        "text": document.text,
        "stems": to_stems(document.text),
        "language": document.language,
        "furniture": dump([span_form(span) for span in document.furniture]),
        "unread": reading.unread,
        "reader": None if reading.unread else reader,
        "added": moment(datetime.now(UTC)),
        "published": document.published and document.published.isoformat(),
        "words": len(document.text.split()),
        "signals": len(reading.signals),
    }


def appearance_row(document: Document, name: str) -> Row:
    """Return the row of an appearance, but for its document's number and version."""
    form = appearance_form(document.appearance)
    stated = form.pop("stated")
    where = {key: form[key] for key in ("outlet", "url", "published")}
    return {
        # One for each outlet, URL and date: whatever the file was called.
        "id": record_id({"document": document.id, **where}),
        **form,
        "folded": fold(form["outlet"] or ""),
        "source": document.source,
        "name": name,
        "stated": dump(stated),
        "added": moment(datetime.now(UTC)),
    }


def publication_of(row: Row) -> Publication:
    """Return the appearance that a row holds."""
    return Publication(
        appearance=appearance_of({**row, "stated": json.loads(row["stated"])}),
        source=row["source"],
        name=row["name"],
        version=row["version"],
        added=datetime.fromisoformat(row["added"]),
    )


def first_of(publications: Sequence[Publication]) -> Publication:
    """Return the earliest appearance that tells its day, else the first added."""
    dated = [p for p in publications if p.appearance.published]
    return min(dated, key=_day, default=publications[0])


def _day(publication: Publication) -> date:
    published = publication.appearance.published
    return published.value if published else date.max


def document_of(row: Row, first: Publication) -> Document:
    """Return the document that a row holds, as it first appeared."""
    return Document(
        id=row["id"],
        text=row["text"],
        source=first.source,
        appearance=first.appearance,
        language=row["language"],
        furniture=tuple(Span(*span) for span in json.loads(row["furniture"])),
    )


def signal_row(signal: Signal, document: Document) -> Row:
    """Return the columns of a signal by which it is found."""
    published = document.published and document.published.isoformat()
    days = signal.time.interval if signal.time else None
    start = days.start.isoformat() if days and days.start else None
    end = days.end.isoformat() if days and days.end else None
    return {
        "id": signal.id,
        "start": signal.trigger.start,
        "act": signal.act.value,
        "status": signal.status.value,
        "channel": signal.channel.value,
        "day": start or end or published,
        "until": end or start or published,
        # As its record has it.
        "confidence": round(signal.confidence.get("signal", _CERTAIN), DIGITS),
        "stems": to_stems(_words(signal, document)),
    }


def _words(signal: Signal, document: Document) -> str:
    """Return what a search looks through: the sentence, and what stands outside it."""
    passages = (signal.content, signal.condition, signal.consequence)
    outside = [p for p in passages if p and not signal.sentence.contains(p)]
    return " ".join(document.quote(span) for span in (signal.sentence, *outside))


def party_rows(signal: Signal, document: Document, known: Identities) -> Iterator[Row]:
    """Yield a row for each party of a signal, but for the signal's number."""
    for role in ROLES:
        parties: tuple[Party, ...] = getattr(signal, role)
        for place, party in enumerate(parties):
            spelling = " ".join(document.quote(party.span).split())
            seen = actor_id(party.actor, party.side)
            actor = known.of(seen, spelling)
            yield {
                "role": role,
                "place": place,
                "seen": seen,
                "actor": actor,
                "side": party.side if actor == seen else known.side(actor, party.side),
                "spelling": spelling,
            }


def actor_rows(signals: tuple[Signal, ...]) -> dict[str, Row]:
    """Return a row for each actor as read, by id."""
    parties = (p for s in signals for role in ROLES for p in getattr(s, role))
    return {
        actor_id(party.actor, party.side): actor_row(party.actor, party.side)
        for party in parties
    }


def actor_row(name: str, side: str) -> Row:
    """Return the row of an actor that is party to nothing yet."""
    return {
        "id": actor_id(name, side),
        "name": name,
        "side": side,
        "folded": fold(name),
        "signals": 0,
    }


def source_rows(signal: Signal, document: Document) -> Iterator[Row]:
    """Yield a row for each link in the chain of attribution."""
    for place, source in enumerate(signal.attribution):
        yield {
            "place": place,
            "kind": source.kind.value,
            "name": fold(_source_name(source, document)),
        }


def _source_name(source: Source, document: Document) -> str:
    return source.actor or document.quote(source.span)


def load_signal(row: Row, document: str) -> Signal:
    """Return the signal that a row holds, as corrected."""
    return signal_of(json.loads(row["corrected"] or row["record"]), document)


def load_as_read(row: Row, document: str) -> Signal:
    """Return the signal that a row holds, as read."""
    return signal_of(json.loads(row["record"]), document)


def dump_signal(signal: Signal) -> str:
    """Return what the column of a signal holds."""
    return dump(signal_form(signal))


def review_row(review: Review) -> Row:
    """Return the row of a review."""
    return {
        "id": review.id,
        "record": review.record,
        "action": review.action.value,
        "field": review.field,
        "value": dump(review.value),
        "before": dump(review.before),
        "who": review.who,
        "at": moment(review.at),
    }


def review_of(row: Row) -> Review:
    """Return the review that a row holds."""
    return Review(
        record=row["record"],
        action=Action(row["action"]),
        who=row["who"],
        at=datetime.fromisoformat(row["at"]),
        field=row["field"],
        value=json.loads(row["value"]),
        before=json.loads(row["before"]),
    )


def tombstone_of(row: Row) -> Tombstone:
    """Return the tombstone that a row holds."""
    return Tombstone(**{**row, "at": datetime.fromisoformat(row["at"])})


def days_between(first: str | None, last: str | None) -> Interval | None:
    """Return the days from one to the other, None where neither is known."""
    if not first or not last:
        return None
    return Interval(date.fromisoformat(first), date.fromisoformat(last))


def moment(at: datetime) -> str:
    """Return a moment as it is kept and sorted: UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def dump(value: object) -> str:
    """Return JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
