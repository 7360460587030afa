"""Quiet for somebody in distress: no vacancies until tomorrow."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.deps import today
from bot.services import hours
from bot.store import reminders
from bot.store.people import Person
from bot.store.reminders import VACANCIES


def until_tomorrow(session: Session, person: Person, now: datetime) -> datetime:
    """Send no vacancies until the person's next morning; a longer pause stays. Gives the moment it ends."""
    morning = hours.at(today(now, person.zone) + timedelta(days=1), hours.FIRST_HOUR, person.zone)
    until = reminders.pauses(session, person.id, now).get(VACANCIES, morning)
    if until <= morning:
        until = morning
        reminders.pause(session, person.id, VACANCIES, until)
    return until
