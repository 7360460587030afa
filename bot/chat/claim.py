"""What a worker does about a claim that stands still: look at an example, ask after money, bring it to an office."""

from bot.chat import human, status
from bot.chat.turn import Conversation, Turn
from bot.screens import claim as screens
from bot.services import declaring
from jkp.declared import Refusal, Source
from jkp.rules.cures import Office


def example(turn: Turn) -> None:
    """How the refused thing looks when it is right."""
    refusal = Refusal(turn.argument) if turn.argument in set(Refusal) else Refusal.PROOF_UNREADABLE
    turn.show(screens.example(turn.texts, refusal))


def money(turn: Turn) -> None:
    """The money has not come."""
    paid = status.known(turn).paid_through_month
    is_own = paid is not None and paid.source is Source.WORKER
    turn.show(screens.money(turn.texts, told_month=paid.value if paid is not None and is_own else 0))


def unpaid(turn: Turn) -> None:
    """It was a wrong press: that month is not paid yet."""
    paid = status.known(turn).paid_through_month
    if paid is not None and paid.source is Source.WORKER and str(paid.value) == turn.argument:
        declaring.not_paid(turn.session, turn.person.id, turn.today, turn.now)
    status.show(turn)


def send(turn: Turn) -> None:
    """Bring the case to an office: first ask."""
    if turn.argument not in set(Office):
        status.show(turn)
        return
    turn.show(screens.confirm(turn.texts, Office(turn.argument)))


def sent(turn: Turn) -> None:
    """The worker said yes: a request for a human that names the office; pressing twice is one request."""
    if turn.argument not in set(Office):
        status.show(turn)
        return
    human.bring(turn, turn.argument)


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "claim.look": example,
    "claim.money": money,
    "claim.unpaid": unpaid,
    "claim.send": send,
    "claim.sent": sent,
}
STEPS: dict[str, Conversation] = {}
