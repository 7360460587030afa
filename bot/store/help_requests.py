"""Requests for a human and what was said in them, sealed."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger, LargeBinary, update
from sqlmodel import Field, Session, SQLModel, col, select

from bot.store.outbox import DROPPED, READY, UNTRACKED, Outbox
from bot.store.profiles import WorkProfile

WAITING, HELD, CLOSED, CANCELLED = "waiting", "held", "closed", "cancelled"
OUTBOX_TOPIC = "help_request"  # of the notices that tell counselors about it


class HelpRequest(SQLModel, table=True):
    """One call for a human; held by one counselor at a time."""

    __tablename__ = "help_request"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
    person_id: int = Field(sa_type=BigInteger, index=True)
    state: str = Field(default=WAITING, index=True)
    urgent: bool = False
    topic: str = ""  # what the worker confirmed to bring to an office: mediator, pengawas, bpjs_tk...
    opened_at: datetime
    answer_by: datetime
    counselor_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    taken_at: datetime | None = None
    focused_at: datetime | None = None  # a counselor's typed text goes to the request she opened last
    passed_by: int | None = Field(default=None, sa_type=BigInteger)  # the colleague who gave the held talk on
    closed_at: datetime | None = None
    helped: bool | None = None  # what the worker said afterwards


class HelpMessage(SQLModel, table=True):
    """One thing said in a request, by the worker or the counselor."""

    __tablename__ = "help_message"

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    request_id: str = Field(foreign_key="help_request.id", index=True)
    from_staff: bool = False
    words: bytes = Field(sa_type=LargeBinary)
    at: datetime


def locked(session: Session, request_id: str) -> HelpRequest | None:
    """Give a request as it is now and keep others off it until the transaction ends."""
    query = select(HelpRequest).where(HelpRequest.id == request_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).first()


def person_of(session: Session, request_id: str) -> int | None:
    """Give whose request it is: the worker is locked before the request."""
    return session.exec(select(HelpRequest.person_id).where(HelpRequest.id == request_id)).first()


def occurrence(request: HelpRequest) -> str:
    """Name the notice about a request: once when it comes, once more when it turns urgent or waits again."""
    again = f":{request.taken_at:%Y%m%d%H%M%S}" if request.taken_at is not None else ""
    return f"{request.id}{again}:urgent" if request.urgent else f"{request.id}{again}"


def drop_notices(session: Session, request_id: str) -> None:
    """Take back every notice about a request that nobody has got yet: it would be stale."""
    session.execute(
        update(Outbox)
        .where(col(Outbox.topic) == OUTBOX_TOPIC, col(Outbox.occurrence).startswith(request_id))
        .where(col(Outbox.state) == READY)
        .values(state=DROPPED, content=None),
        execution_options=UNTRACKED,
    )


def all_of(session: Session, person_id: int) -> list[HelpRequest]:
    """Give every request of this person, newest first."""
    return list(
        session.exec(
            select(HelpRequest).where(HelpRequest.person_id == person_id).order_by(col(HelpRequest.opened_at).desc())
        )
    )


def running(session: Session, person_id: int) -> HelpRequest | None:
    """Give the request of this person that waits or is held."""
    return session.exec(
        select(HelpRequest)
        .where(HelpRequest.person_id == person_id, col(HelpRequest.state).in_((WAITING, HELD)))
        .with_for_update()
    ).first()


def held(session: Session) -> list[HelpRequest]:
    """Give every held request, oldest first."""
    query = select(HelpRequest).where(HelpRequest.state == HELD, col(HelpRequest.counselor_id).is_not(None))
    return list(session.exec(query.order_by(col(HelpRequest.opened_at))))


def held_by(session: Session, counselor_id: int) -> list[HelpRequest]:
    """Give the requests that this counselor holds, the one she answers now first."""
    return list(
        session.exec(
            select(HelpRequest)
            .where(HelpRequest.counselor_id == counselor_id, HelpRequest.state == HELD)
            .order_by(col(HelpRequest.focused_at).desc())
        )
    )


def queue(session: Session) -> list[tuple[HelpRequest, str | None]]:
    """Give the waiting requests with the person's region: danger first, then the longest wait."""
    return list(
        session.exec(
            select(HelpRequest, WorkProfile.region)
            .join(WorkProfile, col(WorkProfile.person_id) == HelpRequest.person_id, isouter=True)
            .where(HelpRequest.state == WAITING)
            .order_by(col(HelpRequest.urgent).desc(), col(HelpRequest.opened_at))
        )
    )


def say(session: Session, request: HelpRequest, words: str, now: datetime, *, from_staff: bool) -> None:
    """Keep what was said, sealed."""
    row = HelpMessage(request_id=request.id, from_staff=from_staff, words=b"", at=now)
    row.words = session.info["sealer"].seal(words, f"help_message.words:{row.id}")
    session.add(row)


def unanswered_since(session: Session, request_id: str) -> datetime | None:
    """Give when the worker had the last word in a request; None when the counselor had it, or nobody spoke."""
    newest = session.exec(
        select(HelpMessage).where(HelpMessage.request_id == request_id).order_by(col(HelpMessage.at).desc()).limit(1)
    ).first()
    return newest.at if newest is not None and not newest.from_staff else None


def said(session: Session, request_id: str) -> list[tuple[bool, str, datetime]]:
    """Open what was said in a request: whether by staff, the words, when."""
    rows = session.exec(select(HelpMessage).where(HelpMessage.request_id == request_id).order_by(col(HelpMessage.at)))
    sealer = session.info["sealer"]
    return [(row.from_staff, sealer.open(row.words, f"help_message.words:{row.id}"), row.at) for row in rows]
