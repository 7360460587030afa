"""Days away: entered for oneself or by an admin, with a colleague who stands in; held talks go over and come back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.services.responsible import region_of
from bot.services.staff import leaving, team
from bot.store import absences, help_requests, people, staff
from bot.store.absences import Absence
from bot.store.help_requests import HelpRequest
from bot.store.staff import Staff

LONGEST = timedelta(days=366)
PROVINCE = 2  # letters of its code


@dataclass(frozen=True, slots=True)
class Moved:
    """Held talks that changed hands: to whom (None = back into the queue), and which."""

    from_name: str
    to_id: int | None
    to_name: str
    until: date
    requests: tuple[tuple[str, int], ...]  # request id, the worker
    came_back: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Days away, both ends included, and who is to stand in (None: nobody)."""

    from_day: date
    to_day: date
    stand_in_id: int | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """An absence that was entered."""

    absence_id: str
    staff_id: int
    name: str
    from_day: date
    to_day: date
    stand_in_id: int | None
    stand_in: str


def may_enter(session: Session, by: Staff, staff_id: int) -> Staff | None:
    """Give the member whose absence this admin, or the member, may enter."""
    return staff.active(session, by.id) if staff_id == by.id else team.theirs(session, by, staff_id)


def colleagues(session: Session, member: Staff) -> tuple[Staff, ...]:
    """Give who may stand in: the same role and the same province (or everywhere), the own area first."""
    province = (member.area or "")[:PROVINCE]
    found = [
        one
        for one in staff.reachable(session, member.role)
        if one.id != member.id and (not province or not one.area or one.area[:PROVINCE] == province)
    ]
    return tuple(sorted(found, key=lambda one: (one.area != member.area, one.name.casefold())))


def days_fit(from_day: date, to_day: date, day: date) -> bool:
    """Whether an absence may run so: not in the past, not backwards, a year at most."""
    return day <= from_day <= to_day <= from_day + LONGEST


def enter(session: Session, by: Staff, staff_id: int, wish: Wish, now: datetime) -> Entered | None:
    """Keep the days away; earlier entries that overlap fall away. None when not allowed or the days cannot be."""
    member = may_enter(session, by, staff_id)
    if member is None or not days_fit(wish.from_day, wish.to_day, leaving.day_of(session, staff_id, now)):
        return None
    stand_in = next((one for one in colleagues(session, member) if one.id == wish.stand_in_id), None)
    if wish.stand_in_id is not None and stand_in is None:
        return None
    for one in absences.of(session, staff_id, wish.from_day):
        if one.from_day <= wish.to_day:
            session.delete(one)
    row = Absence(
        staff_id=staff_id, stand_in_id=wish.stand_in_id, from_day=wish.from_day, to_day=wish.to_day,
        entered_by=by.id, entered_at=now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    staff.note(session, by.id, None, f"staff:absent:{wish.from_day}:{wish.to_day}", now, colleague_id=staff_id)
    name = stand_in.name if stand_in is not None else ""
    return Entered(row.id, staff_id, member.name, wish.from_day, wish.to_day, wish.stand_in_id, name)


def come_back(session: Session, by: Staff, staff_id: int, now: datetime) -> bool:
    """End the absence that runs or comes next; the talks come back with the next look. False when there is none."""
    if may_enter(session, by, staff_id) is None:
        return False
    day = leaving.day_of(session, staff_id, now)
    coming = absences.of(session, staff_id, day)
    if not coming:
        return False
    first = coming[0]
    if first.handed_over_at is None:
        session.delete(first)
    else:
        first.to_day = day - timedelta(days=1)
    staff.note(session, by.id, None, "staff:present", now, colleague_id=staff_id)
    session.flush()
    return True


def hand_over_due(session: Session, now: datetime) -> tuple[Moved, ...]:
    """Give the talks of those whose absence has begun to their stand-ins, and back when it has ended."""
    moved = []
    for row in absences.unsettled(session):
        day = leaving.day_of(session, row.staff_id, now)
        if row.handed_over_at is None and row.from_day <= day <= row.to_day:
            row.handed_over_at = now
            moved.append(_hand_over(session, row, day))
        elif row.to_day < day:
            row.given_back_at = now
            if row.handed_over_at is not None:
                moved.append(_give_back(session, row, day))
    session.flush()
    return tuple(one for one in moved if one.requests)


def _hand_over(session: Session, row: Absence, day: date) -> Moved:
    """Everything held goes to the stand-in who is there on this day; without one it waits for the office."""
    member = session.get(Staff, row.staff_id)
    name = member.name if member is not None else ""
    stand_in = staff.active(session, row.stand_in_id) if row.stand_in_id is not None else None
    if stand_in is not None and any(one.staff_id == stand_in.id for one in absences.running(session, day)):
        stand_in = None
    held = help_requests.held_by(session, row.staff_id)
    requests = tuple((one.id, one.person_id) for one in held)
    if stand_in is None:
        leaving.free(session, held)
        return Moved(name, None, "", row.to_day, requests)
    for one in held:
        _pass_on(session, one, stand_in)
    return Moved(name, stand_in.id, stand_in.name, row.to_day, requests)


def _give_back(session: Session, row: Absence, day: date) -> Moved:
    """Bring back those whom a colleague held in the absent one's name only; whom a colleague reaches stays there."""
    member = staff.active(session, row.staff_id)
    if member is None:
        return Moved("", None, "", row.to_day, ())
    theirs = [
        one
        for one in help_requests.held(session)
        if staff.reaches(member, region_of(session, one.person_id)) and not _reached_by_holder(session, one, day)
    ]
    for one in theirs:
        _pass_on(session, one, member)
    requests = tuple((one.id, one.person_id) for one in theirs)
    return Moved("", member.id, member.name, row.to_day, requests, came_back=True)


def _reached_by_holder(session: Session, request: HelpRequest, day: date) -> bool:
    holder = staff.active(session, request.counselor_id) if request.counselor_id is not None else None
    return holder is not None and staff.in_reach(session, holder, region_of(session, request.person_id), day)


def _pass_on(session: Session, request: HelpRequest, member: Staff) -> None:
    """Give a held talk to another member, behind the one that member answers now; nobody answers themselves."""
    people.lock(session, request.person_id)  # the worker before the request, as everywhere
    locked = help_requests.locked(session, request.id)
    if locked is None:
        return
    if locked.person_id == member.id:
        leaving.free(session, [locked])
    else:
        locked.counselor_id, locked.focused_at = member.id, locked.opened_at
