"""Reminders that are due become messages on their way, in one transaction with the mark that they were."""

from datetime import datetime

from sqlmodel import Session

from bot.outbox import write
from bot.screens import reminders as screens
from bot.services import firing
from bot.services.reminders import OUTBOX_TOPIC
from bot.store import people
from bot.texts.catalogue import Texts


def send_due(session: Session, now: datetime) -> int:
    """Write a notice for every reminder that is due and still needed; gives how many."""
    written = 0
    for due in firing.fire(session, now):
        person = people.find(session, due.person_id)
        if person is None:
            continue
        texts = Texts(person.language)
        screen = screens.discreet(texts, due) if person.discreet else screens.due(texts, due)
        occurrence = f"{due.topic}:{due.occurrence}"
        written += write.notice(session, person.id, screen, topic=OUTBOX_TOPIC, occurrence=occurrence, now=now)
    return written
