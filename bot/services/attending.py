"""Attendance in class: counted as the provider noted it, for the whole course and for the month that JKP looks at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.services import status
from bot.services.absences_left import Margin, margin
from bot.services.class_days import ClassDays, class_days
from bot.services.status import Standing
from bot.services.workdays import closed_days
from bot.store import attendance, people
from bot.store.registrations import Registration
from jkp.declared import Days, value
from jkp.monthly import search_period
from jkp.rules.deadlines import LAST_WINDOW, add_months
from jkp.rules.regulation import SWITCH, Rule, in_force
from jkp.stages import IN_MONTHS
from training_catalog.tables import Course

FIRST_WITH_DUTIES = 2  # month 1 asks for nothing yet
WHOLE_COURSE = "course"


@dataclass(frozen=True, slots=True)
class Count:
    """Attendance at one course. `article` is where the percentage stands; `sure` tells whether the days are certain."""

    whole: Margin
    article: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Risk:
    """One more absence would bring attendance below: in the whole course, or in a month from `first` to `last`.

    `is_jkp` tells whether the month is one that a claim of the person is looked at by, or only a calendar month.
    """

    scope: str  # "course", or the first day of the month: each is warned of once
    margin: Margin
    article: str
    sure: bool
    first: date | None = None
    last: date | None = None
    is_jkp: bool = False


def days_of(course: Course) -> ClassDays:
    """Give the class days of a course."""
    closed = closed_days(course.starts) if course.starts is not None else frozenset()
    return class_days(course.starts, course.ends, course.days, closed)


def count(session: Session, row: Registration, course: Course) -> Count | None:
    """Count one person's attendance over the whole course; None when nobody knows its days."""
    days = days_of(course)
    if not days.days:
        return None
    percent, article = _rule(days.days[0])
    return Count(margin(days.days, _noted(session, row), percent), article, days.sure)


def risks(session: Session, row: Registration, course: Course, day: date) -> tuple[Risk, ...]:
    """Give what the next absence would lose, looking from a class day: the course, and the month it lies in."""
    days = days_of(course)
    if not days.days:
        return ()
    percent, article = _rule(day)
    noted = _noted(session, row)
    whole = Risk(WHOLE_COURSE, margin(days.days, noted, percent), article, days.sure)
    month, is_jkp = month_of(session, row.person_id, day)
    inside = [one for one in days.days if month.first <= one <= month.last]
    part = Risk(
        month.first.isoformat(), margin(inside, noted, percent), article, days.sure, month.first, month.last, is_jkp
    )
    return tuple(one for one in (part, whole) if one.margin.at_risk)


def month_of(session: Session, person_id: int, day: date) -> tuple[Days, bool]:
    """Give the month around a day by which a claim is looked at, and True; else the calendar month, and False.

    Attendance counts "in the month before" (Permenaker 2/2025 Art 13(3)b); we read it as the days whose searches count.
    """
    person = people.find(session, person_id)
    filed = _filed(status.check(session, person, day) if person is not None else None)
    months = range(FIRST_WITH_DUTIES, LAST_WINDOW + 1)
    periods = [search_period(filed, month, holidays=closed_days(day)) for month in months] if filed else []
    for period in periods:
        if period.first <= day <= period.last:
            return period, True
    first = day.replace(day=1)
    return Days(first, add_months(first, 1) - timedelta(days=1)), False


def _filed(standing: Standing | None) -> date | None:
    """Give the day of a running claim that the person may see; what only the register tells waits for level 2."""
    if standing is None or standing.position.stage not in IN_MONTHS:
        return None
    said = standing.declared.claim_date
    return None if standing.locked(said) else value(said)


def _rule(day: date) -> tuple[int, str]:
    rule = in_force(Rule.ATTENDANCE, max(day, SWITCH))
    return rule.number, rule.article


def _noted(session: Session, row: Registration) -> Mapping[date, bool]:
    return attendance.of(session, [row.id])[row.id]
