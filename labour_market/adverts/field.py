"""What was read out of an advertisement, field by field: the value as a file's cell, how sure, and from which words."""

from dataclasses import dataclass
from enum import StrEnum


class Name(StrEnum):
    """A field of an advertisement; the value is the column of a vacancy file (sheet.HEADERS) that it becomes."""

    TITLE = "title"
    EMPLOYER = "employer"
    PLACE = "location"
    WAGE_MIN = "salary_min"
    WAGE_MAX = "salary_max"
    EDUCATION = "education_min"
    EXPERIENCE = "experience_years_min"
    AGE = "age_max"
    CONTRACT = "employment_type"
    SHIFT = "shift"
    SKILLS = "skills"
    APPLY = "how_to_apply"
    LINK = "url"
    CLOSES = "closes"
    OPENINGS = "openings"


LONGEST = 80  # letters of the words that are quoted


@dataclass(frozen=True, slots=True)
class Read:
    """One field: its value as text, whether it is sure, and the words it was read from."""

    name: Name
    value: str
    sure: bool = True
    where: str = ""

    @property
    def quoted(self) -> str:
        """The words it was read from, short enough for a small screen."""
        plain = " ".join(self.where.split())
        return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
