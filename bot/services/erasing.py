"""Everything of one person is deleted from every table; only the empty marks of handled updates stay."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col

from bot.services import seating
from bot.store import attempts, belonging, help_requests, inbox
from bot.store.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Erased:
    """What was deleted, and the counselor who held a request of the person, to be told."""

    rows: int
    counselor_id: int | None = None


def erase(session: Session, person_id: int, update_id: int, now: datetime) -> Erased:
    """Delete the person's rows from every table, also what waits to be sent to counselors about them.

    `update_id` is the update in which the person asked for it: earlier ones that still wait are shredded unread,
    later ones are what the person says afterwards, as somebody new.
    """
    session.flush()
    request = help_requests.running(session, person_id)
    counselor_id = request.counselor_id if request is not None else None
    freed = seating.held_by(session, person_id)
    _forget_notices(session, person_id)
    attempts.forget(session, person_id)
    _shred_waiting(session, person_id, update_id, now)
    session.flush()
    gone = [session.execute(delete(table).where(condition)) for table, condition in belonging.rows_of(person_id)]
    session.expunge_all()  # the objects of deleted rows must not be written again
    for course_id in freed:
        seating.offer_next(session, course_id, now)
    return Erased(sum(one.rowcount for one in gone), counselor_id)  # type: ignore[attr-defined] # a DELETE has a row count


def _forget_notices(session: Session, person_id: int) -> None:
    """Delete what tells counselors that this person waits."""
    for request in help_requests.all_of(session, person_id):
        session.execute(
            delete(Outbox).where(
                col(Outbox.topic) == help_requests.OUTBOX_TOPIC,
                col(Outbox.occurrence).startswith(request.id),
            )
        )


def _shred_waiting(session: Session, person_id: int, update_id: int, now: datetime) -> None:
    for update in inbox.waiting(session):
        if update["update_id"] < update_id and _sender(update) == person_id:
            inbox.finish(session, update["update_id"], now)


def _sender(update: dict[str, Any]) -> int | None:
    for part in update.values():
        if isinstance(part, dict) and isinstance(part.get("from"), dict):
            sender = part["from"].get("id")
            return sender if isinstance(sender, int) else None
    return None
