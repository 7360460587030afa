"""The figures of the person's region, or of another one by name."""

from bot.chat.turn import Conversation, Turn
from bot.screens import figures as screens
from bot.services import figures as services
from matching.places import area

STEP = "figures.where"
ASK, SECTORS = "ask", "s"


def pressed(turn: Turn) -> None:
    """A button: nothing = the profile's province, a province code, ask, s.CODE = wages by sector."""
    deed, _, rest = turn.argument.partition(".")
    code = deed or services.province_of(turn.session, turn.person.id)
    if deed == SECTORS:
        turn.show(screens.sectors(turn.texts, services.country(turn.session), rest))
    elif deed == ASK or area(code) is None:
        ask(turn)
    else:
        _show(turn, code)


def ask(turn: Turn) -> None:
    """Which province."""
    turn.expect(STEP)
    turn.show(screens.ask(turn.texts))


def typed(turn: Turn) -> None:
    """A province, or a town in it, as typed."""
    code = services.province(turn.said.text)
    if code:
        _show(turn, code)
    else:
        turn.show(screens.ask(turn.texts, again=True))


def _show(turn: Turn, code: str) -> None:
    turn.expect(None)
    here = services.of(turn.session, code)
    turn.show(screens.region(turn.texts, here, services.country(turn.session)))


COMMANDS: dict[str, Conversation] = {"angka": pressed, "figures": pressed}
BUTTONS: dict[str, Conversation] = {"figures": pressed}
STEPS: dict[str, Conversation] = {STEP: typed}
