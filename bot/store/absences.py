"""Days on which a member of staff is away, and the colleague who stands in; days count in the member's own zone."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, select


class Absence(SQLModel, table=True):
    """One stretch of days away, both ends included; without a stand-in the member's people wait for the office."""

    __tablename__ = "absence"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
    staff_id: int = Field(sa_type=BigInteger, index=True)
    stand_in_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    from_day: date
    to_day: date = Field(index=True)
    entered_by: int = Field(sa_type=BigInteger)
    entered_at: datetime
    handed_over_at: datetime | None = None  # when the held talks went to the stand-in, or back into the queue
    given_back_at: datetime | None = None  # when they came back after the last day


def running(session: Session, day: date) -> list[Absence]:
    """Give who is away on a day, the newest entry first."""
    query = select(Absence).where(col(Absence.from_day) <= day, col(Absence.to_day) >= day)
    return list(session.exec(query.order_by(col(Absence.entered_at).desc())))


def of(session: Session, staff_id: int, day: date) -> list[Absence]:
    """Give a member's absences that have not ended before a day, the next one first."""
    query = select(Absence).where(Absence.staff_id == staff_id, col(Absence.to_day) >= day)
    return list(session.exec(query.order_by(col(Absence.from_day))))


def unsettled(session: Session) -> list[Absence]:
    """Give the absences whose talks have not come back yet: those that run, come, or have just ended."""
    query = select(Absence).where(col(Absence.given_back_at).is_(None))
    return list(session.exec(query.order_by(col(Absence.from_day), col(Absence.id)).with_for_update()))


def involving(session: Session, staff_id: int) -> list[Absence]:
    """Give every absence in which somebody is away or stands in."""
    query = select(Absence).where((col(Absence.staff_id) == staff_id) | (col(Absence.stand_in_id) == staff_id))
    return list(session.exec(query))
