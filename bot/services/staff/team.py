"""An admin's view of the staff: who they are, and changes of name, office, area and trial, each within the own area."""

from dataclasses import dataclass
from datetime import date, datetime

from rapidfuzz import fuzz
from sqlmodel import Session

from bot.services.mydata import place_name
from bot.services.staff import leaving
from bot.services.staff.leaving import Deed
from bot.store import absences, help_requests, invites, people, staff
from bot.store.staff import ADMIN, COUNSELOR, OPERATOR, Staff
from matching import places
from matching.places import PlaceKind

FOUND_FROM = 70  # of 100: how alike a typed name must be
EVERYWHERE = ("semua", "seluruh indonesia", "semua wilayah", "nasional", "everywhere", "all", "-")


@dataclass(frozen=True, slots=True)
class Away:
    """Days away, both ends included, and the name of the stand-in."""

    absence_id: str
    from_day: date
    to_day: date
    stand_in: str


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff as an admin sees them: no word about the people they care for, only how many they hold."""

    id: int
    name: str
    role: str
    office: str
    area: str  # its name; empty = everywhere
    area_code: str
    trial: bool
    started: bool  # pressed START and did not block us: notices arrive
    held: int
    away: Away | None
    own: bool  # it is the reader


@dataclass(frozen=True, slots=True)
class Said:
    """An area as somebody typed it: its code, or several to choose from, or nothing that fits."""

    codes: tuple[str, ...] = ()
    everywhere: bool = False
    outside: bool = False  # known, but not within the admin's own area


def operator() -> Staff:
    """Give the one who types commands on the machine, as an admin of everything; no row of the table."""
    return Staff(id=OPERATOR, role=ADMIN, name="operator", added_at=datetime.min)  # noqa: DTZ901 - never stored


def may(member: Staff | None) -> bool:
    """Only active admins change the staff."""
    return member is not None and member.active and member.role == ADMIN


def theirs(session: Session, by: Staff, staff_id: int) -> Staff | None:
    """Give an active member whose office lies within the admin's area, as it is now and kept for this deed."""
    row = session.get(Staff, staff_id, with_for_update=True, populate_existing=True)
    if row is None or not row.active or not may(by) or not staff.within(by.area, row.area):
        return None
    return row


def roster(session: Session, by: Staff, now: datetime, words: str = "") -> tuple[Member, ...]:
    """Give the active staff within the admin's area by name, or those whose name is like the words, closest first."""
    rows = [row for role in (ADMIN, COUNSELOR) for row in staff.everyone(session, role)]
    seen = sorted((row for row in rows if staff.within(by.area, row.area)), key=lambda row: row.name.casefold())
    if words:
        likeness = {row.id: fuzz.partial_ratio(words.casefold(), f"{row.name} {row.office}".casefold()) for row in seen}
        seen = sorted((row for row in seen if likeness[row.id] >= FOUND_FROM), key=lambda row: -likeness[row.id])
    return tuple(_member(session, by, row, now) for row in seen)


def card(session: Session, by: Staff, staff_id: int, now: datetime) -> Member | None:
    """Give one member; None when there is none in the admin's area. Everybody may see their own."""
    row = staff.active(session, by.id) if staff_id == by.id else theirs(session, by, staff_id)
    return _member(session, by, row, now) if row is not None else None


def _member(session: Session, by: Staff, row: Staff, now: datetime) -> Member:
    person = people.find(session, row.id)
    return Member(
        id=row.id,
        name=row.name,
        role=row.role,
        office=row.office,
        area=place_name(row.area),
        area_code=row.area or "",
        trial=row.trial,
        started=person is not None and person.blocked_at is None and person.stopped_at is None,
        held=len(help_requests.held_by(session, row.id)),
        away=_away(session, row.id, leaving.day_of(session, row.id, now)),
        own=row.id == by.id,
    )


def _away(session: Session, staff_id: int, day: date) -> Away | None:
    coming = absences.of(session, staff_id, day)
    if not coming:
        return None
    stand_in = staff.active(session, coming[0].stand_in_id) if coming[0].stand_in_id is not None else None
    return Away(coming[0].id, coming[0].from_day, coming[0].to_day, stand_in.name if stand_in is not None else "")


def pending(session: Session, by: Staff, now: datetime) -> int:
    """Count the links within the admin's area that can still be used."""
    grants = (invites.grant_of(session, row) for row in invites.pending(session, now))
    return sum(staff.within(by.area, grant.area) for grant in grants)


def rename(session: Session, by: Staff, staff_id: int, name: str, now: datetime) -> bool:
    """Change the name that workers read; False when nobody of the admin's area has this number."""
    row = theirs(session, by, staff_id)
    if row is None:
        return False
    row.name = name
    staff.note(session, by.id, None, "staff:name", now, colleague_id=staff_id)
    return True


def set_office(session: Session, by: Staff, staff_id: int, office: str, now: datetime) -> bool:
    """Change the office; False when nobody of the admin's area has this number."""
    row = theirs(session, by, staff_id)
    if row is None:
        return False
    row.office = office
    staff.note(session, by.id, None, "staff:office", now, colleague_id=staff_id)
    return True


def relocate(session: Session, by: Staff, staff_id: int, area: str | None, now: datetime) -> tuple[str, ...] | None:
    """Change the area; gives the requests that wait again because they are out of reach now, None when not allowed.

    Nobody changes the own area, and nobody gives what the own area does not hold.
    """
    row = theirs(session, by, staff_id)
    if row is None or staff_id == by.id or not staff.within(by.area, area):
        return None
    row.area = area
    session.flush()
    staff.note(session, by.id, None, f"staff:area:{area or '-'}", now, colleague_id=staff_id)
    return leaving.let_go(session, row, now)


def set_trial(session: Session, by: Staff, staff_id: int, now: datetime, *, on: bool) -> bool:
    """Put a member on trial or lift it; nobody lifts the own trial."""
    row = theirs(session, by, staff_id)
    if row is None or staff_id == by.id:
        return False
    if row.trial != on:
        staff.note(session, by.id, None, "staff:trial_on" if on else "staff:trial_off", now, colleague_id=staff_id)
    row.trial = on
    return True


def dismiss(session: Session, by: Staff, staff_id: int, now: datetime) -> tuple[str, ...] | None:
    """Take the role away at once; gives the requests that wait again, None when not allowed (nobody's, or the own)."""
    if staff_id == by.id or theirs(session, by, staff_id) is None:
        return None
    return leaving.leave(session, staff_id, now, Deed(by.id))


def area_said(by: Staff, text: str) -> Said:
    """Read a typed area, or a code; only what lies within the admin's own area is given."""
    if text.strip().casefold() in EVERYWHERE:
        return Said(everywhere=not by.area, outside=bool(by.area))
    found = places.find(text)
    if found.kind not in {PlaceKind.AREA, PlaceKind.PROVINCE, PlaceKind.CHOICE}:
        return Said()
    codes = tuple(sorted(code for code in found.codes if staff.within(by.area, code)))
    return Said(codes, outside=not codes)
