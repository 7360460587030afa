"""Seats in courses: who asked for one, what the provider said, and what came of it. Words and numbers are sealed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger, LargeBinary, UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, func, select

ASKED, WAITING, OFFERED, CONFIRMED = "asked", "waiting", "offered", "confirmed"
DECLINED, WITHDRAWN, FINISHED, DROPPED = "declined", "withdrawn", "finished", "dropped"
STATES = (ASKED, CONFIRMED, WAITING, OFFERED, DECLINED, WITHDRAWN, FINISHED, DROPPED)
ALIVE = (ASKED, WAITING, OFFERED, CONFIRMED)  # something may still come of it
SEATED = (CONFIRMED, OFFERED, FINISHED)  # a seat is theirs, or kept for them
IN_CLASS = (CONFIRMED, FINISHED, DROPPED)  # who was to be there
WORKS, SEARCHES = "yes", "no"


class Registration(SQLModel, table=True):
    """One person's seat in one course; asking again after a withdrawal is the same row."""

    __tablename__ = "registration"
    __table_args__ = (UniqueConstraint("person_id", "course_id", name="uq_registration_course"),)

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
    person_id: int = Field(sa_type=BigInteger, index=True)
    course_id: int = Field(index=True)
    state: str = Field(default=ASKED, index=True)
    asked_at: datetime
    turn: int = 0  # place on the waiting list; the smallest is next
    offered_until: datetime | None = None  # a freed seat is kept until then
    decided_at: datetime | None = None
    decided_by: int | None = Field(default=None, sa_type=BigInteger)  # the provider's account, or an admin's
    phone: bytes | None = Field(default=None, sa_type=LargeBinary)  # only if the person gave it for this course
    words: bytes | None = Field(default=None, sa_type=LargeBinary)  # the provider's reason or note, for the person
    certificate: bool | None = None
    works: str = ""  # yes, no; what the person answered a month after the end


def find(session: Session, registration_id: str) -> Registration | None:
    """Give one registration."""
    return session.get(Registration, registration_id)


def of(session: Session, person_id: int, course_id: int) -> Registration | None:
    """Give a person's registration for a course, in whatever state."""
    query = select(Registration).where(Registration.person_id == person_id, Registration.course_id == course_id)
    return session.exec(query).first()


def all_of(session: Session, person_id: int) -> list[Registration]:
    """Give everything a person asked for, newest first."""
    query = select(Registration).where(Registration.person_id == person_id)
    return list(session.exec(query.order_by(col(Registration.asked_at).desc(), col(Registration.id))))


def listed(session: Session, course_id: int, states: Sequence[str] = STATES) -> list[Registration]:
    """Give who asked for a course, in the order of asking."""
    query = select(Registration).where(Registration.course_id == course_id, col(Registration.state).in_(states))
    return list(session.exec(query.order_by(col(Registration.asked_at), col(Registration.id))))


def in_line(session: Session, course_id: int) -> list[Registration]:
    """Give the waiting list, the next one first."""
    query = select(Registration).where(Registration.course_id == course_id, Registration.state == WAITING)
    return list(session.exec(query.order_by(col(Registration.turn), col(Registration.asked_at), col(Registration.id))))


def offered(session: Session) -> list[Registration]:
    """Give every freed seat that is kept for somebody."""
    return list(session.exec(select(Registration).where(Registration.state == OFFERED).order_by(col(Registration.id))))


def silent(session: Session, states: Sequence[str], after: datetime, before: datetime) -> list[Registration]:
    """Give those who came to one of these states between two moments and did not say whether they work."""
    query = select(Registration).where(col(Registration.state).in_(states), Registration.works == "")
    between = (col(Registration.decided_at) > after, col(Registration.decided_at) <= before)
    return list(session.exec(query.where(*between).order_by(col(Registration.id))))


def counts(session: Session, course_ids: Sequence[int]) -> dict[tuple[int, str], int]:
    """Count by course and state."""
    query = (
        select(Registration.course_id, Registration.state, func.count())
        .where(col(Registration.course_id).in_(course_ids))
        .group_by(col(Registration.course_id), col(Registration.state))
    )
    return {(course, state): many for course, state, many in session.exec(query)}


def courses(session: Session) -> list[int]:
    """Give every course that anybody asked for."""
    return list(session.exec(select(Registration.course_id).distinct().order_by(col(Registration.course_id))))


def keep_phone(session: Session, row: Registration, phone: str) -> None:
    """Keep the person's number for this course, sealed; an empty one is dropped."""
    row.phone = session.info["sealer"].seal(phone, f"registration.phone:{row.id}") if phone else None


def phone_of(session: Session, row: Registration) -> str:
    """Open the number; empty when none was given."""
    return "" if row.phone is None else session.info["sealer"].open(row.phone, f"registration.phone:{row.id}")


def keep_words(session: Session, row: Registration, words: str) -> None:
    """Keep what the provider says to the person, sealed."""
    row.words = session.info["sealer"].seal(words, f"registration.words:{row.id}") if words else None


def words_of(session: Session, row: Registration) -> str:
    """Open what the provider said; empty when nothing."""
    return "" if row.words is None else session.info["sealer"].open(row.words, f"registration.words:{row.id}")
