"""The tables' versions: upgraded by Alembic, under a lock where several processes may start at once."""

from importlib.resources import as_file, files
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.store.database import engine_for

LOCK = 7_316_001  # any number, the same in every process of this product


def upgrade(address: str, to: str = "head") -> None:
    """Bring the tables to a version, the newest by default; safe to run from several processes."""
    engine = engine_for(address)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_lock({LOCK})"))
            command.upgrade(config(connection), to)
            connection.commit()
    finally:
        engine.dispose()


def version(address: str) -> str | None:
    """Give the version of the tables; None before the first migration."""
    engine = engine_for(address)
    try:
        with engine.connect() as connection:
            return version_of(connection)
    finally:
        engine.dispose()


def version_of(connection: Connection) -> str | None:
    """Give the version of the tables on an open connection."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """Give the version that this release wants."""
    return ScriptDirectory.from_config(config(None)).get_current_head()


def versions() -> frozenset[str]:
    """Give every version that this release knows."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(config(None)).walk_revisions())


def config(connection: Any) -> Config:
    """Tell Alembic where our migrations lie and which connection to use."""
    with as_file(files("bot.store") / "migrations") as folder:
        made = Config()
        made.set_main_option("script_location", str(folder))
    made.attributes["connection"] = connection
    return made
