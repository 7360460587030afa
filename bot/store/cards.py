"""Which offers stand on messages in people's chats right now, as the outbox remembers them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from bot.store.outbox import READY, SENT, Outbox


@dataclass(frozen=True, slots=True)
class Shown:
    """One message that shows an offer, by Telegram's number in that person's chat, and what it was written as."""

    person_id: int
    message_id: int
    topic: str = ""
    occurrence: str = ""


def name(kind: str, offer_id: str) -> str:
    """Name an offer as `Outbox.shows` and `Screen.shows` do: kind is "vacancy" or "course"."""
    return f"{kind}:{offer_id}"


def showing(
    session: Session, shows: str, before: datetime | None = None, *, after: Shown | None = None, most: int = 0
) -> list[Shown]:
    """Give the messages that still show an offer; one that became something else, or is about to, is none of them.

    `before`: only those written before that moment, which show the offer as it was then. `after` and `most`: go on
    behind one of them, so many at a time.
    """
    newer = aliased(Outbox)
    later = or_(
        newer.created_at > Outbox.created_at,
        and_(newer.created_at == Outbox.created_at, newer.number > Outbox.number),
    )
    same = or_(newer.message_id == Outbox.message_id, newer.target == Outbox.message_id)
    turns_away = and_(newer.state == READY, col(newer.shows).is_distinct_from(Outbox.shows))
    gone = select(newer.id).where(
        newer.person_id == Outbox.person_id, same, later, or_(newer.state == SENT, turns_away)
    )
    found = (
        select(Outbox.person_id, Outbox.message_id, Outbox.topic, Outbox.occurrence)
        .where(Outbox.shows == shows, Outbox.state == SENT, col(Outbox.message_id).is_not(None), ~gone.exists())
        .order_by(col(Outbox.person_id), col(Outbox.message_id))
        .distinct()
    )
    if before is not None:
        found = found.where(Outbox.created_at < before)
    if after is not None:
        same_person = and_(Outbox.person_id == after.person_id, col(Outbox.message_id) > after.message_id)
        found = found.where(or_(Outbox.person_id > after.person_id, same_person))
    if most:
        found = found.limit(most)
    return [Shown(who, message, *how) for who, message, *how in session.exec(found) if message is not None]


def is_shown(shows: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether an offer, named by an expression of the asking statement, was ever sent on a card."""
    return select(Outbox.id).where(Outbox.shows == shows, Outbox.state == SENT).exists()
