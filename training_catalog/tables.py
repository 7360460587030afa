"""The rows of courses; they stay in this package, frozen values leave it."""

from datetime import date

from sqlalchemy import JSON, BigInteger, Text
from sqlmodel import Field

from intake.tables import Imported


class Course(Imported, table=True):
    """One course, as the newest import left it. Duration in JP of 45 minutes, cost in rupiah."""

    __tablename__ = "course"

    external_id: str = ""
    provider: str
    programme: str
    field: str = ""
    location: str = ""
    objective: str = Field(default="", sa_type=Text)
    skills: list[str] = Field(default_factory=list, sa_type=JSON)
    duration_hours: int | None = None
    starts: date | None = Field(default=None, index=True)
    ends: date | None = None
    closes: date | None = Field(default=None, description="last day to register")
    seats: int | None = None
    education_min: str | None = None
    age_max: int | None = Field(default=None, description="years, as the provider states it")
    cost: int | None = Field(default=None, sa_type=BigInteger)
    certificate: str = ""
    url: str = ""
    how_to_apply: str = Field(default="", sa_type=Text)
