"""The worker's JKP card and what hangs on it."""

from bot.chat.turn import Conversation, Turn
from bot.screens import status as screens
from bot.services import casework, following, status
from bot.services.status import Standing
from bot.store import consents
from jkp.declared import Declared


def show(turn: Turn, *, asked: bool = False) -> None:
    """The card; two doors when nothing is known yet. What is to be reminded of is planned anew.

    Who has just asked for reminders is told when there is nothing to be reminded of.
    """
    turn.expect(None)
    standing = _standing(turn)
    casework.note(turn.session, turn.person, standing, turn.now)
    if standing is None:
        turn.show(screens.doors(turn.texts))
        return
    standing = following.plan(turn.session, turn.person, standing, turn.now)
    turn.show(screens.status(turn.texts, standing, asked=asked))


def what(turn: Turn) -> None:
    """What JKP is."""
    turn.show(screens.what_is_jkp(turn.texts))


def remind(turn: Turn) -> None:
    """Agree to be reminded (the press is the recorded consent), and see the card with its reminders."""
    consents.give(turn.session, turn.person.id, consents.REMINDERS, turn.now)
    show(turn, asked=True)


def known(turn: Turn) -> Declared:
    """What is known so far, from the person and from the register."""
    standing = _standing(turn)
    return standing.declared if standing else Declared()


def _standing(turn: Turn) -> Standing | None:
    return status.check(turn.session, turn.person, turn.today)


COMMANDS = {"jkp": show, "status": show}
BUTTONS = {"jkp": show, "jkp.what": what, "jkp.remind": remind}
STEPS: dict[str, Conversation] = {}
