"""A catalogue file that an admin sent and has not decided about yet, sealed; gone once it is applied or dropped."""

import base64
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, select

KEPT = timedelta(days=2)


class Upload(SQLModel, table=True):
    """The newest file of one member of staff; a newer one replaces it."""

    __tablename__ = "upload"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    name: str
    content: bytes = Field(sa_type=LargeBinary)
    at: datetime


def _place(person_id: int) -> str:
    return f"upload.content:{person_id}"


def keep(session: Session, person_id: int, name: str, content: bytes, now: datetime) -> None:
    """Keep a file in place of the one before."""
    sealed = session.info["sealer"].seal(base64.b64encode(content).decode(), _place(person_id))
    session.merge(Upload(person_id=person_id, name=name, content=sealed, at=now))
    session.flush()


def waiting(session: Session, person_id: int) -> tuple[str, bytes] | None:
    """Give the name and the content of the file that waits; None when there is none."""
    row = session.get(Upload, person_id)
    if row is None:
        return None
    return row.name, base64.b64decode(session.info["sealer"].open(row.content, _place(person_id)))


def drop(session: Session, person_id: int) -> None:
    """Forget the file."""
    row = session.get(Upload, person_id)
    if row is not None:
        session.delete(row)
        session.flush()


def drop_old(session: Session, now: datetime) -> None:
    """Forget files that nobody decided about."""
    for row in session.exec(select(Upload).where(Upload.at < now - KEPT)):
        session.delete(row)
