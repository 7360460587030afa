"""Questions to the courses: which can still be joined on a day, one by its id."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, SQLModel, and_, col, func, select

from intake.standing import standing
from intake.tables import Status
from matching.profile import Opportunity
from training_catalog.matchable import COLUMNS, opportunity
from training_catalog.tables import Course
from training_catalog.vocabulary import TRAINING, Form

TRUSTED_FOR = timedelta(days=90)  # how long a row without a `verify_by` is believed after it was last handed in
COURSES = SQLModel.metadata.tables["course"]
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
    form: Form = Form.COURSE
    level: str = ""
    mode: str = ""
    days: str = ""
    times: str = ""
    requirements: str = ""
    opens: date | None = None
    verify_by: date | None = None  # after this day it is not offered any more


def open_courses(session: Session, day: date) -> Iterator[Opportunity]:
    """Give every course that can still be joined on `day`; one without dates can be joined at any time.

    Degrees and counselling days are no training and come from `open_others`; nothing past its `verify_by` is given.
    """
    session.flush()
    columns = [COURSES.c[name] for name in COLUMNS]  # of fifty thousand rows, objects would take three times as long
    statement = select(*columns).where(is_open(day), _is_training()).order_by(col(Course.id))
    for course in session.connection().execute(statement.execution_options(yield_per=PAGE)):
        yield opportunity(course)


def count_open(session: Session, day: date) -> int:
    """Count the courses that can still be joined on `day`."""
    return session.exec(select(func.count()).select_from(Course).where(is_open(day), _is_training())).one()


def open_others(session: Session, form: Form, day: date) -> list[CourseDetails]:
    """Give what is open of a form that is no training (degrees, counselling days), the next to close first."""
    last_day = func.coalesce(Course.closes, Course.starts)
    statement = select(Course).where(is_open(day), Course.form == form.value).order_by(last_day, col(Course.id))
    return [_details(course, day) for course in session.exec(statement)]


def by_id(session: Session, offer_id: str, day: date) -> CourseDetails | None:
    """Find one course by the id that matching knows it by, open or not."""
    return next(iter(by_ids(session, [offer_id], day)), None)


def by_ids(session: Session, offer_ids: Sequence[str], day: date) -> list[CourseDetails]:
    """Find courses by their ids, in the order asked for; unknown and withdrawn ones fall out."""
    return [_details(course, day) for course in standing(session, Course, offer_ids)]


def is_open(day: date) -> ColumnElement[bool]:
    """Say in SQL that a course can be joined on a day, and that its provider still stands by it."""
    last_day = func.coalesce(Course.closes, Course.starts, day)
    return and_(col(Course.status) == Status.OPEN.value, last_day >= day, is_trusted(day))


def is_trusted(day: date) -> ColumnElement[bool]:
    """Say in SQL that a course is not past its `verify_by`; without one, that it was handed in lately."""
    verify_by = col(Course.verify_by)
    lately = and_(verify_by.is_(None), col(Course.last_seen) >= _oldest(day))
    return or_(verify_by >= day, lately)


def trusted_until(course: Course) -> date:
    """Give the last day on which a course is offered without a new word from its provider."""
    return course.verify_by or course.last_seen.date() + TRUSTED_FOR


def last_day(course: Course) -> date | None:
    """Give the last day to get in: the end of registration, else the day the course starts."""
    return course.closes or course.starts


def _oldest(day: date) -> datetime:
    return datetime.combine(day - TRUSTED_FOR, time(), UTC)


def _is_training() -> ColumnElement[bool]:
    return col(Course.form).in_([form.value for form in TRAINING])


def _details(course: Course, day: date) -> CourseDetails:
    until, trusted = last_day(course), trusted_until(course)
    return CourseDetails(
        offer=opportunity(course),
        source=course.source,
        starts=course.starts,
        ends=course.ends,
        seats=course.seats,
        cost=course.cost,
        certificate=course.certificate,
        url=course.url,
        how_to_apply=course.how_to_apply or course.contact,
        is_open=course.status == Status.OPEN.value and (until is None or until >= day) and trusted >= day,
        form=Form(course.form),
        level=course.level,
        mode=course.mode,
        days=course.days,
        times=course.times,
        requirements=course.requirements,
        opens=course.opens,
        verify_by=trusted,
    )
