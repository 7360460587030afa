"""C0: the morning card on request."""

from bot.chat.staff.gate import seated
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import day as screens
from bot.services.staff import day as services
from bot.services.staff.seat import Seat


def today(turn: Turn, seat: Seat) -> None:
    """The day as it stands now."""
    turn.expect(None)
    turn.show(screens.morning(turn.texts, services.morning(turn.session, seat)))


COMMANDS: dict[str, Conversation] = {"hari": seated(today), "day": seated(today)}
BUTTONS: dict[str, Conversation] = {"day": seated(today)}
STEPS: dict[str, Conversation] = {}
