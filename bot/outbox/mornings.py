"""The morning card goes out at 07.30 where each counselor is, once a day; a quiet day off stays quiet."""

from datetime import datetime

from sqlmodel import Session

from bot.outbox import write
from bot.screens.staff import day as screens
from bot.services.staff import day
from bot.services.staff.seat import Seat
from bot.store import people
from bot.texts.catalogue import Texts


def send_due(session: Session, now: datetime) -> int:
    """Write the morning card for every counselor whose morning it is; gives how many."""
    return sum(send(session, seat, now) for seat in day.due(session, now))


def send(session: Session, seat: Seat, now: datetime) -> bool:
    """Write the morning card of one counselor: thousands of clients are looked through, so each is an own deed."""
    shown = day.morning(session, seat)
    person = people.find(session, seat.member.id)
    if person is None or not (shown.pressing or day.is_open(seat.day)):
        return False
    screen = screens.morning(Texts(person.language), shown)
    return write.notice(session, person.id, screen, topic=day.TOPIC, occurrence=seat.day.isoformat(), now=now)
