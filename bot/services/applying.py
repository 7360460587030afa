"""Applying and what counts for the month: an application or a call logged once, taken back, listed, counted."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.services import status
from bot.store import applications, people, profiles, stage_events
from bot.store.applications import CALL, Application
from bot.store.people import Person
from jkp.monthly import Needs
from labour_market import search as catalogue
from labour_market.search import VacancyDetails

MOST_COPIED = 256  # characters that Telegram's copy button takes
LONGEST = 80
YESTERDAY = timedelta(days=1)
_BETWEEN = re.compile(r",|;|\n|\s-\s|\bdi\b|\bat\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Way:
    """How to apply for a vacancy, and what a ready text needs."""

    details: VacancyDetails
    name: str  # of the person
    experience: float | None  # years
    applied: bool


@dataclass(frozen=True, slots=True)
class Logged:
    """One application or call. `vacancy_id` is empty for one made elsewhere."""

    id: str
    kind: str
    title: str
    employer: str
    on: date
    vacancy_id: str = ""


def way(session: Session, person: Person, offer_id: str, day: date) -> Way | None:
    """Give how to apply; None when there is no such vacancy."""
    details = catalogue.by_id(session, offer_id, day)
    if details is None:
        return None
    done = applications.find(session, person.id, offer_id)
    years = profiles.of(session, person.id).experience_years
    return Way(details, people.name_of(session, person), years, done is not None and done.undone_at is None)


def sent(session: Session, person_id: int, offer_id: str, day: date, now: datetime) -> Logged | None:
    """Log an application for a vacancy, once; None when there is no such vacancy."""
    known = applications.find(session, person_id, offer_id)
    details = catalogue.by_id(session, offer_id, day)
    if known is not None:
        if known.undone_at is not None:
            known.undone_at, known.on, known.logged_at = None, day, now
            stage_events.look_soon(session, person_id, now)
        return _logged(known)
    if details is None:
        return None
    row = Application(
        person_id=person_id,
        vacancy_id=offer_id,
        title=details.offer.title,
        employer=details.offer.provider,
        on=day,
        logged_at=now,
    )
    return _keep(session, row)


def made_elsewhere(session: Session, person_id: int, text: str, day: date, now: datetime) -> Logged:
    """Log an application made elsewhere, from one typed line: "kasir, Toko Contoh" or "kasir di Toko Contoh"."""
    parts = [part.strip()[:LONGEST] for part in _BETWEEN.split(text, maxsplit=1)]
    title, employer = parts[0], parts[1] if len(parts) > 1 else ""
    return _keep(session, Application(person_id=person_id, title=title, employer=employer, on=day, logged_at=now))


def called(  # noqa: PLR0913 - who, by whom, when, and the message that was pressed
    session: Session, person_id: int, employer: str, *, day: date, now: datetime, pressed: int | None = None
) -> Logged:
    """Log a call for a test or an interview; the same button pressed twice logs one."""
    row = Application(person_id=person_id, kind=CALL, employer=employer.strip()[:LONGEST], on=day, logged_at=now)
    if pressed is not None:
        row.id = hashlib.blake2s(f"call:{person_id}:{pressed}".encode(), digest_size=8).hexdigest()
        known = applications.own(session, person_id, row.id)
        if known is not None:
            return _logged(known)
    return _keep(session, row)


def move(session: Session, person_id: int, application_id: str, on: date) -> Logged | None:
    """Say that it was on another day; None when it is not this person's."""
    row = applications.own(session, person_id, application_id)
    if row is None:
        return None
    row.on = on
    return _logged(row)


def undo(session: Session, person_id: int, application_id: str, now: datetime) -> Logged | None:
    """Take one back: it counts no more and stays, marked; None when it is not this person's."""
    row = applications.own(session, person_id, application_id)
    if row is None:
        return None
    row.undone_at = row.undone_at or now
    stage_events.look_soon(session, person_id, now)
    return _logged(row)


def listed(session: Session, person_id: int) -> list[Logged]:
    """Give everything that counts, newest first."""
    return [_logged(row) for row in applications.standing(session, person_id)]


def meter(session: Session, person: Person, day: date) -> Needs | None:
    """Give what the running benefit month needs and has; None while no claim is known."""
    session.flush()
    standing = status.check(session, person, day)
    return None if standing is None else standing.position.needs


def _keep(session: Session, row: Application) -> Logged:
    session.add(row)
    stage_events.look_soon(session, row.person_id, row.logged_at)
    session.flush()
    return _logged(row)


def _logged(row: Application) -> Logged:
    return Logged(row.id, row.kind, row.title, row.employer, row.on, row.vacancy_id or "")
