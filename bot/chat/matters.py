"""What matters most to a person: near, pay or hours; the order of what is shown follows at once."""

from bot.chat import vacancies
from bot.chat.turn import Conversation, Turn
from bot.screens import vacancies as screens
from bot.services import looking, profile
from matching.profile import Kind


def ask(turn: Turn) -> None:
    """What matters most?"""
    turn.expect(None)
    turn.show(screens.ask_matters(turn.texts, profile.seen(turn.session, turn.person.id).matters))


def keep(turn: Turn) -> None:
    """Keep it and show the running search from its beginning, in the new order."""
    profile.put_first(turn.session, turn.person.id, turn.argument)
    looking.reorder(turn.session, turn.person.id, Kind.VACANCY, turn.now)
    known = profile.seen(turn.session, turn.person.id).matters
    vacancies.show_next(turn, note=turn.texts.say(f"job.first.{known or 'alike'}"))


COMMANDS: dict[str, Conversation] = {"penting": ask, "priority": ask}
BUTTONS: dict[str, Conversation] = {"job.most": ask, "job.first": keep}
STEPS: dict[str, Conversation] = {}
