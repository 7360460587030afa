"""Consent per purpose, with the version of the words agreed to and the time; withdrawn ones stay as proof."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, select

LINKING, MATCHING, REMINDERS, COUNSELLING = "linking", "matching", "reminders", "counselling"
BROADCASTS = "broadcasts"  # what a counselor sends to many; part of MATCHING until it is taken back by itself
PURPOSES = (LINKING, MATCHING, BROADCASTS, REMINDERS, COUNSELLING)
VERSION = "2026-11-22"  # of docs/privacy.md and the words on the screens


class Consent(SQLModel, table=True):
    """One agreement to one purpose."""

    __tablename__ = "consent"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    purpose: str
    version: str = VERSION
    given_at: datetime
    withdrawn_at: datetime | None = None


def standing(session: Session, person_id: int) -> list[Consent]:
    """Give the agreements that hold today."""
    return list(
        session.exec(
            select(Consent)
            .where(Consent.person_id == person_id, col(Consent.withdrawn_at).is_(None))
            .order_by(col(Consent.given_at))
        )
    )


def give(session: Session, person_id: int, purpose: str, now: datetime) -> None:
    """Record an agreement; agreeing twice to the same words is one agreement."""
    known = {(consent.purpose, consent.version) for consent in standing(session, person_id)}
    if (purpose, VERSION) not in known:
        session.add(Consent(person_id=person_id, purpose=purpose, given_at=now))


def withdraw(session: Session, person_id: int, purpose: str, now: datetime) -> None:
    """Take an agreement back; it stays on record as withdrawn."""
    for consent in standing(session, person_id):
        if consent.purpose == purpose:
            consent.withdrawn_at = now


def refused(session: Session, person_id: int, purpose: str) -> bool:
    """Whether the person took this agreement back and did not give it again."""
    rows = session.exec(select(Consent).where(Consent.person_id == person_id, Consent.purpose == purpose)).all()
    return bool(rows) and all(row.withdrawn_at is not None for row in rows)


def holds(session: Session, person_id: int, purpose: str) -> bool:
    """Whether the person agrees to this purpose today."""
    return any(consent.purpose == purpose for consent in standing(session, person_id))


def latest(session: Session, person_id: int) -> dict[str, Consent]:
    """Give the last word on each purpose, given or withdrawn."""
    rows = session.exec(select(Consent).where(Consent.person_id == person_id).order_by(col(Consent.given_at)))
    return {row.purpose: row for row in rows}
