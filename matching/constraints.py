"""What rules an offer out: what the advertisement states and the person certainly misses, and work of another kind.

Gender is never used; an age limit counts only where the employer states one.
"""

from collections.abc import Callable

import numpy as np

from matching.nearness import Near
from matching.occupations import groups
from matching.person import Person
from matching.profile import FITTING_OCCUPATION, FITTING_TEXT
from matching.signals import WAGE_FLOOR, is_experienced, is_past_internships
from matching.table import Flags, Floats, Table

NAMES = ("place", "education", "age", "wage", "contract", "closed", "work")


def missed(table: Table, person: Person, near: Near, *, day: int, values: dict[str, Floats]) -> dict[str, Flags]:
    """Return for every condition which offers it rules out; comparisons with unknown (NaN) are never true.

    Courses are judged by their schooling, age limit and date, not by place or kind of contract.
    """
    stated = {name: condition(table, person) for name, condition in STATED.items()}
    return stated | {
        "place": too_far(table, near),
        "closed": closed(table, day),
        "work": other_work(person, values) | refused_work(table, person),
    }


def too_far(table: Table, near: Near) -> Flags:
    """The place is outside everything the person named."""
    return np.asarray(near.excluded[table.place] & ~table.is_course)


def closed(table: Table, day: int) -> Flags:
    """The closing date is past."""
    return closed_by(table.closes, day)


def closed_by(closes: Floats, day: int) -> Flags:
    """The closing days that are past."""
    return np.asarray(closes < day)


def education(table: Table, person: Person) -> Flags:
    """More schooling is asked for."""
    return _none(table) if person.education is None else np.asarray(table.education > person.education)


def age(table: Table, person: Person) -> Flags:
    """The employer's age limit is below the person's age."""
    years = person.profile.age
    return _none(table) if years is None else np.asarray(table.age_max < years)


def wage(table: Table, person: Person) -> Flags:
    """The stated wage is far below the expectation."""
    return np.asarray(table.wage < WAGE_FLOOR * (person.profile.wage_expectation_min or 0))


def contract(table: Table, person: Person) -> Flags:
    """The ministry's internship wants a fresh graduate with a diploma, any other one somebody without experience."""
    ministry = table.is_magang if is_past_internships(person) else _none(table)
    other = table.is_internship if is_experienced(person) else _none(table)
    return ministry | other


def other_work(person: Person, values: dict[str, Floats]) -> Flags:
    """Neither the occupation nor the wording is near: no work of this person's kind."""
    if not person.wanted:
        return np.zeros(len(values["text"]), dtype=bool)
    return np.asarray((values["occupation"] < FITTING_OCCUPATION) & (values["text"] < FITTING_TEXT))


def refused_work(table: Table, person: Person) -> Flags:
    """The first occupation that the title names is one the person said no to."""
    if not person.refused:
        return _none(table)
    refused = np.array([code in person.refused for code in (*groups(), "")], dtype=bool)
    return np.asarray(refused[table.group[:, 0]])


STATED: dict[str, Callable[[Table, Person], Flags]] = {
    "education": education,
    "age": age,
    "wage": wage,
    "contract": contract,
}


def _none(table: Table) -> Flags:
    return np.zeros(len(table), dtype=bool)
