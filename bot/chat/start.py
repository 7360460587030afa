"""Hello, menu, help, language: the doors of the house."""

from bot.chat.staff import desk, joining
from bot.chat.turn import Conversation, Turn
from bot.screens import everywhere
from bot.services import today
from bot.store import people
from bot.texts.catalogue import LANGUAGES, REFERENCE


def abroad(turn: Turn) -> bool:
    """Whether the person told us that they work abroad."""
    return turn.person.country != people.INDONESIA


def begin(turn: Turn) -> None:
    """START: a first hello, or a link into the staff; whatever was half-finished is left."""
    if joining.opened(turn) or desk.desk(turn):
        return
    turn.expect(None)
    offer = (turn.said.app_language or REFERENCE) != REFERENCE and not turn.person.language_chosen
    turn.show(everywhere.hello(turn.texts, turn.said.first_name, abroad=abroad(turn), offer_language=offer))


def menu(turn: Turn) -> None:
    """The menu; whatever was half-finished is left."""
    if desk.desk(turn):
        return
    turn.expect(None)
    waits = today.waits(turn.session, turn.person.id, turn.today)
    turn.show(everywhere.menu(turn.texts, abroad=abroad(turn), today=waits))


def help_page(turn: Turn) -> None:
    """What we can do."""
    turn.show(everywhere.help_page(turn.texts))


def language(turn: Turn) -> None:
    """Switch the language: to the one pressed, or to the other one."""
    wanted = turn.argument
    if wanted not in LANGUAGES:
        wanted = "en" if turn.person.language == REFERENCE else REFERENCE
    turn.person.language, turn.person.language_chosen = wanted, True
    turn.show(everywhere.menu(turn.texts, abroad=abroad(turn), note=turn.texts.say("language.changed")))


def not_understood(what: str, turn: Turn) -> None:
    """Answer what we cannot use, and keep whatever was half-finished."""
    turn.show(everywhere.not_understood(turn.texts, what, abroad=abroad(turn)))


COMMANDS = {"start": begin, "menu": menu, "help": help_page, "bahasa": language, "language": language}
BUTTONS = {"menu": menu, "language": language}
STEPS: dict[str, Conversation] = {}
