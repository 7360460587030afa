"""Invitations to the staff: one link each, kept as a blind hash; what it grants is sealed to its row."""

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, delete, select

OPEN, BOUND, USED, ENDED = "open", "bound", "used", "ended"
TOKEN_BYTES = 16


class Invite(SQLModel, table=True):
    """One invitation; `person_id` is whoever opened it first, and nobody else can use it from then on."""

    __tablename__ = "invite"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)
    token: str = Field(unique=True, index=True)  # blind: the link itself stands nowhere
    details: bytes = Field(sa_type=LargeBinary)
    state: str = OPEN
    made_by: int = Field(sa_type=BigInteger, index=True)
    made_at: datetime
    expires_at: datetime
    person_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    tries: int = 0  # names that were typed wrong
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """What an invitation makes of whoever uses it; `follows` is the account on a lost telephone."""

    role: str
    name: str
    office: str = ""
    area: str | None = None
    follows: int | None = None
    held: tuple[str, ...] = ()  # requests that the lost telephone held: they come back if nobody took them meanwhile


def make(session: Session, grant: Grant, made_by: int, now: datetime, expires_at: datetime) -> tuple[Invite, str]:
    """Keep a new invitation; gives it with its token, which is not kept."""
    token = secrets.token_hex(TOKEN_BYTES)
    row = Invite(token=_blind(session, token), details=b"", made_by=made_by, made_at=now, expires_at=expires_at)
    row.details = session.info["sealer"].seal(json.dumps(asdict(grant)), _place(row))
    session.add(row)
    session.flush()
    return row, token


def _blind(session: Session, token: str) -> str:
    blind: str = session.info["sealer"].blind(token, "invite.token")
    return blind


def _place(row: Invite) -> str:
    return f"invite.details:{row.id}"


def grant_of(session: Session, row: Invite) -> Grant:
    """Open what an invitation grants.

    Raises:
        SealError: the row was changed by somebody without the key.
    """
    values = json.loads(session.info["sealer"].open(row.details, _place(row)))
    return Grant(**{**values, "held": tuple(values["held"])})


def by_token(session: Session, token: str) -> Invite | None:
    """Find an invitation by its token, and keep others off it until the transaction ends."""
    blinds = session.info["sealer"].blinds(token, "invite.token")
    return session.exec(select(Invite).where(col(Invite.token).in_(blinds)).with_for_update()).first()


def bound_to(session: Session, person_id: int) -> Invite | None:
    """Give the invitation that this person opened and has not yet confirmed."""
    query = select(Invite).where(Invite.person_id == person_id, Invite.state == BOUND)
    return session.exec(query.order_by(col(Invite.made_at).desc()).with_for_update()).first()


def pending(session: Session, now: datetime) -> list[Invite]:
    """Give the invitations that can still be used, newest first."""
    query = select(Invite).where(col(Invite.state).in_((OPEN, BOUND)), col(Invite.expires_at) > now)
    return list(session.exec(query.order_by(col(Invite.made_at).desc())))


def made_by(session: Session, staff_id: int) -> list[Invite]:
    """Give the invitations of one maker that were not used or ended."""
    query = select(Invite).where(Invite.made_by == staff_id, col(Invite.state).in_((OPEN, BOUND)))
    return list(session.exec(query))


def end(row: Invite, now: datetime, state: str = ENDED) -> None:
    """Let nobody use it any more."""
    row.state, row.ended_at = state, now


def forget_before(session: Session, moment: datetime) -> None:
    """Drop the invitations that ran out before a moment; who joined by them stands in the record."""
    session.execute(delete(Invite).where(col(Invite.expires_at) < moment))
