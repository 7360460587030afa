"""The counselor's morning: what is in danger, who waits, what was promised, and good news; and when it is told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.deps import today
from bot.services.responsible import CAPITAL_ZONE
from bot.services.staff import answering, caseload
from bot.services.staff import seat as seats
from bot.services.staff.caseload import Need
from bot.services.staff.seat import Seat
from bot.services.workdays import closed_days
from bot.store import staff
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.promises import Promise
from bot.store.staff import COUNSELOR

EASTERN_ZONE = "Asia/Jayapura"  # where the day of Indonesia begins
TOPIC = "morning"  # of the outbox
FROM, UNTIL = time(7, 30), time(9, 0)  # where the member is; later the card would tell of a morning that is over
SATURDAY = 5
NOON = 11  # from here on nobody says good morning
NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Morning:
    """The day in numbers. `others` are the colleagues for whom the member stands in."""

    name: str
    day: date
    risk: int
    waiting: int
    late: int
    placed: int
    promised: int  # due until tomorrow
    broken: int  # promised, and the day has passed
    held: int
    clients: int
    early: bool = True  # still a morning
    others: tuple[str, ...] = ()

    @property
    def pressing(self) -> bool:
        """Whether somebody is in danger or waits in vain: told even when the office is closed."""
        return bool(self.risk or self.late or self.broken)


def morning(session: Session, seat: Seat) -> Morning:
    """Count the day of one member: the own people, and those of colleagues who are away."""
    found = caseload.everybody(session, seat)
    waiting = answering.queue(session, seat.member, seat.now)
    due = _promised(session, seat)
    since = seat.day - timedelta(days=caseload.NEWS_DAYS)
    return Morning(
        name=seat.member.name,
        day=seat.day,
        risk=caseload.counts(found).get(Need.RISK, 0),
        waiting=len(waiting),
        late=sum(one.late for one in waiting),
        placed=sum(one.found_on is not None and since <= one.found_on <= seat.day for one in found),
        promised=sum(day >= seat.day for day in due),
        broken=sum(day < seat.day for day in due),
        held=len(answering.held(session, seat.member)),
        clients=len(found),
        early=seat.now.astimezone(ZoneInfo(seat.zone)).hour < NOON,
        others=tuple(one.name for one in seat.seats if one.id != seat.member.id),
    )


def _promised(session: Session, seat: Seat) -> list[date]:
    query = select(col(Promise.due_on)).where(
        col(Promise.staff_id).in_(seat.ids), col(Promise.kept_at).is_(None), col(Promise.due_on) <= seat.day + NEAR
    )
    return list(session.exec(query))


def due(session: Session, now: datetime) -> list[Seat]:
    """Give the counselors whose morning it is and who were not told yet.

    Not those who are away, who stopped or who blocked us; a stand-in is told once, for both. On days on which the
    office is closed only somebody in danger is worth a word, which `pressing` tells.
    """
    days = dict.fromkeys(today(now, zone) for zone in (CAPITAL_ZONE, EASTERN_ZONE))
    return [one for day in days for one in _due_on(session, day, now)]


def _due_on(session: Session, day: date, now: datetime) -> list[Seat]:
    members = {who.id: who for _seat, who in staff.on_duty(session, COUNSELOR, day)}
    at_work = [member_id for member_id, zone in _zones(session, list(members)) if _morning_of(now, zone) == day]
    told = _told(session, at_work, day)
    return [seats.take(session, members[one], now) for one in at_work if one not in told]


def _zones(session: Session, members: list[int]) -> list[tuple[int, str]]:
    return list(session.exec(select(Person.id, Person.zone).where(col(Person.id).in_(members))))


def _morning_of(now: datetime, zone: str) -> date | None:
    local = now.astimezone(ZoneInfo(zone))
    return local.date() if FROM <= local.time() < UNTIL else None


def _told(session: Session, members: list[int], day: date) -> set[int]:
    query = select(Outbox.person_id).where(
        Outbox.topic == TOPIC, Outbox.occurrence == day.isoformat(), col(Outbox.person_id).in_(members)
    )
    return set(session.exec(query))


def is_open(day: date) -> bool:
    """Whether offices work on this day."""
    return day.weekday() < SATURDAY and day not in closed_days(day)
