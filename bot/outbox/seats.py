"""Unasked words about seats: the provider's answer, a freed seat, attendance at risk, work a month later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.deps import today
from bot.outbox import write
from bot.screens import registering as screens
from bot.screens.discreet import cover
from bot.screens.screen import Screen
from bot.screens.staff import roster as staff_screens
from bot.services import course_keepers, registering, seating
from bot.services.registering import Mine
from bot.services.staff.class_register import Warned
from bot.store import consents, people, registrations
from bot.store.people import Person
from bot.store.registrations import ASKED, CONFIRMED, DROPPED, FINISHED, Registration
from bot.texts.catalogue import Texts
from training_catalog import editing

TOPIC, ASKED_TOPIC, RISK_TOPIC = "seat", "seat_asked", "attendance_low"
WORK_TOPIC, END_TOPIC = "course_work", "course_end"
ASK_AFTER = timedelta(days=30)
FORGET_AFTER = timedelta(days=120)  # an older end is not asked about any more


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever is told, and their own seat."""

    person: Person
    mine: Mine

    @property
    def texts(self) -> Texts:
        """Our voice in the person's language."""
        return Texts(self.person.language)


def tell(session: Session, row: Registration | None, now: datetime) -> bool:
    """Tell a person where the seat stands now; each change once."""
    reader = _reader(session, row, now) if row is not None else None
    if row is None or reader is None or row.decided_at is None:
        return False
    screen = screens.news(reader.texts, reader.mine, reader.person.zone)
    occurrence = f"{row.id}.{row.state}.{int(row.decided_at.timestamp())}"
    return _send(session, reader, screen, topic=TOPIC, occurrence=occurrence, now=now)


def tell_keepers(session: Session, row: Registration, now: datetime) -> int:
    """Tell whoever answers for the course that somebody asks; once a day for each course."""
    course = editing.find(session, str(row.course_id))
    told = 0
    for keeper_id in course_keepers.keepers(session, course) if course is not None else ():
        keeper = people.find(session, keeper_id)
        if keeper is not None and course is not None and keeper_id != row.person_id:
            asking = len(registrations.listed(session, row.course_id, (ASKED,)))
            screen = staff_screens.asked(Texts(keeper.language), str(row.course_id), course.programme, asking)
            occurrence = f"{row.course_id}.{today(now, keeper.zone)}"
            told += write.notice(session, keeper.id, screen, topic=ASKED_TOPIC, occurrence=occurrence, now=now)
    return told


def warn(session: Session, warned: Iterable[Warned], now: datetime) -> int:
    """Tell people that the next absence would cost them; each warning once."""
    told = 0
    for one in warned:
        reader = _reader(session, one.row, now)
        for risk in one.risks if reader is not None else ():
            if reader is not None:
                screen, occurrence = screens.risk(reader.texts, reader.mine, risk), f"{one.row.id}.{risk.scope}"
                told += _send(session, reader, screen, topic=RISK_TOPIC, occurrence=occurrence, now=now)
    return told


def open_seats(session: Session, course_id: int, now: datetime) -> int:
    """Keep every free seat of a course that became larger for somebody on its waiting list; gives for how many."""
    offered = 0
    while (row := seating.offer_next(session, course_id, now)) is not None:
        tell(session, row, now)
        offered += 1
    return offered


def settle(session: Session, now: datetime) -> int:
    """End offers that nobody took, tell those to whom a seat is kept, ask about ends and work; gives how much."""
    lapsed = seating.lapse(session, now)
    told = sum(tell(session, row, now) for row in (*lapsed, *registrations.offered(session)))
    return told + _ask_how_it_ended(session, now) + _ask_work(session, now)


def _ask_how_it_ended(session: Session, now: datetime) -> int:
    """Ask whoever answers for a course that is over who finished it, once."""
    asked = 0
    for course in course_keepers.ended(session, now.date()):
        waiting = len(registrations.listed(session, course.id or 0, (CONFIRMED,)))
        for keeper_id in course_keepers.keepers(session, course):
            keeper = people.find(session, keeper_id)
            if keeper is not None:
                screen = staff_screens.ended(Texts(keeper.language), str(course.id), course.programme, waiting)
                occurrence = f"{course.id}.{course.ends}"
                asked += write.notice(session, keeper_id, screen, topic=END_TOPIC, occurrence=occurrence, now=now)
    return asked


def _ask_work(session: Session, now: datetime) -> int:
    """Ask whoever did not refuse reminders, once for each course."""
    asked = 0
    for row in registrations.silent(session, (FINISHED, DROPPED), now - FORGET_AFTER, now - ASK_AFTER):
        reader = _reader(session, row, now)
        if reader is not None and not consents.refused(session, row.person_id, consents.REMINDERS):
            screen = screens.ask_work(reader.texts, reader.mine)
            asked += _send(session, reader, screen, topic=WORK_TOPIC, occurrence=row.id, now=now)
    return asked


def _reader(session: Session, row: Registration, now: datetime) -> Reader | None:
    person = people.find(session, row.person_id)
    mine = registering.mine(session, row, today(now, person.zone)) if person is not None else None
    return Reader(person, mine) if person is not None and mine is not None else None


def _send(  # noqa: PLR0913 - each names one thing a notice needs
    session: Session, reader: Reader, screen: Screen, *, topic: str, occurrence: str, now: datetime
) -> bool:
    """Write it; for discreet readers behind a neutral cover."""
    shown = cover(reader.texts, "seat", reader.mine.id) if reader.person.discreet else screen
    return write.notice(session, reader.person.id, shown, topic=topic, occurrence=occurrence, now=now)
