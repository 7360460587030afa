"""What a person told us about the work they look for, and what they are looking through just now."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, Session, SQLModel


class WorkProfile(SQLModel, table=True):
    """The wish for work of one person; everything may be unknown. Wage in rupiah a month."""

    __tablename__ = "work_profile"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    occupation: str = ""
    region: str | None = None  # regency or province code; None = anywhere
    anywhere: bool = False
    education: str | None = None
    experience_years: float | None = None
    wage_expectation: int | None = None
    age: int | None = None
    skills: list[str] = Field(default_factory=list, sa_type=JSON)
    willing: list[str] = Field(default_factory=list, sa_type=JSON)  # more region codes
    matters: str = ""  # what counts most: near, pay, hours; empty = all alike


class Search(SQLModel, table=True):
    """What a person looks through just now, and what of it they have seen; a typed search leaves the profile alone."""

    __tablename__ = "search"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    kind: str = Field(primary_key=True)  # vacancy or course
    wish: str = ""  # the words of a typed search; empty = the profile's occupation
    places: list[str] = Field(default_factory=list, sa_type=JSON)  # of a typed search; empty = the profile's places
    education: str | None = None  # of a typed search
    widened: list[str] = Field(default_factory=list, sa_type=JSON)  # conditions that the person let go
    seen: list[str] = Field(default_factory=list, sa_type=JSON)  # offer ids in the order they were shown
    since: datetime


def of(session: Session, person_id: int) -> WorkProfile:
    """Give the profile, a fresh empty one if there is none."""
    profile = session.get(WorkProfile, person_id)
    if profile is None:
        profile = WorkProfile(person_id=person_id)
        session.add(profile)
        session.flush()
    return profile


def search(session: Session, person_id: int, kind: str) -> Search | None:
    """Give what the person looks through, if anything."""
    return session.get(Search, (person_id, kind))


def look_for(session: Session, wanted: Search) -> Search:
    """Start a search afresh in place of the one before."""
    row: Search = session.merge(wanted)
    session.flush()
    return row
