"""Seats of a course: how many are left, who gets a freed one. Never more people than seats."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.store import registrations
from bot.store.people import Person
from bot.store.registrations import CONFIRMED, OFFERED, SEATED, WAITING, WITHDRAWN, Registration
from intake.tables import Status
from training_catalog.tables import Course

KEPT_FOR = timedelta(hours=48)  # a freed seat for the next in line


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a course; `total` is None when nobody says how many there are."""

    total: int | None
    taken: int

    @property
    def left(self) -> int | None:
        """Free seats; None = no limit is known."""
        return None if self.total is None else max(self.total - self.taken, 0)

    @property
    def full(self) -> bool:
        """Whether none is free."""
        return self.left == 0


def locked(session: Session, course_id: int) -> Course | None:
    """Give a course and keep others off it until the transaction ends, so that two do not give away one seat."""
    query = select(Course).where(Course.id == course_id, Course.status != Status.WITHDRAWN.value).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).first()


def seats(session: Session, course: Course) -> Seats:
    """Count the seats; one that is kept for somebody is taken."""
    counted = registrations.counts(session, [course.id or 0])
    return Seats(course.seats, sum(many for (_course, state), many in counted.items() if state in SEATED))


def queue_up(session: Session, row: Registration) -> None:
    """Put somebody at the end of the waiting list."""
    last = max((one.turn for one in registrations.in_line(session, row.course_id)), default=0)
    row.state, row.turn, row.offered_until = WAITING, last + 1, None
    session.flush()


def offer_next(session: Session, course_id: int, now: datetime) -> Registration | None:
    """Keep a free seat for the next on the waiting list who can hear of it; None when there is no seat or nobody.

    Nothing is offered once the course has begun or is closed.
    """
    course = locked(session, course_id)
    begun = course is None or (course.starts is not None and course.starts <= now.date())
    if course is None or begun or course.status != Status.OPEN.value or seats(session, course).full:
        return None
    for row in registrations.in_line(session, course_id):
        if _hears(session, row.person_id):
            row.state, row.offered_until, row.decided_at = OFFERED, now + KEPT_FOR, now
            session.flush()
            return row
    return None


def take(session: Session, row: Registration, now: datetime) -> bool:
    """Take a seat that is kept for somebody; False when it is not any more."""
    if row.state == OFFERED and row.offered_until is not None and row.offered_until >= now:
        row.state, row.offered_until, row.decided_at = CONFIRMED, None, now
        session.flush()
    return row.state == CONFIRMED


def lapse(session: Session, now: datetime) -> list[Registration]:
    """End the offers that nobody took in time, and offer each seat to the next; gives those whose offer ended."""
    over = [row for row in registrations.offered(session) if _is_over(row, now)]
    return [row for row in over if _end_offer(session, row, now)]


def _is_over(row: Registration, now: datetime) -> bool:
    return row.state == OFFERED and (row.offered_until is None or row.offered_until < now)


def _end_offer(session: Session, row: Registration, now: datetime) -> bool:
    """End one offer; False when it was taken, or ended elsewhere, while we waited for the course."""
    locked(session, row.course_id)
    session.refresh(row)
    if not _is_over(row, now):
        return False
    row.state, row.offered_until, row.decided_at, row.phone = WITHDRAWN, None, now, None
    session.flush()
    offer_next(session, row.course_id, now)
    return True


def held_by(session: Session, person_id: int) -> list[int]:
    """Give the courses in which a person holds a seat that would be free without them."""
    query = select(Registration.course_id).where(
        Registration.person_id == person_id, col(Registration.state).in_((CONFIRMED, OFFERED))
    )
    return list(session.exec(query))


def _hears(session: Session, person_id: int) -> bool:
    person = session.get(Person, person_id)
    return person is not None and person.blocked_at is None and person.stopped_at is None
