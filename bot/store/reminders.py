"""Reminders as rows with the hour they are due, and what a person paused."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select

PLANNED, SENT, NOT_NEEDED, CANCELLED = "planned", "sent", "not_needed", "cancelled"
EVERYTHING = "all"


class Reminder(SQLModel, table=True):
    """One reminder to one person; (person, topic, occurrence) is unique, so planning again changes nothing."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("person_id", "topic", "occurrence", name="uq_reminder_occurrence"),)

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    topic: str  # claim_deadline, month_duties, contract_end, coverage_lapse, asked
    occurrence: str
    due_at: datetime = Field(index=True)
    deadline: date | None = None
    subject: str = ""  # what it is about: a vacancy id, a benefit month
    state: str = Field(default=PLANNED, index=True)


class Pause(SQLModel, table=True):
    """A topic (or everything) that the person does not want to hear of until a moment."""

    __tablename__ = "pause"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    topic: str = Field(primary_key=True)
    until: datetime


def planned(session: Session, person_id: int) -> list[Reminder]:
    """Give what this person will be reminded of, soonest first."""
    return list(
        session.exec(
            select(Reminder)
            .where(Reminder.person_id == person_id, Reminder.state == PLANNED)
            .order_by(col(Reminder.due_at))
        )
    )


def due(session: Session, now: datetime, most: int = 200) -> list[Reminder]:
    """Take the reminders whose hour has come; another replica passes over the ones we hold."""
    return list(
        session.exec(
            select(Reminder)
            .where(Reminder.state == PLANNED, Reminder.due_at <= now)
            .order_by(col(Reminder.due_at))
            .limit(most)
            .with_for_update(skip_locked=True)
        )
    )


def plan(session: Session, reminder: Reminder) -> None:
    """Plan a reminder, or move the one that is already planned for the same occurrence."""
    known = session.exec(
        select(Reminder).where(
            Reminder.person_id == reminder.person_id,
            Reminder.topic == reminder.topic,
            Reminder.occurrence == reminder.occurrence,
        )
    ).first()
    if known is None:
        session.add(reminder)
        session.flush()
    elif known.state in (PLANNED, CANCELLED):
        known.due_at, known.deadline, known.state = reminder.due_at, reminder.deadline, PLANNED
        known.subject = reminder.subject


def cancel(session: Session, person_id: int, topic: str = EVERYTHING) -> None:
    """Take planned reminders back: one topic, or everything."""
    for reminder in planned(session, person_id):
        if topic in (EVERYTHING, reminder.topic):
            reminder.state = CANCELLED


def pauses(session: Session, person_id: int, now: datetime) -> dict[str, datetime]:
    """Give the topics that are paused now, with the moment each pause ends."""
    rows = session.exec(select(Pause).where(Pause.person_id == person_id, Pause.until > now))
    return {row.topic: row.until for row in rows}
