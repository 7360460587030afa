"""Why somebody is left out of a broadcast: each reason as one set of people, from one question to the rows."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, or_, select

from bot.services.broadcasts import PER_WEEK, WEEK, offer_mark
from bot.store import applications
from bot.store.applications import REFUSED, Feedback
from bot.store.broadcasts import SENT, Broadcast, Recipient
from bot.store.consents import BROADCASTS, MATCHING, Consent
from bot.store.people import Person
from bot.store.reminders import EVERYTHING, VACANCIES, Pause
from bot.store.stage_events import StageRow
from jkp.stages import Stage

STATUSES: dict[str, tuple[Stage, ...]] = {
    "claiming": (Stage.UNKNOWN, Stage.BLOCKED, Stage.PHK_NOT_REPORTED, Stage.PHK_REPORTED, Stage.VERIFYING,
                 Stage.REJECTED_FIXABLE, Stage.DISPUTED),
    "receiving": (Stage.PAID, Stage.MONTH_OPEN, Stage.SUBMITTED, Stage.MONTH_MISSED),
    "after": (Stage.FINISHED, Stage.STOPPED_DEADLINE, Stage.NO_RIGHT, Stage.NEVER_REGISTERED),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """The people to whom each reason applies, asked once."""

    blocked: frozenset[int]
    stopped: frozenset[int]
    refused: frozenset[int]  # took back what they agreed to
    agreed: frozenset[int]
    applied: frozenset[int]
    unwanted: frozenset[int]
    had: frozenset[int]
    recent: frozenset[int]
    often: frozenset[int]


def known(session: Session, broadcast: Broadcast, rested: int, now: datetime) -> Known:
    """Ask the rows once for everybody."""
    agreed, refused = _consents(session)
    sent = (Recipient.state == SENT, Recipient.broadcast_id != broadcast.id)
    since = select(Recipient.person_id).where(*sent, col(Recipient.sent_at) > now - timedelta(days=rested))
    week = select(Recipient.person_id).where(*sent, col(Recipient.sent_at) > now - WEEK)
    counted = week.group_by(col(Recipient.person_id)).having(func.count() >= PER_WEEK)
    return Known(
        blocked=frozenset(session.exec(select(Person.id).where(col(Person.blocked_at).is_not(None)))),
        stopped=_stopped(session, now),
        refused=refused,
        agreed=agreed,
        applied=frozenset(applications.who_applied(session, broadcast.offer_id) if broadcast.offer_id else ()),
        unwanted=_unwanted(session, broadcast),
        had=_had(session, broadcast),
        recent=frozenset(session.exec(since)) if rested else frozenset(),
        often=frozenset(session.exec(counted)),
    )


def reason(known: Known, person_id: int) -> str:
    """Say why this person is left out, the weightiest reason first; empty when nothing speaks against it."""
    for name in ("blocked", "stopped", "refused"):
        if person_id in getattr(known, name):
            return name
    if person_id not in known.agreed:
        return "not_agreed"
    for name in ("applied", "unwanted", "had", "recent", "often"):
        if person_id in getattr(known, name):
            return name
    return ""


def _stopped(session: Session, now: datetime) -> frozenset[int]:
    paused = select(Pause.person_id).where(col(Pause.topic).in_((EVERYTHING, VACANCIES)), Pause.until > now)
    stopped = select(Person.id).where(col(Person.stopped_at).is_not(None))
    return frozenset((*session.exec(paused), *session.exec(stopped)))


def _consents(session: Session) -> tuple[frozenset[int], frozenset[int]]:
    """Give who agrees to vacancies or broadcasts, and who took broadcasts back (see services.stopping)."""
    rows = select(Consent.person_id, Consent.purpose, col(Consent.withdrawn_at).is_(None))
    agreed: set[int] = set()
    asked: Counter[int] = Counter()
    standing: Counter[int] = Counter()
    for person_id, purpose, holds in session.exec(
        rows.where(or_(Consent.purpose == MATCHING, Consent.purpose == BROADCASTS))
    ):
        if holds:
            agreed.add(person_id)
        if purpose == BROADCASTS:
            asked[person_id] += 1
            standing[person_id] += bool(holds)
    return frozenset(agreed), frozenset(one for one in asked if not standing[one])


def _unwanted(session: Session, broadcast: Broadcast) -> frozenset[int]:
    if not broadcast.offer_id:
        return frozenset()
    refused = select(Feedback.person_id).where(
        Feedback.offer_id == offer_mark(broadcast), Feedback.verdict == REFUSED, col(Feedback.undone_at).is_(None)
    )
    return frozenset(session.exec(refused))


def _had(session: Session, broadcast: Broadcast) -> frozenset[int]:
    """Give who got, or is about to get, the same offer in another broadcast."""
    if not broadcast.offer_id:
        return frozenset()
    same = (
        select(Recipient.person_id)
        .join(Broadcast, col(Broadcast.id) == col(Recipient.broadcast_id))
        .where(Broadcast.kind == broadcast.kind, Broadcast.offer_id == broadcast.offer_id, Broadcast.id != broadcast.id)
        .where(Recipient.wave > 0, Recipient.state != "skipped")
    )
    return frozenset(session.exec(same))


def in_status(status: str) -> Any:
    """Say in SQL that somebody's claim stands at one of the stages of a status."""
    newest = (
        select(func.max(StageRow.number)).where(StageRow.person_id == Person.id).correlate(Person).scalar_subquery()
    )
    stages = [one.value for one in STATUSES[status]]
    return (
        select(StageRow.person_id)
        .where(StageRow.person_id == Person.id, StageRow.number == newest, col(StageRow.stage).in_(stages))
        .correlate(Person)
        .exists()
    )
