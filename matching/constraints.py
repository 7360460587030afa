"""What rules an offer out: only what the advertisement states and the person certainly misses. Gender is never used."""

import numpy as np

from matching.nearness import Nearness
from matching.person import Person
from matching.signals import WAGE_FLOOR, is_past_internships
from matching.table import Flags, Table

NAMES = ("place", "education", "age", "wage", "contract", "closed")


def missed(table: Table, person: Person, near: list[Nearness], day: int) -> dict[str, Flags]:
    """Return for every condition which offers it rules out; comparisons with unknown (NaN) are never true.

    The internship of the ministry (Magang) is for graduates with a diploma within a year of graduation.
    """
    profile = person.profile
    none = np.zeros(len(table.offers), dtype=bool)
    return {
        "place": np.array([one.excluded for one in near], dtype=bool)[table.place] & ~table.is_course,
        "education": none if person.education is None else table.education > person.education,
        "age": none if profile.age is None else table.age_max < profile.age,
        "wage": table.wage < WAGE_FLOOR * (profile.wage_expectation_min or 0),
        "contract": table.is_magang if is_past_internships(person) else none,
        "closed": table.closes < day,
    }
