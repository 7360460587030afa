"""Who answers for the seats of a course: the provider's own account, an admin of its area, else any admin."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session, col, select

from bot.store import people, registrations, staff
from bot.store.registrations import CONFIRMED, Registration
from bot.store.staff import ADMIN
from intake.tables import Status
from training_catalog import editing
from training_catalog.tables import Course
from training_catalog.vocabulary import TRAINING

LATELY = timedelta(days=30)
TRAINED = {form.value for form in TRAINING}


@dataclass(frozen=True, slots=True)
class Door:
    """A course for which an account answers."""

    course: Course
    keeper: int

    @property
    def id(self) -> int:
        """The number of the course."""
        return self.course.id or 0


def door(session: Session, person_id: int, course_id: str) -> Door | None:
    """Let in who answers for a course; None for everybody else, whatever button they press."""
    course = editing.find(session, course_id)
    return Door(course, person_id) if course is not None and may(session, person_id, course) else None


def may(session: Session, person_id: int, course: Course) -> bool:
    """Whether this account answers for the course."""
    if person_id == course.contact_id:
        return True
    member = staff.active(session, person_id)
    if member is None or member.role != ADMIN:
        return False
    if staff.reaches(member, course.area):
        return True
    told = keepers(session, course)  # where nobody is of the area, any admin is told, and then must be let in
    return person_id in told or not told


def keepers(session: Session, course: Course) -> tuple[int, ...]:
    """Give who is told that somebody asks: the provider if it can hear us, else the admins, those of the area first."""
    if course.contact_id and _hears(session, course.contact_id):
        return (course.contact_id,)
    admins = staff.reachable(session, ADMIN)
    return tuple(one.id for one in admins if staff.reaches(one, course.area)) or tuple(one.id for one in admins)


def can_be_asked(session: Session, course: Course | None, day: date) -> bool:
    """Whether a seat can be asked for here: a training that has not begun, and somebody who answers."""
    if course is None or course.form not in TRAINED or course.status != Status.OPEN.value:
        return False
    begun = course.starts is not None and course.starts <= day
    return not begun and bool(keepers(session, course))


def kept(session: Session, person_id: int) -> list[Course]:
    """Give the courses for which an account answers and that anybody asked for or that are its own, the next first."""
    own = session.exec(
        select(Course).where(Course.contact_id == person_id, Course.status != Status.WITHDRAWN.value)
    ).all()
    member = staff.active(session, person_id)
    asked: list[Course] = []
    if member is not None and member.role == ADMIN:
        numbers = registrations.courses(session)
        query = select(Course).where(col(Course.id).in_(numbers), Course.status != Status.WITHDRAWN.value)
        asked = [one for one in session.exec(query) if may(session, person_id, one)]
    found = {one.id: one for one in (*own, *asked)}
    return sorted(found.values(), key=lambda one: (one.starts or date.max, one.id or 0))


def ended(session: Session, day: date) -> list[Course]:
    """Give the courses that ended lately and of which somebody's end is not noted yet."""
    numbers = select(Registration.course_id).where(Registration.state == CONFIRMED)
    lately = (col(Course.ends) < day, col(Course.ends) >= day - LATELY)
    query = select(Course).where(col(Course.id).in_(numbers), Course.status != Status.WITHDRAWN.value, *lately)
    return list(session.exec(query.order_by(col(Course.id))))


def _hears(session: Session, person_id: int) -> bool:
    person = people.find(session, person_id)
    return person is not None and person.blocked_at is None and person.stopped_at is None
