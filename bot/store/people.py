"""The people who talk with us: who they are to us, how they want to be spoken to, and where the talk stands."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, select

INDONESIA = "ID"


class Person(SQLModel, table=True):
    """One Telegram user. The name and the half-finished answers are sealed."""

    __tablename__ = "person"

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    language: str = "id"
    language_chosen: bool = False  # by the person, not guessed from the app
    zone: str = "Asia/Jakarta"
    zone_chosen: bool = False  # by the person, not taken from the place where they look for work
    country: str = INDONESIA  # ISO 3166-1 alpha-2; another one makes the person a migrant worker (PMI)
    rest_day: int | None = None  # 0 = Monday ... 6 = Sunday; migrant workers
    discreet: bool = False
    remind_hour: int = 8
    name: bytes | None = Field(default=None, sa_type=LargeBinary)
    step: str | None = None
    draft: bytes | None = Field(default=None, sa_type=LargeBinary)
    created_at: datetime
    seen_at: datetime
    stopped_at: datetime | None = None
    blocked_at: datetime | None = None


def find(session: Session, person_id: int) -> Person | None:
    """Give the person, or None."""
    return session.get(Person, person_id)


def is_discreet(session: Session, person_id: int) -> bool:
    """Whether an unasked message to this person must say nothing until it is opened."""
    person = find(session, person_id)
    return person is not None and person.discreet


def lock(session: Session, person_id: int) -> Person | None:
    """Give the person and keep others off until the transaction ends (PostgreSQL; SQLite has one writer anyway)."""
    return session.exec(select(Person).where(Person.id == person_id).with_for_update()).first()


def name_of(session: Session, person: Person) -> str:
    """Open the first name; empty when there is none."""
    if person.name is None:
        return ""
    opened: str = session.info["sealer"].open(person.name, f"person.name:{person.id}")
    return opened


def rename(session: Session, person: Person, name: str) -> None:
    """Keep the first name, sealed; the same name is not sealed again."""
    if name_of(session, person) != name:
        person.name = session.info["sealer"].seal(name, f"person.name:{person.id}")


def draft_of(session: Session, person: Person) -> dict[str, Any]:
    """Open the half-finished answers of the conversation the person is in."""
    if person.draft is None:
        return {}
    opened: dict[str, Any] = json.loads(session.info["sealer"].open(person.draft, f"person.draft:{person.id}"))
    return opened


def expect(session: Session, person: Person, step: str | None, draft: dict[str, Any] | None = None) -> None:
    """Say what the next typed text of this person answers; None ends the conversation."""
    person.step = step
    person.draft = session.info["sealer"].seal(json.dumps(draft), f"person.draft:{person.id}") if draft else None
