"""Reminders: see them, pause them, go on, open a discreet one."""

from bot.chat.turn import Conversation, Turn
from bot.screens import reminders as screens
from bot.services import firing
from bot.services import reminders as services
from bot.texts.catalogue import Raw


def show(turn: Turn, note: str = "") -> None:
    """What is planned and what is paused."""
    turn.show(screens.overview(turn.texts, services.overview(turn.session, turn.person, turn.now), note))


def listed(turn: Turn) -> None:
    """/pengingat; whatever was half-finished is left."""
    turn.expect(None)
    show(turn)


def pressed(turn: Turn) -> None:
    """A button: the list, p = what to pause, p.TOPIC = how long, p.TOPIC.LENGTH, r = go on, o.ID = open."""
    deed, _, rest = turn.argument.partition(".")
    if deed == "p":
        _pause(turn, rest)
    elif deed == "r":
        services.resume(turn.session, turn.person, turn.now)
        show(turn, turn.texts.say("reminders.resumed"))
    elif deed == "o":
        _open(turn, rest)
    else:
        show(turn)


def _pause(turn: Turn, rest: str) -> None:
    topic, _, length = rest.partition(".")
    if not topic:
        turn.show(screens.which(turn.texts, services.topics(turn.session, turn.person)))
        return
    until = services.pause(turn.session, turn.person, topic, length, turn.now) if length else None
    if until is None:
        turn.show(screens.how_long(turn.texts, topic))
    else:
        show(turn, _paused(turn, topic))


def _paused(turn: Turn, topic: str) -> Raw:
    return turn.texts.say("reminders.now_paused", what=screens.topic(turn.texts, topic))


def _open(turn: Turn, reminder_id: str) -> None:
    found = firing.again(turn.session, turn.person, reminder_id, turn.now)
    turn.show(screens.over(turn.texts) if found is None else screens.due(turn.texts, found))


COMMANDS: dict[str, Conversation] = {"pengingat": listed, "reminders": listed}
BUTTONS: dict[str, Conversation] = {"reminders": pressed}
STEPS: dict[str, Conversation] = {}
