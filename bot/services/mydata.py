"""What is stored about a person: in plain numbers for the screen, whole as JSON for the file."""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from bot.services import masking
from bot.store import (
    applications,
    belonging,
    cases,
    consents,
    dossiers,
    help_requests,
    nights,
    notes,
    people,
    phones,
    promises,
    registrations,
    reminders,
    sealing,
    staff,
    stage_events,
)
from bot.store.people import Person
from bot.store.profiles import WorkProfile
from matching import places


@dataclass(frozen=True, slots=True)
class Stored:
    """What we keep of a person, counted."""

    name: str
    language: str
    occupation: str
    place: str
    facts: tuple[str, ...]  # names of what was said about the dismissal
    papers: int  # ticked off
    for_letters: int  # answers that stand in letters
    applications: int
    saved: int
    reminders: int
    consents: int
    help_requests: int
    recommended: int  # vacancies on the list that the night made
    stages: int  # steps of the claim that were noted
    readings: int  # by staff
    notes: int  # of counselors
    promises: int  # of an office, not kept yet
    seats: int  # asked for in courses
    call_number: bool  # given for calls
    linked: bool
    is_staff: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One look of one member of staff at this person's data."""

    who: str
    office: str
    what: str
    at: datetime


def view(session: Session, person: Person) -> Stored:
    """Count what is stored."""
    profile = session.get(WorkProfile, person.id) or WorkProfile(person_id=person.id)
    said = cases.facts_of(session, person.id) or {}
    return Stored(
        name=people.name_of(session, person),
        language=person.language,
        occupation=profile.occupation,
        place=place_name(profile.region),
        facts=tuple(sorted(name for name, value in said.items() if value is not None)),
        papers=len(dossiers.ticked(session, person.id)),
        for_letters=len(dossiers.details_of(session, person.id)),
        applications=len(applications.standing(session, person.id)),
        saved=len(applications.feedback(session, person.id, applications.SAVED)),
        reminders=len(reminders.planned(session, person.id)),
        consents=len(consents.standing(session, person.id)),
        help_requests=len(help_requests.all_of(session, person.id)),
        recommended=len(nights.listed(session, person.id)),
        stages=len(stage_events.of(session, person.id)),
        readings=len(staff.trail(session, person.id)),
        notes=len(notes.of(session, person.id)),
        promises=len(promises.standing(session, person.id)),
        seats=len(registrations.all_of(session, person.id)),
        call_number=bool(phones.of(session, person.id)),
        linked=cases.link_of(session, person.id) is not None,
        is_staff=staff.active(session, person.id) is not None,
    )


def place_name(code: str | None) -> str:
    """Name an area by its code; empty when there is none."""
    area = places.area(code) if code else None
    return area.name if area is not None else ""


def trail(session: Session, person_id: int) -> tuple[Reading, ...]:
    """Give who looked at this person's data, newest first."""
    return tuple(_reading(session, row) for row in staff.trail(session, person_id))


def _reading(session: Session, row: staff.AccessLog) -> Reading:
    member = session.get(staff.Staff, row.staff_id)
    return Reading(member.name if member else "", member.office if member else "", row.what, row.at)


def export(session: Session, person_id: int, now: datetime) -> bytes:
    """Give every row of this person in every table as JSON, what is sealed opened.

    The file leaves our hands: private numbers in it are masked, and staff stand in it by name, not by account.
    """
    tables: dict[str, list[dict[str, Any]]] = {}
    for table, condition in belonging.rows_of(person_id):
        rows = [
            {
                name.removesuffix("_id") if name in BY_STAFF else name: _shown(session, table.name, name, row)
                for name in row
            }
            for row in (dict(found) for found in session.execute(select(table).where(condition)).mappings())
        ]
        if rows:
            tables[table.name] = rows
    whole = {"exported_at": now.isoformat(), "person_id": person_id, "tables": dict(sorted(tables.items()))}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


BY_STAFF = {
    "staff_id",
    "counselor_id",
    "made_by",
    "colleague_id",
    "passed_by",
    "decided_by",
    "noted_by",
}  # columns that hold an account of staff
_OUR_ID = re.compile(r"(?=.*[a-f])[0-9a-f]{16,}")
_SEALED = {(one.table.__tablename__, one.column): one.row_key for one in sealing.COLUMNS}


def _shown(session: Session, table: str, name: str, row: dict[str, Any]) -> Any:
    if name in BY_STAFF:
        member = session.get(staff.Staff, row[name]) if row[name] is not None else None
        return member.name if member is not None else ""
    return _masked(_plain(session, table, name, row))


def _masked(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _masked(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_masked(one) for one in value]
    if isinstance(value, str) and not _OUR_ID.fullmatch(value):
        return masking.mask(value).words
    return value


def _plain(session: Session, table: str, name: str, row: dict[str, Any]) -> Any:
    value = row[name]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if not isinstance(value, bytes):
        return value
    if (table, name) not in _SEALED:
        return None
    opened = session.info["sealer"].open(value, f"{table}.{name}:{row[_SEALED[table, name]]}")
    try:
        return json.loads(opened)
    except ValueError:
        return opened
