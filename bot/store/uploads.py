"""Catalogue files that staff sent, sealed, and what is to be done with each; gone once applied or dropped."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, or_, select

KEPT = timedelta(days=2)
LEASE = timedelta(minutes=5)  # longer than the largest file takes


class Asked(StrEnum):
    """What is to be done with a file next."""

    READ = "read"  # say what it is
    LOOK = "look"  # compare it
    OPENS = "opens"  # no file either: what the course of that name (its id) opens is to be reckoned
    EXPORT = "export"  # not a file that came but one to be made: the catalogue as it stands
    MARK = "mark"  # send it back with its wrong cells marked
    APPLY = "apply"
    NOTHING = ""  # its owner decides


class Upload(SQLModel, table=True):
    """A file of one member of staff. A newer one replaces it, unless it waits for its hour to be applied."""

    __tablename__ = "upload"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    name: str
    content: bytes | None = Field(default=None, sa_type=LargeBinary)
    at: datetime
    kind: str = ""  # courses, vacancies, figures; empty until it is known
    asked: str = Field(default=Asked.READ.value, index=True)
    due_at: datetime
    leased_until: datetime | None = None
    decisions: str = "{}"  # JSON, as intake.comparing keeps them
    summary: bytes | None = Field(default=None, sa_type=LargeBinary, description="what its owner was shown")
    shown: str = ""  # the mark of the difference that its owner saw
    card: str = Field(default="", description="the outbox row of the message that tells how it goes")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file as it is worked on."""

    id: int
    person_id: int
    name: str
    content: bytes
    kind: str
    asked: Asked
    decisions: dict[str, str]
    shown: str
    card: str


def _place(upload_id: int | None, column: str = "content") -> str:
    return f"upload.{column}:{upload_id}"


def keep(session: Session, person_id: int, name: str, content: bytes, now: datetime) -> Upload:
    """Keep a file to be read, in place of the undecided one before."""
    for old in session.exec(select(Upload).where(Upload.person_id == person_id, Upload.asked != Asked.APPLY.value)):
        session.delete(old)
    row = Upload(person_id=person_id, name=name[:120], at=now, due_at=now)
    session.add(row)
    session.flush()
    row.content = session.info["sealer"].seal(base64.b64encode(content).decode(), _place(row.id))
    return row


def order(session: Session, person_id: int, kind: str, now: datetime, course_id: str = "") -> Upload:
    """Ask for the catalogue as a file, or for what one course opens."""
    asked = Asked.OPENS if course_id else Asked.EXPORT
    row = Upload(person_id=person_id, name=course_id or kind, at=now, due_at=now, kind=kind, asked=asked.value)
    session.add(row)
    session.flush()
    return row


def claim(session: Session, now: datetime) -> Waiting | None:
    """Take the file that has waited longest for something to be done, out of other hands for a while."""
    free = or_(col(Upload.leased_until).is_(None), col(Upload.leased_until) < now)
    query = select(Upload).where(Upload.asked != Asked.NOTHING.value, Upload.due_at <= now, free)
    row = session.exec(query.order_by(col(Upload.due_at)).limit(1).with_for_update(skip_locked=True)).first()
    if row is None or row.id is None:
        return None
    row.leased_until = now + LEASE
    return Waiting(
        row.id, row.person_id, row.name, _open(session, row), row.kind, Asked(row.asked),
        json.loads(row.decisions), row.shown, row.card,
    )  # fmt: skip


def find(session: Session, person_id: int, upload_id: int) -> Upload | None:
    """Give the file if it still waits and is this member's."""
    row = session.get(Upload, upload_id)
    return row if row is not None and row.person_id == person_id else None


def ask(row: Upload, what: Asked, due_at: datetime) -> None:
    """Say what is to be done with the file, and when; whoever works on it now is overtaken."""
    row.asked, row.due_at, row.leased_until = what.value, due_at, None


def answered(session: Session, upload: Waiting, **news: str) -> bool:
    """Note that what was asked is done; False when its owner asked for something else meanwhile."""
    row = session.get(Upload, upload.id)
    if row is None or row.asked != upload.asked.value:
        return False
    row.asked, row.leased_until = Asked.NOTHING.value, None
    for name, value in news.items():
        setattr(row, name, value)
    return True


def keep_summary(session: Session, upload_id: int, summary: str) -> None:
    """Keep what the owner is shown, so that turning its pages does not read the file again."""
    row = session.get(Upload, upload_id)
    if row is not None:
        row.summary = session.info["sealer"].seal(summary, _place(upload_id, "summary"))


def summary_of(session: Session, row: Upload) -> str:
    """Give what the owner was shown; empty before the file was compared."""
    return "" if row.summary is None else session.info["sealer"].open(row.summary, _place(row.id, "summary"))


def at_work(session: Session, upload: Waiting) -> bool:
    """Whether what was asked is still to be done; holds the answer back until this transaction ends."""
    row = session.get(Upload, upload.id, with_for_update=True, populate_existing=True)
    return row is not None and row.asked == upload.asked.value


def decide(row: Upload, decisions: Mapping[str, str]) -> None:
    """Keep for this file what its owner said about some likenesses."""
    row.decisions = json.dumps({**json.loads(row.decisions), **decisions})


def scheduled(session: Session) -> list[Upload]:
    """Give the files that wait for their hour, the next first."""
    return list(session.exec(select(Upload).where(Upload.asked == Asked.APPLY.value).order_by(col(Upload.due_at))))


def done(session: Session, upload_id: int) -> None:
    """Forget a file that nothing more is to be done with."""
    row = session.get(Upload, upload_id)
    if row is not None:
        session.delete(row)
        session.flush()


def drop(session: Session, person_id: int) -> None:
    """Forget every file of a person, also those that wait for their hour."""
    for row in session.exec(select(Upload).where(Upload.person_id == person_id)):
        session.delete(row)
    session.flush()


def drop_old(session: Session, now: datetime) -> None:
    """Forget files that nobody decided about."""
    for row in session.exec(select(Upload).where(Upload.at < now - KEPT, Upload.asked != Asked.APPLY.value)):
        session.delete(row)


def _open(session: Session, row: Upload) -> bytes:
    return b"" if row.content is None else base64.b64decode(session.info["sealer"].open(row.content, _place(row.id)))
