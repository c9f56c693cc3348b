"""The tables of the first version, and the indexes of their words."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

#: SQLite keeps an index beside each table with words and must be told of each change.
WORDS = """
CREATE VIRTUAL TABLE {table}_words USING fts5(
    stems, content='{table}', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0"
);
CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_words(rowid, stems) VALUES (new.number, new.stems);
END;
CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN
    INSERT INTO {table}_words({table}_words, rowid, stems)
    VALUES ('delete', old.number, old.stems);
END;
CREATE TRIGGER {table}_changed AFTER UPDATE OF stems ON {table} BEGIN
    INSERT INTO {table}_words({table}_words, rowid, stems)
    VALUES ('delete', old.number, old.stems);
    INSERT INTO {table}_words(rowid, stems) VALUES (new.number, new.stems);
END
"""
INDEX = "CREATE INDEX {table}_words ON {table} USING gin (to_tsvector('simple', stems))"


def upgrade() -> None:
    """Make the tables."""
    _make_tables()
    for table in ("documents", "signals"):
        if op.get_bind().dialect.name == "sqlite":
            for statement in re.split(r";\n(?=CREATE)", WORDS.format(table=table)):
                op.execute(statement)
        else:
            op.execute(INDEX.format(table=table))


def _make_tables() -> None:
    op.create_table(
        "actors",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("signals", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("actors_by_name", "actors", ["folded"], unique=False)
    op.create_index("actors_by_signals", "actors", ["signals"], unique=False)
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("furniture", sa.Text(), nullable=False),
        sa.Column("unread", sa.Text(), nullable=True),
        sa.Column("reader", sa.String(), nullable=True),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("signals", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(
        "documents_by_day", "documents", ["published", "number"], unique=False
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("reviews_of_record", "reviews", ["record", "at"], unique=False)
    op.create_index("reviews_by_action", "reviews", ["action"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_table(
        "appearances",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.String(), nullable=True),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("stated", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("appearances_at_url", "appearances", ["url"], unique=False)
    op.create_index("appearances_by_outlet", "appearances", ["folded"], unique=False)
    op.create_index(
        "appearances_of_document", "appearances", ["document"], unique=False
    )
    op.create_table(
        "offices",
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("actor", "title", "document"),
    )
    op.create_index("offices_in_document", "offices", ["document"], unique=False)
    op.create_table(
        "signals",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("review", sa.String(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=True),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("signals_by_act", "signals", ["act", "day"], unique=False)
    op.create_index("signals_by_channel", "signals", ["channel", "day"], unique=False)
    op.create_index(
        "signals_by_day", "signals", ["day", "document", "start"], unique=False
    )
    op.create_index("signals_by_review", "signals", ["review", "day"], unique=False)
    op.create_index("signals_by_status", "signals", ["status", "day"], unique=False)
    op.create_index(
        "signals_of_document", "signals", ["document", "start"], unique=False
    )
    op.create_table(
        "parties",
        sa.Column("signal", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor"],
            ["actors.id"],
        ),
        sa.ForeignKeyConstraint(
            ["signal"],
            ["signals.number"],
        ),
        sa.PrimaryKeyConstraint("signal", "role", "place"),
    )
    op.create_index("parties_as_seen", "parties", ["seen", "spelling"], unique=False)
    op.create_index(
        "parties_by_actor", "parties", ["actor", "role", "signal"], unique=False
    )
    op.create_index(
        "parties_by_side", "parties", ["side", "role", "signal"], unique=False
    )
    op.create_table(
        "sources",
        sa.Column("signal", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"],
            ["signals.number"],
        ),
        sa.PrimaryKeyConstraint("signal", "place"),
    )
    op.create_index("sources_by_kind", "sources", ["kind", "signal"], unique=False)
    op.create_index("sources_by_name", "sources", ["name", "signal"], unique=False)
    op.create_table(
        "tags",
        sa.Column("signal", sa.Integer(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal"],
            ["signals.number"],
        ),
        sa.PrimaryKeyConstraint("signal", "tag"),
    )
    op.create_index("tags_by_name", "tags", ["tag", "signal"], unique=False)
