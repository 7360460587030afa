"""Whether a course falls into months in which a JKP recipient has to show a search for work, and what then counts."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.services import status
from bot.services.workdays import closed_days
from bot.store import people
from jkp.declared import Declared, value
from jkp.monthly import search_period
from jkp.rules.deadlines import LAST_WINDOW
from jkp.rules.regulation import SWITCH, Rule, in_force
from jkp.stages import IN_MONTHS, Stage
from training_catalog.search import CourseDetails

FIRST_WITH_DUTIES = 2  # month 1 asks for nothing yet
FULL_DAY = 6.0  # hours on a working day from which little time for a search is left
MINUTES_A_JP = 45
WORKING_DAYS = 5
RUNNING = IN_MONTHS | {Stage.VERIFYING}


@dataclass(frozen=True, slots=True)
class Clash:
    """The months (2..6) for whose payment days of the course count, and what the rules ask in them.

    Attendance of the month before, from `attendance` percent on, is enough in months 2 to 5, without applications;
    the last month asks for the search and the status form all the same (Permenaker 2/2025 Art 13(3)-(5)).
    """

    months: tuple[int, ...]
    full_day: bool
    attendance: int
    applications: int
    calls: int
    article: str

    @property
    def has_last_month(self) -> bool:
        """Whether it touches the month in which attendance alone is not enough."""
        return LAST_WINDOW in self.months


def clash(session: Session, person_id: int, course: CourseDetails, day: date) -> Clash | None:
    """Give what to know before joining; None when no benefit runs, or the course is short of a full day or elsewhen.

    A course whose length nobody states is taken for a full day: who asks loses nothing.
    """
    person = people.find(session, person_id)
    standing = status.check(session, person, day) if person is not None else None
    if standing is None or standing.position.stage not in RUNNING or course.starts is None:
        return None
    months = _months(standing.declared, course.starts, course.ends or course.starts, day)
    full_day = is_full_day(course)
    if not months or full_day is False:
        return None
    on = max(day, SWITCH)
    attendance = in_force(Rule.ATTENDANCE, on)
    return Clash(
        months=months,
        full_day=bool(full_day),
        attendance=attendance.number,
        applications=in_force(Rule.SEARCH_APPLICATIONS, on).number,
        calls=in_force(Rule.SEARCH_CALLS, on).number,
        article=attendance.article,
    )


def _months(declared: Declared, starts: date, ends: date, day: date) -> tuple[int, ...]:
    filed = value(declared.claim_date)
    if filed is None:
        return ()
    closed = closed_days(day)
    periods = {
        month: search_period(filed, month, holidays=closed) for month in range(FIRST_WITH_DUTIES, LAST_WINDOW + 1)
    }
    return tuple(month for month, days in periods.items() if starts <= days.last and ends >= max(days.first, day))


def is_full_day(course: CourseDetails) -> bool | None:
    """Whether a course takes its days whole, by its hours over its working days; None when nobody states them."""
    units = course.offer.duration_hours
    if course.starts is None or course.ends is None or not units:
        return None
    days = (course.starts + timedelta(days=one) for one in range((course.ends - course.starts).days + 1))
    working = sum(1 for one in days if one.weekday() < WORKING_DAYS) or 1
    return units * MINUTES_A_JP / 60 / working >= FULL_DAY
