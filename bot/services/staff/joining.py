"""Somebody joins the staff: new, again, or with a new telephone, which brings back history and held talks."""

from datetime import datetime

from sqlmodel import Session

from bot.services.responsible import region_of
from bot.services.staff import leaving
from bot.store import absences, help_requests, people, staff
from bot.store.help_requests import HELD, WAITING
from bot.store.invites import Grant
from bot.store.people import Person
from bot.store.staff import COUNSELOR, Staff


def join(session: Session, person: Person, grant: Grant, now: datetime) -> tuple[str, ...]:
    """Make a member of this person; gives the requests that came back from a lost telephone.

    Whoever is new is on trial. Who lost a telephone keeps the standing, the years and what nobody took meanwhile.
    """
    before = session.get(Staff, grant.follows) if grant.follows is not None else None
    member = Staff(
        id=person.id,
        role=grant.role,
        name=grant.name,
        office=grant.office,
        area=grant.area,
        added_at=before.added_at if before is not None else now,
        trial=before.trial if before is not None else grant.role == COUNSELOR,
        formerly=before.id if before is not None and before.id != person.id else _formerly(session, person.id),
    )
    member = session.merge(member)
    session.flush()
    people.expect(session, person, None)
    if before is None:
        return ()
    for absence in absences.involving(session, before.id):
        absence.staff_id = member.id if absence.staff_id == before.id else absence.staff_id
        absence.stand_in_id = member.id if absence.stand_in_id == before.id else absence.stand_in_id
    return _take_back(session, member, grant.held, now)


def _formerly(session: Session, person_id: int) -> int | None:
    row = session.get(Staff, person_id)
    return row.formerly if row is not None else None


def _take_back(session: Session, member: Staff, request_ids: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    """Take the requests that still wait, as far as the member reaches those people."""
    day = leaving.day_of(session, member.id, now)
    taken = []
    for request_id in request_ids:
        worker = help_requests.person_of(session, request_id)
        person = people.lock(session, worker) if worker is not None else None
        request = help_requests.locked(session, request_id)
        if person is None or request is None or request.state != WAITING or person.id == member.id:
            continue
        if staff.in_reach(session, member, region_of(session, person.id), day):
            request.state, request.counselor_id, request.taken_at, request.focused_at = HELD, member.id, now, now
            help_requests.drop_notices(session, request.id)
            people.expect(session, person, None)
            staff.note(session, member.id, person.id, "help_taken", now)
            taken.append(request_id)
    return tuple(taken)
