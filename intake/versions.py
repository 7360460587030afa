"""Applies a preview as a new version, keeps what stood before, and rolls a version back to the byte."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import insert as insert_into
from sqlmodel import Session, col, select

from intake import aliases
from intake.catalogue import Catalogue, Columns, fetch, insert, overwrite, plain, stored
from intake.difference import Change, Gone, Keyed
from intake.preview import Applied, Preview, may_apply, may_close
from intake.tables import ImportChange, ImportVersion, Status
from intake.version_log import check_standing, newest_standing, record


@dataclass(frozen=True, slots=True)
class Terms:
    """How a preview is to be applied: when (aware), with or without its wrong rows, closing what is missing or not."""

    now: datetime
    accept_valid: bool = False
    complete: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class RolledBack:
    """What undoing a version did: rows put back as they stood, and rows that had not stood before."""

    restored: int
    withdrawn: int


def apply(session: Session, catalogue: Catalogue, preview: Preview, terms: Terms) -> Applied:
    """Do what the preview showed. Nothing is committed here.

    Raises:
        Overtaken: the catalogue has another version than the one that the preview was made from.
    """
    check_standing(session, preview)
    if not may_apply(preview, accept_valid=terms.accept_valid):
        return Applied(done=False)
    difference = preview.difference
    closing = difference.closing if may_close(preview, complete=terms.complete) else ()
    counts = {"new": len(difference.new), "changed": len(difference.changed), "closed": len(closing)}
    writer = _Writer(session, catalogue, terms.now, preview.standing + 1)
    seen = writer.touch(difference.unchanged)
    done = Applied(done=True, unchanged=len(difference.unchanged), **counts)
    if not any(counts.values()):
        return done
    version = record(session, preview, terms.now, seen, terms.title)
    aliases.remember(session, catalogue.name, preview.aliases, version.number)
    writer.keep(version, [*writer.change(difference.changed), *writer.close(closing), *writer.add(difference.new)])
    return replace(done, version=version.number)


def roll_back(session: Session, catalogue: Catalogue, number: int) -> RolledBack:
    """Put every row that a version touched back as it stood before; only the newest standing version can go.

    Raises:
        NotNewest: a later version stands on this one, or there is no such version.
    """
    version = newest_standing(session, catalogue.name, number)
    version.rolled_back = True
    session.add(version)
    aliases.forget(session, catalogue.name, number)
    seen = version.seen
    kept = session.exec(select(ImportChange).where(col(ImportChange.version_id) == version.id)).all()
    restored = [{"id": row.row_id, **catalogue.columns(json.loads(row.before))} for row in kept if row.before]
    withdrawn = [{"id": row.row_id, "status": Status.WITHDRAWN.value} for row in kept if not row.before]
    session.flush()
    overwrite(session, catalogue, restored)
    overwrite(session, catalogue, withdrawn)
    moments = [(datetime.fromisoformat(moment), ids) for moment, ids in seen.items()]
    overwrite(session, catalogue, [{"id": row_id, "last_seen": moment} for moment, ids in moments for row_id in ids])
    return RolledBack(len(restored), len(withdrawn))


def export(session: Session, catalogue: Catalogue) -> bytes:
    """Write everything that stands (without ids), by key: two equal catalogues give the same bytes."""
    table = catalogue.table
    rows = fetch(session, table.select().where(table.c.status != Status.WITHDRAWN.value).order_by(table.c.key))
    return b"".join(_json(row).encode() + b"\n" for row in rows)


@dataclass(frozen=True, slots=True)
class _Before:
    """A row that a version touches: its id, and how it stood (empty: it did not)."""

    row_id: int
    json: str


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the rows of one new version and tells how they stood before."""

    session: Session
    catalogue: Catalogue
    now: datetime
    number: int

    def touch(self, rows: Sequence[Keyed]) -> dict[str, list[int]]:
        """Note that unchanged rows were seen again; the old moments come back with the rows they belong to."""
        standing = self._standing(row.key for row in rows)
        overwrite(self.session, self.catalogue, [{"id": row["id"], "last_seen": self.now} for row in standing.values()])
        seen: dict[str, list[int]] = defaultdict(list)
        for row in standing.values():
            seen[row["last_seen"].isoformat()].append(row["id"])
        return dict(seen)

    def change(self, changes: Sequence[Change]) -> list[_Before]:
        """Write the file's values over standing rows, which are open again if they were closed."""
        standing = self._standing(change.row.key for change in changes)
        written = [{"id": standing[change.row.key]["id"], **self._columns(change.row)} for change in changes]
        overwrite(self.session, self.catalogue, written)
        return [_before(row) for row in standing.values()]

    def close(self, gone: Sequence[Gone]) -> list[_Before]:
        """Close rows that a complete file does not hold any more."""
        standing = self._standing(row.key for row in gone)
        marks = {"status": Status.CLOSED.value, "version": self.number}
        overwrite(self.session, self.catalogue, [{"id": row["id"], **marks} for row in standing.values()])
        return [_before(row) for row in standing.values()]

    def add(self, rows: Sequence[Keyed]) -> list[_Before]:
        """Write rows that do not stand yet, over withdrawn ones of the same key if there are any."""
        written = [{**self._columns(row), "first_seen": self.now} for row in rows]
        withdrawn = self._standing(row.key for row in rows)
        revived = [{"id": withdrawn[row["key"]]["id"], **row} for row in written if row["key"] in withdrawn]
        overwrite(self.session, self.catalogue, revived)
        insert(self.session, self.catalogue, [row for row in written if row["key"] not in withdrawn])
        return [_Before(row["id"], "") for row in self._standing(row.key for row in rows).values()]

    def keep(self, version: ImportVersion, before: Iterable[_Before]) -> None:
        """Keep what stood before, so that the version can be rolled back."""
        kept = [{"version_id": version.id, "row_id": row.row_id, "before": row.json} for row in before]
        self.session.connection().execute(insert_into(ImportChange), kept)

    def _standing(self, keys: Iterable[str]) -> dict[str, Columns]:
        return stored(self.session, self.catalogue, keys)

    def _columns(self, row: Keyed) -> dict[str, object]:
        marks = {"key": row.key, "source": row.source, "last_seen": self.now, "version": self.number}
        return {**self.catalogue.columns(row.values), **marks}


def _before(row: Columns) -> _Before:
    return _Before(row["id"], _json(row))


def _json(row: Columns) -> str:
    return json.dumps(plain(row), ensure_ascii=False, sort_keys=True)
