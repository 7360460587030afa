"""/kode: a counselor who holds a talk and has seen the papers gives a one-time code for level 2."""

from bot.chat.staff.gate import for_staff, number
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import unlocking as screens
from bot.services.staff import answering, unlocking
from bot.store import help_requests
from bot.store.staff import Staff


def pressed(turn: Turn, member: Staff) -> None:
    """A button: nothing (for whom), s.PERSON (papers seen?), y.PERSON (the code)."""
    turn.expect(None)
    deed, _, rest = turn.argument.partition(".")
    held = _held(turn, member)
    if deed in {"s", "y"} and number(rest) not in {person_id for person_id, _name in held}:
        deed = ""  # the talk is over
    if deed == "s":
        turn.show(screens.seen(turn.texts, number(rest)))
    elif deed == "y":
        turn.show(screens.given(turn.texts, unlocking.give(turn.session, member, number(rest), turn.now)))
    else:
        turn.show(screens.whom(turn.texts, held))


def _held(turn: Turn, member: Staff) -> tuple[tuple[int, str], ...]:
    found = answering.held(turn.session, member)
    people = ((help_requests.person_of(turn.session, request_id), name) for request_id, name in found)
    return tuple((person_id, name) for person_id, name in people if person_id is not None)


COMMANDS: dict[str, Conversation] = {"kode": for_staff(pressed)}
BUTTONS: dict[str, Conversation] = {"code": for_staff(pressed)}
STEPS: dict[str, Conversation] = {}
