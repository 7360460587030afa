"""Notes of counselors about a person, sealed; colleagues of the area read them, the person gets them in the file."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, Session, SQLModel, col, select


class CaseNote(SQLModel, table=True):
    """One note."""

    __tablename__ = "case_note"

    id: str = Field(default_factory=lambda: uuid4().hex[:16], primary_key=True)
    person_id: int = Field(sa_type=BigInteger, index=True)
    staff_id: int = Field(sa_type=BigInteger)
    words: bytes = Field(sa_type=LargeBinary)
    at: datetime


def add(session: Session, note: CaseNote, words: str) -> None:
    """Keep a note, sealed."""
    note.words = session.info["sealer"].seal(words, f"case_note.words:{note.id}")
    session.add(note)
    session.flush()


def of(session: Session, person_id: int, most: int = 20) -> list[tuple[int, str, datetime]]:
    """Open the newest notes about a person: who wrote it, the words, when."""
    query = select(CaseNote).where(CaseNote.person_id == person_id).order_by(col(CaseNote.at).desc()).limit(most)
    sealer = session.info["sealer"]
    return [(row.staff_id, sealer.open(row.words, f"case_note.words:{row.id}"), row.at) for row in session.exec(query)]
