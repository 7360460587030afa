"""A counselor wants to call: the worker shares the number for it, or does not; both are fine."""

from bot.chat.turn import Conversation, Turn
from bot.screens import from_office as screens
from bot.services.staff import calling
from bot.store import phones


def agree(turn: Turn) -> None:
    """Offer the key that shares the own number."""
    turn.expect(calling.STEP)
    turn.add(screens.share_number(turn.texts))


def shared(turn: Turn) -> bool:
    """Take a shared number if it was asked for here; False when it was shared for something else."""
    contact = turn.said.contact
    if turn.person.step != calling.STEP or contact is None:
        return False
    turn.delete_said()
    turn.expect(None)
    given = calling.give(turn.session, turn.person, contact.phone, contact.user_id, turn.now)
    turn.add(screens.number_given(turn.texts, given=given))
    return True


def refuse(turn: Turn) -> None:
    """No number, and one given before is dropped."""
    turn.expect(None)
    phones.take_back(turn.session, turn.person.id)
    turn.show(screens.number_taken_back(turn.texts))


def typed(turn: Turn) -> None:
    """Something typed instead of the key: leave, kindly."""
    turn.expect(None)
    turn.add(screens.number_given(turn.texts, given=False))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"call.yes": agree, "call.no": refuse}
STEPS: dict[str, Conversation] = {calling.STEP: typed}
