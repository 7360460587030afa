"""Whoever was invited opens the link, types the name, and is staff; the admins hear who came."""

from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.screens import human as worker_screens
from bot.screens.staff import inviting as screens
from bot.services.staff import inviting
from bot.services.staff.inviting import Opened, Outcome
from bot.store import help_requests, people, staff
from bot.store.invites import Grant
from bot.texts.catalogue import Texts

NAME = "join.name"
TOPIC = "staff"  # of what admins are told about the staff


def opened(turn: Turn) -> bool:
    """Open an invitation behind `/start`; False when there is none."""
    payload = turn.said.text.partition(" ")[2].strip()
    if not inviting.is_payload(payload):
        return False
    found = inviting.open_link(turn.session, turn.person, payload, turn.now)
    if found.outcome is Outcome.ASK and found.grant is not None:
        turn.expect(NAME)
        turn.show(screens.opened(turn.texts, found.grant))
    else:
        turn.expect(None)
        turn.show(screens.not_opened(turn.texts, found.outcome))
    return True


def typed_name(turn: Turn) -> None:
    """The name that proves the right person."""
    found = inviting.confirm(turn.session, turn.person, turn.said.text, turn.now)
    if found.outcome is Outcome.JOINED and found.grant is not None:
        _welcome(turn, found, found.grant)
    elif found.outcome is Outcome.OTHER_NAME:
        if not found.tries_left:
            turn.expect(None)
        turn.show(screens.other_name(turn.texts, found.tries_left))
        _tell_admins(turn, found)
    else:
        turn.expect(None)
        turn.show(screens.not_opened(turn.texts, found.outcome))


def _welcome(turn: Turn, found: Opened, grant: Grant) -> None:
    member = staff.active(turn.session, turn.person.id)
    trial = member is not None and member.trial
    turn.show(screens.joined(turn.texts, grant, len(found.back), trial=trial))
    _tell_admins(turn, found)
    for request_id in found.back:
        worker_id = help_requests.person_of(turn.session, request_id)
        if worker_id is not None:
            texts = _texts_of(turn, worker_id)
            turn.tell(worker_id, worker_screens.taken(texts, grant.name, grant.office))


def _tell_admins(turn: Turn, found: Opened) -> None:
    for admin_id in found.tell:
        texts = _texts_of(turn, admin_id)
        if found.grant is None:
            continue
        if found.outcome is Outcome.JOINED:
            name = people.name_of(turn.session, turn.person)
            screen = screens.told_joined(texts, found.grant, name, turn.person.id)
        else:
            screen = screens.told_wrong(texts, found.grant)
        write.notice(
            turn.session, admin_id, screen, topic=TOPIC, occurrence=f"{found.outcome}:{found.invite_id}", now=turn.now
        )


def _texts_of(turn: Turn, person_id: int) -> Texts:
    person = people.find(turn.session, person_id)
    return Texts(person.language if person is not None else "")


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {}
STEPS: dict[str, Conversation] = {NAME: typed_name}
