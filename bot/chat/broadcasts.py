"""A broadcast in its reader's chat: the card, one answer at a time, and no more of them with one tap."""

from bot.chat.turn import Conversation, Turn
from bot.screens import broadcasts as screens
from bot.services import broadcasts as services
from bot.services.broadcasts import YES, Answer


def show(turn: Turn) -> None:
    """The card as it stands."""
    found = services.card(turn.session, turn.argument.partition(".")[0], turn.person.id, turn.today)
    turn.show(screens.gone(turn.texts) if found is None else screens.card_of(turn.texts, found))


def answer(turn: Turn) -> None:
    """An answer to one question, as `ID.0.y`; pressed twice it is the same answer."""
    broadcast_id, _, rest = turn.argument.partition(".")
    number, _, said = rest.partition(".")
    if number.isdecimal():
        given = Answer(turn.person.id, int(number), said == YES)
        services.answer(turn.session, broadcast_id, given, turn.now)
    show(turn)


def undo(turn: Turn) -> None:
    """Begin the questions anew."""
    services.take_back(turn.session, turn.argument, turn.person.id, turn.now)
    show(turn)


def no_more(turn: Turn) -> None:
    """No more broadcasts."""
    services.no_more(turn.session, turn.person.id, turn.now)
    turn.show(screens.no_more(turn.texts))


def again(turn: Turn) -> None:
    """Back again."""
    services.again(turn.session, turn.person.id, turn.now)
    turn.show(screens.again(turn.texts))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "bc.card": show, "bc.ans": answer, "bc.undo": undo, "bc.nomore": no_more, "bc.again": again,
}  # fmt: skip
STEPS: dict[str, Conversation] = {}
