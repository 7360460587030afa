"""One-time codes by which a counselor who has seen the papers unlocks level 2 for one person; kept blind."""

import hmac
import secrets
from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, Session, SQLModel, col, delete

DIGITS = 6


class UnlockCode(SQLModel, table=True):
    """The newest code of one person; a new one takes the place of the old."""

    __tablename__ = "unlock_code"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    code: str  # blind
    member_id: str  # the record that was open at level 1 when the papers were seen; another one is not unlocked
    staff_id: int = Field(sa_type=BigInteger)
    expires_at: datetime


def make(session: Session, person_id: int, member_id: str, staff_id: int, expires_at: datetime) -> str:
    """Keep a new code for a person and give it; it can be read here only once."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    blind = session.info["sealer"].blind(f"{person_id}:{code}", "unlock.code")
    row = UnlockCode(person_id=person_id, code=blind, member_id=member_id, staff_id=staff_id, expires_at=expires_at)
    session.merge(row)
    session.flush()
    return code


def take(session: Session, person_id: int, typed: str, now: datetime) -> UnlockCode | None:
    """Give the code's row and drop it, if it is the right one and has not run out."""
    row = session.get(UnlockCode, person_id, with_for_update=True, populate_existing=True)
    if row is None:
        return None
    right = any(
        hmac.compare_digest(row.code, blind)
        for blind in session.info["sealer"].blinds(f"{person_id}:{typed}", "unlock.code")
    )
    if row.expires_at > now and not right:
        return None
    session.delete(row)
    session.flush()
    return row if right and row.expires_at > now else None


def forget_before(session: Session, moment: datetime) -> None:
    """Drop the codes that ran out before a moment."""
    session.execute(delete(UnlockCode).where(col(UnlockCode.expires_at) < moment))
