"""The tables of a case.

`migrations` makes them; a test compares both. Days are ISO 8601 text and moments UTC
ISO 8601 text, so that both engines sort them alike. JSON is text: it is never searched.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

tables = MetaData()

documents = Table(
    "documents",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    #: Digest of the text (`backchannel.domain.codec.text_id`).
    Column("id", String, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    #: The words as they are searched (`backchannel.store.stems`).
    Column("stems", Text, nullable=False),
    Column("language", String),
    Column("furniture", Text, nullable=False),
    Column("unread", Text),
    #: What read it; null for an unread document.
    Column("reader", String),
    Column("added", String, nullable=False),
    #: The first day any appearance tells.
    Column("published", String),
    Column("words", Integer, nullable=False),
    Column("signals", Integer, nullable=False),
    Index("documents_by_day", "published", "number"),
)

appearances = Table(
    "appearances",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    #: Digest of the document, outlet, URL and date.
    Column("id", String, nullable=False, unique=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("title", Text),
    Column("outlet", String),
    Column("folded", String, nullable=False),
    Column("published", String),
    Column("url", Text),
    Column("stated", Text, nullable=False),
    Column("source", Text, nullable=False),
    #: The id or name that the input gave.
    Column("name", Text, nullable=False),
    #: Of the texts that stood at this URL the how manieth.
    Column("version", Integer, nullable=False),
    Column("added", String, nullable=False),
    Index("appearances_of_document", "document"),
    Index("appearances_at_url", "url"),
    Index("appearances_by_outlet", "folded"),
)

signals = Table(
    "signals",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    #: Where its trigger starts, in code points of the document.
    Column("start", Integer, nullable=False),
    Column("act", String, nullable=False),
    Column("status", String, nullable=False),
    Column("channel", String, nullable=False),
    #: The days it is dated to, else the day of publication; null where nobody tells.
    Column("day", String),
    Column("until", String),
    Column("confidence", Float, nullable=False),
    #: State of review.
    Column("review", String, nullable=False),
    #: As read.
    Column("record", Text, nullable=False),
    #: As corrected; null where it is as read.
    Column("corrected", Text),
    Column("stems", Text, nullable=False),
    Index("signals_of_document", "document", "start"),
    Index("signals_by_day", "day", "document", "start"),
    Index("signals_by_act", "act", "day"),
    Index("signals_by_channel", "channel", "day"),
    Index("signals_by_status", "status", "day"),
    Index("signals_by_review", "review", "day"),
)

#: Who is sender, recipient or intermediary of a signal.
parties = Table(
    "parties",
    tables,
    Column("signal", ForeignKey("signals.number"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("place", Integer, primary_key=True),
    #: The actor as read, and as people merged and split actors since.
    Column("seen", String, nullable=False),
    Column("actor", ForeignKey("actors.id"), nullable=False),
    Column("side", String, nullable=False),
    Column("spelling", Text, nullable=False),
    Index("parties_by_side", "side", "role", "signal"),
    Index("parties_by_actor", "actor", "role", "signal"),
    Index("parties_as_seen", "seen", "spelling"),
)

#: The chains of attribution.
sources = Table(
    "sources",
    tables,
    Column("signal", ForeignKey("signals.number"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    #: The actor's name, else the words; folded.
    Column("name", Text, nullable=False),
    Index("sources_by_kind", "kind", "signal"),
    Index("sources_by_name", "name", "signal"),
)

#: What else was read in a document: its claims, actions and forecasts.
derived = Table(
    "derived",
    tables,
    Column("document", ForeignKey("documents.number"), primary_key=True),
    Column("kind", String, primary_key=True),
    #: Where it stands among those of its kind, in text order.
    Column("place", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("record", Text, nullable=False),
    Index("derived_by_id", "id"),
)

#: Signals that were compared with the rest of the case, and where they belong.
grouped = Table(
    "grouped",
    tables,
    Column("signal", ForeignKey("signals.number"), primary_key=True),
    #: The least number of the signals that report the same exchange.
    Column("exchange", Integer, nullable=False),
    #: The id of the exchange: the digest of its signals.
    Column("id", String, nullable=False),
    #: The signal that this one is a copy of, in a text that was printed again.
    Column("original", Integer),
    Index("grouped_by_exchange", "exchange", "signal"),
    Index("grouped_by_id", "id"),
)

#: Pairs of signals that were compared and may belong together, in log odds.
pairs = Table(
    "pairs",
    tables,
    Column("left", ForeignKey("signals.number"), primary_key=True),
    Column("right", ForeignKey("signals.number"), primary_key=True),
    #: That both report one exchange.
    Column("one", Float, nullable=False),
    #: That they are in conflict.
    Column("conflict", Float, nullable=False),
    Index("pairs_by_right", "right"),
)

actors = Table(
    "actors",
    tables,
    #: Digest of name and side (`backchannel.domain.codec.actor_id`).
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("side", String, nullable=False),
    Column("folded", Text, nullable=False),
    #: Signals it is a party of, kept ready for lists.
    Column("signals", Integer, nullable=False),
    Index("actors_by_name", "folded"),
    Index("actors_by_signals", "signals"),
)

#: Offices that actors were seen with: "Foreign Minister Sergei Lavrov".
offices = Table(
    "offices",
    tables,
    Column("actor", String, primary_key=True),
    Column("title", String, primary_key=True),
    Column("document", ForeignKey("documents.number"), primary_key=True),
    Index("offices_in_document", "document"),
)

reviews = Table(
    "reviews",
    tables,
    Column("id", String, primary_key=True),
    #: The id of the signal or actor.
    Column("record", String, nullable=False),
    Column("action", String, nullable=False),
    Column("field", String),
    Column("value", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
    Index("reviews_of_record", "record", "at"),
    Index("reviews_by_action", "action"),
)

#: The tags that stand.
tags = Table(
    "tags",
    tables,
    Column("signal", ForeignKey("signals.number"), primary_key=True),
    Column("tag", String, primary_key=True),
    Index("tags_by_name", "tag", "signal"),
)

#: Documents that were taken out, so that they are not added again by mistake.
tombstones = Table(
    "tombstones",
    tables,
    Column("document", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", String, nullable=False),
    Column("at", String, nullable=False),
)
