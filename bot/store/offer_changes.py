"""What changed about offers that stand on sent cards, how far the cards were mended, and what could not be."""

from datetime import date, datetime
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import JSON, BigInteger, Text
from sqlmodel import Field, Session, SQLModel, col, select


class What(StrEnum):
    """What happened to an offer."""

    FILLED = "filled"  # a person was found
    CLOSED = "closed"  # its source closed it, or it is missing from its source's whole list
    OVER = "over"  # its last day has passed
    WITHDRAWN = "withdrawn"  # the import that brought it was rolled back
    CHANGED = "changed"
    REOPENED = "reopened"


class OfferChange(SQLModel, table=True):
    """One change of one offer; the cards that showed it before `at` are mended once each."""

    __tablename__ = "offer_change"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)
    shows: str = Field(index=True)
    what: str
    fields: str = Field(default="[]", sa_type=Text)  # JSON: [name, before, after] of what changed
    staff_id: int | None = Field(default=None, sa_type=BigInteger)  # who closed it, and hears what was not reached
    version: int = 0  # of the catalogue; 0 for a day that passed
    at: datetime
    after_person: int = Field(default=0, sa_type=BigInteger)  # up to this card the edits are written
    after_message: int = Field(default=0, sa_type=BigInteger)
    planned_at: datetime | None = None  # every card has its edit written
    done_at: datetime | None = Field(default=None, index=True)
    cards: int = 0
    edited: int = 0
    moved_on: int = 0  # showed something else by then
    unreached: dict[str, int] = Field(default_factory=dict, sa_type=JSON)  # by reason: blocked, stopped, deleted...


class CatalogueMark(SQLModel, table=True):
    """How far the log of one catalogue has been looked at for changes."""

    __tablename__ = "catalogue_mark"

    catalogue: str = Field(primary_key=True)
    number: int = 0  # the newest version that was looked at
    undone: list[int] = Field(default_factory=list, sa_type=JSON)  # versions whose roll-back was looked at
    day: date  # up to this day closing dates were looked at


def unplanned(session: Session) -> list[OfferChange]:
    """Give the changes whose cards are not all written yet and that nobody else works at, oldest first."""
    query = select(OfferChange).where(col(OfferChange.planned_at).is_(None), col(OfferChange.done_at).is_(None))
    ordered = query.order_by(col(OfferChange.at), col(OfferChange.id))
    return list(session.exec(ordered.with_for_update(skip_locked=True)))


def unreported(session: Session) -> list[OfferChange]:
    """Give the changes whose edits are written and perhaps all carried, and that nobody else works at."""
    query = select(OfferChange).where(col(OfferChange.planned_at).is_not(None), col(OfferChange.done_at).is_(None))
    return list(session.exec(query.order_by(col(OfferChange.at)).with_for_update(skip_locked=True)))


def last_of(session: Session, shows: str) -> OfferChange | None:
    """Give the newest change of an offer."""
    query = select(OfferChange).where(OfferChange.shows == shows)
    return session.exec(query.order_by(col(OfferChange.at).desc(), col(OfferChange.version).desc()).limit(1)).first()


def in_version(session: Session, shows: str, version: int) -> OfferChange | None:
    """Give what was noted of an offer for one version of its catalogue."""
    return session.exec(select(OfferChange).where(OfferChange.shows == shows, OfferChange.version == version)).first()
