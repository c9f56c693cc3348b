"""Claims, actions and forecasts, and what hangs together across documents."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; signals that are there wait to be compared."""
    op.create_table(
        "derived",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"]),
        sa.PrimaryKeyConstraint("document", "kind", "place"),
    )
    op.create_index("derived_by_id", "derived", ["id"], unique=False)
    op.create_table(
        "grouped",
        sa.Column("signal", sa.Integer(), nullable=False),
        sa.Column("exchange", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("original", sa.Integer()),
        sa.ForeignKeyConstraint(["signal"], ["signals.number"]),
        sa.PrimaryKeyConstraint("signal"),
    )
    op.create_index(
        "grouped_by_exchange", "grouped", ["exchange", "signal"], unique=False
    )
    op.create_index("grouped_by_id", "grouped", ["id"], unique=False)
    op.create_table(
        "pairs",
        sa.Column("left", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("one", sa.Float(), nullable=False),
        sa.Column("conflict", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["left"], ["signals.number"]),
        sa.ForeignKeyConstraint(["right"], ["signals.number"]),
        sa.PrimaryKeyConstraint("left", "right"),
    )
    op.create_index("pairs_by_right", "pairs", ["right"], unique=False)
    # What was read before has no claims, actions and forecasts: `reread` finds them.
    op.execute("UPDATE documents SET reader = '' WHERE unread IS NULL")
