"""Applies a preview as a new version, keeps what stood before, and rolls a version back to the byte."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from intake import aliases
from intake.catalogue import Catalogue, fetch, overwrite
from intake.preview import Applied, Preview, may_apply, may_close
from intake.row_writer import Writer, as_json, note_seen
from intake.tables import ImportChange, Status
from intake.version_log import check_standing, newest_standing, record


@dataclass(frozen=True, slots=True)
class Terms:
    """How a preview is to be applied: when (aware), with or without its wrong rows, closing what is missing or not."""

    now: datetime
    accept_valid: bool = False
    complete: bool = False
    title: str = ""
    staged: int = 0  # the mark under which `row_writer.stage` wrote the new rows beforehand; 0 = it did not


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
    writer = Writer(session, catalogue, terms.now, preview.standing + 1)
    seen = writer.touch(difference.unchanged)
    done = Applied(done=True, unchanged=len(difference.unchanged), **counts)
    if not any(counts.values()):
        return done
    version = record(session, preview, terms.now, seen, terms.title)
    aliases.remember(session, catalogue.name, preview.aliases, version.number)
    writer.add(difference.new, version, terms.staged)
    writer.keep(version, [*writer.change(difference.changed), *writer.close(closing)])
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
    mine = col(ImportChange.version_id) == version.id
    kept = session.exec(select(ImportChange.row_id, ImportChange.before).where(mine, ImportChange.before != "")).all()
    session.flush()
    overwrite(session, catalogue, [{"id": row_id, **catalogue.columns(json.loads(row))} for row_id, row in kept])
    added = select(ImportChange.row_id).where(mine, ImportChange.before == "")
    withdrawn = update(catalogue.table).where(catalogue.table.c.id.in_(added)).values(status=Status.WITHDRAWN.value)
    count = session.connection().execute(withdrawn).rowcount
    for moment, ids in seen.items():
        note_seen(session, catalogue, ids, datetime.fromisoformat(moment))
    session.expire_all()
    return RolledBack(len(kept), count)


def export(session: Session, catalogue: Catalogue) -> bytes:
    """Write everything that stands (without ids), by key: two equal catalogues give the same bytes."""
    table = catalogue.table
    rows = fetch(session, table.select().where(table.c.status != Status.WITHDRAWN.value).order_by(table.c.key))
    return b"".join(as_json(row).encode() + b"\n" for row in rows)
