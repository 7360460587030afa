"""Messages on their way out: written with the effect that caused them, sent afterwards, shredded when sent."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import BigInteger, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, SQLModel, col, func, or_, select, update

READY, SENT, FAILED, DROPPED = "ready", "sent", "failed", "dropped"
REPLY, NOTICE, BULK = 0, 1, 2  # lanes: an answer never waits behind a notice, a notice never behind a broadcast
EVERY_LANE, AT_ONCE, IN_BULK = range(BULK + 1), range(BULK), range(BULK, BULK + 1)  # which lanes a sender takes from
LEASE = timedelta(seconds=120)  # longer than one call can take, with every time-out of the post together
FOR_WORKERS = (
    "reminder",
    "claim_moved",
    "new_job",
    "digest",
    "seat",
    "course_work",
)  # topics of what is sent to workers as workers
UNTRACKED = {"synchronize_session": False}  # a sent message is nobody's object any more


class Outbox(SQLModel, table=True):
    """One message to one chat. `occurrence` makes planning twice harmless: (person, topic, occurrence) is unique."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("person_id", "topic", "occurrence", name="uq_outbox_occurrence"),
        Index("ix_outbox_turn", "state", "lane", "due_at", "created_at", "number"),
    )

    id: str = Field(default_factory=lambda: uuid4().hex, primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    lane: int = Field(default=REPLY, index=True)
    topic: str = "reply"
    occurrence: str = Field(default_factory=lambda: uuid4().hex)
    number: int = 0  # order among the messages of one turn
    method: str = "send"  # send, edit, delete
    target: int | None = Field(default=None, sa_type=BigInteger)  # the message to edit or delete
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    state: str = Field(default=READY, index=True)
    due_at: datetime = Field(index=True)
    created_at: datetime
    leased_until: datetime | None = None
    attempts: int = 0
    problem: str = ""
    sent_at: datetime | None = None
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    shows: str | None = Field(default=None, index=True)  # the offer on it, "vacancy:123": see store.cards


def _place(row: Outbox) -> str:
    return f"outbox.content:{row.id}"


def put(session: Session, row: Outbox, content: dict[str, Any], *, lease: datetime | None = None) -> str:
    """Write a message; `lease` keeps the sweep away until then, because its writer sends it at once."""
    row.content = session.info["sealer"].seal(json.dumps(content), _place(row))
    row.leased_until = lease
    session.add(row)
    return row.id


def planned(session: Session, person_id: int, topic: str, occurrence: str) -> bool:
    """Whether this very message was already written."""
    return (
        session.exec(
            select(Outbox.id).where(
                Outbox.person_id == person_id, Outbox.topic == topic, Outbox.occurrence == occurrence
            )
        ).first()
        is not None
    )


def sent_as(session: Session, person_id: int, topic: str, occurrence: str) -> int | None:
    """Give Telegram's number of this very message; None while it has not arrived."""
    return session.exec(
        select(Outbox.message_id).where(
            Outbox.person_id == person_id, Outbox.topic == topic, Outbox.occurrence == occurrence, Outbox.state == SENT
        )
    ).first()


def read(session: Session, row: Outbox) -> dict[str, Any]:
    """Open what the message says."""
    if row.content is None:
        return {}
    opened: dict[str, Any] = json.loads(session.info["sealer"].open(row.content, _place(row)))
    return opened


def claim_due(session: Session, now: datetime, most: int = 1, lanes: range = EVERY_LANE) -> list[Outbox]:
    """Take the next messages that are due, not in another sender's hands and not behind one of their own turn."""
    earlier = aliased(Outbox)
    of_the_same_turn = (
        select(earlier.id)
        .where(
            earlier.person_id == Outbox.person_id,
            earlier.created_at == Outbox.created_at,
            earlier.number < Outbox.number,
            earlier.state == READY,
        )
        .exists()
    )
    query = (
        select(Outbox)
        .where(
            Outbox.state == READY,
            Outbox.lane >= lanes.start,
            Outbox.lane < lanes.stop,
            Outbox.due_at <= now,
            ~of_the_same_turn,
            or_(col(Outbox.leased_until).is_(None), col(Outbox.leased_until) < now),
        )
        .order_by(col(Outbox.lane), col(Outbox.due_at), col(Outbox.created_at), col(Outbox.number))
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    rows = list(session.exec(query))
    for row in rows:
        row.leased_until = now + LEASE
        row.attempts += 1
    return rows


def queue_behind(session: Session, message: str, before: str) -> None:
    """Let a message wait for another one to the same person, so that their order stays."""
    row, first = session.get(Outbox, message), session.get(Outbox, before)
    if row is not None and first is not None and row.state == READY:
        row.due_at, row.leased_until = max(row.due_at, first.due_at), None


def overwritten(session: Session, row: Outbox) -> bool:
    """Whether the card that this message would edit shows something newer already."""
    if row.method != "edit":
        return False
    newer = select(Outbox.id).where(
        Outbox.person_id == row.person_id,
        Outbox.method == "edit",
        Outbox.target == row.target,
        Outbox.state == SENT,
        Outbox.created_at > row.created_at,
    )
    return session.exec(newer).first() is not None


def release(session: Session, lanes: range = EVERY_LANE) -> None:
    """Let go of what an earlier process held; only where no other process sends from these rows."""
    held = update(Outbox).where(col(Outbox.state) == READY, col(Outbox.leased_until).is_not(None))
    of_lanes = held.where(col(Outbox.lane) >= lanes.start, col(Outbox.lane) < lanes.stop)
    session.execute(of_lanes.values(leased_until=None), execution_options=UNTRACKED)


def give_back(session: Session, messages: Sequence[str]) -> None:
    """Let go of messages that were taken and not sent, as if they had not been tried."""
    rows = update(Outbox).where(col(Outbox.id).in_(messages), col(Outbox.state) == READY)
    session.execute(rows.values(leased_until=None, attempts=Outbox.attempts - 1), execution_options=UNTRACKED)


def note_sent(session: Session, message: str, now: datetime, message_id: int | None) -> None:
    """Mark as sent, remember Telegram's number of it, shred what it said."""
    sent = {"state": SENT, "sent_at": now, "message_id": message_id, "content": None, "leased_until": None}
    session.execute(update(Outbox).where(col(Outbox.id) == message).values(sent), execution_options=UNTRACKED)


def note_failed(session: Session, message: str, problem: str, *, again_at: datetime | None = None) -> None:
    """Mark as failed for good, or as due again at a later time."""
    row = session.get(Outbox, message)
    if row is None:
        return
    row.problem, row.leased_until = problem, None
    if again_at is not None:
        row.due_at = again_at
    else:
        row.state, row.content = FAILED, None


def drop_waiting(session: Session, person_id: int, topics: Sequence[str] = ()) -> int:
    """Take back what has not been sent to this person: all of it, or some topics."""
    query = (
        update(Outbox)
        .where(col(Outbox.person_id) == person_id, col(Outbox.state) == READY, col(Outbox.lane) != REPLY)
        .values(state=DROPPED, content=None)
    )
    if topics:
        query = query.where(col(Outbox.topic).in_(topics))
    return int(session.execute(query).rowcount)  # type: ignore[attr-defined] # an UPDATE has a row count


def drop_from_office(session: Session, person_id: int) -> None:
    """Take back everything unsent to somebody who is no staff any more, but what a worker gets, too."""
    session.execute(
        update(Outbox)
        .where(col(Outbox.person_id) == person_id, col(Outbox.state) == READY, col(Outbox.topic).not_in(FOR_WORKERS))
        .values(state=DROPPED, content=None),
        execution_options=UNTRACKED,
    )


def depth(session: Session) -> dict[str, int]:
    """Count the messages by state, for the metrics."""
    return dict(session.exec(select(Outbox.state, func.count()).group_by(Outbox.state)).all())
