"""Updates from Telegram, stored sealed before they are handled and shredded once they are done."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, insert, select, update

NEW, DONE, FAILED = "new", "done", "failed"
UNTRACKED = {"synchronize_session": False}  # nobody keeps these rows as objects


class Inbox(SQLModel, table=True):
    """One update by Telegram's own number; the number stays as the mark against handling it twice."""

    __tablename__ = "inbox"

    update_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    payload: bytes | None = Field(default=None, sa_type=LargeBinary)
    state: str = Field(default=NEW, index=True)
    received_at: datetime
    done_at: datetime | None = None


def _place(update_id: int) -> str:
    return f"inbox.payload:{update_id}"


def keep(session: Session, update_id: int, content: dict[str, Any], now: datetime) -> bool:
    """Store an update; False when it is already known (Telegram repeats itself, and so do replicas)."""
    if _state(session, update_id) is not None:
        return False
    sealed = session.info["sealer"].seal(json.dumps(content), _place(update_id))
    session.execute(insert(Inbox).values(update_id=update_id, payload=sealed, state=NEW, received_at=now))
    return True


def claim(session: Session, update_id: int) -> bool:
    """Whether this update is ours to handle now; others wait until our transaction ends."""
    return _state(session, update_id) == NEW


def _state(session: Session, update_id: int) -> str | None:
    return session.exec(select(Inbox.state).where(Inbox.update_id == update_id).with_for_update()).first()


def finish(session: Session, update_id: int, now: datetime, state: str = DONE) -> None:
    """Mark the update as handled and shred what it said."""
    done = update(Inbox).where(col(Inbox.update_id) == update_id)
    session.execute(done.values(state=state, done_at=now, payload=None), execution_options=UNTRACKED)


def waiting(session: Session, before: datetime | None = None) -> list[dict[str, Any]]:
    """Give the updates that nobody finished, in Telegram's order (after a crash; `before` spares the fresh ones)."""
    query = select(Inbox).where(Inbox.state == NEW).order_by(col(Inbox.update_id))
    if before is not None:
        query = query.where(Inbox.received_at < before)
    sealer = session.info["sealer"]
    return [json.loads(sealer.open(row.payload, _place(row.update_id))) for row in session.exec(query)]


def forget_marks(session: Session, now: datetime, keep_days: int = 30) -> int:
    """Drop the marks of long finished updates; Telegram repeats an update for 24 hours at most."""
    old = select(Inbox).where(Inbox.state != NEW, Inbox.received_at < now - timedelta(days=keep_days))
    rows = session.exec(old).all()
    for row in rows:
        session.delete(row)
    return len(rows)
