"""Unasked words about seats: the provider's answer, a freed seat, attendance at risk, work a month later."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.deps import today
from bot.outbox import write
from bot.screens import registering as screens
from bot.screens.screen import Screen
from bot.screens.staff import roster as staff_screens
from bot.services import course_keepers, registering, seating
from bot.services.registering import Mine
from bot.services.staff.class_register import Warned
from bot.store import consents, people, registrations
from bot.store.people import Person
from bot.store.registrations import ASKED, DROPPED, FINISHED, Registration
from bot.texts.catalogue import Texts
from training_catalog import editing

TOPIC, ASKED_TOPIC, RISK_TOPIC, WORK_TOPIC = "seat", "seat_asked", "attendance_low", "course_work"
ASK_AFTER = timedelta(days=30)
FORGET_AFTER = timedelta(days=120)  # an older end is not asked about any more


def tell(session: Session, row: Registration | None, now: datetime) -> bool:
    """Tell a person where the seat stands now; each change once."""
    if row is None or row.decided_at is None:
        return False
    person, mine = _reader(session, row, now)
    if person is None or mine is None:
        return False
    occurrence = f"{row.id}.{row.state}.{int(row.decided_at.timestamp())}"
    return _send(
        session,
        person,
        screens.news(Texts(person.language), mine, person.zone),
        topic=TOPIC,
        occurrence=occurrence,
        now=now,
    )


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
            told += _send(session, keeper, screen, topic=ASKED_TOPIC, occurrence=occurrence, now=now)
    return told


def warn(session: Session, warned: Iterable[Warned], now: datetime) -> int:
    """Tell people that the next absence would cost them; each warning once."""
    told = 0
    for one in warned:
        person, mine = _reader(session, one.row, now)
        for risk in one.risks if person is not None and mine is not None else ():
            if person is not None and mine is not None:
                screen = screens.risk(Texts(person.language), mine, risk)
                told += _send(
                    session, person, screen, topic=RISK_TOPIC, occurrence=f"{one.row.id}.{risk.scope}", now=now
                )
    return told


def settle(session: Session, now: datetime) -> int:
    """End offers that nobody took, tell those to whom a seat is kept, ask about work; gives how much was written."""
    lapsed = seating.lapse(session, now)
    told = sum(tell(session, row, now) for row in (*lapsed, *registrations.offered(session)))
    return told + _ask_work(session, now)


def _ask_work(session: Session, now: datetime) -> int:
    asked = 0
    for row in registrations.silent(session, (FINISHED, DROPPED), now - ASK_AFTER):
        person, mine = _reader(session, row, now)
        recent = row.decided_at is not None and row.decided_at > now - FORGET_AFTER
        if person is None or mine is None or not recent or consents.refused(session, person.id, consents.REMINDERS):
            continue
        asked += _send(
            session,
            person,
            screens.ask_work(Texts(person.language), mine),
            topic=WORK_TOPIC,
            occurrence=row.id,
            now=now,
        )
    return asked


def _reader(session: Session, row: Registration, now: datetime) -> tuple[Person | None, Mine | None]:
    person = people.find(session, row.person_id)
    return person, registering.mine(session, row, today(now, person.zone)) if person is not None else None


def _send(  # noqa: PLR0913 - each names one thing a notice needs
    session: Session, person: Person, screen: Screen, *, topic: str, occurrence: str, now: datetime
) -> bool:
    return write.notice(session, person.id, screen, topic=topic, occurrence=occurrence, now=now)
