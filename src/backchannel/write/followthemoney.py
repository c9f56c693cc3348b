"""FollowTheMoney entities: JSON lines, as OpenAleph and other FtM tools load them.

FollowTheMoney 4.11 (https://followthemoney.tech), written without its library. Each
entity is on one line, once: documents and their signals as they come, the actors at
the end, when everything said of them is known.

An actor is an Organization where it is its own side, a PublicBody where it is the
state itself, a Person where a document names it with an office, else a LegalEntity,
which may be any of them. A signal is an Event; each pair of a sender and a recipient
also has an UnknownLink, for an Event does not say who spoke to whom.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TextIO

from backchannel.domain.codec import actor_id, record_id
from backchannel.domain.forms import Json, day_form
from backchannel.domain.kept import Entry, Kept
from backchannel.domain.reviews import State
from backchannel.domain.signals import UNKNOWN_SIDE, Party, Signal
from backchannel.domain.text import Document
from backchannel.write import phrases
from backchannel.write.countries import FTM_CODES, is_state
from backchannel.write.json_text import json_line
from backchannel.write.visible import make_line, make_visible

#: The longest values that FollowTheMoney holds valid: names, strings, texts.
_NAME, _STRING, _TEXT = 384, 1024, 65_000
#: Ids that may stand where one entity names another.
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
#: Something that is left once the library took out what nobody sees.
_VISIBLE = re.compile("[^\\s\xad\u061c\u0a00\u200b-\u200f\u2060-\u2064\ufeff]")
_WEB_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
    r"(?::[1-5]?\d{1,4})?(?:/[^\s\x00-\x20\x7f-\x9f]{0,2000})?",
    re.IGNORECASE,
)

Properties = dict[str, list[str]]
#: Name and side.
_Actor = tuple[str, str]


def write_followthemoney(
    documents: Iterable[Kept], stream: TextIO, *, texts: bool = True
) -> int:
    """Write documents, signals and actors; return how many signals it wrote.

    Args:
        documents: those to be written.
        stream: where to.
        texts: whether documents come with their texts; quoted sentences always come.
    """
    actors: dict[_Actor, set[str]] = {}  # the offices of each
    written = 0
    for kept in documents:
        _write(stream, _document(kept, texts=texts))
        for entry in kept.entries:
            _write(stream, _event(entry))
            for link in _links(entry):
                _write(stream, link)
            _meet(actors, kept, entry.signal)
            written += 1
    for actor in sorted(actors):
        _write(stream, _actor(actor, sorted(actors[actor])))
    return written


def _write(stream: TextIO, entity: dict[str, Json]) -> None:
    stream.write(json_line(entity) + "\n")


def _entity(entity_id: str, schema: str, properties: Properties) -> dict[str, Json]:
    filled = {
        name: list(dict.fromkeys(values))
        for name, values in properties.items()
        if values
    }
    return {"id": entity_id, "schema": schema, "properties": filled}


def _document(kept: Kept, *, texts: bool) -> dict[str, Json]:
    document, shown = kept.document, [one.appearance for one in kept.publications]
    titles = [one.title.value for one in shown if one.title]
    outlets = [one.outlet.value for one in shown if one.outlet]
    published = [one.published.value.isoformat() for one in shown if one.published]
    unread = kept.reading.unread
    properties = {
        "name": [_name(title) for title in titles[:1]],
        "title": _strings(titles),
        "publisher": _strings(outlets),
        "publishedAt": published,
        "sourceUrl": _urls(one.url for one in shown),
        "notes": _texts([f"not read: {unread}"] if unread else []),
        "bodyText": _pieces(document.text) if texts else [],
    }
    return _entity(_id("document", document.id), "Article", properties)


def _event(entry: Entry) -> dict[str, Json]:
    signal, document = entry.signal, entry.document
    named = signal.act, _names(signal.sender), _names(signal.recipient)
    carried = signal.recipient + signal.intermediary
    content = document.quote(signal.content) if signal.content else ""
    properties = {
        "name": [_name("{}: {} → {}".format(*named))],
        "organizer": [_party(party) for party in signal.sender],
        "involved": [_party(party) for party in carried],
        **_days(signal),
        **_origin(signal, document),
        "description": _texts([content]),
        "keywords": _strings(
            [signal.act, signal.status, signal.channel, *entry.opinion.tags]
        ),
        "notes": _texts(_notes(entry)),
    }
    return _entity(_id("signal", signal.id), "Event", properties)


def _links(entry: Entry) -> Iterator[dict[str, Json]]:
    signal = entry.signal
    pairs = product(map(_party, signal.sender), map(_party, signal.recipient))
    for sender, recipient in dict.fromkeys(pairs):
        told = {"signal": signal.id, "sender": sender, "recipient": recipient}
        properties = {
            "subject": [sender],
            "object": [recipient],
            "role": [signal.act.value],
            "status": [signal.status.value],
            **_days(signal),
            **_origin(signal, entry.document),
        }
        yield _entity(_id("link", record_id(told)), "UnknownLink", properties)


def _origin(signal: Signal, document: Document) -> Properties:
    """Return where it is reported, in properties of every interval."""
    return {
        "proof": [_id("document", document.id)],
        "summary": _texts([document.quote(signal.sentence)]),
        "recordId": _strings([signal.id]),
        "sourceUrl": _urls([document.appearance.url]),
    }


def _days(signal: Signal) -> Properties:
    days = signal.time.interval if signal.time else None
    if days is None:
        return {}
    if days.start == days.end:
        return {"date": _known(day_form(days.start))}
    return {
        "startDate": _known(day_form(days.start)),
        "endDate": _known(day_form(days.end)),
    }


def _notes(entry: Entry) -> Iterator[str]:
    """Yield what an Event has no property for."""
    signal, document = entry.signal, entry.document
    yield f"status: {signal.status}"
    yield f"channel: {signal.channel}"
    for role in ("recipient", "intermediary"):
        if parties := getattr(signal, role):
            yield f"{role}: {_names(parties)}"
    for label, field, span in phrases.passages(signal):
        if field != "content":
            yield f"{label}: {document.quote(span)}"
    yield "on the word of: " + " ← ".join(phrases.chain(signal, document))
    for gap in signal.gaps:
        yield f"not told: {gap.field}: {gap.reason}"
    if entry.opinion.state is not State.UNREVIEWED:
        yield f"review: {entry.opinion.state}"
    yield from entry.opinion.notes


def _meet(actors: dict[_Actor, set[str]], kept: Kept, signal: Signal) -> None:
    """Add who is a party of `signal` to `actors`, with the offices they hold."""
    for party in signal.sender + signal.recipient + signal.intermediary:
        actor = party.actor, party.side
        offices = actors.setdefault(actor, set())
        offices.update(
            holder.office
            for holder in kept.reading.offices
            if (holder.actor, holder.side) == actor
        )


def _actor(actor: _Actor, offices: list[str]) -> dict[str, Json]:
    name, side = actor
    schema, position = "LegalEntity", []
    if name == side:
        schema = "Organization"
    elif is_state(name, side):
        schema = "PublicBody"
    elif offices:
        schema, position = "Person", offices
    told = [] if side in (UNKNOWN_SIDE, name) else [f"acts for: {side}"]
    properties = {
        "name": [_name(name)],
        "country": _known(FTM_CODES.get(side)),
        "position": _strings(position),
        "notes": _texts(told),
    }
    return _entity(_id("actor", actor_id(name, side)), schema, properties)


def _party(party: Party) -> str:
    return _id("actor", actor_id(party.actor, party.side))


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(party.actor for party in parties)) or "?"


def _id(kind: str, of: str) -> str:
    """Return an id for one of `kind`: its own where FollowTheMoney takes it."""
    return f"{kind}-{of if _ID.fullmatch(of) else record_id({'id': of})}"


def _known(value: str | None) -> list[str]:
    return [value] if value else []


def _name(text: str) -> str:
    """Return `text` as a name: there has to be one, even where nothing is legible."""
    line = make_line(text)
    return line[:_NAME].strip() if re.search(r"\w", line) else "(no name)"


def _strings(texts: Iterable[str]) -> list[str]:
    return _filled(make_line(text)[:_STRING] for text in texts)


def _texts(texts: Iterable[str]) -> list[str]:
    return _filled(make_visible(text)[:_TEXT] for text in texts)


def _pieces(text: str) -> list[str]:
    """Return a text in pieces that are not too long, in order."""
    shown = make_visible(text)
    return _filled(shown[at : at + _TEXT] for at in range(0, len(shown), _TEXT))


def _filled(values: Iterable[str]) -> list[str]:
    return [value.strip() for value in values if _VISIBLE.search(value)]


def _urls(urls: Iterable[str | None]) -> list[str]:
    return [url for url in urls if url and _WEB_ADDRESS.fullmatch(url)]
