"""One course edited by hand: found in spite of typos, changed, closed, copied; each deed is a version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import Row
from sqlmodel import Session, col, select

from intake import aliases as other_names
from intake.catalogue import keyed, plain, to_plain
from intake.cells import fold
from intake.difference import Difference, Gone, Keyed, compare
from intake.errors import Overtaken
from intake.exporting import cell
from intake.preview import Applied, Preview
from intake.problems import Problem, RawRow
from intake.standing import standing
from intake.tables import Status
from intake.version_log import newest
from training_catalog import sheet
from training_catalog.importing import COURSES
from training_catalog.sheet import CourseRow
from training_catalog.tables import Course

LIKE = 60  # of 100: how much a course must be called like what was typed
MOST = 6
DATES = ("starts", "ends", "opens", "closes")


@dataclass(frozen=True, slots=True)
class Found:
    """A course as a line of a list."""

    id: str
    programme: str
    provider: str
    starts: date | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class Edited:
    """What became of an edit: a version, or the problems of the row, or that somebody else was faster."""

    version: int | None = None
    problems: tuple[Problem, ...] = ()
    overtaken: bool = False
    course_id: str = ""


def search(session: Session, words: str, most: int = MOST) -> list[Found]:
    """Find courses by words of their name, provider or place, typed with mistakes; open ones first."""
    table = COURSES.catalogue.table
    columns = [table.c[name] for name in ("id", "programme", "provider", "location", "starts", "status")]
    query = table.select().with_only_columns(*columns).where(table.c.status != Status.WITHDRAWN.value)
    rows = {row.id: row for row in session.connection().execute(query)}
    texts = {one: fold(f"{row.programme} {row.provider} {row.location}") for one, row in rows.items()}
    best = process.extract(fold(words), texts, scorer=fuzz.WRatio, score_cutoff=LIKE, limit=most * 4)
    found = [_found(rows[one]) for _text, _score, one in best]
    return sorted(found, key=lambda one: not one.is_open)[:most]


def find(session: Session, course_id: str) -> Course | None:
    """Give one course, open or closed."""
    return next(iter(standing(session, Course, [course_id])), None)


def cells(course: Course) -> dict[str, str]:
    """Write a course as the cells of a row, as an export would."""
    values = {name: cell(to_plain(getattr(course, name))) for name in sheet.HEADERS}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def change(session: Session, course_id: str, changes: Mapping[str, str], *, now: datetime, seen: int) -> Edited:
    """Change some cells of a course, read as they would be in a file.

    `seen` is the row's version that the editor looked at: if another one stands, nothing is changed.
    """
    course = find(session, course_id)
    if course is None or course.version != seen:
        return Edited(overtaken=True, course_id=course_id)
    value, problems = sheet.read(RawRow(1, {**cells(course), **changes}), course.source)
    if value is None:
        return Edited(problems=problems, course_id=course_id)
    row = _keyed(value, course.key)
    if value.key != course.key and _stands(session, value.key, course.key):
        return Edited(problems=(Problem(1, "starts", value.label, "once:katalog"),), course_id=course_id)
    difference = compare({course.key: plain(course.model_dump())}, [row])
    names = {value.key: course.key} if value.key != course.key else {}
    return _apply(session, course_id, difference, now=now, title=course.programme, aliases=names)


def close(session: Session, course_id: str, *, now: datetime, seen: int) -> Edited:
    """Close a course."""
    course = find(session, course_id)
    if course is None or course.version != seen:
        return Edited(overtaken=True, course_id=course_id)
    if course.status == Status.CLOSED.value:
        return Edited(course_id=course_id)
    difference = Difference(closing=(Gone(course.key, course.programme),))
    return _apply(session, course_id, difference, now=now, title=course.programme)


def copy(session: Session, course_id: str, starts: date, *, now: datetime) -> Edited:
    """Bring a course again as a new intake that starts on another day; its other days move along."""
    course = find(session, course_id)
    if course is None:
        return Edited(overtaken=True, course_id=course_id)
    fresh = {**cells(course), **moved_days(course, starts), "verify_by": "", "external_id": ""}
    value, problems = sheet.read(RawRow(1, fresh), course.source)
    if value is None:
        return Edited(problems=problems, course_id=course_id)
    if _stands(session, value.key, ""):
        return Edited(problems=(Problem(1, "starts", starts.isoformat(), "once:katalog"),), course_id=course_id)
    difference = Difference(new=(_keyed(value, value.key),))
    done = _apply(session, course_id, difference, now=now, title=course.programme)
    made = session.exec(select(Course.id).where(col(Course.key) == value.key)).first()
    return replace(done, course_id=str(made))


def moved_days(course: Course, starts: date) -> dict[str, str]:
    """Give the cells of the days of a course that starts on another day: all of them move as far."""
    moved = {name: _moved(getattr(course, name), course.starts, starts) for name in DATES}
    return {**moved, "starts": starts.isoformat()}


def _found(row: Row[Any]) -> Found:
    return Found(str(row.id), row.programme, row.provider, row.starts, row.status == Status.OPEN.value)


def _keyed(value: CourseRow, key: str) -> Keyed:
    return keyed(value, number=1, key=key, label=value.label)


def _moved(day: date | None, before: date | None, after: date) -> str:
    """Move a day as far as the start moves; a course without a start gives its copy no other days."""
    return (day + (after - before)).isoformat() if day and before else ""


def _stands(session: Session, key: str, but: str) -> bool:
    """Tell whether a row of this natural key stands already, under this or another name."""
    row_key = other_names.known(session, COURSES.catalogue.name, [key]).get(key, key)
    query = select(Course.id).where(col(Course.key) == row_key, Course.status != Status.WITHDRAWN.value)
    return row_key != but and session.exec(query).first() is not None


def _apply(  # noqa: PLR0913 - which course, what changes, when and under which name
    session: Session,
    course_id: str,
    difference: Difference,
    *,
    now: datetime,
    title: str,
    aliases: Mapping[str, str] | None = None,
) -> Edited:
    name = COURSES.catalogue.name
    preview = Preview(name, difference, standing=newest(session, name), aliases=aliases or {})
    try:
        done: Applied = COURSES.apply(session, preview, now=now, complete=True, title=title)
    except Overtaken:
        return Edited(overtaken=True, course_id=course_id)
    return Edited(version=done.version, course_id=course_id)
