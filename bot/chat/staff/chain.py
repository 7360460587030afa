"""The chain of a month: /rantai, its broadcasts, the people behind a figure, the table to take away."""

from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import chain as screens
from bot.services.staff import chain as services
from bot.services.staff import chain_sheet
from bot.services.staff.chain import Chain, Figure
from bot.services.staff.seat import Seat


def month(turn: Turn, seat: Seat) -> None:
    """The figures of a month; without one, of the running month."""
    turn.expect(None)
    turn.show(screens.month(turn.texts, _chain(turn, seat, turn.argument)))


def broadcasts(turn: Turn, seat: Seat) -> None:
    """Each broadcast of the month."""
    code, _, page = turn.argument.partition(".")
    turn.show(screens.broadcasts(turn.texts, _chain(turn, seat, code), number(page)))


def which(turn: Turn, seat: Seat) -> None:
    """Behind which figure?"""
    code, _, broadcast_id = turn.argument.partition(".")
    shown = _chain(turn, seat, code)
    screen = screens.which(turn.texts, shown, broadcast_id) if shown.may_open else screens.figures_only(turn.texts)
    turn.show(screen)


def look(turn: Turn, seat: Seat) -> None:
    """The people behind a figure: MONTH.STEP.PAGE.BROADCAST."""
    code, step, page, broadcast_id = (*turn.argument.split("."), "", "", "", "")[:4]
    figure = Figure(services.month_of(code, seat.day), step, broadcast_id)
    found = services.behind(turn.session, seat, figure, number(page))
    turn.show(screens.figures_only(turn.texts) if found is None else screens.behind(turn.texts, found))


def file(turn: Turn, seat: Seat) -> None:
    """The table; what leaves the office hides small counts."""
    shown = _chain(turn, seat, turn.argument)
    turn.add(screens.file(turn.texts, shown, chain_sheet.csv(shown)))


def _chain(turn: Turn, seat: Seat, code: str) -> Chain:
    return services.of_seat(turn.session, seat, services.month_of(code, seat.day))


COMMANDS: dict[str, Conversation] = {"rantai": seated(month), "chain": seated(month)}
BUTTONS: dict[str, Conversation] = {
    "chain": seated(month),
    "chain.sent": seated(broadcasts),
    "chain.who": seated(which),
    "chain.look": seated(look),
    "chain.file": seated(file),
}
STEPS: dict[str, Conversation] = {}
