"""The provider's side of a seat: who asks, confirmed or put on the waiting list or declined, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Session

from bot.services import course_keepers, registering, seating
from bot.services.course_keepers import Door
from bot.services.cutting import cut
from bot.services.masking import mask
from bot.services.seating import Seats
from bot.store import access_log, people, registrations, staff
from bot.store.registrations import (
    ALIVE,
    ASKED,
    CONFIRMED,
    DECLINED,
    DROPPED,
    FINISHED,
    IN_CLASS,
    OFFERED,
    SEATED,
    WAITING,
    WITHDRAWN,
    WORKS,
    Registration,
)
from bot.store.staff import Staff
from training_catalog.tables import Course

PAGE = 4
LONGEST = 300  # UTF-16 units of what a provider writes
ORDER = (ASKED, OFFERED, WAITING, CONFIRMED, FINISHED, DROPPED, DECLINED)
CODE = 6  # letters of a registration's code on a list


class Verdict(StrEnum):
    """What became of a decision."""

    DONE = "done"
    FULL = "full"  # somebody else got the last seat
    WITHDRAWN = "withdrawn"  # the person gave the place back meanwhile
    TOO_EARLY = "too_early"  # a course that has not begun has no end


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the list; the name is the one in Telegram, the number only if it was given for this course."""

    id: str
    name: str
    state: registering.State
    phone: str = ""
    words: str = ""
    certificate: bool | None = None

    @property
    def code(self) -> str:
        """A short name for lists on paper."""
        return code_of(self.id)


@dataclass(frozen=True, slots=True)
class Roster:
    """A page of who asked for a course. `waiting` and the others count everybody."""

    course_id: str
    programme: str
    starts: date | None
    seats: Seats
    counts: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
    page: int
    pages: int
    has_begun: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A course for which the account answers, as a line of a list."""

    id: str
    programme: str
    starts: date | None
    asked: int
    seats: Seats


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision, about whom, and for whom a freed seat is kept now."""

    verdict: Verdict
    row: Registration
    next_up: Registration | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all courses in reach: how many asked, were confirmed and stayed, finished, got a certificate, and work now."""

    asked: int
    confirmed: int
    finished: int
    certified: int
    working: int
    silent: int  # finished or left, and not heard yet whether they work


def code_of(registration_id: str) -> str:
    """Give the short code of a registration."""
    return registration_id[:CODE].upper()


def home(session: Session, person_id: int) -> tuple[Kept, ...]:
    """Give the courses for which an account answers."""
    found = course_keepers.kept(session, person_id)
    counts = registrations.counts(session, [one.id or 0 for one in found])
    return tuple(
        Kept(str(one.id), one.programme, one.starts, counts.get((one.id or 0, ASKED), 0), _seats(one, counts))
        for one in found
    )


def _seats(course: Course, counts: Mapping[tuple[int, str], int]) -> Seats:
    return Seats(course.seats, sum(counts.get((course.id or 0, state), 0) for state in SEATED))


def page(session: Session, door: Door, number: int, day: date, now: datetime) -> Roster:
    """Give one page of the list; everybody on it can see that it was read."""
    rows = ordered(session, door.course)
    pages = max(-(-len(rows) // PAGE), 1)
    number = min(max(number, 0), pages - 1)
    shown = rows[number * PAGE : (number + 1) * PAGE]
    _trace(session, door, shown, "seat:list", now)
    counted = registrations.counts(session, [door.id])
    return Roster(
        course_id=str(door.id), programme=door.course.programme, starts=door.course.starts,
        seats=seating.seats(session, door.course),
        counts=tuple((state, counted.get((door.id, state), 0)) for state in ORDER),
        lines=tuple(line(session, row) for row in shown), page=number, pages=pages, has_begun=has_begun(door, day),
    )  # fmt: skip


def ordered(session: Session, course: Course) -> list[Registration]:
    """Give who asked: undecided first, then those in line in their order, the class; who gave it back falls out."""
    rows = registrations.listed(session, course.id or 0, ORDER)
    return sorted(rows, key=lambda row: (ORDER.index(row.state),
                                         row.turn if row.state == WAITING else 0))  # fmt: skip


def line(session: Session, row: Registration) -> Line:
    """Open what a provider may see of one person."""
    person = people.find(session, row.person_id)
    return Line(
        row.id, people.name_of(session, person) if person is not None else "", registering.State(row.state),
        registrations.phone_of(session, row), registrations.words_of(session, row), row.certificate,
    )  # fmt: skip


def one(session: Session, person_id: int, registration_id: str, now: datetime) -> tuple[Door, Registration] | None:
    """Open one person's line, and leave the trace; None unless the account answers for that course.

    Whoever gave the place back is not shown any more.
    """
    found = unopened(session, person_id, registration_id)
    if found is not None:
        _trace(session, found[0], [found[1]], "seat:view", now)
    return found


def unopened(session: Session, person_id: int, registration_id: str) -> tuple[Door, Registration] | None:
    """Give one person's line to do something with it, without showing it; None unless the account answers for it."""
    row = registrations.find(session, registration_id)
    door = course_keepers.door(session, person_id, str(row.course_id)) if row is not None else None
    return None if row is None or door is None or row.state == WITHDRAWN else (door, row)


def all_read(session: Session, door: Door, now: datetime) -> list[Registration]:
    """Give everybody for a file, and leave the traces."""
    rows = ordered(session, door.course)
    _trace(session, door, rows, "seat:file", now)
    return rows


def class_of(session: Session, door: Door) -> list[Registration]:
    """Give who is to be in class."""
    return registrations.listed(session, door.id, tuple(state for state in IN_CLASS if state != DROPPED))


def confirm(session: Session, door: Door, row: Registration, now: datetime) -> Decided:
    """Give a seat, if one is free; of two at once, the second is told that it is full."""
    course = seating.locked(session, door.id)
    session.refresh(row)
    if row.state in {CONFIRMED, FINISHED}:
        return Decided(Verdict.DONE, row)
    if row.state == WITHDRAWN or course is None:
        return Decided(Verdict.WITHDRAWN, row)
    if row.state != OFFERED and seating.seats(session, course).full:
        return Decided(Verdict.FULL, row)
    _decide(session, door, row, CONFIRMED, now)
    person = people.find(session, row.person_id)
    if person is not None:
        registering.plan(session, person, row, now)
    return Decided(Verdict.DONE, row)


def waitlist(session: Session, door: Door, row: Registration, now: datetime) -> Decided:
    """Put somebody who asked on the waiting list."""
    seating.locked(session, door.id)
    session.refresh(row)
    if row.state in {ASKED, DECLINED}:
        _decide(session, door, row, WAITING, now)
        seating.queue_up(session, row)
    return Decided(Verdict.WITHDRAWN if row.state == WITHDRAWN else Verdict.DONE, row)


def decline(session: Session, door: Door, row: Registration, words: str, now: datetime) -> Decided:
    """Say no, with the reason in words for the person; a seat that was theirs goes to the next in line."""
    seating.locked(session, door.id)
    session.refresh(row)
    seated = row.state in {CONFIRMED, OFFERED}
    if row.state in ALIVE:
        registrations.keep_words(session, row, careful(words))
        row.phone = None  # who is not taken need not be called
        _decide(session, door, row, DECLINED, now)
    next_up = seating.offer_next(session, door.id, now) if seated else None
    return Decided(Verdict.WITHDRAWN if row.state == WITHDRAWN else Verdict.DONE, row, next_up)


def end(  # noqa: PLR0913 - how it ended, for whom, when
    session: Session, door: Door, row: Registration, *, finished: bool, certificate: bool, now: datetime, day: date
) -> Decided:
    """Note how it ended for one person; noted again, the newest word counts. A course that has not begun has no end."""
    if not has_begun(door, day):
        return Decided(Verdict.TOO_EARLY, row)
    seating.locked(session, door.id)
    session.refresh(row)
    if row.state not in IN_CLASS:
        return Decided(Verdict.WITHDRAWN, row)
    state = FINISHED if finished else DROPPED
    if (row.state, row.certificate) != (state, finished and certificate):
        row.certificate = finished and certificate
        _decide(session, door, row, state, now)
    return Decided(Verdict.DONE, row)


def note(session: Session, row: Registration, words: str) -> None:
    """Keep words of the provider for the person."""
    registrations.keep_words(session, row, careful(words))


def careful(words: str) -> str:
    """Mask private numbers and cut what is too long; an office's number to call stays."""
    return cut(mask(words.strip(), phones=False).words, LONGEST)


def figures(session: Session, member: Staff) -> Figures:
    """Count what came of all seats in the courses that are in the admin's reach."""
    courses = [one for one in course_keepers.kept(session, member.id) if staff.reaches(member, one.area)]
    rows = [row for one in courses for row in registrations.listed(session, one.id or 0)]
    ended = [row for row in rows if row.state in {FINISHED, DROPPED}]
    return Figures(
        asked=len(rows),
        confirmed=sum(row.state in IN_CLASS for row in rows),
        finished=sum(row.state == FINISHED for row in rows),
        certified=sum(bool(row.certificate) for row in rows),
        working=sum(row.works == WORKS for row in ended),
        silent=sum(not row.works for row in ended),
    )


def has_begun(door: Door, day: date) -> bool:
    """Whether the course has begun on a day; one without a start counts as begun."""
    return door.course.starts is None or door.course.starts <= day


def _decide(session: Session, door: Door, row: Registration, state: str, now: datetime) -> None:
    row.state, row.decided_at, row.decided_by, row.offered_until = state, now, door.keeper, None
    session.flush()
    access_log.note(session, door.keeper, row.person_id, f"seat:{state}", now)


def _trace(session: Session, door: Door, rows: Sequence[Registration], what: str, now: datetime) -> None:
    for row in rows:
        access_log.note(session, door.keeper, row.person_id, what, now)
