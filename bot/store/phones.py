"""The number that a person gave so that a counselor can call; nothing else is done with it."""

from datetime import datetime

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel


class CallNumber(SQLModel, table=True):
    """One person's own telephone number, sealed."""

    __tablename__ = "call_number"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    phone: bytes = Field(sa_type=LargeBinary)
    given_at: datetime


def _place(person_id: int) -> str:
    return f"call_number.phone:{person_id}"


def give(session: Session, person_id: int, phone: str, now: datetime) -> None:
    """Keep the number in place of one given before."""
    sealed = session.info["sealer"].seal(phone, _place(person_id))
    session.merge(CallNumber(person_id=person_id, phone=sealed, given_at=now))
    session.flush()


def take_back(session: Session, person_id: int) -> None:
    """Drop the number."""
    row = session.get(CallNumber, person_id)
    if row is not None:
        session.delete(row)


def of(session: Session, person_id: int) -> str:
    """Open the number; empty when none was given."""
    row = session.get(CallNumber, person_id)
    if row is None:
        return ""
    opened: str = session.info["sealer"].open(row.phone, _place(person_id))
    return opened
