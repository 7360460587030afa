"""The tables' versions: one line of them, and what they make is what the code expects."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text
from sqlmodel import SQLModel

import bot.store.tables  # noqa: F401 - registers every table
from bot.store import schema
from bot.store.database import opened

NAME = "versions_contoh"


@pytest.fixture(params=("sqlite", "postgres"))
def address(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/new.db"
        return
    server = request.getfixturevalue("postgres_address")
    with opened(server) as engine, engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"CREATE DATABASE {NAME}"))
    yield make_url(server).set(database=NAME).render_as_string(hide_password=False)
    with opened(server) as engine, engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"DROP DATABASE {NAME} WITH (FORCE)"))


def test_the_versions_make_what_the_code_expects(address):
    schema.upgrade(address)
    schema.upgrade(address)  # again changes nothing

    with opened(address) as engine, engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        difference = compare_metadata(context, SQLModel.metadata)

    assert difference == []
    assert schema.version(address) == schema.newest()


def test_there_is_one_newest_version():
    assert len(ScriptDirectory.from_config(schema.config(None)).get_heads()) == 1
    assert schema.newest() in schema.versions()
