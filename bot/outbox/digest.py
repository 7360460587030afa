"""Word of new fitting work, at the reader's own hour and at most twice a week, to those who agreed to it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.deps import today
from bot.outbox import write
from bot.screens import today as screens
from bot.screens.discreet import cover
from bot.services import hours, stopping
from bot.store import people
from bot.store.people import Person
from bot.texts.catalogue import Texts

TOPIC = "digest"  # taken back with every stop, see services.stopping
MIDWEEK = 3  # Thursday: the second half of the week begins, and with it the second word of it


def write_due(session: Session, people_ids: Iterable[int], now: datetime) -> int:
    """Write a word to everybody of these who agreed, unless this half of the week had its own; gives how many."""
    written = 0
    for person_id in people_ids:
        person = people.find(session, person_id)
        if person is not None and stopping.may_recommend(session, person_id, now):
            texts = Texts(person.language)
            screen = cover(texts, "today", "") if person.discreet else screens.word(texts)
            due = _morning(person, now)
            occurrence = _half_week(today(due, person.zone))
            written += write.notice(
                session, person_id, screen, topic=TOPIC, occurrence=occurrence, now=now, due_at=due
            )  # fmt: skip
    return written


def _morning(person: Person, now: datetime) -> datetime:
    """The reader's own hour, today or, when it has passed, tomorrow."""
    day = today(now, person.zone)
    due = hours.at(day, person.remind_hour, person.zone)
    return due if due >= now else hours.at(day + timedelta(days=1), person.remind_hour, person.zone)


def _half_week(day: date) -> str:
    year, week, weekday = day.isocalendar()
    return f"{year}-{week:02}-{'b' if weekday > MIDWEEK else 'a'}"
