"""No table may be forgotten: rows are put into every one there is, and then the person goes."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import JSON, insert, select
from sqlmodel import SQLModel

import bot.wiring  # noqa: F401 - the whole product, so that every table is known
from bot.services import erasing
from bot.store import belonging

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SARI, DEWI = 900_000_001, 900_000_002
# large numbers that are no person's, or a member of staff's, whose deeds stay on record
NOT_THE_OWNER = {
    "inbox.update_id",
    "outbox.target",
    "outbox.message_id",
    "help_request.counselor_id",
    "staff.id",
    "access_log.staff_id",
    "access_log.colleague_id",
    "absence.staff_id",
    "absence.stand_in_id",
    "absence.entered_by",
    "invite.made_by",
    "staff.formerly",
    "case_note.staff_id",
    "promise.staff_id",
    "help_request.passed_by",
    "unlock_code.staff_id",
    "vacancy.wage_min",
    "vacancy.wage_max",
    "course.cost",
    "registration.decided_by",
    "attendance.noted_by",
    "course.contact_id",
    "broadcast.decided_by",
    "broadcast_recipient.staff_id",
    "offer_change.after_person",
    "offer_change.after_message",
    "offer_change.staff_id",
    "broadcast.author_id",
    "posting.staff_id",
}


def value(column, person_id):
    """Make something that fits a column."""
    if column.name == "person_id" or (column.table.name == "person" and column.name == "id"):
        return person_id
    made = {
        bytes: b"x",
        bool: False,
        datetime: NOW,
        date: date(2026, 1, 1 + person_id % 28),
        int: person_id % 1000,
        float: 1.0,
    }
    kind = getattr(column.type, "impl_instance", column.type)
    if isinstance(kind, JSON):
        return []
    if kind.python_type is bytes and column.nullable:
        return None
    return made.get(kind.python_type, f"{column.name}-{person_id % 1000}")


def fill(session, person_id):
    """Put one row into every table, children after parents."""
    made = {}
    for table in SQLModel.metadata.sorted_tables:
        row = {column.name: value(column, person_id) for column in table.columns}
        row |= {key.parent.name: made[key.column.table.name][key.column.name] for key in table.foreign_keys}
        session.execute(insert(table).values(**row))
        made[table.name] = row


def mentions(session, person_id):
    return {
        f"{table.name}.{name}"
        for table in SQLModel.metadata.sorted_tables
        for row in session.execute(select(table)).mappings()
        for name, found in row.items()
        if str(person_id) in str(found)
    }


@pytest.fixture
def full(session):
    for person_id in (SARI, DEWI):
        fill(session, person_id)
    return session


def test_erasing_reaches_every_table_that_can_hold_something_of_a_person(full):
    before = mentions(full, DEWI)

    erasing.erase(full, SARI, 1, NOW)

    assert mentions(full, SARI) == set()
    assert mentions(full, DEWI) == before


def test_what_was_said_in_a_request_goes_with_it(full):
    said = SQLModel.metadata.tables["help_message"]

    erasing.erase(full, SARI, 1, NOW)

    assert [row.id for row in full.execute(select(said))] == [f"id-{DEWI % 1000}"]


def test_every_column_that_could_hold_a_persons_number_is_known():
    numbers = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if type(column.type).__name__ == "BigInteger"
    }

    owners = {name for name in numbers if name.endswith(f".{belonging.OWNER}") or name == "person.id"}

    assert numbers - owners == NOT_THE_OWNER
