"""Which rows belong to a person, in every table there is or will be: for showing all and for erasing all."""

from sqlalchemy import ColumnElement, Table, select
from sqlmodel import SQLModel

import bot.store.tables  # noqa: F401 - registers every table
from bot.store.people import Person

OWNER = "person_id"  # the column that says whose row it is; a test keeps new tables to it


def rows_of(person_id: int) -> list[tuple[Table, ColumnElement[bool]]]:
    """Give every table that can hold something of a person with the condition for it, children before parents.

    A table belongs to a person by its own `person_id`, or through a foreign key to a row that does.
    """
    found = ((table, _condition(table, person_id)) for table in reversed(SQLModel.metadata.sorted_tables))
    return [(table, condition) for table, condition in found if condition is not None]


def _condition(table: Table, person_id: int) -> ColumnElement[bool] | None:
    if table.name == Person.__tablename__:
        return table.columns["id"] == person_id
    if OWNER in table.columns:
        return table.columns[OWNER] == person_id
    for key in table.foreign_keys:
        above = _condition(key.column.table, person_id)
        if above is not None:
            return key.parent.in_(select(key.column).where(above))
    return None
