"""Writes the rows of one new version and keeps how they stood before; new rows may be written unseen beforehand."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert as insert_into
from sqlalchemy import literal, select, update
from sqlmodel import Session

from intake.catalogue import Catalogue, Columns, chunks, fetch, insert, overwrite, plain, stored
from intake.difference import Change, Gone, Keyed
from intake.tables import ImportChange, ImportVersion, Status


@dataclass(frozen=True, slots=True)
class Before:
    """A row that a version touches: its id, and how it stood (empty: it did not)."""

    row_id: int
    json: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the rows of one new version and tells how they stood before."""

    session: Session
    catalogue: Catalogue
    now: datetime
    number: int

    def touch(self, rows: Sequence[Keyed]) -> dict[str, list[int]]:
        """Note that unchanged rows were seen again; the old moments come back with the rows they belong to."""
        table = self.catalogue.table
        seen: dict[str, list[int]] = defaultdict(list)
        for keys in chunks(row.key for row in rows):
            question = table.select().with_only_columns(table.c.id, table.c.last_seen).where(table.c.key.in_(keys))
            for row in fetch(self.session, question):
                seen[row["last_seen"].isoformat()].append(row["id"])
        note_seen(self.session, self.catalogue, [one for ids in seen.values() for one in ids], self.now)
        return dict(seen)

    def change(self, changes: Sequence[Change]) -> list[Before]:
        """Write the file's values over standing rows, which are open again if they were closed."""
        standing = self._standing(change.row.key for change in changes)
        written = [{"id": standing[change.row.key]["id"], **self._columns(change.row)} for change in changes]
        overwrite(self.session, self.catalogue, written)
        return [_before(row) for row in standing.values()]

    def close(self, gone: Sequence[Gone]) -> list[Before]:
        """Close rows that a complete file does not hold any more."""
        standing = self._standing(row.key for row in gone)
        marks = {"status": Status.CLOSED.value, "version": self.number}
        overwrite(self.session, self.catalogue, [{"id": row["id"], **marks} for row in standing.values()])
        return [_before(row) for row in standing.values()]

    def add(self, rows: Sequence[Keyed], version: ImportVersion, staged: int) -> None:
        """Write rows that do not stand yet, over withdrawn ones of the same key if there are any.

        Must come before `change` and `close`: by then the rows of this version are the new ones alone.
        """
        ready = self._staged({row.key for row in rows}, staged) if staged else set()
        write(self.session, self.catalogue, [self._new(row) for row in rows if row.key not in ready])
        table = self.catalogue.table
        added = select(literal(version.id), table.c.id, literal("")).where(table.c.version == self.number)
        columns = ["version_id", "row_id", "before"]
        self.session.connection().execute(insert_into(ImportChange).from_select(columns, added))

    def keep(self, version: ImportVersion, before: Iterable[Before]) -> None:
        """Keep what stood before, so that the version can be rolled back."""
        kept = [{"version_id": version.id, "row_id": row.row_id, "before": row.json} for row in before]
        if kept:
            self.session.connection().execute(insert_into(ImportChange), kept)

    def _staged(self, keys: set[str], mark: int) -> set[str]:
        """Open the rows that were written beforehand, all at once; none if they are not among the rows to be added."""
        table = self.catalogue.table
        mine = (table.c.version == -mark) & (table.c.status == Status.WITHDRAWN.value)
        found = {row["key"] for row in fetch(self.session, table.select().with_only_columns(table.c.key).where(mine))}
        if not found <= keys:
            return set()
        marks = {"status": Status.OPEN.value, "version": self.number, "first_seen": self.now, "last_seen": self.now}
        self.session.connection().execute(update(table).where(mine).values(marks))
        return found

    def _new(self, row: Keyed) -> dict[str, object]:
        return {**self._columns(row), "first_seen": self.now}

    def _standing(self, keys: Iterable[str]) -> dict[str, Columns]:
        return stored(self.session, self.catalogue, keys)

    def _columns(self, row: Keyed) -> dict[str, object]:
        marks = {"key": row.key, "source": row.source, "last_seen": self.now, "version": self.number}
        return {**self.catalogue.columns(row.values), **marks}


def stage(session: Session, catalogue: Catalogue, rows: Sequence[Keyed], mark: int, now: datetime) -> None:
    """Write new rows as withdrawn ones, which nobody sees; applying them under the same mark takes a moment then."""
    marks = {"status": Status.WITHDRAWN.value, "version": -mark, "first_seen": now, "last_seen": now}
    written = [{**catalogue.columns(row.values), "key": row.key, "source": row.source, **marks} for row in rows]
    write(session, catalogue, written)


def write(session: Session, catalogue: Catalogue, written: Sequence[Columns]) -> None:
    """Insert rows, or write them over withdrawn ones of the same key; a row that stands is left alone."""
    found = _known(session, catalogue, [row["key"] for row in written])
    revived = [{"id": found[row["key"]][0], **row} for row in written if row["key"] in found]
    overwrite(session, catalogue, [row for row in revived if found[row["key"]][1] == Status.WITHDRAWN.value])
    insert(session, catalogue, [row for row in written if row["key"] not in found])


def note_seen(session: Session, catalogue: Catalogue, ids: Sequence[int], at: datetime) -> None:
    """Note when rows were last seen."""
    table = catalogue.table
    for some in chunks(ids):
        session.connection().execute(update(table).where(table.c.id.in_(some)).values(last_seen=at))
    session.expire_all()


def as_json(row: Columns) -> str:
    """Write a row, without its id, always the same way."""
    return json.dumps(plain(row), ensure_ascii=False, sort_keys=True)


def _known(session: Session, catalogue: Catalogue, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Give id and status of the rows with these keys."""
    table, found = catalogue.table, {}
    for some in chunks(keys):
        question = (
            table.select().with_only_columns(table.c.id, table.c.key, table.c.status).where(table.c.key.in_(some))
        )
        found.update({row["key"]: (row["id"], row["status"]) for row in fetch(session, question)})
    return found


def _before(row: Columns) -> Before:
    return Before(row["id"], as_json(row))
