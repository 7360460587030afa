"""What came of the search: the month's condition met, and new work, with who says so. Days and codes, no words."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel

BY_WORKER, BY_REGISTER = "worker", "register"


class MonthMet(SQLModel, table=True):
    """The search that one benefit month asks for was shown, and on which day we first knew."""

    __tablename__ = "month_met"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    month: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    met_on: date = Field(index=True)


class Placement(SQLModel, table=True):
    """New work of one person as one source tells it; one that was taken back stays, marked."""

    __tablename__ = "placement"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    source: str = Field(primary_key=True)  # worker, or register: a new registration in a later file
    began_on: date = Field(index=True)
    noted_at: datetime
    undone_at: datetime | None = None


def meet(session: Session, person_id: int, month: int, day: date) -> None:
    """Note that a month's condition is met; the first day stays."""
    if session.get(MonthMet, (person_id, month)) is None:
        session.add(MonthMet(person_id=person_id, month=month, met_on=day))
        session.flush()


def unmeet(session: Session, person_id: int, month: int) -> None:
    """Take it back: an application that counted was undone."""
    row = session.get(MonthMet, (person_id, month))
    if row is not None:
        session.delete(row)


def place(session: Session, person_id: int, source: str, began_on: date, now: datetime) -> None:
    """Note new work; the same again changes nothing."""
    row = session.get(Placement, (person_id, source))
    if row is None:
        session.add(Placement(person_id=person_id, source=source, began_on=began_on, noted_at=now))
    elif row.began_on != began_on or row.undone_at is not None:
        row.began_on, row.noted_at, row.undone_at = began_on, now, None
    session.flush()


def unplace(session: Session, person_id: int, source: str, now: datetime) -> None:
    """Take new work back."""
    row = session.get(Placement, (person_id, source))
    if row is not None and row.undone_at is None:
        row.undone_at = now
