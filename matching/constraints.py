"""What rules an offer out: what the advertisement states and the person certainly misses, and work of another kind.

Gender is never used; an age limit counts only where the employer states one.
"""

import numpy as np

from matching.nearness import Nearness
from matching.occupations import groups
from matching.person import Person
from matching.profile import FITTING_OCCUPATION, FITTING_TEXT
from matching.signals import WAGE_FLOOR, is_experienced, is_past_internships
from matching.table import Flags, Floats, Table

NAMES = ("place", "education", "age", "wage", "contract", "closed", "work")


def missed(
    table: Table, person: Person, near: list[Nearness], *, day: int, values: dict[str, Floats]
) -> dict[str, Flags]:
    """Return for every condition which offers it rules out; comparisons with unknown (NaN) are never true.

    Courses are judged by their schooling, age limit and date, not by place or kind of contract.
    """
    profile = person.profile
    none = np.zeros(len(table.offers), dtype=bool)
    return {
        "place": np.array([one.excluded for one in near], dtype=bool)[table.place] & ~table.is_course,
        "education": none if person.education is None else table.education > person.education,
        "age": none if profile.age is None else table.age_max < profile.age,
        "wage": table.wage < WAGE_FLOOR * (profile.wage_expectation_min or 0),
        "contract": _internship(table, person),
        "closed": table.closes < day,
        "work": _other_work(person, values) | _refused_work(table, person),
    }


def _internship(table: Table, person: Person) -> Flags:
    """The ministry's internship wants a fresh graduate with a diploma, any other one somebody without experience."""
    ministry = table.is_magang if is_past_internships(person) else np.zeros_like(table.is_magang)
    other = table.is_internship if is_experienced(person) else np.zeros_like(table.is_magang)
    return ministry | other


def _other_work(person: Person, values: dict[str, Floats]) -> Flags:
    """Neither the occupation nor the wording is near: no work of this person's kind."""
    if not person.wanted:
        return np.zeros(len(values["text"]), dtype=bool)
    return (values["occupation"] < FITTING_OCCUPATION) & (values["text"] < FITTING_TEXT)


def _refused_work(table: Table, person: Person) -> Flags:
    """The first occupation that the title names is one the person said no to."""
    refused = np.array([code in person.refused for code in (*groups(), "")], dtype=bool)
    return refused[table.group[:, 0]]
