"""How Alembic runs here: on the connection it is given, with every table known."""

from alembic import context
from sqlmodel import SQLModel

import bot.store.tables  # noqa: F401 - registers every table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
