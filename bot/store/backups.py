"""All rows in one file that fits either database; what is sealed stays sealed in it."""

import base64
import gzip
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, DateTime, LargeBinary, MetaData, Table, func, insert, inspect, select, text

from bot.store import schema
from bot.store.database import opened

FORMAT = "kerjalagi-backup-1"
CHUNK = 500


class NotRestorable(Exception):
    """The file or the database does not allow a restore; the message says why."""


def write(address: str, path: Path) -> dict[str, int]:
    """Write every row to a new file, as of one moment; gives the rows by table."""
    counts: dict[str, int] = {}
    part = path.with_name(path.name + ".part")
    with opened(address) as engine, engine.connect() as connection, gzip.open(part, "wt", encoding="utf-8") as file:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        head = {"format": FORMAT, "version": schema.version_of(connection)}
        file.write(json.dumps(head) + "\n")
        for table in _tables(connection):
            for row in connection.execute(select(table)).mappings():
                counts[table.name] = counts.get(table.name, 0) + 1
                values = {name: _plain(value) for name, value in row.items()}
                file.write(json.dumps({"table": table.name, "row": values}) + "\n")
    part.replace(path)
    return counts


def restore(address: str, path: Path) -> dict[str, int]:
    """Fill an empty database from a file and bring it to the newest version; gives the rows by table.

    Raises:
        NotRestorable: the file is no backup of ours, or the database has rows already.
    """
    records = _read(path)
    head = next(records, {})
    if head.get("format") != FORMAT:
        raise NotRestorable(f"{path.name} is no backup made by `kerjalagi backup`")
    _want_known(str(head.get("version")), path)
    schema.upgrade(address, str(head["version"]))
    counts: dict[str, int] = {}
    with opened(address) as engine, engine.begin() as connection:
        tables = {table.name: table for table in _tables(connection)}
        if any(connection.execute(select(func.count()).select_from(table)).scalar() for table in tables.values()):
            raise NotRestorable("the database has rows already; restore into an empty one")
        _fill(connection, tables, records, counts)
    schema.upgrade(address)
    return counts


def _want_known(version: str, path: Path) -> None:
    if version not in schema.versions():
        raise NotRestorable(f"{path.name} is a backup of a release that this one does not know ({version})")


def _fill(
    connection: Connection, tables: dict[str, Table], records: Iterator[dict[str, Any]], counts: dict[str, int]
) -> None:
    waiting: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        name = record["table"]
        waiting.setdefault(name, []).append(_typed(tables[name], record["row"]))
        counts[name] = counts.get(name, 0) + 1
    for name, table in tables.items():  # parents before children
        rows = waiting.get(name, [])
        for start in range(0, len(rows), CHUNK):
            connection.execute(insert(table), rows[start : start + CHUNK])
        _move_counter(connection, table)


def _move_counter(connection: Connection, table: Table) -> None:
    """Let PostgreSQL count on after the highest restored number."""
    if connection.dialect.name != "postgresql":
        return
    for column in table.primary_key.columns:
        counter = connection.execute(
            text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": column.name}
        ).scalar()
        if counter:
            highest = connection.execute(select(func.max(column))).scalar() or 1
            connection.execute(text("SELECT setval(:counter, :highest)"), {"counter": counter, "highest": highest})


def _tables(connection: Connection) -> Iterable[Table]:
    known = MetaData()
    known.reflect(
        connection, only=[name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    )
    return known.sorted_tables


def _read(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise NotRestorable(f"{path.name} is no backup made by `kerjalagi backup`")
                yield record
    except (OSError, EOFError, ValueError) as error:
        raise NotRestorable(f"{path.name} cannot be read as a backup ({type(error).__name__})") from error


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.columns[name].type, value) for name, value in row.items()}


def _value(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, LargeBinary) or (isinstance(value, dict) and set(value) == {"bytes"}):
        return base64.b64decode(value["bytes"])
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
