"""A member of staff leaves: from that second the account can do nothing, and those whom it held wait again."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import today
from bot.services import human
from bot.services.responsible import CAPITAL_ZONE, region_of
from bot.store import absences, help_requests, invites, outbox, people, staff, uploads
from bot.store.help_requests import HelpRequest
from bot.store.staff import Staff

OFF, LOST = "off", "lost"


@dataclass(frozen=True, slots=True)
class Deed:
    """Who took the role away, and why: OFF, or LOST with a telephone."""

    by: int = staff.OPERATOR
    why: str = OFF


def leave(session: Session, staff_id: int, now: datetime, deed: Deed | None = None) -> tuple[str, ...] | None:
    """Take the role away and put every held request back into the queue; gives their ids, None for nobody of ours.

    The lock on the person waits for a turn in hand and keeps later ones off until the role is gone. With the role go
    the unused invitations, the absences, a half-finished deed and every notice that has not been sent.
    """
    person = people.lock(session, staff_id)
    member = session.get(Staff, staff_id, with_for_update=True, populate_existing=True)
    if member is None:
        return None
    if person is not None:
        people.expect(session, person, None)
    deed = deed or Deed()
    if member.active:
        staff.note(session, deed.by, None, f"staff:{deed.why}", now, colleague_id=staff_id)
    member.active = False
    outbox.drop_from_office(session, staff_id)
    uploads.drop(session, staff_id)
    for invite in invites.made_by(session, staff_id):
        invites.end(invite, now)
    if deed.why != LOST:  # a new telephone takes the absences over
        _end_absences(session, staff_id, day_of(session, staff_id, now))
    return free(session, help_requests.held_by(session, staff_id))


def day_of(session: Session, staff_id: int, now: datetime) -> date:
    """Give the day it is where a member is: absences and stand-ins count by it."""
    person = people.find(session, staff_id)
    return today(now, person.zone if person is not None else CAPITAL_ZONE)


def _end_absences(session: Session, staff_id: int, day: date) -> None:
    """Nobody stands in for the one who left; whoever the one who left stood in for has no stand-in any more."""
    for absence in absences.involving(session, staff_id):
        if absence.stand_in_id == staff_id and absence.to_day >= day:
            absence.stand_in_id = None
        elif absence.staff_id == staff_id and absence.to_day >= day:
            session.delete(absence)


def let_go(session: Session, member: Staff, now: datetime) -> tuple[str, ...]:
    """Put whom a member holds but no longer reaches back into the queue, after a change of area; gives their ids."""
    day = day_of(session, member.id, now)
    held = help_requests.held_by(session, member.id)
    return free(
        session, [one for one in held if not staff.in_reach(session, member, region_of(session, one.person_id), day)]
    )


def free(session: Session, requests: list[HelpRequest]) -> tuple[str, ...]:
    """Put held requests back into the queue; gives their ids."""
    for request in requests:
        people.lock(session, request.person_id)  # the worker before the request, as everywhere
        human.free(session, request)
    session.flush()
    return tuple(request.id for request in requests)
