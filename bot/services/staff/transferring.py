"""A held talk goes to a colleague or a mediator, with a reason; the worker is told who has it now."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.services import human
from bot.services.responsible import region_of
from bot.services.staff.seat import Seat
from bot.store import help_requests, people, staff
from bot.store.help_requests import HELD, HelpRequest
from bot.store.staff import COUNSELOR, Staff

MOST = 5
MEDIATOR = "mediator"  # the topic that a request gets: to which office the worker's matter goes


class Reason(StrEnum):
    """Why a talk changes hands; the worker reads it."""

    MEDIATOR = "mediator"
    AREA = "area"
    SKILL = "skill"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can take a talk over."""

    id: int
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A held talk and who can take it over."""

    request_id: str
    name: str
    colleagues: tuple[Colleague, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """A talk that changed hands; `again`: it had done so already, nobody is told twice."""

    request_id: str
    person_id: int
    name: str
    to: Colleague
    reason: Reason
    again: bool = False


def choices(session: Session, seat: Seat, request_id: str) -> Choice | None:
    """Give who can take a held talk over: the counselors on duty who reach the worker. None when it is not held."""
    request = help_requests.locked(session, request_id)
    if request is None or request.state != HELD or request.counselor_id != seat.member.id:
        return None
    found = _colleagues(session, seat, request)
    return Choice(request_id, human.first_name(session, request.person_id), found[:MOST])


def _colleagues(session: Session, seat: Seat, request: HelpRequest) -> tuple[Colleague, ...]:
    region = region_of(session, request.person_id)
    never = {seat.member.id, request.person_id}
    seats = staff.on_duty(session, COUNSELOR, seat.day)
    found = {who.id: who for one, who in seats if who.id not in never and staff.reaches(one, region)}
    nearest = sorted(found.values(), key=lambda one: (-len(one.area or ""), one.name))
    return tuple(Colleague(one.id, one.name, one.office) for one in nearest)


def pass_on(session: Session, seat: Seat, request_id: str, to: int, reason: Reason) -> Passed | None:
    """Give a held talk to a colleague; None when the member does not hold it or the colleague cannot have it."""
    known = session.get(HelpRequest, request_id)
    if known is None:
        return None
    people.lock(session, known.person_id)  # the worker before the request, as everywhere
    request = help_requests.locked(session, request_id)
    if request is None or request.state != HELD:
        return None
    if request.counselor_id == to and request.passed_by == seat.member.id:
        return _passed(session, request, to, reason, again=True)
    if request.counselor_id != seat.member.id:
        return None
    if to not in {one.id for one in _colleagues(session, seat, request)}:
        return None
    request.counselor_id, request.taken_at, request.focused_at = to, seat.now, None
    request.passed_by = seat.member.id
    request.topic = MEDIATOR if reason is Reason.MEDIATOR else request.topic
    help_requests.drop_notices(session, request.id)
    staff.note(session, seat.member.id, request.person_id, f"case:passed_{reason}", seat.now)
    session.flush()
    return _passed(session, request, to, reason)


def _passed(session: Session, request: HelpRequest, to: int, reason: Reason, *, again: bool = False) -> Passed | None:
    member = session.get(Staff, to)
    if member is None:
        return None
    name = human.first_name(session, request.person_id)
    colleague = Colleague(member.id, member.name, member.office)
    return Passed(request.id, request.person_id, name, colleague, reason, again)
