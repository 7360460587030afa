"""A held talk goes to a colleague: why, to whom; the worker and the colleague are told at once."""

from bot.chat.staff.answering import texts_of
from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.screens import from_office
from bot.screens.staff import answering as held_screens
from bot.screens.staff import transferring as screens
from bot.services.staff import transferring as services
from bot.services.staff.seat import Seat
from bot.services.staff.transferring import Reason


def begin(turn: Turn, seat: Seat) -> None:
    """Why does it change hands?"""
    found = services.choices(turn.session, seat, turn.argument)
    turn.show(held_screens.gone(turn.texts) if found is None else screens.why(turn.texts, found))


def because(turn: Turn, seat: Seat) -> None:
    """To whom?"""
    code, _, request_id = turn.argument.partition(".")
    found = services.choices(turn.session, seat, request_id)
    if found is None or code not in set(Reason):
        turn.show(held_screens.gone(turn.texts))
        return
    turn.show(screens.whom(turn.texts, found, Reason(code)))


def to(turn: Turn, seat: Seat) -> None:
    """It is the colleague's now; pressed again, nobody is told twice."""
    coded, _, request_id = turn.argument.partition(".")
    reason = dict(enumerate(Reason)).get(number(coded[:1]), Reason.AREA)
    result = services.pass_on(turn.session, seat, request_id, number(coded[1:]), reason)
    if result is None:
        turn.show(held_screens.gone(turn.texts))
        return
    turn.expect(None)
    turn.show(screens.passed(turn.texts, result))
    if not result.again:
        worker = texts_of(turn, result.person_id)
        turn.tell(result.person_id, from_office.passed_on(worker, result.to.name, result.to.office, result.reason))
        colleague = texts_of(turn, result.to.id)
        turn.tell(result.to.id, screens.received(colleague, result, seat.member.name))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {"pass": seated(begin), "pass.why": seated(because), "pass.to": seated(to)}
STEPS: dict[str, Conversation] = {}
