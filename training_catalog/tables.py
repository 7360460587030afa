"""The rows of courses; they stay in this package, frozen values leave it."""

from datetime import date

from sqlalchemy import JSON, BigInteger, Text
from sqlmodel import Field

from intake.tables import Imported
from training_catalog.vocabulary import Form


class Course(Imported, table=True):
    """One course, as the newest import left it. Duration in JP of 45 minutes, cost in rupiah."""

    __tablename__ = "course"

    external_id: str = ""
    provider: str
    provider_kind: str = Field(default="", description="bbpvp, bpvp, blk, lpk, company, polteknaker, other; or unknown")
    form: str = Field(default=Form.COURSE.value, index=True, description="course, certification, degree, counselling")
    programme: str
    level: str = Field(default="", description="D4 of a degree; KKNI or the provider's own word of a course")
    mode: str = Field(default="", description="luring, daring, campuran; or unknown")
    area: str = Field(default="", description="code of a province or regency")
    field: str = ""
    location: str = ""
    objective: str = Field(default="", sa_type=Text)
    skills: list[str] = Field(default_factory=list, sa_type=JSON)
    duration_hours: int | None = None
    starts: date | None = Field(default=None, index=True)
    ends: date | None = None
    days: str = ""
    times: str = ""
    opens: date | None = Field(default=None, description="first day to register")
    closes: date | None = Field(default=None, description="last day to register")
    seats: int | None = None
    education_min: str | None = None
    requirements: str = Field(default="", sa_type=Text)
    age_max: int | None = Field(default=None, description="years, as the provider states it")
    cost: int | None = Field(default=None, sa_type=BigInteger)
    certificate: str = ""
    url: str = ""
    how_to_apply: str = Field(default="", sa_type=Text)
    contact: str = ""
    contact_id: int | None = Field(default=None, sa_type=BigInteger, description="Telegram account of the provider")
    verify_by: date | None = Field(default=None, index=True, description="not offered after this day unless confirmed")
