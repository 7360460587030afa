"""Our own labelled set: made-up people and advertisements with grades, written for this project and free to ship.

Grades as in the judged data: 3 send this first, 2 good with one soft issue, 1 right work behind one obstacle or a
plausible transfer, 0 everything that is not named.
"""

import csv
from pathlib import Path

from matching.profile import Opportunity, Profile
from matching.ranking_rows import offer_from, profile_from
from tests.quality.judged import Judged

FOLDER = Path(__file__).parent / "own"
LISTS = frozenset({"skills", "willing_regions"})
NUMBERS = frozenset(
    {"experience_years", "wage_expectation_min", "age", "experience_years_min", "age_max", "salary_max"}
)


def own_vacancies() -> Judged:
    """Read the people and the vacancies."""
    return _judged("offers.csv", "grades.csv")


def own_courses() -> Judged:
    """Read the people and the courses."""
    return _judged("courses.csv", "course_grades.csv")


def _judged(offers_name: str, grades_name: str) -> Judged:
    people = tuple(_person(row) for row in _rows("people.csv"))
    offers = tuple(_offer(row) for row in _rows(offers_name))
    grades = {row["person"]: {one.id: 0 for one in offers} | _grades(row) for row in _rows(grades_name)}
    return Judged(people, offers, grades)


def _person(row: dict[str, str]) -> Profile:
    return profile_from(_typed(row), row["id"])


def _offer(row: dict[str, str]) -> Opportunity:
    return offer_from(_typed(row), row["id"])


def _typed(row: dict[str, str]) -> dict[str, object]:
    return {name: _value(name, cell) for name, cell in row.items()}


def _value(name: str, cell: str) -> object:
    if name in LISTS:
        return [part for part in cell.split("|") if part]
    if name in NUMBERS:
        return float(cell) if cell else None
    return cell


def _grades(row: dict[str, str]) -> dict[str, int]:
    named = {"three": 3, "two": 2, "one": 1}
    return {offer: grade for column, grade in named.items() for offer in row[column].split()}


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter=";"))
