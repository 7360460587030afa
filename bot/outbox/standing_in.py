"""Held talks change hands when an absence begins or ends: the stand-in and the workers are told."""

from datetime import datetime

from sqlmodel import Session

from bot.outbox import alerting, write
from bot.screens.screen import Screen
from bot.screens.staff import absence as screens
from bot.services.staff import absence
from bot.services.staff.absence import Entered, Moved
from bot.store import help_requests, people
from bot.texts.catalogue import Texts

TOPIC = "staff"


def settle(session: Session, now: datetime) -> int:
    """Hand over what is due and tell everybody concerned; gives how many talks changed hands."""
    moved = absence.hand_over_due(session, now)
    for one in moved:
        if one.to_id is None:
            for request_id, _worker in one.requests:
                alerting.waits_again(session, request_id, now)
        else:
            _tell(session, one, one.to_id, now)
    return sum(len(one.requests) for one in moved)


def _tell(session: Session, moved: Moved, to_id: int, now: datetime) -> None:
    mark = f"{now:%Y%m%d%H%M%S}"
    _notice(session, to_id, screens.told_moved(_texts(session, to_id), moved), TOPIC, f"moved:{to_id}:{mark}", now)
    for request_id, worker in moved.requests:
        screen = screens.told_worker(_texts(session, worker), moved)
        _notice(session, worker, screen, help_requests.OUTBOX_TOPIC, f"{request_id}:moved:{mark}", now)


def tell_entered(session: Session, entered: Entered, by: int, now: datetime) -> None:
    """Tell the stand-in about the days, and the absent member if somebody else entered them."""
    if entered.stand_in_id is not None:
        screen = screens.told_stand_in(_texts(session, entered.stand_in_id), entered)
        _notice(session, entered.stand_in_id, screen, TOPIC, f"standin:{entered.absence_id}", now)
    if entered.staff_id != by:
        screen = screens.told_absent(_texts(session, entered.staff_id), entered)
        _notice(session, entered.staff_id, screen, TOPIC, f"absent:{entered.absence_id}", now)


def _notice(  # noqa: PLR0913, PLR0917 - each names one thing a notice needs
    session: Session, person_id: int, screen: Screen, topic: str, occurrence: str, now: datetime
) -> None:
    if people.find(session, person_id) is not None:
        write.notice(session, person_id, screen, topic=topic, occurrence=occurrence, now=now)


def _texts(session: Session, person_id: int) -> Texts:
    person = people.find(session, person_id)
    return Texts(person.language if person is not None else "")
