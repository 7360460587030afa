"""The migrant worker's contract: what its contributions cost, and when it ends."""

from bot.chat.turn import Conversation, Turn
from bot.screens import contract as screens
from bot.services import contract

MONTHS, END = "contract.months", "contract.end"


def iuran(turn: Turn) -> None:
    """Work out the contributions: the argument is the channel, then the months, as in `p.24`."""
    key, _, months = turn.argument.partition(".")
    turn.expect(None)
    if key not in screens.CHANNEL_KEYS:
        turn.show(screens.channel(turn.texts))
    elif months == "type":
        turn.expect(MONTHS, channel=key)
        turn.show(screens.type_months(turn.texts))
    elif months.isdecimal():
        _cost(turn, key, int(months))
    else:
        turn.show(screens.length(turn.texts, key))


def typed_months(turn: Turn) -> None:
    """Read the length of the contract."""
    key = str(turn.draft.get("channel", ""))
    months = contract.read_months(turn.said.text)
    if months is None:
        turn.show(screens.type_months(turn.texts, again=True))
        return
    turn.expect(None)
    if key in screens.CHANNEL_KEYS:
        _cost(turn, key, months)
    else:
        turn.show(screens.channel(turn.texts))


def _cost(turn: Turn, key: str, months: int) -> None:
    turn.show(screens.cost(turn.texts, contract.cost(screens.CHANNEL_KEYS[key], months)))


def end(turn: Turn) -> None:
    """Show the end of the contract, or ask for it; it can be changed and forgotten."""
    turn.expect(None)
    if turn.argument == "forget":
        contract.forget_end(turn.session, turn.person)
        turn.show(screens.forgotten(turn.texts))
        return
    known = contract.end_of(turn.session, turn.person, turn.today)
    if known is None or turn.argument == "change":
        turn.expect(END)
        turn.show(screens.ask_end(turn.texts))
    else:
        turn.show(screens.end(turn.texts, known))


def typed_end(turn: Turn) -> None:
    """Read the end of the contract and plan its reminders."""
    on = contract.read_end(turn.said.text, turn.today)
    if on is None:
        turn.show(screens.ask_end(turn.texts, again=True))
        return
    turn.expect(None)
    contract.remember_end(turn.session, turn.person, on, turn.now)
    known = contract.end_of(turn.session, turn.person, turn.today)
    if known is not None:
        turn.show(screens.end(turn.texts, known))


COMMANDS: dict[str, Conversation] = {"iuran": iuran, "kontrak": end}
BUTTONS: dict[str, Conversation] = {"iuran": iuran, "contract": end}
STEPS: dict[str, Conversation] = {MONTHS: typed_months, END: typed_end}
