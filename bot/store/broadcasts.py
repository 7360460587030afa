"""Broadcasts and who gets them: one row a broadcast, one row a person of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, BigInteger, LargeBinary, insert
from sqlmodel import Field, Session, SQLModel, col, func, select

from bot.store import cards
from bot.store.people import Person
from bot.store.staff import Staff

DRAFT, WAITING, SCHEDULED, RUNNING, PAUSED = "draft", "waiting", "scheduled", "running", "paused"
STOPPED, WITHDRAWN, DONE, REJECTED = "stopped", "withdrawn", "done", "rejected"
OVER = (STOPPED, WITHDRAWN, DONE, REJECTED)
PLANNED, SENT, FAILED, SKIPPED = "planned", "sent", "failed", "skipped"  # of a recipient
VACANCY, COURSE, EVENT, TEXT = "vacancy", "course", "event", "text"
TOPIC = "broadcast"  # of the outbox; the occurrence is the id, and `id:version` for a card that is changed later


class Broadcast(SQLModel, table=True):
    """One message to many. What it says is sealed; `wave` counts the waves that were opened."""

    __tablename__ = "broadcast"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)  # short: buttons carry it
    kind: str
    offer_id: str | None = Field(default=None, index=True)
    author_id: int = Field(sa_type=BigInteger, index=True)
    region: str | None = None  # whose counselors approve it
    audience: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    says: bytes | None = Field(default=None, sa_type=LargeBinary)
    need: int = 0  # people wanted; 0 = no number, everybody at once
    wave_size: int = 0
    wave: int = 0
    wave_at: datetime | None = None
    state: str = Field(default=DRAFT, index=True)
    closing: str = ""  # what every delivered card says now: "", corrected, filled, withdrawn
    version: int = 0  # of the delivered cards
    suspicions: list[str] = Field(default_factory=list, sa_type=JSON)
    decided_by: int | None = Field(default=None, sa_type=BigInteger)
    decided_at: datetime | None = None
    release_at: datetime | None = Field(default=None, index=True)
    created_at: datetime
    changed_at: datetime
    progress: int = 0  # how often the progress card was drawn
    progress_at: datetime | None = None
    progress_shown: str = ""


class Recipient(SQLModel, table=True):
    """One person of one broadcast; the pair is unique, so nobody is written to twice. `wave` 0 = not opened yet."""

    __tablename__ = "broadcast_recipient"

    broadcast_id: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True, index=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    rank: int
    score: float | None = None
    wave: int = 0
    state: str = PLANNED
    reason: str = ""  # why failed or skipped
    sent_at: datetime | None = None
    answers: str = ""  # one letter a question: y, n, or - for none yet
    yes: bool | None = None  # every question answered with yes; None = not all answered and none with no
    answered_at: datetime | None = None
    phoned_at: datetime | None = None
    staff_id: int | None = Field(default=None, sa_type=BigInteger)  # who phoned


@dataclass(frozen=True, slots=True)
class Counts:
    """How a broadcast stands, in people."""

    people: int
    opened: int  # in waves that were opened
    sent: int
    failed: int
    skipped: int
    yes: int
    no: int


def _place(row: Broadcast) -> str:
    return f"broadcast.says:{row.id}"


def says(session: Session, row: Broadcast) -> dict[str, Any]:
    """Open what the broadcast says: text, questions, correction, reason."""
    if row.says is None:
        return {}
    opened: dict[str, Any] = json.loads(session.info["sealer"].open(row.says, _place(row)))
    return opened


def say(session: Session, row: Broadcast, **parts: Any) -> None:
    """Keep parts of what it says, sealed, beside what stands there."""
    row.says = session.info["sealer"].seal(json.dumps(says(session, row) | parts), _place(row))


def find(session: Session, broadcast_id: str) -> Broadcast | None:
    """Give the broadcast, or None."""
    return session.get(Broadcast, broadcast_id)


def lock(session: Session, broadcast_id: str) -> Broadcast | None:
    """Give the broadcast and keep others off until the transaction ends, so that of two deciders one wins."""
    return session.exec(
        select(Broadcast).where(Broadcast.id == broadcast_id).with_for_update(), execution_options=_FRESH
    ).first()


_FRESH = {"populate_existing": True}


def draft_of(session: Session, author_id: int) -> Broadcast | None:
    """Give the newest draft of a member of staff."""
    mine = select(Broadcast).where(Broadcast.author_id == author_id, Broadcast.state == DRAFT)
    return session.exec(mine.order_by(col(Broadcast.created_at).desc())).first()


def of_author(session: Session, author_id: int, most: int) -> list[Broadcast]:
    """Give the newest broadcasts of a member of staff that were more than drafts."""
    mine = select(Broadcast).where(Broadcast.author_id == author_id, Broadcast.state != DRAFT)
    return list(session.exec(mine.order_by(col(Broadcast.created_at).desc()).limit(most)))


def in_state(session: Session, *states: str, since: datetime | None = None) -> list[Broadcast]:
    """Give the broadcasts in some states, oldest first; those in another replica's hands are left out.

    `since`: only those whose last wave was opened after that moment.
    """
    found = select(Broadcast).where(col(Broadcast.state).in_(states)).order_by(col(Broadcast.created_at))
    if since is not None:
        found = found.where(col(Broadcast.wave_at) > since)
    return list(session.exec(found.with_for_update(skip_locked=True)))


def put_people(session: Session, broadcast_id: str, ranked: Iterable[tuple[int, float | None]]) -> int:
    """Write who is to get it, best first; those who stand there already stay. Gives how many were new."""
    query = select(Recipient.person_id).where(Recipient.broadcast_id == broadcast_id)
    known = set(session.exec(query))
    rows = [
        {"broadcast_id": broadcast_id, "person_id": person_id, "rank": rank, "score": score, "wave": 0,
         "state": PLANNED, "reason": "", "answers": ""}
        for rank, (person_id, score) in enumerate(ranked, len(known) + 1)
        if person_id not in known
    ]  # fmt: skip
    if rows:
        session.execute(insert(Recipient), rows)
    return len(rows)


def recipient(session: Session, broadcast_id: str, person_id: int) -> Recipient | None:
    """Give one person of a broadcast."""
    return session.get(Recipient, (broadcast_id, person_id))


def near(session: Session, people_ids: Sequence[int]) -> list[SQLModel]:
    """Fetch these people with their rows in the broadcasts under way at once, so that each is found without asking.

    Whoever looks them up by their keys must hold the answer meanwhile.
    """
    if not people_ids:
        return []
    people = session.exec(select(Person).where(col(Person.id).in_(people_ids)))
    going = session.exec(select(Broadcast).where(col(Broadcast.state).in_((RUNNING, PAUSED)))).all()
    authors = session.exec(select(Staff).where(col(Staff.id).in_({one.author_id for one in going})))
    rows = select(Recipient).where(
        col(Recipient.person_id).in_(people_ids), col(Recipient.broadcast_id).in_([one.id for one in going])
    )
    return [*people, *going, *authors, *session.exec(rows)]


def got_since(session: Session, person_id: int, since: datetime, without: str = "") -> int:
    """Count the broadcasts that reached this person since a moment, without one of them."""
    query = select(func.count()).where(
        Recipient.person_id == person_id, Recipient.state == SENT, col(Recipient.sent_at) > since,
        Recipient.broadcast_id != without,
    )  # fmt: skip
    return session.exec(query).one()


def people_of(session: Session, broadcast_id: str, *conditions: Any, most: int | None = None) -> list[Recipient]:
    """Give the people of a broadcast that meet some conditions, best first; not more than `most` of them."""
    query = select(Recipient).where(Recipient.broadcast_id == broadcast_id, *conditions)
    return list(session.exec(query.order_by(col(Recipient.rank)).limit(most)))


def count_of(session: Session, broadcast_id: str, *conditions: Any) -> int:
    """Count the people of a broadcast that meet some conditions."""
    return session.exec(select(func.count()).where(Recipient.broadcast_id == broadcast_id, *conditions)).one()


def ranked(session: Session, broadcast_id: str) -> list[tuple[int, float | None]]:
    """Give everybody of a broadcast with the score, best first; of a hundred thousand no row is made an object."""
    query = select(Recipient.person_id, Recipient.score).where(Recipient.broadcast_id == broadcast_id)
    return [(person_id, score) for person_id, score in session.exec(query.order_by(col(Recipient.rank)))]


def reasons(session: Session, broadcast_id: str) -> dict[str, int]:
    """Count why people did not get it."""
    query = select(Recipient.reason, func.count()).where(
        Recipient.broadcast_id == broadcast_id, col(Recipient.state).in_((FAILED, SKIPPED))
    )
    return dict(session.exec(query.group_by(Recipient.reason)).all())


def shows(row: Broadcast) -> str:
    """Name what stands on its cards, as store.cards does."""
    return cards.name(row.kind, row.offer_id) if row.offer_id else cards.name(TOPIC, row.id)


def counts(session: Session, broadcast_id: str) -> Counts:
    """Count the people of a broadcast."""
    query = (
        select(Recipient.state, Recipient.wave, Recipient.yes, func.count())
        .where(Recipient.broadcast_id == broadcast_id)
        .group_by(col(Recipient.state), col(Recipient.wave), col(Recipient.yes))
    )
    found = list(session.exec(query))

    def total(**wanted: Any) -> int:
        return sum(n for state, wave, yes, n in found if _meets((state, wave > 0, yes), wanted))

    return Counts(
        people=total(), opened=total(opened=True), sent=total(state=SENT), failed=total(state=FAILED),
        skipped=total(state=SKIPPED), yes=total(yes=True), no=total(yes=False),
    )  # fmt: skip


def _meets(values: tuple[str, bool, bool | None], wanted: Mapping[str, Any]) -> bool:
    has = dict(zip(("state", "opened", "yes"), values, strict=True))
    return all(has[name] is not None and has[name] == value for name, value in wanted.items())
