"""What an office promised a person, until when, and whether it was kept; the words are sealed."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select


class Promise(SQLModel, table=True):
    """One promise of one member of staff to one person."""

    __tablename__ = "promise"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
    person_id: int = Field(sa_type=BigInteger, index=True)
    staff_id: int = Field(sa_type=BigInteger, index=True)
    words: bytes = Field(sa_type=LargeBinary)
    due_on: date
    made_at: datetime
    kept_at: datetime | None = None


def make(session: Session, promise: Promise, words: str) -> Promise:
    """Keep a promise, sealed."""
    promise.words = session.info["sealer"].seal(words, f"promise.words:{promise.id}")
    session.add(promise)
    session.flush()
    return promise


def words_of(session: Session, promise: Promise) -> str:
    """Open what was promised."""
    opened: str = session.info["sealer"].open(promise.words, f"promise.words:{promise.id}")
    return opened


def standing(session: Session, person_id: int) -> list[Promise]:
    """Give what was promised to this person and is not kept yet, soonest first."""
    query = select(Promise).where(Promise.person_id == person_id, col(Promise.kept_at).is_(None))
    return list(session.exec(query.order_by(col(Promise.due_on), col(Promise.made_at))))


def locked(session: Session, promise_id: str) -> Promise | None:
    """Give a promise as it is now and keep others off it until the transaction ends."""
    query = select(Promise).where(Promise.id == promise_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).first()
