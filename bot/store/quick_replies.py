"""The prepared replies that an office wrote for itself; they are about nobody, so they are not sealed."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, select


class QuickReply(SQLModel, table=True):
    """One prepared reply of one office in place of ours with the same number."""

    __tablename__ = "quick_reply"

    office: str = Field(primary_key=True)  # its area and its name
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    words: str
    changed_at: datetime


def of(session: Session, office: str) -> dict[int, str]:
    """Give the replies that an office wrote, by number."""
    return {row.number: row.words for row in session.exec(select(QuickReply).where(QuickReply.office == office))}


def write(session: Session, office: str, number: int, words: str, now: datetime) -> None:
    """Keep a reply in place of the one before; empty words bring ours back."""
    known = session.get(QuickReply, (office, number))
    if not words:
        if known is not None:
            session.delete(known)
    elif known is not None:
        known.words, known.changed_at = words, now
    else:
        session.add(QuickReply(office=office, number=number, words=words, changed_at=now))
    session.flush()
