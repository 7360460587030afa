"""Counselors and admins, whom each of them reaches, and who stands in for whom."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, false, or_, true
from sqlmodel import Field, Session, SQLModel, col, select

from bot.store import absences, people
from bot.store.absences import Absence
from bot.store.access_log import OPERATOR, AccessLog, note, trail
from bot.store.people import Person

__all__ = ["OPERATOR", "AccessLog", "note", "trail"]

COUNSELOR, ADMIN = "counselor", "admin"
ROLES = (COUNSELOR, ADMIN)


class Staff(SQLModel, table=True):
    """A member of staff, by the numeric Telegram user id (a username is never an identity)."""

    __tablename__ = "staff"

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    role: str
    name: str
    office: str = ""
    area: str | None = None  # province or regency code; None = everywhere, for counselors and admins alike
    active: bool = True
    added_at: datetime
    trial: bool = False  # whoever joined by a link is new until an admin lifts it
    formerly: int | None = Field(default=None, sa_type=BigInteger)  # the account on the telephone that was lost


def active(session: Session, person_id: int) -> Staff | None:
    """Give the staff member, if this person is one and active."""
    row = session.get(Staff, person_id)
    return row if row is not None and row.active else None


def everyone(session: Session, role: str) -> list[Staff]:
    """Give the active staff of one role, oldest first."""
    return list(session.exec(select(Staff).where(Staff.role == role, col(Staff.active)).order_by(col(Staff.added_at))))


def reachable(session: Session, role: str) -> list[Staff]:
    """Give the active staff of one role who get our notices: they pressed START, did not block us, did not stop."""
    return list(
        session.exec(
            select(Staff)
            .join(Person, col(Person.id) == Staff.id)
            .where(Staff.role == role, col(Staff.active), col(Person.blocked_at).is_(None))
            .where(col(Person.stopped_at).is_(None))
            .order_by(col(Staff.added_at))
        )
    )


def hears(session: Session, staff_id: int | None) -> bool:
    """Whether words carried to this member arrive: active, and the bot not blocked."""
    person = people.find(session, staff_id) if staff_id is not None else None
    return person is not None and person.blocked_at is None and active(session, person.id) is not None


def reaches(member: Staff, region: str | None) -> bool:
    """Whether a person of this region (None = not placed) is in the member's care; admins with an area are bound too.

    Up and down the same branch: an office of a regency also has those who only named its province. Whoever is
    nowhere placed is everybody's, so that nobody is left alone.
    """
    if not member.area or not region:
        return True
    return _holds(member.area, region) or _holds(region, member.area)


def within(area: str | None, other: str | None) -> bool:
    """Whether an office's area lies in an area, or is the same: who may see and change whom of the staff."""
    return not area or (bool(other) and _holds(area, str(other)))


def _holds(area: str, code: str) -> bool:
    return code == area or code.startswith(f"{area}.")


def acting(session: Session, member: Staff, day: date) -> tuple[Staff, ...]:
    """Give the member, and those who are away on this day and for whom the member stands in (also at one remove)."""
    away = absences.running(session, day)
    seats = [member]
    for seat in seats:  # grows while it is read: who stands in for an absent stand-in
        seats.extend(one for one in _covered(session, seat, away) if one.id not in {two.id for two in seats})
    return tuple(seats)


def _covered(session: Session, member: Staff, away: Iterable[Absence]) -> list[Staff]:
    ids = dict.fromkeys(one.staff_id for one in away if one.stand_in_id == member.id)
    return [seat for seat in (active(session, staff_id) for staff_id in ids) if seat is not None]


def in_reach(session: Session, member: Staff, region: str | None, day: date) -> bool:
    """Whether a person of this region is in the care of the member, or of somebody the member stands in for."""
    return any(reaches(one, region) for one in acting(session, member, day))


def regions_clause(members: Sequence[Staff], column: Any) -> ColumnElement[bool]:
    """Say the same as `reaches` for a column of regions in SQL: true where any of the members reaches."""
    if any(not one.area for one in members):
        return true()
    areas = {one.area for one in members if one.area}
    return or_(false(), *(_area_clause(area, col(column)) for area in sorted(areas)))


def _area_clause(area: str, column: Any) -> ColumnElement[bool]:
    parts = area.split(".")
    above = [".".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    return or_(column.is_(None), column.in_(["", *above]), column.startswith(f"{area}.", autoescape=True))


def on_duty(session: Session, role: str, day: date) -> list[tuple[Staff, Staff]]:
    """Give every seat of a role with who fills it on this day: the member, or the stand-in of one who is away.

    Only those fill a seat whom a notice reaches; a seat whose holder is away without a stand-in is left out.
    """
    filled = {one.id: one for one in reachable(session, role)}
    away = {one.staff_id: one for one in reversed(absences.running(session, day))}
    seats = ((seat, _filler(seat.id, away)) for seat in everyone(session, role))
    return [(seat, filled[who]) for seat, who in seats if who in filled]


def _filler(staff_id: int, away: dict[int, Absence]) -> int | None:
    """Follow the stand-ins to the one who is there; None when nobody is."""
    seen: set[int] = set()
    here: int | None = staff_id
    while here in away and here not in seen:
        seen.add(here)
        here = away[here].stand_in_id
    return None if here in seen else here


def accounts(session: Session, member: Staff) -> tuple[int, ...]:
    """Give the numbers under which this member ever worked: the present one, then those of lost telephones."""
    found = [member.id]
    row: Staff | None = member
    while row is not None and row.formerly is not None and row.formerly not in found:
        found.append(row.formerly)
        row = session.get(Staff, row.formerly)
    return tuple(found)


def ever(session: Session) -> list[Staff]:
    """Give everybody who is or was staff: their deeds stay on record."""
    return list(session.exec(select(Staff).order_by(col(Staff.added_at))))
