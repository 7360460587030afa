"""S10: somebody found work. JKP stops from the first day, a last report may be owed, and we ask again in a month."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.deps import today as day_at
from bot.services import declaring, following, reminders, status
from bot.services.firing import Firing, plain
from bot.store import consents, people, stage_events
from bot.store import reminders as kept
from bot.store.people import Person
from bot.store.reminders import Reminder
from jkp.declared import value
from jkp.stages import IN_MONTHS, Stage

TOPIC = "new_job"
ASK_AGAIN = timedelta(days=30)
RUNNING = IN_MONTHS | {Stage.VERIFYING}


@dataclass(frozen=True, slots=True)
class NewJob:
    """What follows from a new job: since when, whether a claim was running, when we ask again (None = we do not)."""

    begins: date
    claim_running: bool
    ask_again: date | None


def begin(session: Session, person: Person, text: str, today: date, now: datetime) -> NewJob:
    """Keep the first day of the new work ("today" or typed), stop what it ends, plan one question in 30 days.

    The question is planned only for who agreed to be reminded.

    Raises:
        NotUnderstood: the day cannot be read.
    """
    before = status.check(session, person, today)
    running = before is not None and before.position.stage in RUNNING
    if text == "today":
        declaring.by_button(session, person.id, "employed_again_on", "today", today, now)
    else:
        declaring.by_text(session, person.id, "employed_again_on", text, today, now)
    begins = value(status.said(session, person.id).employed_again_on) or today
    standing = status.check(session, person, today)
    if standing is not None:
        following.plan(session, person, standing, now)
    stage_events.look_soon(session, person.id, now)
    kept.cancel(session, person.id, TOPIC)  # of a day typed before
    if consents.holds(session, person.id, consents.REMINDERS):
        reminders.plan(session, person, TOPIC, begins.isoformat(), begins + ASK_AGAIN, now)
    return job(session, person, begins, running=running)


def job(session: Session, person: Person, begins: date, *, running: bool) -> NewJob:
    """Give what follows from the work that begins on a day, with the question only if it is planned."""
    row = kept.known(session, person.id, TOPIC, begins.isoformat())
    planned = row if row is not None and row.state == kept.PLANNED else None
    return NewJob(begins, running, day_at(planned.due_at, person.zone) if planned else None)


def undo(session: Session, person: Person, today: date, now: datetime) -> None:
    """It was a mistake, or the work ended at once: JKP is looked at as before, and nothing is asked about that work."""
    declaring.forget(session, person.id, "employed_again_on", today, now)
    stage_events.look_soon(session, person.id, now)
    kept.cancel(session, person.id, TOPIC)


def still_there(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    """Whether the work that we want to ask about is still the one the person told us of."""
    person = people.find(session, reminder.person_id)
    begins = None if person is None else value(status.said(session, person.id).employed_again_on)
    if begins is None or begins.isoformat() != reminder.occurrence:
        return None
    firing = plain(session, reminder, now)
    return replace(firing, action="jkp") if firing else None
