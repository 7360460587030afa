"""An admin's catalogue file: looked at, compared, applied or dropped; the version before can be put back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from bot.store import staff, uploads
from bot.store.staff import ADMIN, Staff
from intake import reading
from intake.errors import IntakeError
from intake.importer import Importer
from intake.preview import Applied, Preview
from intake.problems import RawRow
from labour_market.importing import FIGURES, VACANCIES
from training_catalog.importing import COURSES


class Kind(StrEnum):
    """What a file can hold, as the chat takes it (members never come through a chat)."""

    COURSES = "courses"
    VACANCIES = "vacancies"
    FIGURES = "figures"


IMPORTERS: dict[Kind, Importer] = {Kind.COURSES: COURSES, Kind.VACANCIES: VACANCIES, Kind.FIGURES: FIGURES}


@dataclass(frozen=True, slots=True)
class Received:
    """A file that can be read: its name, how many rows, and the kinds it may be, likeliest first."""

    name: str
    rows: int
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A compared file."""

    name: str
    kind: Kind
    preview: Preview

    @property
    def usable(self) -> int:
        """Rows that would be written."""
        return len(self.preview.difference.new) + len(self.preview.difference.changed)


def receive(session: Session, member: Staff, name: str, content: bytes, now: datetime) -> Received:
    """Keep a file until the admin decides.

    Raises:
        Refused: it cannot be read as a table.
    """
    rows = reading.read(content)
    uploads.keep(session, member.id, name, content, now)
    return Received(name, len(rows), _likeliest(rows))


def look(session: Session, member: Staff, kind: Kind) -> Looked | None:
    """Compare the waiting file with the catalogue; None when no file waits."""
    waiting = uploads.waiting(session, member.id)
    if waiting is None:
        return None
    return Looked(waiting[0], kind, IMPORTERS[kind].preview(session, reading.read(waiting[1]), _source(member)))


def publish(session: Session, member: Staff, kind: Kind, now: datetime) -> tuple[Looked, Applied] | None:
    """Apply the valid rows of the waiting file; None when no file waits (applied already, or dropped)."""
    looked = look(session, member, kind)
    if looked is None:
        return None
    applied = IMPORTERS[kind].apply(session, looked.preview, now=now, accept_valid=True)
    uploads.drop(session, member.id)
    staff.note(session, member.id, None, f"import:{kind}:{applied.version}", now)
    return looked, applied


def take_back(session: Session, member: Staff, kind: Kind, version: int, now: datetime) -> bool:
    """Put back what stood before a version; False when a newer one stands on it."""
    try:
        IMPORTERS[kind].roll_back(session, version)
    except IntakeError:
        return False
    staff.note(session, member.id, None, f"rollback:{kind}:{version}", now)
    return True


def may(member: Staff | None) -> bool:
    """Only admins change the catalogues."""
    return member is not None and member.role == ADMIN


def _source(member: Staff) -> str:
    return member.office or member.name


def _likeliest(rows: Sequence[RawRow]) -> tuple[Kind, ...]:
    columns = {column for row in rows[:50] for column in row.cells}
    return tuple(sorted(Kind, key=lambda kind: -len(columns & IMPORTERS[kind].known)))
