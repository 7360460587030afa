"""What a person told us about the work they look for."""

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


def of(session: Session, person_id: int) -> WorkProfile:
    """Give the profile, a fresh empty one if there is none."""
    profile = session.get(WorkProfile, person_id)
    if profile is None:
        profile = WorkProfile(person_id=person_id)
        session.add(profile)
        session.flush()
    return profile
