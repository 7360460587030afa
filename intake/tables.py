"""The columns that every imported row has, and the log of versions that makes an import undoable."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Text, UniqueConstraint
from sqlmodel import Field, SQLModel


class Status(StrEnum):
    """Where an imported row stands. Rows are never deleted, because others may point at them."""

    OPEN = "open"
    CLOSED = "closed"  # missing in a complete file of its source
    WITHDRAWN = "withdrawn"  # the import that brought it was rolled back: as if it had never been there


class Imported(SQLModel):
    """What every row of a catalogue carries beside its own columns."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, description="the natural key, folded")
    source: str = Field(index=True)
    status: str = Field(index=True)
    first_seen: datetime
    last_seen: datetime
    version: int = Field(description="the import that last changed the row")


class ImportVersion(SQLModel, table=True):
    """One applied file of one catalogue."""

    __tablename__ = "import_version"
    __table_args__ = (UniqueConstraint("catalogue", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    catalogue: str
    number: int
    applied_at: datetime
    seen: dict[str, list[int]] = Field(sa_type=JSON, description="last_seen before -> ids of rows that did not change")
    title: str = Field(default="", description="what was applied: a file's name, or one row that was edited")
    rolled_back: bool = False


class ImportChange(SQLModel, table=True):
    """One row that a version touched, as it stood before; empty when it did not stand."""

    __tablename__ = "import_change"

    id: int | None = Field(default=None, primary_key=True)
    version_id: int = Field(foreign_key="import_version.id", index=True)
    row_id: int
    before: str = Field(default="", sa_type=Text, description="the whole row as JSON")
