"""Where a member of staff sits today: the own seat and those of colleagues who are away; every question asks it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import today
from bot.services.responsible import CAPITAL_ZONE
from bot.store import people, staff
from bot.store.staff import ADMIN, Staff


@dataclass(frozen=True, slots=True)
class Seat:
    """A member at work on one day, with everybody whose people are in the member's care on it."""

    member: Staff
    seats: tuple[Staff, ...]
    day: date
    now: datetime
    zone: str = CAPITAL_ZONE

    @property
    def caring(self) -> tuple[Staff, ...]:
        """Those of them who have clients: counselors do, admins see figures and no persons."""
        return tuple(one for one in self.seats if one.role != ADMIN)

    @property
    def ids(self) -> frozenset[int]:
        """The accounts whose talks and promises are the member's today."""
        return frozenset(one.id for one in self.seats)


def take(session: Session, member: Staff, now: datetime) -> Seat:
    """Sit down: the day is the one where the member is."""
    person = people.find(session, member.id)
    zone = person.zone if person is not None else CAPITAL_ZONE
    day = today(now, zone)
    return Seat(member, staff.acting(session, member, day), day, now, zone)


def writer(session: Session, staff_id: int) -> str:
    """Name a member of staff; empty when there is no such any more."""
    member = session.get(Staff, staff_id)
    return member.name if member is not None else ""
