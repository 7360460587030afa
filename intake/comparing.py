"""What a file is compared with, and the comparison: renamed rows found again, missing columns kept, likenesses held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlmodel import Session

from intake import aliases, catalogue
from intake.catalogue import Catalogue, plain, stored
from intake.difference import Gone, Keyed, Values, compare
from intake.likeness import Alike, Known, Similar, find
from intake.preview import Preview, Sheet
from intake.problems import Problem
from intake.tables import Status
from intake.version_log import newest

SAME, DIFFERENT = "same", "different"
Decisions = Mapping[
    str, str
]  # the id of a likeness -> "different", or "same:" and the key of the row it is the same as


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands, as far as a file can touch it; `version` is the catalogue's number at that moment."""

    version: int
    aliases: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Values] = field(default_factory=dict)
    missing: tuple[Gone, ...] = ()
    known: tuple[Known, ...] = ()


def same_as(key: str) -> str:
    """Write the decision that a row is the same as the one with this key."""
    return f"{SAME}:{key}"


@dataclass(frozen=True, slots=True)
class Outline:
    """What is to be fetched for a file: under which keys its rows may stand."""

    version: int
    aliases: Mapping[str, str]
    keys: tuple[str, ...]


def outline(session: Session, kind: Catalogue, sheet: Sheet, decisions: Decisions) -> Outline:
    """Say what is to be fetched for a file."""
    other_names = aliases.known(session, kind.name, (row.key for row in sheet.rows))
    keys = (other_names.get(row.key, row.key) for row in sheet.rows)
    merged = (said.partition(":")[2] for said in decisions.values() if _is_same(said))
    return Outline(newest(session, kind.name), other_names, tuple(dict.fromkeys((*keys, *merged))))


def standing(session: Session, kind: Catalogue, keys: Sequence[str]) -> dict[str, Values]:
    """Fetch the rows that stand under these keys, closed ones too."""
    found = stored(session, kind, keys)
    return {key: plain(row) for key, row in found.items() if row["status"] != Status.WITHDRAWN.value}


def rest(  # noqa: PLR0913 - what was fetched so far, and what the file is
    session: Session,
    kind: Catalogue,
    sheet: Sheet,
    alike: Alike | None,
    *,
    plan: Outline,
    rows: Mapping[str, Values],
) -> Ground:
    """Fetch what else a file can touch: rows that it no longer holds, rows that its new ones may look like."""
    gone = catalogue.missing(session, kind, sheet.sources, frozenset(plan.keys))
    has_new = len(rows) < len(plan.keys)
    return Ground(plan.version, plan.aliases, rows, tuple(gone), _known(session, kind, alike) if has_new else ())


def ground(session: Session, kind: Catalogue, sheet: Sheet, alike: Alike | None, decisions: Decisions) -> Ground:
    """Fetch all that a file can touch. A closed row that comes back shows as a change of `status`."""
    plan = outline(session, kind, sheet, decisions)
    return rest(session, kind, sheet, alike, plan=plan, rows=standing(session, kind, plan.keys))


def judge(kind: str, sheet: Sheet, on: Ground, alike: Alike | None, decisions: Decisions) -> Preview:
    """Compare a file with what stands. Rows that look like another one and are not decided about stay out."""
    rows, problems = _renamed(sheet, on.aliases)
    similar = _similar(rows, on, alike)
    held = tuple(one for one in similar if one.id not in decisions)
    same = {one.row.number: one for one in similar if _is_same(decisions.get(one.id, ""))}
    out = {one.row.number for one in held} | {number for number, one in same.items() if one.other.number}
    rows = [_as(row, same.get(row.number)) for row in rows if row.number not in out]
    merged = {one.row.key: one.other.key for one in same.values()}
    kept = [_filled(row, on.rows.get(row.key)) for row in _once(rows)]
    present = {row.key for row in kept} | {one.other.key for one in held}
    missing = tuple(one for one in on.missing if one.key not in present)
    difference = compare(on.rows, kept, missing)
    return Preview(kind, difference, problems, sheet.ignored, on.version, held, merged)


def _renamed(sheet: Sheet, names: Mapping[str, str]) -> tuple[list[Keyed], tuple[Problem, ...]]:
    """Give rows the key under which they stand; two rows of a file that mean one row are a problem."""
    first: dict[str, int] = {}
    rows: list[Keyed] = []
    problems = list(sheet.problems)
    for row in sheet.rows:
        named = replace(row, key=names[row.key]) if row.key in names else row
        if (earlier := first.setdefault(named.key, row.number)) != row.number:
            problems.append(Problem(row.number, "", row.label, f"once:{earlier}"))
        else:
            rows.append(named)
    return rows, tuple(problems)


def _similar(rows: Sequence[Keyed], on: Ground, alike: Alike | None) -> list[Similar]:
    if alike is None:
        return []
    present = {row.key for row in rows}
    return find([row for row in rows if row.key not in on.rows], on.known, alike, present)


def _is_same(said: str) -> bool:
    return said.startswith(f"{SAME}:")


def _as(row: Keyed, same: Similar | None) -> Keyed:
    return replace(row, key=same.other.key) if same else row


def _once(rows: Sequence[Keyed]) -> list[Keyed]:
    """Keep one row a key: two rows said to be the same as a third are one."""
    return list({row.key: row for row in reversed(rows)}.values())[::-1]


def _filled(row: Keyed, before: Values | None) -> Keyed:
    """Take from the standing row what the file has no column for."""
    if before is None or row.given is None:
        return row
    kept = {name: before[name] for name in row.values if name not in row.given and name in before}
    return replace(row, values={**row.values, **kept}, given=None) if kept else row


def _known(session: Session, kind: Catalogue, alike: Alike | None) -> tuple[Known, ...]:
    """Give every open row with what it is compared by."""
    if alike is None:
        return ()
    names = dict.fromkeys(("key", kind.label, alike.maker, alike.name, alike.day))
    statement = kind.table.select().with_only_columns(*(kind.table.c[name] for name in names))
    rows = catalogue.fetch(session, statement.where(kind.table.c.status == Status.OPEN.value))
    return tuple(Known(row["key"], row[kind.label], alike.traits(plain(row))) for row in rows)
