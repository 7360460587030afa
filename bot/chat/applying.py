"""Applying (S3) and the month's log: what was sent, from here or elsewhere, and calls for a test or an interview."""

from datetime import timedelta

from bot.chat.turn import Conversation, Turn
from bot.screens import applying as screens
from bot.services import applying as services
from bot.services import profile, reminders
from bot.services.applying import Logged
from bot.texts import figures
from jkp.monthly import Needs

ADD, CALL = "month.add", "month.call"


def show(turn: Turn) -> None:
    """How to apply."""
    found = services.way(turn.session, turn.person, turn.argument, turn.today)
    turn.show(screens.gone(turn.texts) if found is None else screens.way(turn.texts, found))


def sent(turn: Turn) -> None:
    """It was sent: log it."""
    logged = services.sent(turn.session, turn.person.id, turn.argument, turn.today, turn.now)
    if logged is None:
        turn.show(screens.gone(turn.texts))
    else:
        wish = profile.may_offer_word(turn.session, turn.person.id)
        turn.show(screens.sent(turn.texts, logged, _meter(turn), wish=wish))


def later(turn: Turn) -> None:
    """Remind of it this afternoon."""
    due = reminders.remind_later(turn.session, turn.person, turn.argument, turn.now)
    turn.show(screens.later(turn.texts, turn.argument, figures.moment(due, turn.person.zone, turn.person.language)))


def undo(turn: Turn) -> None:
    """Take one back."""
    logged = services.undo(turn.session, turn.person.id, turn.argument, turn.now)
    if logged is None:
        mine(turn)
    else:
        turn.show(screens.undone(turn.texts, logged, _meter(turn)))


def mine(turn: Turn) -> None:
    """My applications."""
    turn.expect(None)
    turn.show(screens.listed(turn.texts, services.listed(turn.session, turn.person.id), _meter(turn)))


def ask_elsewhere(turn: Turn) -> None:
    """An application made elsewhere: ask for it in one line."""
    turn.expect(ADD)
    turn.show(screens.ask_elsewhere(turn.texts))


def typed_elsewhere(turn: Turn) -> None:
    """The line as typed."""
    text = " ".join(turn.said.text.split())
    if not any(letter.isalpha() for letter in text):
        turn.show(screens.ask_elsewhere(turn.texts, again=True))
        return
    turn.expect(None)
    _noted(turn, services.made_elsewhere(turn.session, turn.person.id, text, turn.today, turn.now))


def ask_call(turn: Turn) -> None:
    """A call for a test or an interview: ask who called."""
    turn.expect(CALL)
    turn.show(screens.ask_call(turn.texts))


def typed_call(turn: Turn) -> None:
    """The employer as typed."""
    turn.expect(None)
    text = " ".join(turn.said.text.split())
    _noted(turn, services.called(turn.session, turn.person.id, text, day=turn.today, now=turn.now))


def skipped_call(turn: Turn) -> None:
    """A call, by nobody named."""
    turn.expect(None)
    pressed = turn.said.pressed
    _noted(turn, services.called(turn.session, turn.person.id, "", day=turn.today, now=turn.now, pressed=pressed))


def day(turn: Turn) -> None:
    """It was yesterday, or today after all."""
    application_id, _, which = turn.argument.partition(".")
    on = turn.today - timedelta(days=which == "yesterday")
    logged = services.move(turn.session, turn.person.id, application_id, on)
    if logged is None:
        mine(turn)
    else:
        _noted(turn, logged)


def _noted(turn: Turn, logged: Logged) -> None:
    turn.show(screens.noted(turn.texts, logged, _meter(turn), today=logged.on == turn.today))


def _meter(turn: Turn) -> Needs | None:
    return services.meter(turn.session, turn.person, turn.today)


COMMANDS = {"lamaran": mine, "applications": mine}
BUTTONS = {
    "apply": show, "applied": sent, "apply.later": later, "apply.undo": undo, "apply.list": mine,
    ADD: ask_elsewhere, CALL: ask_call, "month.skip": skipped_call, "month.day": day,
}  # fmt: skip
STEPS: dict[str, Conversation] = {ADD: typed_elsewhere, CALL: typed_call}
