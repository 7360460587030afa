"""S10: somebody found work. JKP stops from the first day, a last report may be owed, and we ask again in a month."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.services import declaring, following, reminders, status
from bot.store.people import Person
from jkp.claims import Stage
from jkp.declared import value

TOPIC = "new_job"
ASK_AGAIN = timedelta(days=30)
RUNNING = frozenset({Stage.VERIFYING, Stage.PAID, Stage.MONTH_OPEN, Stage.MONTH_MISSED})


@dataclass(frozen=True, slots=True)
class NewJob:
    """What follows from a new job: since when, whether a claim was running, when we ask again."""

    begins: date
    claim_running: bool
    ask_again: date | None


def begin(session: Session, person: Person, text: str, today: date, now: datetime) -> NewJob:
    """Keep the first day of the new work ("today" or typed), stop what it ends, plan one question in 30 days.

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
    again = begins + ASK_AGAIN
    planned = reminders.plan(session, person, TOPIC, begins.isoformat(), again, now)
    return NewJob(begins, running, again if planned else None)


def undo(session: Session, person: Person, today: date, now: datetime) -> None:
    """It was a mistake, or the work ended at once: JKP is looked at as before."""
    declaring.forget(session, person.id, "employed_again_on", today, now)
