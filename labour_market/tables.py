"""The rows of vacancies and of imported figures; they stay in this package, frozen values leave it."""

from datetime import date

from sqlalchemy import JSON, BigInteger, Text
from sqlmodel import Field

from intake.tables import Imported


class Vacancy(Imported, table=True):
    """One vacancy, as the newest import of its source left it. Wages in rupiah a month."""

    __tablename__ = "vacancy"

    external_id: str
    title: str
    employer: str = ""
    location: str = ""
    description: str = Field(default="", sa_type=Text)
    skills: list[str] = Field(default_factory=list, sa_type=JSON)
    category: str = ""
    subcategory: str = ""
    education_min: str | None = None
    experience_years_min: float | None = None
    age_max: int | None = Field(default=None, description="years, as the employer states it; shown as such")
    wage_min: int | None = Field(default=None, sa_type=BigInteger)
    wage_max: int | None = Field(default=None, sa_type=BigInteger)
    contract_type: str = ""
    shift: str = ""
    posted: date | None = None
    closes: date | None = Field(default=None, index=True)
    url: str = ""
    how_to_apply: str = Field(default="", sa_type=Text)
    verified_by: str = Field(default="", description="who of which office looked at it; empty: nobody of ours")
    verified_on: date | None = None
    openings: int | None = Field(default=None, description="how many people are wanted")


class PublishedFigure(Imported, table=True):
    """One published figure that an office handed in after those that ship with the product."""

    __tablename__ = "published_figure"

    province_code: str = Field(index=True)
    measure: str
    category: str = ""
    period: str
    value: float
    unit: str
    note: str = ""
    confidence: str = ""
