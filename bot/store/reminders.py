"""Reminders as rows with the hour they are due, and what a person paused."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import uuid4

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, delete, exists, or_, select

from bot.store.people import Person

PLANNED, SENT, NOT_NEEDED, CANCELLED = "planned", "sent", "not_needed", "cancelled"
EVERYTHING = "all"
VACANCIES = "vacancies"  # of Pause: no vacancy unasked
SILENCE = "silence"  # of Pause: the stop ends by itself at that moment
FOREVER = datetime(2999, 1, 1, tzinfo=UTC)  # until the person opens it again


class Reminder(SQLModel, table=True):
    """One reminder to one person; (person, topic, occurrence) is unique, so planning again changes nothing."""

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("person_id", "topic", "occurrence", name="uq_reminder_occurrence"),)

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
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
    """Take the reminders whose hour has come; another replica passes over the ones we hold.

    Those of people who stopped, blocked us or paused the topic stay planned and are not given.
    """
    paused = exists().where(
        col(Pause.person_id) == col(Reminder.person_id),
        or_(col(Pause.topic) == col(Reminder.topic), col(Pause.topic) == EVERYTHING),
        col(Pause.until) > now,
    )
    return list(
        session.exec(
            select(Reminder)
            .join(Person, col(Person.id) == Reminder.person_id)
            .where(Reminder.state == PLANNED, Reminder.due_at <= now)
            .where(col(Person.stopped_at).is_(None), col(Person.blocked_at).is_(None), ~paused)
            .order_by(col(Reminder.due_at))
            .limit(most)
            .with_for_update(skip_locked=True, of=Reminder)
        )
    )


def overtaken(session: Session, reminder: Reminder, now: datetime) -> bool:
    """Whether a newer reminder about the same thing is due as well, so that this one would only repeat it."""
    same = Reminder.deadline == reminder.deadline if reminder.deadline else Reminder.subject == reminder.subject
    newer = select(Reminder.id).where(
        Reminder.person_id == reminder.person_id,
        Reminder.topic == reminder.topic,
        same,
        Reminder.state == PLANNED,
        Reminder.due_at <= now,
        or_(
            col(Reminder.due_at) > reminder.due_at,
            (col(Reminder.due_at) == reminder.due_at) & (col(Reminder.id) > reminder.id),
        ),
    )
    return session.exec(newer).first() is not None


def known(session: Session, person_id: int, topic: str, occurrence: str) -> Reminder | None:
    """Give the reminder of this occurrence in whatever state."""
    return session.exec(
        select(Reminder).where(
            Reminder.person_id == person_id, Reminder.topic == topic, Reminder.occurrence == occurrence
        )
    ).first()


def plan(session: Session, reminder: Reminder) -> None:
    """Plan a reminder, or move the one that is already planned for the same occurrence."""
    row = known(session, reminder.person_id, reminder.topic, reminder.occurrence)
    if row is None:
        session.add(reminder)
        session.flush()
    elif row.state in (PLANNED, CANCELLED):
        row.due_at, row.deadline, row.state = reminder.due_at, reminder.deadline, PLANNED
        row.subject = reminder.subject


def cancel(session: Session, person_id: int, topic: str = EVERYTHING) -> None:
    """Take planned reminders back: one topic, or everything."""
    for reminder in planned(session, person_id):
        if topic in (EVERYTHING, reminder.topic):
            reminder.state = CANCELLED


def pauses(session: Session, person_id: int, now: datetime) -> dict[str, datetime]:
    """Give the topics that are paused now, with the moment each pause ends."""
    rows = session.exec(select(Pause).where(Pause.person_id == person_id, Pause.until > now))
    return {row.topic: row.until for row in rows}


def pause(session: Session, person_id: int, topic: str, until: datetime) -> None:
    """Keep a topic, or everything, quiet until a moment."""
    session.merge(Pause(person_id=person_id, topic=topic, until=until))


def resume(session: Session, person_id: int, topics: Sequence[str] = ()) -> None:
    """End every pause of this person, or those of some topics."""
    query = delete(Pause).where(col(Pause.person_id) == person_id)
    session.execute(query.where(col(Pause.topic).in_(topics)) if topics else query)


def silence_over(session: Session, now: datetime) -> list[Pause]:
    """Give the stops for a while that are over."""
    over = select(Pause).where(Pause.topic == SILENCE, Pause.until <= now)
    return list(session.exec(over.with_for_update(skip_locked=True)))
