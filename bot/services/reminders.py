"""Reminders: planned at the person's own hour and place, paused, moved, asked for."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.deps import today
from bot.services import hours
from bot.store import consents, outbox, reminders
from bot.store.people import INDONESIA, Person
from bot.store.reminders import EVERYTHING, PLANNED, Reminder

ASKED = "asked"
OUTBOX_TOPIC = "reminder"  # every reminder on its way out
AFTERNOON, NEXT_MORNING = 16, 9  # hours of a reminder asked for "this afternoon"
LENGTHS = {"7": timedelta(days=7), "30": timedelta(days=30), "0": None}  # None = until the person opens it again
WEEK = 7


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder to come."""

    topic: str
    at: datetime
    deadline: date | None
    subject: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What a person will be reminded of, at which hour and place, and what is paused until when."""

    planned: tuple[Planned, ...]
    paused: tuple[tuple[str, datetime], ...]
    hour: int
    zone: str
    stopped: bool


def overview(session: Session, person: Person, now: datetime) -> Overview:
    """Give everything that is planned and paused."""
    rows = reminders.planned(session, person.id)
    planned = tuple(Planned(row.topic, row.due_at, row.deadline, row.subject) for row in rows)
    paused = tuple(sorted(reminders.pauses(session, person.id, now).items()))
    return Overview(planned, paused, person.remind_hour, person.zone, person.stopped_at is not None)


def plan(  # noqa: PLR0913, PLR0917 - each names one thing a reminder needs
    session: Session,
    person: Person,
    topic: str,
    occurrence: str,
    day: date,
    now: datetime,
    *,
    deadline: date | None = None,
    subject: str = "",
) -> bool:
    """Plan a reminder for a day at the person's own hour; False when that moment has passed or reminders are refused.

    Planning the same occurrence again moves it. A migrant worker with a rest day is reminded on that day of the week
    if the deadline allows. The agreement to reminders is recorded by whoever shows the button that asks for them.
    """
    if consents.refused(session, person.id, consents.REMINDERS):
        return False
    due = hours.at(_safe_day(person, day, deadline, now), person.remind_hour, person.zone)
    if due <= now:
        return False
    reminders.plan(
        session,
        Reminder(
            person_id=person.id, topic=topic, occurrence=occurrence, due_at=due, deadline=deadline, subject=subject
        ),
    )
    return True


def _safe_day(person: Person, day: date, deadline: date | None, now: datetime) -> date:
    """Move to the rest day: the next one if the deadline allows, else the last one that still comes."""
    if person.rest_day is None or person.country == INDONESIA:
        return day
    after = day + timedelta(days=(person.rest_day - day.weekday()) % WEEK)
    if deadline is None or after <= deadline:
        return after
    before = after - timedelta(days=WEEK)
    return before if hours.at(before, person.remind_hour, person.zone) > now else day


def remind_later(session: Session, person: Person, subject: str, now: datetime) -> datetime:
    """Remind of something this afternoon at 16.00, or tomorrow at 09.00 when that has passed; asking is agreeing.

    Gives the moment; asking twice about the same thing plans one reminder.
    """
    consents.give(session, person.id, consents.REMINDERS, now)
    day = today(now, person.zone)
    due = hours.at(day, AFTERNOON, person.zone)
    if due <= now:
        due = hours.at(day + timedelta(days=1), NEXT_MORNING, person.zone)
    occurrence = f"{subject}:{today(due, person.zone).isoformat()}"
    reminders.plan(
        session, Reminder(person_id=person.id, topic=ASKED, occurrence=occurrence, due_at=due, subject=subject)
    )
    return due


def pause(session: Session, person: Person, topic: str, length: str, now: datetime) -> datetime | None:
    """Pause a topic (or everything) for "7" or "30" days, or "0" until it is opened again; None for another length."""
    if length not in LENGTHS:
        return None
    span = LENGTHS[length]
    until = reminders.FOREVER if span is None else now + span
    reminders.pause(session, person.id, topic, until)
    outbox.drop_waiting(session, person.id, (OUTBOX_TOPIC,))
    return until


def resume(session: Session, person: Person, now: datetime) -> None:
    """End every pause (a stop for a while has its own way back); what was missed comes once, the newest only."""
    paused = tuple(topic for topic in reminders.pauses(session, person.id, now) if topic != reminders.SILENCE)
    if paused:
        reminders.resume(session, person.id, paused)


def topics(session: Session, person: Person) -> tuple[str, ...]:
    """Give what can be paused one by one: everything first, then the topics that are planned."""
    planned = dict.fromkeys(row.topic for row in reminders.planned(session, person.id))
    return (EVERYTHING, *planned)


def cancel_all(session: Session, person_id: int) -> None:
    """Take every planned reminder back, also those on their way out."""
    reminders.cancel(session, person_id)
    outbox.drop_waiting(session, person_id, (OUTBOX_TOPIC,))


def move(session: Session, person: Person, now: datetime, *, hour: int | None = None, zone: str | None = None) -> None:
    """Change the hour or the zone, and move what is planned with it; one of today whose new hour has passed stays.

    A reminder asked for keeps its own hour; it moves with the zone only.
    """
    before, person.zone = person.zone, zone or person.zone
    person.remind_hour = person.remind_hour if hour is None else hour
    for row in reminders.planned(session, person.id):
        local = row.due_at.astimezone(ZoneInfo(before))
        wanted = local.hour if row.topic == ASKED else person.remind_hour
        due = hours.at(local.date(), wanted, person.zone)
        if due > now and row.state == PLANNED:
            row.due_at = due
