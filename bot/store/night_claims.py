"""Who ranks which chunk of a night right now: two processes never rank the same one, and a claim runs out by itself."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Field, Session, SQLModel, col, delete, select, update

LEASE = timedelta(minutes=3)  # a chunk takes seconds; after this its process is taken for dead


class NightClaim(SQLModel, table=True):
    """One chunk that some process is at work on; no person stands in it."""

    __tablename__ = "night_claim"

    day: date = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    until: datetime


def claim(session: Session, day: date, numbers: Iterable[int], now: datetime) -> int | None:
    """Claim the first of these chunks that nobody is at work on; None when there is none.

    Two processes that meet at one chunk: the second insert fails and the whole use case is tried again, and of two that
    take over the same claim that ran out only one finds it as it was.
    """
    held = {one.number: one.until for one in session.exec(select(NightClaim).where(NightClaim.day == day))}
    for number in numbers:
        if number not in held:
            session.add(NightClaim(day=day, number=number, until=now + LEASE))
            session.flush()
            return number
        if held[number] <= now and _taken_over(session, day, number, held[number], now):
            return number
    return None


def _taken_over(session: Session, day: date, number: int, found: datetime, now: datetime) -> bool:
    mine = (col(NightClaim.day) == day, col(NightClaim.number) == number, col(NightClaim.until) == found)
    done = session.connection().execute(update(NightClaim).where(*mine).values(until=now + LEASE))
    return done.rowcount == 1


def drop(session: Session, day: date, number: int) -> None:
    """Let go of a chunk that is done."""
    session.execute(delete(NightClaim).where(col(NightClaim.day) == day, col(NightClaim.number) == number))


def tidy(session: Session, day: date) -> None:
    """Drop what is left of earlier nights."""
    session.execute(delete(NightClaim).where(col(NightClaim.day) < day))
