"""What is to be reminded of right now: found, asked whether it is still needed, told once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.deps import today
from bot.services import hours
from bot.services.reminders import ASKED
from bot.store import applications, people, reminders
from bot.store.people import Person
from bot.store.reminders import NOT_NEEDED, SENT, Reminder

BATCH = 200


@dataclass(frozen=True, slots=True)
class Firing:
    """One reminder to be shown. `values` fill the words of its topic; `action` is where its button leads."""

    person_id: int
    reminder_id: str
    topic: str
    occurrence: str
    day: date  # the reader's day
    deadline: date | None = None
    subject: str = ""
    values: tuple[tuple[str, object], ...] = ()
    action: str = ""
    argument: str = ""
    is_own_reckoning: bool = False  # the deadline is reckoned by us; the portal's own date goes before it

    @property
    def days_left(self) -> int | None:
        """Days to the deadline."""
        return None if self.deadline is None else (self.deadline - self.day).days


Check = Callable[[Session, Reminder, datetime], Firing | bool | None]


def asked_still(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    """Whether a vacancy that the person wanted to be reminded of was not applied for meanwhile."""
    done = applications.find(session, reminder.person_id, reminder.subject) if reminder.subject else None
    found = None if done is not None and done.undone_at is None else plain(session, reminder, now)
    return replace(found, action="job.card", argument=reminder.subject) if found and reminder.subject else found


# topic -> whether it is still needed: a Firing or True = yes, None or False = no; the parts register theirs when wired
STILL_NEEDED: dict[str, Check] = {ASKED: asked_still}


def plain(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    """Make a firing of a reminder as it stands; None when its deadline has passed where the reader is."""
    person = people.find(session, reminder.person_id)
    day = today(now, person.zone if person else "UTC")
    if reminder.deadline is not None and reminder.deadline < day:
        return None
    return Firing(
        person_id=reminder.person_id,
        reminder_id=reminder.id,
        topic=reminder.topic,
        occurrence=reminder.occurrence,
        day=day,
        deadline=reminder.deadline,
        subject=reminder.subject,
    )


def fire(session: Session, now: datetime) -> tuple[Firing, ...]:
    """Find what is due and mark it as sent or as not needed; several missed about one thing become the newest one.

    People who stopped, blocked us or paused the topic are passed over: theirs stay planned. A reader who sleeps is
    asked about in the morning.
    """
    wake(session, now)
    found = (_fire_one(session, reminder, now) for reminder in reminders.due(session, now, BATCH))
    return tuple(firing for firing in found if firing is not None)


def _fire_one(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    if reminders.overtaken(session, reminder, now):
        reminder.state = NOT_NEEDED
        return None
    person = people.find(session, reminder.person_id)
    if person is not None and hours.is_quiet(now, person.zone):
        reminder.due_at = hours.waking(now, person.zone)
        return None
    firing = checked(session, reminder, now)
    reminder.state = NOT_NEEDED if firing is None else SENT
    return firing


def checked(session: Session, reminder: Reminder, now: datetime) -> Firing | None:
    """Ask the topic's own check whether the reminder is needed."""
    answer = STILL_NEEDED.get(reminder.topic, plain)(session, reminder, now)
    if isinstance(answer, Firing):
        return answer
    return plain(session, reminder, now) if answer else None


def again(session: Session, person: Person, reminder_id: str, now: datetime) -> Firing | None:
    """Give a reminder that was sent once more, when its reader opens it; None when it is not the reader's own."""
    reminder = session.get(Reminder, reminder_id)
    if reminder is None or reminder.person_id != person.id:
        return None
    return checked(session, reminder, now)


def wake(session: Session, now: datetime) -> None:
    """Speak again to people whose stop for a while is over."""
    for silence in reminders.silence_over(session, now):
        person = people.find(session, silence.person_id)
        if person is not None:
            person.stopped_at = None
        session.delete(silence)
    session.flush()
