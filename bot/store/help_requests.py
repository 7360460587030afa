"""Requests for a human and what was said in them, sealed."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select

WAITING, HELD, CLOSED, CANCELLED = "waiting", "held", "closed", "cancelled"


class HelpRequest(SQLModel, table=True):
    """One call for a human; held by one counselor at a time."""

    __tablename__ = "help_request"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    state: str = Field(default=WAITING, index=True)
    urgent: bool = False
    opened_at: datetime
    answer_by: datetime
    counselor_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    taken_at: datetime | None = None
    closed_at: datetime | None = None


class HelpMessage(SQLModel, table=True):
    """One thing said in a request, by the worker or the counselor."""

    __tablename__ = "help_message"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    request_id: str = Field(foreign_key="help_request.id", index=True)
    from_staff: bool = False
    words: bytes = Field(sa_type=LargeBinary)
    at: datetime


def running(session: Session, person_id: int) -> HelpRequest | None:
    """Give the request of this person that waits or is held."""
    return session.exec(
        select(HelpRequest)
        .where(HelpRequest.person_id == person_id, col(HelpRequest.state).in_((WAITING, HELD)))
        .with_for_update()
    ).first()


def held_by(session: Session, counselor_id: int) -> HelpRequest | None:
    """Give the request that this counselor answers now (the one taken last)."""
    return session.exec(
        select(HelpRequest)
        .where(HelpRequest.counselor_id == counselor_id, HelpRequest.state == HELD)
        .order_by(col(HelpRequest.taken_at).desc())
    ).first()


def queue(session: Session) -> list[HelpRequest]:
    """Give the waiting requests: danger first, then the longest wait."""
    return list(
        session.exec(
            select(HelpRequest)
            .where(HelpRequest.state == WAITING)
            .order_by(col(HelpRequest.urgent).desc(), col(HelpRequest.opened_at))
        )
    )


def say(session: Session, request: HelpRequest, words: str, now: datetime, *, from_staff: bool) -> None:
    """Keep what was said, sealed."""
    row = HelpMessage(request_id=request.id, from_staff=from_staff, words=b"", at=now)
    row.words = session.info["sealer"].seal(words, f"help_message.words:{row.id}")
    session.add(row)


def said(session: Session, request_id: str) -> list[tuple[bool, str, datetime]]:
    """Open what was said in a request: whether by staff, the words, when."""
    rows = session.exec(select(HelpMessage).where(HelpMessage.request_id == request_id).order_by(col(HelpMessage.at)))
    sealer = session.info["sealer"]
    return [(row.from_staff, sealer.open(row.words, f"help_message.words:{row.id}"), row.at) for row in rows]
