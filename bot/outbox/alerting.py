"""Telling those who answer that somebody waits: once a request, once more when it turns urgent or waits again."""

from datetime import datetime

from sqlmodel import Session

from bot.outbox import write
from bot.screens import human as worker_screens
from bot.screens.staff import answering as screens
from bot.services import human
from bot.services.human import Standing
from bot.services.staff.answering import one_waiting
from bot.store import help_requests, outbox, people
from bot.store.help_requests import HelpRequest
from bot.store.people import INDONESIA
from bot.texts.catalogue import Texts


def alert(session: Session, standing: Standing, now: datetime) -> None:
    """Tell the responsible, each once an occurrence; danger does not wait for the morning."""
    waiting = one_waiting(session, standing.request_id, now) if standing.notice else None
    if waiting is None:
        return
    for counselor_id in standing.answers.ids:
        counselor = people.find(session, counselor_id)
        screen = screens.notice(Texts(counselor.language if counselor is not None else ""), waiting)
        lane = outbox.REPLY if standing.urgent else outbox.NOTICE
        write.notice(
            session, counselor_id, screen,
            topic=help_requests.OUTBOX_TOPIC, occurrence=standing.notice, now=now, lane=lane,
        )  # fmt: skip


def waits_again(session: Session, request_id: str, now: datetime) -> None:
    """Tell the worker that the officer is gone, and the colleagues that somebody waits."""
    request = session.get(HelpRequest, request_id)
    person = people.find(session, request.person_id) if request is not None else None
    standing = human.standing(session, person, now) if person is not None else None
    if person is None or standing is None:
        return
    alert(session, standing, now)
    t = Texts(person.language)
    screen = worker_screens.opened(
        t, standing, person.zone, t.say("human.waits_again"), abroad=person.country != INDONESIA
    )
    write.notice(
        session, person.id, screen,
        topic=help_requests.OUTBOX_TOPIC, occurrence=f"{standing.notice}:worker", now=now,
    )  # fmt: skip
