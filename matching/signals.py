"""One small function per signal: how well every offer suits a person, 0..1, and 1 wherever nothing is known."""

from collections.abc import Callable
from functools import reduce

import numpy as np

from matching.education import DIPLOMA
from matching.levels import FRESH_YEARS, INTERN
from matching.nearness import Near
from matching.person import Person
from matching.table import Floats, Numbers, Table

NO_OCCUPATION = 0.15  # a title that names no group we know: neither near nor far
NO_SKILLS = 0.4  # an offer that names no skill
ENOUGH_SKILLS = 3.0  # skills in common that make a full match
WAGE_FINE = 0.9  # of the expectation
WAGE_FLOOR = 0.7  # of the expectation; below it the wage is a miss
EXPERIENCE_GAP = 3.0  # years short that make the experience worthless
STEP_UP = 0.45  # what a level above costs: two levels up (a manager's post for a clerk) leave little
STEP_DOWN = 0.15
LOWEST_DOWN = 0.5
UNSURE_INTERNSHIP = 0.5
INTERNSHIP_VALUE = 0.2  # an internship for an experienced person
SHIFT_VALUE = 0.2  # shifts for somebody who does not want them
FRESH_HALF_LIFE = 60.0  # days


def occupation(table: Table, person: Person) -> Floats:
    """Closeness of the occupation groups of the title to those the person had or wishes; of a course, to its paths."""
    if not person.wanted:
        return np.ones(len(table))
    near = _nearest(table, person.closeness)
    if table.is_course.any():
        near = np.where(table.is_course, _nearest(table, person.course_closeness), near)
    unknown = table.sureness[:, 0] == 0
    return np.where(unknown, NO_OCCUPATION, near)


def _nearest(table: Table, closeness: Floats) -> Floats:
    """The best of the occupation groups of every title; column by column, which is many times faster than by row."""
    columns = (closeness[group] * sure for group, sure in zip(table.group.T, table.sureness.T, strict=True))
    return reduce(np.maximum, columns)


def skills(table: Table, person: Person) -> Floats:
    """Share of the skills the offer names (at most three) that the person has; what lacks, a course teaches."""
    return skills_of(table, slice(None), person)


def skills_of(table: Table, rows: Numbers | slice, person: Person) -> Floats:
    """The same for some rows."""
    named = table.named[rows]
    if not person.skills:
        return np.full(len(named), NO_SKILLS)
    common = np.bitwise_count(table.skill[rows] & person.skill).sum(axis=1, dtype=np.float64)
    share = np.minimum(common / np.clip(named, 1.0, ENOUGH_SKILLS), 1.0)
    known = np.where(named > 0, share, NO_SKILLS)
    return np.where(table.is_course[rows], np.maximum(known, NO_SKILLS), known)


def place(table: Table, near: Near) -> Floats:
    """Home, willing regions and distance; a course is not judged by its place."""
    return np.where(table.is_course, 1.0, near.value[table.place])


def wage(table: Table, person: Person) -> Floats:
    """Stated wage against the expectation: full from 90 % on, nothing at 60 %."""
    expected = person.profile.wage_expectation_min
    if not expected:
        return np.ones(len(table))
    floor = WAGE_FLOOR - 0.1
    return _known(np.clip((table.wage / expected - floor) / (WAGE_FINE - floor), 0.0, 1.0))


def education(table: Table, person: Person) -> Floats:
    """Whether the stated minimum is met."""
    if person.education is None:
        return np.ones(len(table))
    return _known(np.where(np.isnan(table.education), np.nan, table.education <= person.education))


def experience(table: Table, person: Person) -> Floats:
    """Years short of the stated minimum, falling to nothing at four years."""
    years = person.profile.experience_years
    if years is None:
        return np.ones(len(table))
    return _known(np.clip(1.0 - (table.experience - years) / EXPERIENCE_GAP, 0.0, 1.0))


def age(table: Table, person: Person) -> Floats:
    """Whether the employer's stated age limit is met."""
    years = person.profile.age
    if years is None:
        return np.ones(len(table))
    return _known(np.where(np.isnan(table.age_max), np.nan, table.age_max >= years))


def level(table: Table, person: Person) -> Floats:
    """How far the level of the job is from the person's: a step up costs more than a step down.

    Internships are for people without experience; of somebody whose experience we do not know, half counts.
    """
    gap = table.rank - person.rank
    steps = np.where(gap > 0, np.clip(1.0 - STEP_UP * gap, 0.0, 1.0), np.clip(1.0 + STEP_DOWN * gap, LOWEST_DOWN, 1.0))
    return np.where(table.rank == INTERN, _internship(person), steps)


def _internship(person: Person) -> float:
    years = person.profile.experience_years
    if years is None:
        return UNSURE_INTERNSHIP
    return 1.0 if years <= FRESH_YEARS else 0.0


def contract(table: Table, person: Person) -> Floats:
    """Internships suit fresh graduates; other contracts are not judged."""
    return np.where(table.is_internship & is_past_internships(person), INTERNSHIP_VALUE, 1.0)


def hours(table: Table, person: Person) -> Floats:
    """Shifts, nights and overtime, for somebody who refused an offer because of its hours or says that hours matter."""
    profile = person.profile
    matters = "wrong_hours" in profile.disliked or "hours" in profile.priorities or person.refuses_shifts
    return np.where(table.has_shifts & matters, SHIFT_VALUE, 1.0)


def freshness(table: Table, day: int) -> Floats:
    """Half after sixty days; a tie-break only."""
    old = np.clip(day - table.posted, 0.0, None)
    return _known(np.exp2(-old / FRESH_HALF_LIFE))


def is_past_internships(person: Person) -> bool:
    """Whether the person certainly has no place in an internship for fresh graduates (D1 and higher)."""
    no_diploma = person.education is not None and person.education < DIPLOMA
    return no_diploma or is_experienced(person)


def is_experienced(person: Person) -> bool:
    """Whether the person certainly worked for longer than a fresh graduate can have."""
    years = person.profile.experience_years
    return years is not None and years > FRESH_YEARS


def values(table: Table, person: Person, near: Near, *, day: int) -> dict[str, Floats]:
    """Every signal but the wording, by name."""
    alone = {name: signal(table, person) for name, signal in ALONE.items()}
    return alone | {"place": place(table, near), "freshness": freshness(table, day)}


ALONE: dict[str, Callable[[Table, Person], Floats]] = {
    "occupation": occupation,
    "skills": skills,
    "wage": wage,
    "education": education,
    "experience": experience,
    "age": age,
    "level": level,
    "contract": contract,
    "hours": hours,
}


def _known(values: Floats) -> Floats:
    return np.where(np.isnan(values), 1.0, values)
