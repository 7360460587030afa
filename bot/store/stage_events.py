"""How a claim moved, event after event and never changed, and when each claim is looked at again."""

from datetime import date, datetime

from sqlalchemy import BigInteger, and_, or_
from sqlmodel import Field, Session, SQLModel, col, select

from bot.store.cases import DeclaredCase, Link
from bot.store.people import Person
from jkp.membership.tables import Member


class StageRow(SQLModel, table=True):
    """One move of one person's claim (jkp.stage_events); the pair (person, number) lets each be noted once only."""

    __tablename__ = "stage_event"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    stage: str = Field(index=True)
    actor: str
    month: int
    began_on: date
    began_known: bool
    mover: str  # who said the deciding fact, or "time"
    returns_to: int | None = None
    noted_at: datetime


class Watch(SQLModel, table=True):
    """When a person's claim is looked at by itself: on a day when time can move it, or after a newer export."""

    __tablename__ = "claim_watch"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    look_at: datetime | None = Field(default=None, index=True)
    member_id: str = ""  # the linked record that was seen, and its day
    seen_as_of: date | None = None


def of(session: Session, person_id: int) -> list[StageRow]:
    """Give every event of a person's claim, in order."""
    return list(session.exec(select(StageRow).where(StageRow.person_id == person_id).order_by(col(StageRow.number))))


def add(session: Session, row: StageRow) -> None:
    """Append an event; a second one with the same number is refused by the table."""
    session.add(row)
    session.flush()


def watch(session: Session, seen: Watch) -> None:
    """Keep when to look again, in place of what was kept before."""
    session.merge(seen)


def look_soon(session: Session, person_id: int, now: datetime) -> None:
    """Let the clock look at a person's claim again at its next tick: something was told or logged just now."""
    seen = session.get(Watch, person_id)
    if seen is not None:
        seen.look_at = now


def due(session: Session, now: datetime, most: int) -> list[int]:
    """Give the people whose claim may have moved: their day has come, or their record is newer than the one seen.

    Those who said something and were never looked at belong to them. A person held by another replica is left to it.
    """
    newer = and_(
        col(Member.as_of).is_not(None),
        or_(
            col(Watch.person_id).is_(None),
            col(Watch.member_id) != col(Member.id),
            col(Watch.seen_as_of).is_(None),
            col(Watch.seen_as_of) < col(Member.as_of),
        ),
    )
    unseen = and_(col(Watch.person_id).is_(None), col(DeclaredCase.person_id).is_not(None))
    query = (
        select(Person.id)
        .join(Watch, col(Watch.person_id) == Person.id, isouter=True)
        .join(Link, col(Link.person_id) == Person.id, isouter=True)
        .join(Member, col(Member.id) == col(Link.member_id), isouter=True)
        .join(DeclaredCase, col(DeclaredCase.person_id) == Person.id, isouter=True)
        .where(or_(col(Watch.look_at) <= now, newer, unseen))
        .order_by(col(Person.id))
        .limit(most)
        .with_for_update(skip_locked=True, of=Person)
    )
    return list(session.exec(query))
