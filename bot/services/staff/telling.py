"""What the bot has sent a person lately, for whoever answers them: topics and moments, the words are shredded."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.store import outbox
from bot.store.outbox import Outbox

LOOKED_BACK = timedelta(days=14)
MOST = 4
TOPICS = ("reminder", "digest", "recommendation", "claim_moved", "broadcast", "promise")  # of what the bot sent


@dataclass(frozen=True, slots=True)
class Told:
    """Something the bot sent unasked: its topic and when."""

    topic: str
    at: datetime


def told(session: Session, person_id: int, now: datetime) -> tuple[Told, ...]:
    """Give what the bot sent lately: topics and moments, the words are shredded."""
    query = (
        select(Outbox.topic, Outbox.sent_at)
        .where(Outbox.person_id == person_id, Outbox.state == outbox.SENT, col(Outbox.topic).in_(TOPICS))
        .where(col(Outbox.sent_at) >= now - LOOKED_BACK)
        .order_by(col(Outbox.sent_at).desc())
        .limit(MOST)
    )
    return tuple(Told(topic, at) for topic, at in session.exec(query) if at is not None)
