"""A2: courses whose provider must say again that they run: who is asked when, what was hidden and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, col, func, or_, select

from bot.services.staff.catalogue_files import Kind
from bot.store import access_log, people, staff
from bot.store.staff import ADMIN
from intake import cells
from intake.problems import Problem
from intake.tables import Status
from training_catalog import editing, search
from training_catalog.editing import Edited
from training_catalog.tables import Course

NEAR = timedelta(days=7)  # the provider has so long to answer; silence hides the course
CONFIRMED_FOR = timedelta(days=60)  # how much longer it is offered after a yes
LOOKED_BACK = timedelta(days=60)  # hidden longer than that it is history, not work


@dataclass(frozen=True, slots=True)
class Due:
    """A course that somebody must answer for."""

    id: str
    programme: str
    provider: str
    starts: date | None
    until: date  # the last day it is offered without an answer
    version: int
    asked: tuple[int, ...]  # who answers for it: the provider's own account, else the admins
    by_provider: bool = False


def expiring(session: Session, day: date) -> list[Due]:
    """Give what will be hidden within a week, the next first."""
    return [one for one in _dated(session, day) if day <= one.until < day + NEAR]


def hidden(session: Session, day: date) -> list[Due]:
    """Give what is hidden because nobody answered, the newest first; only what could still be joined."""
    return [one for one in reversed(_dated(session, day)) if day - LOOKED_BACK <= one.until < day]


def one(session: Session, course_id: str) -> Due | None:
    """Give one course."""
    found = editing.find(session, course_id)
    return _all_due(session, [found])[0] if found is not None else None


def may_answer(session: Session, person_id: int, due: Due) -> bool:
    """Only the provider's own account and admins answer for a course."""
    member = staff.active(session, person_id)
    return person_id in due.asked or (member is not None and member.role == ADMIN)


def confirm(session: Session, person_id: int, due: Due, day: date, now: datetime) -> Edited:
    """It still runs: offered on, from today."""
    done = editing.change(session, due.id, {"verify_by": (day + CONFIRMED_FOR).isoformat()}, now=now, seen=due.version)
    access_log.note(session, person_id, None, f"import:{Kind.COURSES}:{done.version}", now)
    return done


def move(  # noqa: PLR0913 - who moves what to when
    session: Session, person_id: int, due: Due, starts: str, *, day: date, now: datetime
) -> Edited:
    """It runs on another day, as typed: the course and its other days move, and it is offered on."""
    course, to = editing.find(session, due.id), cells.day(starts)
    if to is None or course is None:
        return Edited(problems=(Problem(1, "starts", starts[:60], "date"),), course_id=due.id)
    days = editing.moved_days(course, to)
    changes = {**days, "verify_by": (day + CONFIRMED_FOR).isoformat()}
    done = editing.change(session, due.id, changes, now=now, seen=due.version)
    if done.version is not None:
        access_log.note(session, person_id, None, f"import:{Kind.COURSES}:{done.version}", now)
    return done


def end(session: Session, person_id: int, due: Due, now: datetime) -> Edited:
    """It does not run any more: closed."""
    done = editing.close(session, due.id, now=now, seen=due.version)
    access_log.note(session, person_id, None, f"import:{Kind.COURSES}:{done.version}", now)
    return done


def _dated(session: Session, day: date) -> list[Due]:
    """Give the open courses whose day is near or past, by that day."""
    until = day + NEAR
    oldest = datetime.combine(until - search.TRUSTED_FOR, datetime.min.time(), UTC)
    stale = or_(
        col(Course.verify_by) < until,
        col(Course.verify_by).is_(None) & (col(Course.last_seen) < oldest),
    )
    last_day = func.coalesce(Course.closes, Course.starts, day)
    rows: Sequence[Course] = session.exec(
        select(Course).where(Course.status == Status.OPEN.value, last_day >= day, stale)
    ).all()
    return sorted(_all_due(session, rows), key=lambda due: (due.until, due.id))


def _all_due(session: Session, courses: Sequence[Course]) -> list[Due]:
    """Say who answers for each; the accounts are asked about once, however many courses they have."""
    admins = tuple(member.id for member in staff.reachable(session, ADMIN))
    contacts = {one.contact_id for one in courses if one.contact_id}
    hearing = {one for one in contacts if _hears(session, one)}
    return [_due(course, (course.contact_id,) if course.contact_id in hearing else (), admins) for course in courses]


def _due(course: Course, provider: tuple[int, ...], admins: tuple[int, ...]) -> Due:
    return Due(
        str(course.id), course.programme, course.provider, course.starts, search.trusted_until(course), course.version,
        provider or admins, bool(provider),
    )  # fmt: skip


def _hears(session: Session, person_id: int) -> bool:
    """Whether a provider's account can be asked: it pressed START, did not block us and did not stop."""
    person = people.find(session, person_id)
    return person is not None and person.blocked_at is None and person.stopped_at is None
