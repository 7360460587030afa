"""What a claim's standing means for those who help: what is owed by when, what came of it; kept as days and codes."""

from datetime import date, datetime

from sqlmodel import Session

from bot.services.status import Standing
from bot.services.workdays import closed_days
from bot.store import cases, clients, outcomes
from bot.store.clients import ClientState
from bot.store.people import Person
from jkp.claims import Position
from jkp.declared import value
from jkp.membership import snapshot
from jkp.membership.record import MemberUnknown, Record
from jkp.monthly import Needs
from jkp.rules.deadlines import add_working_days
from jkp.rules.duties import FIRST_MONTH
from jkp.stages import IN_MONTHS, Actor, Stage, Step

CLAIM, SEARCH, FORM, MONTH, FIX, MISSED = "claim", "search", "form", "month", "fix", "missed"
_TO_CLAIM = frozenset({Stage.UNKNOWN, Stage.BLOCKED, Stage.PHK_NOT_REPORTED, Stage.PHK_REPORTED})
_OF_STEP = {Step.DO_APPLICATIONS: SEARCH, Step.STATUS_FORM: FORM, Step.FILE_MONTH: MONTH}
Owed = tuple[str, date | None]
NOTHING: Owed = ("", None)


def keep(session: Session, person: Person, standing: Standing | None, now: datetime) -> None:
    """Keep where the claim stands now, and note what came of the search since."""
    if standing is None:
        clients.forget(session, person.id)
        return
    clients.keep(session, state_of(person.id, standing, now))
    _note_month(session, person.id, standing)
    _note_work(session, person.id, standing, now)


def state_of(person_id: int, standing: Standing, now: datetime) -> ClientState:
    """Say in days and codes what is owed by the worker, and from when on somebody else's silence is too long."""
    place = standing.position
    due, deadline = owed(standing)
    return ClientState(
        person_id=person_id,
        stage=place.stage,
        actor=place.actor,
        step=place.next_step,
        month=place.month,
        due=due,
        deadline=deadline,
        missing=_missing(place.needs) if due == SEARCH else 0,
        overdue_on=_overdue_on(place, standing.today),
        found_on=value(standing.declared.employed_again_on),
        paid_through=value(standing.declared.paid_through_month) or 0,
        noted_at=now,
    )


def owed(standing: Standing) -> Owed:
    """Give what the worker owes and by when: as the reminders count, the opening of a month, then its safe day."""
    place, claim = standing.position, standing.outlook.deadline
    if place.stage in IN_MONTHS:
        return _owed_for_month(place, standing.today)
    if place.stage is Stage.REJECTED_FIXABLE:
        return FIX, place.window.safe_day if place.month > FIRST_MONTH and place.window else claim
    return (CLAIM, claim) if place.stage in _TO_CLAIM and claim is not None else NOTHING


def _owed_for_month(place: Position, day: date) -> Owed:
    window = place.window
    if window is None or place.stage is Stage.SUBMITTED:
        return NOTHING
    if place.stage is Stage.MONTH_MISSED:
        return MISSED, window.closes
    step = place.needs.step if place.needs is not None else Step.FILE_MONTH
    if day >= window.opens:
        return _OF_STEP[step], window.safe_day
    return NOTHING if step is Step.FILE_MONTH else (_OF_STEP[step], window.opens)


def _missing(needs: Needs | None) -> int:
    return max(needs.applications_needed - needs.applications, 0) if needs is not None else 0


def _overdue_on(place: Position, day: date) -> date | None:
    if place.usual is None or place.since is None or place.actor in (Actor.WORKER, Actor.NOBODY):
        return None
    return add_working_days(place.since, place.usual.long_after + 1, holidays=closed_days(day))


def _note_month(session: Session, person_id: int, standing: Standing) -> None:
    """Note for which month the search is shown: counted by us, or filed, or paid."""
    place, paid = standing.position, value(standing.declared.paid_through_month) or 0
    if paid > FIRST_MONTH:
        outcomes.meet(session, person_id, paid, standing.today)
    if place.month <= FIRST_MONTH or place.stage not in IN_MONTHS:
        return
    if place.stage is Stage.SUBMITTED or (place.needs is not None and place.needs.satisfied):
        outcomes.meet(session, person_id, place.month, standing.today)
    elif place.needs is not None:
        outcomes.unmeet(session, person_id, place.month)


def _note_work(session: Session, person_id: int, standing: Standing, now: datetime) -> None:
    """Note new work as the worker tells it, and as a later file of the register shows it; neither changes the other."""
    told = value(standing.declared.employed_again_on)
    if told is not None:
        outcomes.place(session, person_id, outcomes.BY_WORKER, told, now)
    else:
        outcomes.unplace(session, person_id, outcomes.BY_WORKER, now)
    ended = value(standing.declared.last_day)
    shown = registered_again(session, person_id, ended.last) if ended is not None else None
    if shown is not None:
        outcomes.place(session, person_id, outcomes.BY_REGISTER, shown, now)


def registered_again(session: Session, person_id: int, ended: date) -> date | None:
    """Give the day from which a register shows this linked person in new work, after the day the old work ended.

    Only the records of the very person count (the same NIK, joined by the person's own hand). An old employer who
    registers late is no new work; a registration that has ended since counts all the same: the work was found.
    """
    link = cases.link_of(session, person_id)
    if link is None:
        return None
    sealer = session.info["sealer"]
    try:
        old = snapshot.load(session, sealer, link.member_id)
        known = snapshot.same_person(session, sealer, link.member_id)
        days = [_begun(snapshot.load(session, sealer, one), old) for one in known]
    except MemberUnknown:
        return None
    return min((day for day in days if day is not None and day > ended), default=None)


def _begun(record: Record, old: Record) -> date | None:
    """Give the day of a registration that can be new work: with somebody else, or after the old one was ended."""
    day, left = record.jkp_registration_date, record.termination_date
    if day is None:
        return None
    is_elsewhere = bool(record.employer_id) and record.employer_id != old.employer_id
    return day if is_elsewhere or (left is not None and left < day) else None
