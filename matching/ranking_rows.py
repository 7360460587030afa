"""What a row of a profiles or offers file means; a wrong type is an error that names the line and the field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite

from matching.profile import Kind, Opportunity, Profile

MONTH_LENGTH = len("2026-01")


class RankingFileError(ValueError):
    """A line that cannot be read; the message names the file, the line and what was expected."""


def profile_from(row: Mapping[str, object], where: str) -> Profile:
    """Read one profile; absent and null fields are unknown."""
    cells = Cells(row, where)
    return Profile(
        id=cells.identity(),
        last_occupation=cells.text("last_occupation"),
        experience_years=cells.number("experience_years"),
        education=cells.text("education") or None,
        major=cells.text("major") or None,
        skills=cells.texts("skills"),
        region=cells.text("region") or None,
        willing_regions=cells.texts("willing_regions"),
        wage_expectation_min=cells.whole("wage_expectation_min"),
        age=cells.whole("age"),
        free_text=cells.text("free_text"),
        disliked=cells.texts("disliked"),
        excluded_ids=frozenset(cells.texts("excluded_ids")),
    )


def offer_from(row: Mapping[str, object], where: str) -> Opportunity:
    """Read one offer: a row with `objective` is a course, any other a vacancy."""
    cells = Cells(row, where)
    is_course = "objective" in row
    return Opportunity(
        id=cells.identity(),
        kind=Kind.COURSE if is_course else Kind.VACANCY,
        title=cells.text("title"),
        provider=cells.text("provider" if is_course else "employer"),
        location=cells.text("location"),
        description=cells.text("objective" if is_course else "description"),
        skills=cells.texts("skills"),
        category=cells.text("field") or f"{cells.text('category')} {cells.text('subcategory')}".strip(),
        education_min=cells.text("education_min") or None,
        experience_years_min=cells.number("experience_years_min"),
        age_max=cells.whole("age_max"),
        wage_min=cells.whole("salary_min") or cells.whole("wage_min"),
        wage_max=cells.whole("salary_max") or cells.whole("wage_max"),
        contract_type=cells.text("employment_type") or cells.text("contract_type"),
        posted=cells.day("posted"),
        closes=cells.day("closes"),
        duration_hours=cells.whole("duration_jp"),
    )


@dataclass(frozen=True, slots=True)
class Cells:
    """One row's values, read strictly: a wrong type is an error with the line and the field."""

    row: Mapping[str, object]
    where: str

    def identity(self) -> str:
        """The id, which has to be there."""
        return self.text("id") or self._refuse("id", "a text or number")

    def text(self, name: str) -> str:
        """A text, or a number as text; null is empty."""
        value = self.row.get(name)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return str(value).strip()
        return "" if value is None else self._refuse(name, "a text")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; null is empty."""
        value = self.row.get(name)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._refuse(name, "a list of texts")
        return ()

    def number(self, name: str) -> float | None:
        """A number, or None."""
        value = self.row.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        if value is not None:
            self._refuse(name, "a number")
        return None

    def whole(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.number(name)
        return None if value is None else int(value)

    def day(self, name: str) -> date | None:
        """A day as YYYY-MM-DD, or YYYY-MM for the first of a month; null and empty are unknown."""
        value = self.text(name)
        if not value:
            return None
        try:
            return date.fromisoformat(value if len(value) > MONTH_LENGTH else f"{value}-01")
        except ValueError:
            self._refuse(name, "a day as YYYY-MM-DD or YYYY-MM")
            return None

    def _refuse(self, name: str, expected: str) -> str:
        raise RankingFileError(f"{self.where}: {name} should be {expected}, found {self.row.get(name)!r}")
