"""From interest to a seat: a worker asks, sees where it stands, takes a freed seat, or gives it back."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.services import attending, course_keepers, reminders, seating
from bot.services.attending import Count
from bot.services.firing import Firing, plain
from bot.store import people, registrations
from bot.store import reminders as kept
from bot.store.people import Person
from bot.store.registrations import (
    ALIVE,
    ASKED,
    CONFIRMED,
    DECLINED,
    DROPPED,
    FINISHED,
    OFFERED,
    SEARCHES,
    WAITING,
    WITHDRAWN,
    WORKS,
    Registration,
)
from bot.store.reminders import Reminder
from intake.tables import Status
from jkp.membership import identifiers
from training_catalog import editing, search
from training_catalog.search import CourseDetails
from training_catalog.tables import Course

TOPIC = "course_start"
DAYS_BEFORE = (7, 1)
STEP = "seat.number"  # the step in which a shared number is for a provider


class State(StrEnum):
    """Where a registration stands; the words of the rows."""

    ASKED = ASKED
    WAITING = WAITING
    OFFERED = OFFERED
    CONFIRMED = CONFIRMED
    DECLINED = DECLINED
    WITHDRAWN = WITHDRAWN
    FINISHED = FINISHED
    DROPPED = DROPPED


@dataclass(frozen=True, slots=True)
class Mine:
    """One's own registration. `place` is the place in line among those asked or waiting, from 1; 0 = in no line."""

    id: str
    state: State
    details: CourseDetails
    provider: str
    place: int = 0
    until: datetime | None = None  # a freed seat is kept until then
    phone: str = ""  # masked
    words: str = ""  # of the provider
    certificate: bool | None = None
    works: str = ""
    count: Count | None = None  # of attendance, once the class days are known
    has_begun: bool = False
    is_off: bool = False  # closed in the catalogue

    @property
    def is_alive(self) -> bool:
        """Whether something may still come of it."""
        return self.state in ALIVE


def open_to(session: Session, offer_id: str, day: date) -> bool:
    """Whether a seat in this course can be asked for here."""
    return course_keepers.can_be_asked(session, editing.find(session, offer_id), day)


def ask(session: Session, person: Person, offer_id: str, day: date, now: datetime) -> Registration | None:
    """Ask for a seat; asking again gives the same. None when the course cannot be asked for.

    A full course puts the person on the waiting list at once.
    """
    found = editing.find(session, offer_id)
    if found is None or not course_keepers.can_be_asked(session, found, day):
        return None
    course = seating.locked(session, found.id or 0)
    row = registrations.of(session, person.id, found.id or 0)
    if course is None or (row is not None and row.state != WITHDRAWN):
        return row
    if row is None:
        row = Registration(person_id=person.id, course_id=found.id or 0, asked_at=now)
        session.add(row)
    row.state, row.asked_at, row.decided_at, row.decided_by, row.turn = ASKED, now, None, None, 0
    session.flush()
    if seating.seats(session, course).full:
        seating.queue_up(session, row)
    return row


def own(session: Session, person_id: int, registration_id: str) -> Registration | None:
    """Give one registration if it is this person's."""
    row = registrations.find(session, registration_id)
    return row if row is not None and row.person_id == person_id else None


def leave(session: Session, row: Registration, now: datetime) -> Registration | None:
    """Give the seat, or the place in line, back; gives whom the freed seat is kept for now. Twice is once."""
    _as_it_is(session, row)
    if row.state not in ALIVE:
        return None
    seated = row.state in {CONFIRMED, OFFERED}
    _unplan(session, row)
    row.state, row.offered_until, row.decided_at, row.phone = WITHDRAWN, None, now, None
    session.flush()
    return seating.offer_next(session, row.course_id, now) if seated else None


def take(session: Session, person: Person, row: Registration, now: datetime) -> bool:
    """Take the freed seat; False when the time for it is over."""
    _as_it_is(session, row)
    done = seating.take(session, row, now)
    if done:
        plan(session, person, row, now)
    return done


def _as_it_is(session: Session, row: Registration) -> None:
    """Keep others off the course and read the row again: the provider may have decided a moment ago."""
    seating.locked(session, row.course_id)
    session.refresh(row)


def give_number(session: Session, person: Person, registration_id: str, phone: str, owner: int | None) -> bool:
    """Let the provider have the person's own number; False when it is somebody else's."""
    number = identifiers.phone(phone if phone.startswith("+") else f"+{phone}")
    row = own(session, person.id, registration_id)
    if owner != person.id or number is None or row is None:
        return False
    registrations.keep_phone(session, row, number)
    return True


def say_works(row: Registration, answer: str) -> None:
    """Keep whether the course led to work; the newest answer counts."""
    if answer in {WORKS, SEARCHES} and row.state in {FINISHED, DROPPED}:
        row.works = answer


def mine(session: Session, row: Registration, day: date) -> Mine | None:
    """Give a registration as its person sees it; None when the course is gone."""
    details = search.by_id(session, str(row.course_id), day)
    course = editing.find(session, str(row.course_id))
    if details is None or course is None:
        return None
    phone = registrations.phone_of(session, row)
    count = attending.count(session, row, course) if row.state in registrations.IN_CLASS else None
    return Mine(
        id=row.id, state=State(row.state), details=details, provider=course.provider, place=_place(session, row),
        until=row.offered_until, phone=identifiers.mask(phone) if phone else "",
        words=registrations.words_of(session, row), certificate=row.certificate, works=row.works, count=count,
        has_begun=course.starts is not None and course.starts <= day,
        is_off=course.status != Status.OPEN.value,
    )  # fmt: skip


def of_course(session: Session, person_id: int, offer_id: str, day: date) -> Mine | None:
    """Give what the person asked for in this course; None when nothing."""
    row = registrations.of(session, person_id, int(offer_id)) if offer_id.isdecimal() else None
    return mine(session, row, day) if row is not None else None


def all_of(session: Session, person_id: int, day: date) -> tuple[Mine, ...]:
    """Give everything the person asked for, newest first; what was given back falls out."""
    rows = (row for row in registrations.all_of(session, person_id) if row.state != WITHDRAWN)
    return tuple(one for one in (mine(session, row, day) for row in rows) if one is not None)


def _place(session: Session, row: Registration) -> int:
    if row.state == WAITING:
        line = registrations.in_line(session, row.course_id)
    elif row.state == ASKED:
        line = registrations.listed(session, row.course_id, (ASKED,))
    else:
        return 0
    return [one.id for one in line].index(row.id) + 1


def plan(session: Session, person: Person, row: Registration, now: datetime) -> None:
    """Plan the reminders of a confirmed seat: 7 days and 1 day before the start, as the start stands now."""
    course = editing.find(session, str(row.course_id))
    _unplan(session, row)
    if course is None or course.starts is None or row.state != CONFIRMED:
        return
    for days in DAYS_BEFORE:
        reminders.plan(
            session, person, TOPIC, f"{row.id}.{course.starts:%y%m%d}.{days}",
            course.starts - timedelta(days=days), now, deadline=course.starts, subject=row.id,
        )  # fmt: skip


def _unplan(session: Session, row: Registration) -> None:
    """Take back what is planned about a seat, so that a list of reminders does not show a day that is no more."""
    for reminder in kept.planned(session, row.person_id):
        if (reminder.topic, reminder.subject) == (TOPIC, row.id):
            reminder.state = kept.CANCELLED


def plan_anew(session: Session, course_id: int, now: datetime) -> int:
    """Plan the reminders of everybody confirmed after a course moved; gives for how many. Old ones fall away."""
    rows = registrations.listed(session, course_id, (CONFIRMED,))
    for row in rows:
        person = people.find(session, row.person_id)
        if person is not None:
            plan(session, person, row, now)
    return len(rows)


def starts_still(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    """Whether a planned reminder of a start still holds: the seat is confirmed, and the course begins on that day."""
    row = own(session, reminder.person_id, reminder.subject)
    course = editing.find(session, str(row.course_id)) if row is not None and row.state == CONFIRMED else None
    if course is None or course.status != Status.OPEN.value or course.starts != reminder.deadline:
        return None
    firing = plain(session, reminder, now)
    values = (("programme", course.programme), ("where", _where(course)))
    return replace(firing, values=values, action="seat", argument=reminder.subject) if firing else None


def _where(course: Course) -> str:
    return ", ".join(part for part in (course.location or course.provider, course.times) if part)
