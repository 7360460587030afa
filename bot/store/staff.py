"""Counselors and admins, and the trail of what they read about whom (each person can see their own trail)."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, select

from bot.store import people
from bot.store.people import Person

COUNSELOR, ADMIN = "counselor", "admin"
ROLES = (COUNSELOR, ADMIN)


class Staff(SQLModel, table=True):
    """A member of staff, by the numeric Telegram user id (a username is never an identity)."""

    __tablename__ = "staff"

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    role: str
    name: str
    office: str = ""
    area: str | None = None  # province or regency code; None = everywhere
    active: bool = True
    added_at: datetime


class AccessLog(SQLModel, table=True):
    """One reading (or changing) of one person's data by one member of staff, with the purpose."""

    __tablename__ = "access_log"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    staff_id: int = Field(sa_type=BigInteger, index=True)
    person_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    what: str
    at: datetime


def active(session: Session, person_id: int) -> Staff | None:
    """Give the staff member, if this person is one and active."""
    row = session.get(Staff, person_id)
    return row if row is not None and row.active else None


def everyone(session: Session, role: str) -> list[Staff]:
    """Give the active staff of one role, oldest first."""
    return list(session.exec(select(Staff).where(Staff.role == role, col(Staff.active)).order_by(col(Staff.added_at))))


def reachable(session: Session, role: str) -> list[Staff]:
    """Give the active staff of one role who get our notices: they pressed START, did not block us, did not stop."""
    return list(
        session.exec(
            select(Staff)
            .join(Person, col(Person.id) == Staff.id)
            .where(Staff.role == role, col(Staff.active), col(Person.blocked_at).is_(None))
            .where(col(Person.stopped_at).is_(None))
            .order_by(col(Staff.added_at))
        )
    )


def hears(session: Session, staff_id: int | None) -> bool:
    """Whether words carried to this member arrive: active, and the bot not blocked."""
    person = people.find(session, staff_id) if staff_id is not None else None
    return person is not None and person.blocked_at is None and active(session, person.id) is not None


def reaches(member: Staff, region: str | None) -> bool:
    """Whether a person of this region (None = not placed) is in the member's care."""
    if member.role == ADMIN or not member.area or not region:
        return True
    return region.startswith(member.area) or member.area.startswith(region)


def note(session: Session, staff_id: int, person_id: int | None, what: str, now: datetime) -> None:
    """Leave a trace of a reading or a deed."""
    session.add(AccessLog(staff_id=staff_id, person_id=person_id, what=what, at=now))


def trail(session: Session, person_id: int, most: int = 20) -> list[AccessLog]:
    """Give who looked at this person's data, newest first."""
    return list(
        session.exec(
            select(AccessLog).where(AccessLog.person_id == person_id).order_by(col(AccessLog.at).desc()).limit(most)
        )
    )
