"""What Alembic runs: the steps, on the connection that it is given."""

from alembic import context

from backchannel.store.tables import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
