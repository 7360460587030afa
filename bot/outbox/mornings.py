"""The morning card goes out at 07.30 where each counselor is, once a day; a quiet day off stays quiet."""

from datetime import datetime

from sqlmodel import Session

from bot.outbox import write
from bot.screens.staff import day as screens
from bot.services.staff import day
from bot.store import people
from bot.texts.catalogue import Texts


def send_due(session: Session, now: datetime) -> int:
    """Write the morning card for every counselor whose morning it is; gives how many."""
    written = 0
    for seat in day.due(session, now):
        shown = day.morning(session, seat)
        person = people.find(session, seat.member.id)
        if person is None or not (shown.pressing or day.is_open(seat.day)):
            continue
        screen = screens.morning(Texts(person.language), shown)
        occurrence = seat.day.isoformat()
        written += write.notice(session, person.id, screen, topic=day.TOPIC, occurrence=occurrence, now=now)
    return written
