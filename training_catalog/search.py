"""Questions to the courses: which can still be joined on a day, one by its id."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, func, select

from intake.standing import standing
from intake.tables import Status
from matching.profile import Opportunity
from training_catalog.matchable import opportunity
from training_catalog.tables import Course

PAGE = 1000  # rows fetched at a time


@dataclass(frozen=True, slots=True)
class CourseDetails:
    """One course as it is shown: what matching sees, and when, for how much and how to get in."""

    offer: Opportunity
    source: str
    starts: date | None
    ends: date | None
    seats: int | None
    cost: int | None  # rupiah
    certificate: str
    url: str
    how_to_apply: str
    is_open: bool


def open_courses(session: Session, day: date) -> Iterator[Opportunity]:
    """Give every course that can still be joined on `day`; one without dates can be joined at any time."""
    statement = select(Course).where(_is_open(day)).order_by(col(Course.id))
    for course in session.exec(statement.execution_options(yield_per=PAGE)):
        yield opportunity(course)


def count_open(session: Session, day: date) -> int:
    """Count the courses that can still be joined on `day`."""
    return session.exec(select(func.count()).select_from(Course).where(_is_open(day))).one()


def by_id(session: Session, offer_id: str, day: date) -> CourseDetails | None:
    """Find one course by the id that matching knows it by, open or not."""
    return next(iter(by_ids(session, [offer_id], day)), None)


def by_ids(session: Session, offer_ids: Sequence[str], day: date) -> list[CourseDetails]:
    """Find courses by their ids, in the order asked for; unknown and withdrawn ones fall out."""
    return [_details(course, day) for course in standing(session, Course, offer_ids)]


def _last_day(course: Course) -> date | None:
    """Give the last day to get in: the end of registration, else the day the course starts."""
    return course.closes or course.starts


def _is_open(day: date) -> ColumnElement[bool]:
    last_day = func.coalesce(Course.closes, Course.starts, day)
    return and_(col(Course.status) == Status.OPEN.value, last_day >= day)


def _details(course: Course, day: date) -> CourseDetails:
    last_day = _last_day(course)
    return CourseDetails(
        offer=opportunity(course),
        source=course.source,
        starts=course.starts,
        ends=course.ends,
        seats=course.seats,
        cost=course.cost,
        certificate=course.certificate,
        url=course.url,
        how_to_apply=course.how_to_apply,
        is_open=course.status == Status.OPEN.value and (last_day is None or last_day >= day),
    )
