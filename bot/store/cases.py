"""What the worker told us about the dismissal, sealed, and the link to a register's record."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select


class DeclaredCase(SQLModel, table=True):
    """The facts in the worker's own words (jkp.declared), sealed as one text."""

    __tablename__ = "declared_case"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    facts: bytes | None = Field(default=None, sa_type=LargeBinary)
    updated_at: datetime


class Link(SQLModel, table=True):
    """A person joined to a member record: level 1 = own shared number, level 2 = NIK, birth date and KPJ together."""

    __tablename__ = "link"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    member_id: str = Field(index=True)
    level: int
    linked_at: datetime


def _place(person_id: int) -> str:
    return f"declared_case.facts:{person_id}"


def facts_of(session: Session, person_id: int) -> dict[str, Any] | None:
    """Open what the worker said; None when nothing was said yet."""
    row = session.get(DeclaredCase, person_id)
    if row is None or row.facts is None:
        return None
    opened: dict[str, Any] = json.loads(session.info["sealer"].open(row.facts, _place(person_id)))
    return opened


def keep_facts(session: Session, person_id: int, facts: dict[str, Any], now: datetime) -> None:
    """Keep what the worker says now in place of what was said before."""
    sealed = session.info["sealer"].seal(json.dumps(facts), _place(person_id))
    session.merge(DeclaredCase(person_id=person_id, facts=sealed, updated_at=now))


def link_of(session: Session, person_id: int) -> Link | None:
    """Give the link to the register, if there is one."""
    return session.get(Link, person_id)


def with_cases(session: Session) -> tuple[int, ...]:
    """Name everyone who told us of a dismissal or is joined to a register, by number."""
    told = session.exec(select(DeclaredCase.person_id).where(col(DeclaredCase.facts).is_not(None))).all()
    linked = session.exec(select(Link.person_id)).all()
    return tuple(sorted({*told, *linked}))
