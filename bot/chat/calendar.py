"""Reminders saved to one's own calendar: the file, as often as it is asked for."""

from bot.chat.turn import Conversation, Turn
from bot.screens import calendar as screens
from bot.services import calendar as services


def save(turn: Turn) -> None:
    """Give the file as a message of its own; with nothing owed, say so in place. Half-finished answers are left."""
    turn.expect(None)
    owed = services.owed(turn.session, turn.person, turn.now)
    screen = screens.saved(turn.texts, owed)
    if screen.attachment is None:
        turn.show(screen)
    else:
        turn.add(screen)


COMMANDS: dict[str, Conversation] = {"kalender": save, "calendar": save}
BUTTONS: dict[str, Conversation] = {"calendar": save}
STEPS: dict[str, Conversation] = {}
