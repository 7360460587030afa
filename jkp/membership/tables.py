"""The members' snapshot: sealed facts of people who are linked, found again by blind indexes only."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Member(SQLModel, table=True):
    """One member as one institution knows them. Everything about the person is sealed, bound to this row and column."""

    __tablename__ = "member"
    __table_args__ = (UniqueConstraint("source", "nik_index", "kpj_index"),)

    id: str = Field(primary_key=True, description="made by us; says nothing about the person")
    source: str
    status: str = Field(
        default="", index=True, description="open, or closed when a complete file no longer held the member"
    )
    as_of: date
    nik_index: str = Field(default="", index=True)
    kpj_index: str = Field(default="", index=True)
    phone_index: str = Field(default="", index=True, description="empty without a phone number")
    nik: bytes = b""
    kpj: bytes = b""
    name: bytes = b""
    birth_date: bytes = b""
    phone: bytes = b""
    facts: bytes = Field(default=b"", description="every other fact, as JSON")
