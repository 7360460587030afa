"""Claims that moved by themselves are noted, and who wished to hear of it gets a notice, once a move."""

from datetime import datetime

from sqlmodel import Session

from bot.outbox import write
from bot.screens import claim as screens
from bot.screens.discreet import cover
from bot.services import casework
from bot.store import people
from bot.texts.catalogue import Texts

TOPIC = "claim_moved"


def tell_moved(session: Session, now: datetime) -> int:
    """Look at some claims that may have moved and write a notice for each that an institution moved.

    Gives how many were looked at; as many as fit one transaction means that more may wait.
    """
    looked = casework.look(session, now)
    for news in looked.moved:
        person = people.find(session, news.person_id)
        if person is None or person.stopped_at is not None or person.blocked_at is not None:
            continue
        texts = Texts(person.language)
        screen = cover(texts, "jkp", "") if person.discreet else screens.moved(texts, news.event.stage)
        occurrence = f"{news.event.number}:{news.event.stage}"
        write.notice(session, person.id, screen, topic=TOPIC, occurrence=occurrence, now=now)
    return looked.count
