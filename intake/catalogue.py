"""A catalogue's rows in the database: fetch them, write them, turn them into plain values and back. Knows no domain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Date, DateTime, Select, Table, TypeDecorator, bindparam
from sqlmodel import Session, SQLModel

from intake.difference import Gone, Keyed, Plain, Values
from intake.tables import Imported, Status

CHUNK = 500  # keys in one statement; well below every database's limit
Item = TypeVar("Item")
Columns = Mapping[str, Any]  # one row as the database driver takes it


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One kind of imported rows: its name, its table, and the column that a person knows a row by."""

    name: str
    model: type[Imported]
    label: str

    @property
    def table(self) -> Table:
        """The table behind the rows."""
        return SQLModel.metadata.tables[str(self.model.__tablename__)]

    def columns(self, values: Values) -> dict[str, Any]:
        """Turn plain values into what the columns hold: ISO text becomes days and times again."""
        return {name: self._column(name, value) for name, value in values.items()}

    def _column(self, name: str, value: Plain) -> Plain | date:
        if not isinstance(value, str):
            return value
        kind = self.table.c[name].type
        if isinstance(kind, TypeDecorator):  # SQLModel's own type of a time
            return datetime.fromisoformat(value) if isinstance(kind.impl_instance, DateTime) else value
        return date.fromisoformat(value) if isinstance(kind, Date) else value


def plain(row: Columns) -> dict[str, Plain]:
    """Turn a stored row into plain values, without its id: days and times become ISO text."""
    return {name: to_plain(value) for name, value in row.items() if name != "id"}


def keyed(row: Any, *, number: int, key: str, label: str, given: frozenset[str] | None = None) -> Keyed:
    """Make a comparable row of a sheet's frozen dataclass (which has a `source`); a row that is handed in is open."""
    values = {field.name: to_plain(getattr(row, field.name)) for field in fields(row)}
    return Keyed(number, key, label, row.source, {**values, "status": Status.OPEN.value}, given)


def to_plain(value: Any) -> Plain:
    """Turn one value into a plain one: days and times as ISO text, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def stored(session: Session, catalogue: Catalogue, keys: Iterable[str]) -> dict[str, Columns]:
    """Fetch the rows with these keys, withdrawn ones too, by key."""
    table = catalogue.table
    found: dict[str, Columns] = {}
    for chunk in chunks(keys):
        for row in fetch(session, table.select().where(table.c.key.in_(chunk))):
            found[row["key"]] = row
    return found


def fetch(session: Session, statement: Select[Any]) -> Sequence[Columns]:
    """Run a question whose rows are wanted as columns, not as objects."""
    session.flush()
    return [row._asdict() for row in session.connection().execute(statement)]


def insert(session: Session, catalogue: Catalogue, rows: Sequence[Columns]) -> None:
    """Write new rows."""
    if rows:
        session.connection().execute(catalogue.table.insert(), [dict(row) for row in rows])


def overwrite(session: Session, catalogue: Catalogue, rows: Sequence[Columns]) -> None:
    """Write columns of standing rows, found by their `id`; all rows bring the same columns."""
    if not rows:
        return
    table = catalogue.table
    sets: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
    statement = table.update().where(table.c.id == bindparam("new_id")).values(sets)
    renamed = [{f"new_{name}": value for name, value in row.items()} for row in rows]
    session.connection().execute(statement, renamed)
    session.expire_all()


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Cut anything into lists that fit one statement."""
    remaining = iter(items)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def missing(session: Session, catalogue: Catalogue, sources: Sequence[str], present: frozenset[str]) -> list[Gone]:
    """List the open rows of some sources that are not among the present keys."""
    table = catalogue.table
    ours = table.c.source.in_(sources) & (table.c.status == Status.OPEN.value)
    statement = (
        table.select().with_only_columns(table.c.key, table.c[catalogue.label]).where(ours).order_by(table.c.key)
    )
    rows = fetch(session, statement)
    return [Gone(row["key"], row[catalogue.label]) for row in rows if row["key"] not in present]
