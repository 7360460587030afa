"""Today's list, which the night made: one tap to work that fits."""

from bot.chat import vacancies
from bot.chat.turn import Conversation, Turn
from bot.screens import today as screens
from bot.services import today as services


def begin(turn: Turn) -> None:
    """Show today's list; without one, or when nothing of it is left, search as it is now."""
    turn.expect(None)
    found = services.of(turn.session, turn.person.id, turn.today)
    if found is None:
        vacancies.begin(turn)
    else:
        turn.show(screens.listed(turn.texts, found))


COMMANDS: dict[str, Conversation] = {"hariini": begin, "today": begin}
BUTTONS: dict[str, Conversation] = {"today": begin}
STEPS: dict[str, Conversation] = {}
