"""A broadcast's message as it is taken: drawn as the broadcast stands now, or not at all; and what became of it."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.deps import today
from bot.outbox.post import Gone, Later, Outcome, Refused, Sent
from bot.outbox.write import Letter
from bot.screens import broadcasts as screens
from bot.screens.discreet import cover
from bot.screens.screen import Screen
from bot.services import broadcasts as services
from bot.store import broadcasts, outbox, people
from bot.store.broadcasts import FAILED, PAUSED, RUNNING, SENT, SKIPPED, Broadcast, Recipient
from bot.store.outbox import Outbox
from bot.store.people import Person
from bot.store.reminders import FOREVER
from bot.texts.catalogue import Texts


def draw(session: Session, row: Outbox, now: datetime) -> Screen | None:
    """Draw the card for its reader; None when it may not go out, which its row then says."""
    broadcast = broadcasts.find(session, row.occurrence.partition(":")[0])
    person = people.find(session, row.person_id)
    if broadcast is None or person is None:
        row.state = outbox.DROPPED
        return None
    if row.method == "edit":
        changed = _screen(session, broadcast, person, now)
        return None if changed is None else replace(changed, only_edit=True)
    if broadcast.state == PAUSED:
        row.due_at, row.leased_until = FOREVER, None
        return None
    reason = services.refusal(session, broadcast, person.id, now) if broadcast.state == RUNNING else "stopped"
    if reason:
        row.state = outbox.DROPPED
        _keep(broadcasts.recipient(session, broadcast.id, person.id), SKIPPED, reason)
        return None
    return _screen(session, broadcast, person, now)


def _screen(session: Session, broadcast: Broadcast, person: Person, now: datetime) -> Screen | None:
    card = services.card(session, broadcast.id, person.id, today(now, person.zone))
    if card is None:
        return None
    texts = Texts(person.language)
    if person.discreet:
        return cover(texts, "bc.card", broadcast.id)
    return screens.card_of(texts, card)


def noted(session: Session, letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Keep with the person what became of the message."""
    if letter.method != "send":
        return
    person = broadcasts.recipient(session, letter.id.partition(":")[0], letter.person_id)
    match outcome:
        case Sent():
            _keep(person, SENT, sent_at=now)
        case Gone(problem):
            _keep(person, FAILED, "blocked" if "blocked" in problem else "gone")
        case Refused():
            _keep(person, FAILED, "refused")
        case Later():
            row = session.get(Outbox, letter.id)
            if row is not None and row.state == outbox.FAILED:
                _keep(person, FAILED, "unreachable")


def _keep(person: Recipient | None, state: str, reason: str = "", sent_at: datetime | None = None) -> None:
    if person is not None and person.state != SENT:
        person.state, person.reason, person.sent_at = state, reason, sent_at
