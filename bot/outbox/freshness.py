"""A2: whoever answers for a course is asked, in their waking hours, a week before it would be hidden."""

from collections import Counter
from datetime import datetime, timedelta

from sqlmodel import Session, select

from bot.deps import today
from bot.outbox import write
from bot.screens.staff import course_edit as screens
from bot.services import hours
from bot.services.staff import freshness
from bot.services.staff.freshness import Due
from bot.store import people
from bot.store.outbox import Outbox
from bot.texts.catalogue import Texts

TOPIC = "course_check"
DAY = timedelta(days=1)
MOST_A_DAY = 10  # questions to one account: more are not answered, they wait for the days after


def ask(session: Session, now: datetime, zone: str) -> int:
    """Ask about the courses whose day is near, each once for that day; gives how many questions were written."""
    asked = Counter(session.exec(select(Outbox.person_id).where(Outbox.topic == TOPIC, Outbox.created_at > now - DAY)))
    written = 0
    for due in freshness.expiring(session, today(now, zone)):
        for person_id in due.asked:
            if asked[person_id] < MOST_A_DAY and _ask(session, person_id, due, now):
                asked[person_id] += 1
                written += 1
    return written


def _ask(session: Session, person_id: int, due: Due, now: datetime) -> bool:
    person = people.find(session, person_id)
    if person is None:
        return False
    screen, occurrence = screens.still_on(Texts(person.language), due), f"{due.id}.{due.until}"
    at = hours.waking(now, person.zone) if hours.is_quiet(now, person.zone) else now
    return write.notice(session, person_id, screen, topic=TOPIC, occurrence=occurrence, now=now, due_at=at)
