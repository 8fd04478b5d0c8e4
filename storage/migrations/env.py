"""Run the steps on the connection that storage/upgrading.py hands over, in its transaction."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter a table, so alembic makes a new one and copies.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
