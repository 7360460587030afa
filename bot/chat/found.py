"""S10: "I found work", in three taps, with a way back."""

from datetime import date

from bot.chat import status
from bot.chat.turn import Conversation, Turn
from bot.screens import found as screens
from bot.services import finding
from bot.services.declaring import NotUnderstood
from bot.store import people

STEP = "found.when"
ANSWERS = {"y": "yes", "u": "unknown", "n": "no"}


def begin(turn: Turn) -> None:
    """Since when?"""
    turn.expect(STEP)
    turn.show(screens.when(turn.texts))


def pressed(turn: Turn) -> None:
    """Since today."""
    _keep(turn, "today")


def typed(turn: Turn) -> None:
    """Since a typed day."""
    _keep(turn, turn.said.text)


def _keep(turn: Turn, text: str) -> None:
    try:
        job = finding.begin(turn.session, turn.person, text, turn.today, turn.now)
    except NotUnderstood:
        turn.show(screens.when(turn.texts, wrong=True))
        return
    turn.expect(None, running=job.claim_running)
    turn.show(screens.registered(turn.texts, job))


def registered(turn: Turn) -> None:
    """Whether the new employer registers the person; then what follows."""
    answer, begins = ANSWERS.get(turn.argument[:1]), turn.argument[1:]
    if answer is None:
        status.show(turn)
        return
    running = bool(turn.draft.get("running"))
    job = finding.job(turn.session, turn.person, date.fromisoformat(begins), running=running)
    name = people.name_of(turn.session, turn.person)
    turn.show(screens.congratulations(turn.texts, name, job, registered_by_employer=answer))


def undo(turn: Turn) -> None:
    """Take it back."""
    finding.undo(turn.session, turn.person, turn.today, turn.now)
    status.show(turn)


COMMANDS: dict[str, Conversation] = {}
BUTTONS = {"found": begin, "found.on": pressed, "found.bpjs": registered, "found.undo": undo}
STEPS = {STEP: typed}
