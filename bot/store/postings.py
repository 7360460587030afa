"""Vacancies that staff typed, pasted or forwarded: sealed while they are checked, remembered by number once live."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select

DRAFT, LIVE, DROPPED = "draft", "live", "dropped"


class Posting(SQLModel, table=True):
    """One advertisement of one member of staff. The words, which hold telephone numbers, go when it is live."""

    __tablename__ = "posting"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
    staff_id: int = Field(sa_type=BigInteger, index=True)
    state: str = DRAFT
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    vacancies: list[int] = Field(default_factory=list, sa_type=JSON)  # ids of the rows it became
    version: int | None = None  # of the vacancies' catalogue
    created_at: datetime
    published_at: datetime | None = None


def _place(row: Posting) -> str:
    return f"posting.content:{row.id}"


def begin(session: Session, staff_id: int, now: datetime) -> Posting:
    """Make a new draft; the one before, never published, is forgotten."""
    for old in session.exec(select(Posting).where(Posting.staff_id == staff_id, Posting.state == DRAFT)):
        drop(old)
    row = Posting(staff_id=staff_id, created_at=now)
    session.add(row)
    session.flush()
    return row


def own(session: Session, staff_id: int, posting_id: str) -> Posting | None:
    """Give one posting if it is this member's."""
    row = session.get(Posting, posting_id)
    return row if row is not None and row.staff_id == staff_id else None


def keep(session: Session, row: Posting, content: Mapping[str, Any]) -> None:
    """Keep what has been read and changed so far, sealed."""
    row.content = session.info["sealer"].seal(json.dumps(content), _place(row))
    session.flush()


def read(session: Session, row: Posting) -> dict[str, Any]:
    """Open what is kept; empty once it is live or dropped."""
    if row.content is None:
        return {}
    opened: dict[str, Any] = json.loads(session.info["sealer"].open(row.content, _place(row)))
    return opened


def publish(row: Posting, vacancies: list[int], version: int | None, now: datetime) -> None:
    """It is live: the words go, the numbers of the vacancies stay."""
    row.state, row.content, row.vacancies, row.version, row.published_at = LIVE, None, vacancies, version, now


def drop(row: Posting) -> None:
    """Forget it."""
    row.state, row.content = DROPPED, None


def live_of(session: Session, staff_id: int, most: int) -> list[Posting]:
    """Give what this member published, newest first."""
    return list(
        session.exec(
            select(Posting)
            .where(Posting.staff_id == staff_id, Posting.state == LIVE)
            .order_by(col(Posting.published_at).desc())
            .limit(most)
        )
    )
