"""Where each claim stands for those who help: days and counts without words, and the caseload in one question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, false
from sqlalchemy import select as pick
from sqlmodel import Field, Session, SQLModel, col, exists, func, select

from bot.store import staff
from bot.store.access_log import AccessLog
from bot.store.applications import APPLICATION, Application
from bot.store.consents import COUNSELLING, Consent
from bot.store.help_requests import HELD, WAITING, HelpRequest
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from bot.store.promises import Promise
from bot.store.staff import Staff

MANY, DUE_ON = "many", "due_on"  # columns of inner questions
CHUNK = 500  # numbers in one question
MOST = 5000  # clients of one office that are looked through at once


class ClientState(SQLModel, table=True):
    """One person's claim as it was noted last: enough to say what is next, nothing that a register alone knows."""

    __tablename__ = "client_state"

    person_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    stage: str = ""
    actor: str = ""
    step: str = ""
    month: int = 0
    due: str = ""  # what the worker owes by the deadline: claim, search, form, month, fix, missed; empty = nothing
    deadline: date | None = Field(default=None, index=True)
    missing: int = 0  # applications still missing for the month
    overdue_on: date | None = None  # the first day on which somebody else's silence is too long
    found_on: date | None = None  # first day of new work, as the worker says
    paid_through: int = 0
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """One client as the rows tell it; the name stays sealed."""

    person_id: int
    sealed_name: bytes | None
    seen_at: datetime
    stopped: bool
    blocked: bool
    state: ClientState | None
    request_id: str
    held_by: int | None
    urgent: bool
    answer_by: datetime | None
    opened_at: datetime | None
    applied: int  # since the first day of the month
    promised_on: date | None  # the nearest open promise of the office
    region: str | None


def keep(session: Session, state: ClientState) -> None:
    """Keep where a claim stands in place of what was kept before."""
    session.merge(state)
    session.flush()


def forget(session: Session, person_id: int) -> None:
    """Drop what was kept: there is no claim any more."""
    row = session.get(ClientState, person_id)
    if row is not None:
        session.delete(row)


def of(session: Session, person_id: int) -> ClientState | None:
    """Give where a person's claim stands."""
    return session.get(ClientState, person_id)


def agreed(person_id: Any) -> ColumnElement[bool]:
    """Say in SQL that this person agrees to be seen by counselors today."""
    given = exists().where(
        col(Consent.person_id) == person_id,
        col(Consent.purpose) == COUNSELLING,
        col(Consent.withdrawn_at).is_(None),
    )
    at_work = exists().where(col(Staff.id) == person_id, col(Staff.active))
    return and_(given, ~at_work)


def caseload(session: Session, members: Sequence[Staff], since: date) -> list[Row]:
    """Give every client in the reach of these members, in one question; `since` is the first day of the month.

    A client agreed to be seen by counselors. Nobody is one's own client.
    """
    return [_row(found) for found in session.execute(_everything(members, since))]


def one(session: Session, members: Sequence[Staff], person_id: int, since: date) -> Row | None:
    """Give one client if this person is in reach; None for everybody else, whoever asks with whatever button."""
    found = session.execute(_everything(members, since).where(col(Person.id) == person_id)).first()
    return None if found is None else _row(found)


def _everything(members: Sequence[Staff], since: date) -> Any:
    applied = _applied(since).subquery()
    promised = _promised().subquery()
    open_request = and_(col(HelpRequest.person_id) == col(Person.id), col(HelpRequest.state).in_((WAITING, HELD)))
    return (
        pick(
            col(Person.id), col(Person.name), col(Person.seen_at), col(Person.stopped_at), col(Person.blocked_at),
            ClientState, HelpRequest,
            applied.c.many, promised.c.due_on, col(WorkProfile.region),
        )
        .join(WorkProfile, col(WorkProfile.person_id) == col(Person.id), isouter=True)
        .join(ClientState, col(ClientState.person_id) == col(Person.id), isouter=True)
        .join(HelpRequest, open_request, isouter=True)
        .join(applied, applied.c.person_id == col(Person.id), isouter=True)
        .join(promised, promised.c.person_id == col(Person.id), isouter=True)
        .where(agreed(col(Person.id)), staff.regions_clause(members, col(WorkProfile.region)) if members else false())
        .where(col(Person.id).not_in([one.id for one in members]))
        .order_by(col(HelpRequest.id).is_(None), col(ClientState.deadline).is_(None), col(Person.id))
        .limit(MOST)  # whoever waits or has a deadline is never the one left out
    )  # fmt: skip


def _applied(since: date) -> Any:
    return (
        pick(col(Application.person_id), func.count().label(MANY))
        .where(col(Application.undone_at).is_(None), col(Application.kind) == APPLICATION, col(Application.on) >= since)
        .group_by(col(Application.person_id))
    )


def _promised() -> Any:
    return (
        pick(col(Promise.person_id), func.min(Promise.due_on).label(DUE_ON))
        .where(col(Promise.kept_at).is_(None))
        .group_by(col(Promise.person_id))
    )


def _row(found: Any) -> Row:
    person_id, name, seen, stopped, blocked, state, request, applied, promised, region = found
    return Row(
        person_id=person_id, sealed_name=name, seen_at=seen, stopped=stopped is not None, blocked=blocked is not None,
        state=state, request_id=request.id if request else "", held_by=request.counselor_id if request else None,
        urgent=bool(request and request.urgent), answer_by=request.answer_by if request else None,
        opened_at=request.opened_at if request else None, applied=applied or 0, promised_on=promised, region=region,
    )  # fmt: skip


def name_of(session: Session, row: Row) -> str:
    """Open the name of one client."""
    if row.sealed_name is None:
        return ""
    opened: str = session.info["sealer"].open(row.sealed_name, f"person.name:{row.person_id}")
    return opened


def listed_since(session: Session, staff_id: int, what: str, people_ids: Sequence[int], since: datetime) -> set[int]:
    """Give those of these people about whom this member left this trace since a moment."""
    query = select(AccessLog.person_id).where(
        AccessLog.staff_id == staff_id,
        AccessLog.what == what,
        col(AccessLog.at) >= since,
        col(AccessLog.person_id).in_(people_ids),
    )
    return {one for one in session.exec(query) if one is not None}


def who_agreed(session: Session, people_ids: Sequence[int]) -> list[int]:
    """Give those of these people who agree to be seen by counselors, in their order."""
    seen: set[int] = set()
    for start in range(0, len(people_ids), CHUNK):
        query = select(Person.id).where(col(Person.id).in_(people_ids[start : start + CHUNK]), agreed(col(Person.id)))
        seen.update(session.exec(query))
    return [one for one in people_ids if one in seen]
