"""What the staff did, for admins: who, what, when, about which colleague; people appear under a short mark only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services.staff import team
from bot.store import access_log, staff
from bot.store.access_log import AccessLog
from bot.store.staff import OPERATOR, Staff
from intake.writing import write_csv

MARK = 6  # letters: enough to see that it is the same person again, too few to tell who
SHOWN, MOST = 10, 20_000  # on a screen, in a file
HEADERS = ("waktu_utc", "petugas", "kantor", "perbuatan", "rekan", "orang")


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed: `who` is empty for the operator, `about` names a colleague, `person` marks a worker without a name."""

    at: datetime
    who: str
    office: str
    what: str
    about: str = ""
    person: str = ""


def entries(
    session: Session, by: Staff, now: datetime, *, most: int = SHOWN, only: int | None = None
) -> tuple[Entry, ...]:
    """Give the newest deeds of and on the staff within the admin's area (`only`: of or on one of them).

    Reading them is a deed, too. An admin of an area sees nothing of members of another.
    """
    if not team.may(by):
        return ()
    staff.note(session, by.id, None, "staff:audit", now, colleague_id=only)
    known = {row.id: row for row in staff.ever(session)}
    return tuple(_entry(session, known, row) for row in access_log.recent(session, _seen(session, by, only), most))


def _seen(session: Session, by: Staff, only: int | None) -> tuple[int, ...]:
    """Give the numbers whose deeds the admin may read, also of those who have left."""
    inside = {row.id for row in staff.ever(session) if staff.within(by.area, row.area)}
    if only is not None:
        member = session.get(Staff, only)
        chain = set(staff.accounts(session, member)) if member is not None else {only}
        return tuple(sorted(inside & chain))
    return tuple(sorted(inside | ({OPERATOR} if not by.area else set())))


def _entry(session: Session, known: Mapping[int, Staff], row: AccessLog) -> Entry:
    member = known.get(row.staff_id)
    colleague = known.get(row.colleague_id) if row.colleague_id is not None else None
    return Entry(
        at=row.at,
        who=member.name if member is not None else "",
        office=member.office if member is not None else "",
        what=row.what,
        about=colleague.name if colleague is not None else "",
        person=mark(session, row.person_id) if row.person_id is not None else "",
    )


def mark(session: Session, person_id: int) -> str:
    """Give the short mark of a person: always the same, and nobody can tell from it who it is."""
    blind: str = session.info["sealer"].blind(str(person_id), "audit.person")
    return blind[:MARK]


def as_csv(found: tuple[Entry, ...]) -> bytes:
    """Write deeds as a file that a spreadsheet opens; nothing in it is run as a formula."""
    return write_csv(HEADERS, _rows(found))


def _rows(found: tuple[Entry, ...]) -> Iterator[tuple[str, ...]]:
    for one in found:
        yield (f"{one.at:%Y-%m-%d %H:%M:%S}", one.who or "operator", one.office, one.what, one.about, one.person)
