"""Old rules against new ones: an outdated rule that is heard in what somebody types, and the list of changes."""

from functools import partial

from bot.chat.turn import Conversation, Turn
from bot.screens import beliefs as screens
from bot.services import beliefs as services
from bot.services import beliefs_said
from bot.services.beliefs_said import Heard
from bot.services.words import Intent
from jkp.beliefs import Belief

# what a text about a rule looks like otherwise; every other intent goes before
GIVES_WAY = frozenset(
    {Intent.JKP, Intent.JKP_WHAT, Intent.JKP_PAPERS, Intent.JKP_TRAINING, Intent.MEMBERSHIP, Intent.COURSE,
     Intent.SEARCH, Intent.THANKS, Intent.GREETING}
)  # fmt: skip


def spoken_of(turn: Turn, intent: Intent | None) -> Conversation | None:
    """Give the conversation for a text about a changed rule; None when it is about none, or another wish is clear."""
    if intent is not None and intent not in GIVES_WAY:
        return None
    heard = beliefs_said.heard(turn.said.text, turn.today)
    return None if heard is None else partial(_heard, heard)


def _heard(heard: Heard, turn: Turn) -> None:
    if heard.belief is None:
        listed(turn)
    else:
        _answer(turn, heard.belief, stale=heard.stale)


def listed(turn: Turn) -> None:
    """/aturan; whatever was half-finished is left."""
    turn.expect(None)
    turn.show(screens.listed(turn.texts, services.changes(turn.today)))


def pressed(turn: Turn) -> None:
    """A button: a page of the list, or one change."""
    if turn.argument in set(Belief):
        _answer(turn, Belief(turn.argument), stale=False)
    else:
        page = int(turn.argument) if turn.argument.isdigit() else 0
        turn.show(screens.listed(turn.texts, services.changes(turn.today), page))


def _answer(turn: Turn, belief: Belief, *, stale: bool) -> None:
    found = services.answer(turn.session, turn.person, belief, turn.today, stale=stale)
    if found is None:
        listed(turn)
    else:
        turn.show(screens.answer(turn.texts, found))


COMMANDS: dict[str, Conversation] = {"aturan": listed, "rules": listed}
BUTTONS: dict[str, Conversation] = {"beliefs": pressed}
STEPS: dict[str, Conversation] = {}
