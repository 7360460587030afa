"""An office changes its quick replies."""

from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import replying as screens
from bot.services.staff import replying as services
from bot.services.staff.seat import Seat

WORDS = "reply.words"


def listed(turn: Turn, seat: Seat) -> None:
    """What stands behind each number."""
    turn.expect(None)
    turn.show(screens.listed(turn.texts, seat.member.office, services.of(turn.session, seat.member)))


def ask(turn: Turn, seat: Seat) -> None:
    """Wait for the new words."""
    wanted = number(turn.argument)
    if wanted not in services.NUMBERS:
        listed(turn, seat)
        return
    turn.expect(WORDS, number=wanted)
    turn.show(screens.ask(turn.texts, wanted))


def typed(turn: Turn, seat: Seat) -> None:
    """The new words, for everybody of the office."""
    services.write(turn.session, seat, int(turn.draft.get("number", 0)), turn.said.text)
    listed(turn, seat)


def ours(turn: Turn, seat: Seat) -> None:
    """Ours again."""
    services.write(turn.session, seat, number(turn.argument), "")
    listed(turn, seat)


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"reply": seated(listed), "reply.edit": seated(ask), "reply.ours": seated(ours)}
STEPS: dict[str, Conversation] = {WORDS: seated(typed)}
