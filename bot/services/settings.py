"""How a person wants to be spoken to, and what they agree to; taking an agreement back works at once."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.services import abroad, hours, reminders
from bot.services.stopping import VACANCY_TOPICS
from bot.store import cases, consents, outbox
from bot.store.people import INDONESIA, Person

ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
HOURS = (7, 8, 10, 13, 16, 19)  # offered as buttons; any from 7 to 19 can be typed
NOON = 12
_HOUR = re.compile(r"\b([0-9]{1,2})(?:[.:][0-9]{2})?\b")
_LATER = re.compile(r"\b(siang|sore|malam|pm|afternoon|evening)\b")


@dataclass(frozen=True, slots=True)
class Agreement:
    """The last word on one purpose."""

    purpose: str
    given: bool
    version: str = ""
    at: datetime | None = None  # given or taken back; None = never asked


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has set."""

    hour: int
    zone: str
    abroad: bool


def of(person: Person) -> Settings:
    """Give what the person has set."""
    return Settings(person.remind_hour, person.zone, person.country != INDONESIA)


def read_hour(text: str) -> int | None:
    """Read a typed hour from 7 to 19: `9`, `jam 09.00`, `4 sore`; None when it is none."""
    found = _HOUR.search(text.casefold())
    if found is None:
        return None
    hour = int(found.group(1))
    if hour < NOON and _LATER.search(text.casefold()):
        hour += NOON
    return hour if hours.FIRST_HOUR <= hour <= hours.LAST_HOUR else None


def remind_at(session: Session, person: Person, hour: int, now: datetime) -> None:
    """Remind at this hour from now on; what is planned moves with it."""
    reminders.move(session, person, now, hour=hour)


def live_in(session: Session, person: Person, zone: str, now: datetime) -> None:
    """Take an Indonesian zone (wib, wita, wit); somebody who was abroad is home again."""
    person.zone_chosen = True
    if person.country != INDONESIA:
        abroad.go_home(session, person, ZONES[zone], now)
    else:
        reminders.move(session, person, now, zone=ZONES[zone])


def agreements(session: Session, person_id: int) -> tuple[Agreement, ...]:
    """Give the last word on every purpose."""
    known = consents.latest(session, person_id)
    return tuple(_agreement(purpose, known.get(purpose)) for purpose in consents.PURPOSES)


def _agreement(purpose: str, row: consents.Consent | None) -> Agreement:
    if row is None:
        return Agreement(purpose, given=False)
    return Agreement(purpose, row.withdrawn_at is None, row.version, row.withdrawn_at or row.given_at)


def agree(session: Session, person_id: int, purpose: str, now: datetime) -> None:
    """Record an agreement to the words of today."""
    consents.give(session, person_id, purpose, now)


def withdraw(session: Session, person_id: int, purpose: str, now: datetime) -> None:
    """Take an agreement back and stop at once what rested on it."""
    consents.withdraw(session, person_id, purpose, now)
    if purpose == consents.REMINDERS:
        reminders.cancel_all(session, person_id)
    elif purpose == consents.MATCHING:
        outbox.drop_waiting(session, person_id, VACANCY_TOPICS)
    elif purpose == consents.BROADCASTS:
        outbox.drop_waiting(session, person_id, ("broadcast",))
    elif purpose == consents.LINKING and (link := cases.link_of(session, person_id)) is not None:
        session.delete(link)
