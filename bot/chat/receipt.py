"""The rights receipt: why the card says what it says, and the papers of it to take away."""

from bot.chat.turn import Conversation, Turn
from bot.screens import receipt as screens
from bot.screens import status as status_screens
from bot.services import receipt as services


def show(turn: Turn) -> None:
    """The receipt; the two doors when nothing is known yet."""
    turn.expect(None)
    shown = services.make(turn.session, turn.person, turn.today)
    turn.show(screens.receipt(turn.texts, shown) if shown else status_screens.doors(turn.texts))


def pressed(turn: Turn) -> None:
    """A button: all (every condition), file (the printed page), data (JSON)."""
    shown = services.make(turn.session, turn.person, turn.today)
    if shown is None or turn.argument not in ("all", "file", "data"):
        show(turn)
        return
    turn.expect(None)
    if turn.argument == "all":
        turn.show(screens.every_condition(turn.texts, shown))
    else:
        made = {"file": screens.file, "data": screens.data}[turn.argument]
        turn.add(made(turn.texts, shown))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"jkp.why": show, "receipt": pressed}
STEPS: dict[str, Conversation] = {}
