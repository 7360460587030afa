"""P1: what protects a migrant worker, what to do when dismissed, unpaid or without passport, and whom to call."""

from bot.chat.turn import Conversation, Turn
from bot.screens import rights as screens
from bot.services import missions, words
from bot.services.missions import Contacts


def rights(turn: Turn) -> None:
    """The rights, or the rest of what there is for people abroad."""
    turn.expect(None)
    if turn.argument == "more":
        turn.show(screens.more(turn.texts))
    else:
        turn.show(screens.rights(turn.texts, turn.person.country))


def ended(turn: Turn) -> None:
    """Dismissed one-sidedly: what to keep and where to turn; nothing is sent to anybody."""
    screen = screens.kept if turn.argument == "kept" else screens.ended
    turn.show(screen(turn.texts, turn.person.country))


def _contacts(turn: Turn) -> Contacts:
    """Give the contacts of the country that was typed, else of the one where the person is."""
    return missions.contacts(words.country_named(turn.said.text) or turn.person.country, turn.today)


def wages(turn: Turn) -> None:
    """Unpaid wages, with the numbers to call."""
    turn.show(screens.trouble(turn.texts, "wages.page", _contacts(turn)))


def passport(turn: Turn) -> None:
    """A held passport, with the numbers to call."""
    turn.show(screens.trouble(turn.texts, "passport.page", _contacts(turn)))


def mission(turn: Turn) -> None:
    """Whom to call from where the person is."""
    turn.show(screens.mission(turn.texts, _contacts(turn)))


def events(turn: Turn) -> None:
    """The other events that JKK and JKM answer."""
    turn.show(screens.events(turn.texts, turn.person.country))


COMMANDS: dict[str, Conversation] = {"hak": rights, "rights": rights}
BUTTONS: dict[str, Conversation] = {
    "rights": rights,
    "ended": ended,
    "wages": wages,
    "passport": passport,
    "mission": mission,
    "events": events,
}
STEPS: dict[str, Conversation] = {}
