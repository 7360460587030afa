"""Who was in class on which day, as the provider says."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, select


class Attendance(SQLModel, table=True):
    """One person on one class day; said again, the newest word counts."""

    __tablename__ = "attendance"

    registration_id: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    present: bool
    noted_by: int = Field(sa_type=BigInteger)  # the provider's account, or an admin's


def note(session: Session, rows: Iterable[Attendance]) -> None:
    """Keep who was there."""
    for row in rows:
        session.merge(row)
    session.flush()


def of(session: Session, registration_ids: Sequence[str]) -> dict[str, dict[date, bool]]:
    """Give the days that were noted, by registration."""
    found: dict[str, dict[date, bool]] = {one: {} for one in registration_ids}
    query = select(Attendance).where(col(Attendance.registration_id).in_(registration_ids))
    for row in session.exec(query):
        found[row.registration_id][row.day] = row.present
    return found
