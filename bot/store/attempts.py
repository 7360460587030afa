"""Counted tries per day, so that nobody can guess identifiers; keys are blind, never the identifier itself."""

from datetime import date

from sqlmodel import Field, Session, SQLModel, col, delete

LINKING, OPENING, INVITING, CODES = "attempt", "attempt.open", "attempt.invite", "attempt.code"
FIELDS = (LINKING, OPENING, INVITING, CODES)  # what a person's tries are counted for, each by itself


class Attempt(SQLModel, table=True):
    """How often one blind key was tried on one day (UTC)."""

    __tablename__ = "attempt"

    key: str = Field(primary_key=True)
    on: date = Field(primary_key=True)
    count: int = 0


def count_one(session: Session, key: str, on: date) -> int:
    """Count a try and give the number of tries with this key today."""
    row = session.get(Attempt, (key, on), with_for_update=True)
    if row is None:
        row = Attempt(key=key, on=on)
        session.add(row)
    row.count += 1
    session.flush()
    return row.count


def keys_of(session: Session, person_id: int, field: str = LINKING) -> list[str]:
    """Name a person's own tries blindly: the key to count by first, then those of older secrets."""
    return [f"person:{blind}" for blind in session.info["sealer"].blinds(str(person_id), field)]


def forget(session: Session, person_id: int) -> None:
    """Drop the counts of one person; those of a NIK stay, they tell of nobody."""
    keys = [key for field in FIELDS for key in keys_of(session, person_id, field)]
    session.execute(delete(Attempt).where(col(Attempt.key).in_(keys)))


def forget_before(session: Session, day: date) -> None:
    """Drop the counts of earlier days."""
    session.execute(delete(Attempt).where(col(Attempt.on) < day))
