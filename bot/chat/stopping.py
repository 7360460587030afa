"""/berhenti and /lanjut."""

from bot.chat.turn import Conversation, Turn
from bot.screens import stopping as screens
from bot.services import stopping as services
from bot.services.stopping import Scope


def stop(turn: Turn) -> None:
    """Stop at once, then ask what it was about."""
    turn.expect(None)
    services.stop(turn.session, turn.person, turn.now)
    turn.show(screens.stopped(turn.texts))


def pressed(turn: Turn) -> None:
    """A kind of stop, or stop itself."""
    if turn.argument not in set(Scope):
        stop(turn)
        return
    scope = Scope(turn.argument)
    until = services.narrow(turn.session, turn.person, scope, turn.now)
    turn.show(screens.narrowed(turn.texts, scope, until, turn.person.zone))


def resume(turn: Turn) -> None:
    """Undo the stop."""
    services.resume(turn.session, turn.person)
    turn.show(screens.resumed(turn.texts))


COMMANDS: dict[str, Conversation] = {"berhenti": stop, "stop": stop, "lanjut": resume, "mulai_lagi": resume}
BUTTONS: dict[str, Conversation] = {"stop": pressed, "resume": resume}
STEPS: dict[str, Conversation] = {}
