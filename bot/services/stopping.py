"""Stop: nothing unasked at once; all of it, only vacancies, or for a week; and back again."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.store import consents, outbox, people, reminders
from bot.store.people import Person
from bot.store.reminders import EVERYTHING, FOREVER, SILENCE, VACANCIES

VACANCY_TOPICS = ("recommendation", "digest", "broadcast")  # of the outbox: what offers work unasked
WEEK = timedelta(days=7)


class Scope(StrEnum):
    """What a person wants to hear no more."""

    ALL = "all"
    VACANCIES = "vac"
    WEEK = "week"


def stop(session: Session, person: Person, now: datetime) -> None:
    """Say nothing unasked any more, at once: also what was already written is taken back."""
    person.stopped_at = person.stopped_at or now
    outbox.drop_waiting(session, person.id)


def narrow(session: Session, person: Person, scope: Scope, now: datetime) -> datetime | None:
    """Choose what the stop is about; gives the moment at which it ends by itself, if it does."""
    reminders.resume(session, person.id, (SILENCE, VACANCIES))
    stop(session, person, now)
    if scope is Scope.VACANCIES:
        person.stopped_at = None
        reminders.pause(session, person.id, VACANCIES, FOREVER)
    if scope is not Scope.WEEK:
        return None
    reminders.pause(session, person.id, SILENCE, now + WEEK)
    return now + WEEK


def resume(session: Session, person: Person) -> None:
    """Undo every stop; pauses of single reminders stay."""
    person.stopped_at = None
    reminders.resume(session, person.id, (SILENCE, VACANCIES))


def may_broadcast(session: Session, person_id: int, now: datetime) -> bool:
    """Whether counselors may write to this person with many others: as may_recommend, or agreed to by itself.

    Whoever takes the agreement to broadcasts back gets none, and keeps the vacancies that we find.
    """
    if consents.refused(session, person_id, consents.BROADCASTS):
        return False
    return may_recommend(session, person_id, now) or (
        consents.holds(session, person_id, consents.BROADCASTS) and _may_hear(session, person_id, now)
    )


def may_recommend(session: Session, person_id: int, now: datetime) -> bool:
    """Whether vacancies and courses may be sent to this person unasked: agreed to, not stopped, not paused."""
    return _may_hear(session, person_id, now) and consents.holds(session, person_id, consents.MATCHING)


def _may_hear(session: Session, person_id: int, now: datetime) -> bool:
    person = people.find(session, person_id)
    if person is None or person.stopped_at is not None or person.blocked_at is not None:
        return False
    return not {EVERYTHING, VACANCIES} & reminders.pauses(session, person_id, now).keys()
