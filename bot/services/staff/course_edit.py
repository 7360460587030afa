"""One course in an admin's hands: looked at, one field changed, closed, copied; every deed is on the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.services import registrants
from bot.services.staff.catalogue_files import Kind
from bot.store import access_log
from bot.store.staff import Staff
from intake.tables import Status
from training_catalog import editing
from training_catalog.editing import Edited

FIELDS = (  # what can be changed from a phone, what changes most first
    "seats", "starts", "ends", "closes", "opens", "location", "cost", "mode", "days", "times", "programme",
    "provider", "duration_hours", "requirements", "education_min", "age_max", "certificate", "how_to_apply",
    "contact", "contact_id", "url", "verify_by", "area", "field", "level", "skills", "objective", "provider_kind",
    "form",
)  # fmt: skip
PAGE = 5
EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Shown:
    """A course as its editor sees it; `version` is the one that an edit is made on."""

    id: str
    version: int
    programme: str
    provider: str
    cells: Mapping[str, str]
    is_open: bool
    interested: int


def show(session: Session, course_id: str) -> Shown | None:
    """Give one course."""
    course = editing.find(session, course_id)
    if course is None:
        return None
    return Shown(
        course_id,
        course.version,
        course.programme,
        course.provider,
        editing.cells(course),
        course.status == Status.OPEN.value,
        len(registrants.affected(session, course_id)),
    )


def change(session: Session, member_id: int, at: tuple[str, int], cells: Mapping[str, str], now: datetime) -> Edited:
    """Write some cells as typed (`-` empties one) into the course `at` (id, version looked at)."""
    typed = {name: "" if text.strip() == EMPTY else text.strip() for name, text in cells.items()}
    return _noted(session, member_id, editing.change(session, at[0], typed, now=now, seen=at[1]), now)


def close(session: Session, member: Staff, at: tuple[str, int], now: datetime) -> Edited:
    """Close the course."""
    return _noted(session, member.id, editing.close(session, at[0], now=now, seen=at[1]), now)


def copy(session: Session, member: Staff, course_id: str, starts: date, now: datetime) -> Edited:
    """Bring last year's intake again, with new days."""
    return _noted(session, member.id, editing.copy(session, course_id, starts, now=now), now)


def _noted(session: Session, person_id: int, done: Edited, now: datetime) -> Edited:
    if done.version is not None:
        access_log.note(session, person_id, None, f"import:{Kind.COURSES}:{done.version}", now)
    return done
