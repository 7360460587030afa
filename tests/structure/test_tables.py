"""The rows: models match the migrations on both databases, what is sealed is listed, what is a person's is erased."""

import re
import uuid

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import LargeBinary, create_engine, make_url, text
from sqlmodel import SQLModel

import bot.store.tables  # noqa: F401 - registers every table
from bot.store import belonging, schema, sealing
from bot.store.database import engine_for
from jkp.membership.sealed import Sealer, Tampered, new_key

# tables whose binary columns are sealed by their own package, or by no key of ours
SEALED_ELSEWHERE = {
    "member": "jkp/membership/snapshot.py seals and reseals a whole member",
    "key_check": "the mark by which a wrong key is noticed; `rotate-key` writes it anew",
}
# columns that hold the number of a Telegram account and are not the person whose row it is
NOT_THE_OWNER = {
    "access_log.staff_id": "who read; stays until the reader's trail of the worker is erased with person_id",
    "help_request.counselor_id": "who answered",
    "outbox.target": "the number of a message",
    "outbox.message_id": "the number of a message",
    "inbox.update_id": "the number of an update; its content is shredded",
    "broadcast.author_id": "who sends; what it says is sealed",
    "broadcast.decided_by": "who approved or rejected it",
    "broadcast_recipient.staff_id": "who ticked off a call to a person the message did not reach",
    "course.contact_id": "the account that answers for a provider, as its own published file names it",
    "posting.staff_id": "who posted; the words are shredded once it is live or dropped",
    "offer_change.after_person": "up to whom cards were changed, a place in a list",
    "offer_change.after_message": "the number of a message",
    "offer_change.staff_id": "who closed the offer and hears how many cards were reached",
    "staff.id": "an office, kept on record by the operator (`kerjalagi staff off`)",
    "staff.formerly": "the account on the lost telephone, whose deeds stay on record",
    "absence.staff_id": "who of the office is away",
    "absence.stand_in_id": "who of the office stands in",
    "absence.entered_by": "who entered the days",
}


@pytest.fixture(params=["sqlite", "postgres"])
def empty_address(request, tmp_path):
    """A database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.db"
        return
    server = make_url(request.getfixturevalue("postgres_address")).set(drivername="postgresql+psycopg")
    name = f"empty_{uuid.uuid4().hex[:8]}"
    maker = create_engine(server, isolation_level="AUTOCOMMIT")
    with maker.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with maker.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    maker.dispose()


def test_the_migrations_make_exactly_the_tables_of_the_models(empty_address):
    schema.upgrade(empty_address)

    engine = engine_for(empty_address)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    engine.dispose()
    assert differences == []


def test_migrations_are_numbered_and_end_in_one_head():
    scripts = ScriptDirectory.from_config(schema.config(None))

    names = sorted(script.path.rpartition("/")[2] for script in scripts.walk_revisions())

    assert len(scripts.get_heads()) == 1
    assert [name for name in names if not re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", name)] == []
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_every_sealed_column_moves_to_a_new_key():
    binary = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and table.name not in SEALED_ELSEWHERE
    }

    assert binary == {f"{one.table.__tablename__}.{one.column}" for one in sealing.COLUMNS}


def test_every_sealed_column_is_sealed_at_its_row():
    for one in sealing.COLUMNS:
        assert one.row_key in one.table.__table__.primary_key.columns, one

    sealer = Sealer([new_key()])
    with pytest.raises(Tampered):
        sealer.open(sealer.seal("x", "person.name:1"), "person.name:2")


def test_every_table_with_a_persons_number_is_erased():
    erased = {table.name for table, _condition in belonging.rows_of(1)}
    kept = [
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        if table.name not in erased
        for column in table.columns
        if str(column.type) == "BIGINT" and not column.name.startswith(("wage", "cost"))
    ]

    assert [one for one in kept if one not in NOT_THE_OWNER] == []


def test_every_table_is_on_one_of_the_two_lists():
    from bot.store.tables import OURS, THEIRS

    listed = {table.__tablename__ for table in (*OURS, *THEIRS)}

    assert {table.name for table in SQLModel.metadata.sorted_tables} <= listed
