"""C1: the caseload by need and page, those in danger one after another, and the search by name."""

from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import caseload as screens
from bot.services.staff import caseload as services
from bot.services.staff import client
from bot.services.staff.caseload import Need
from bot.services.staff.seat import Seat

FIND = "load.name"
LONGEST_TYPED = 60


def load(turn: Turn, seat: Seat) -> None:
    """A button: empty = the overview ("rest" = its other lists), NEED.PAGE = one page of it ("all" = everybody)."""
    turn.expect(None)
    name, _, page = turn.argument.partition(".")
    if name == "all" or name in set(Need):
        need = None if name == "all" else Need(name)
        turn.show(screens.page(turn.texts, services.page(turn.session, seat, need, number(page))))
        return
    found = services.everybody(turn.session, seat)
    turn.show(screens.overview(turn.texts, services.counts(found), len(found), rest=name == "rest"))


def ask_name(turn: Turn, _seat: Seat) -> None:
    """Wait for a name."""
    turn.expect(FIND)
    turn.show(screens.ask_name(turn.texts))


def find(turn: Turn, seat: Seat) -> None:
    """A typed name, spelling mistakes forgiven; another one may be typed at once."""
    typed = turn.said.text.strip()[:LONGEST_TYPED]
    turn.show(screens.found(turn.texts, typed, services.search(turn.session, seat, typed)))


def risk(turn: Turn, seat: Seat) -> None:
    """The next client in danger after the one in the button; the first one when it names nobody."""
    turn.expect(None)
    found = services.after(turn.session, seat, Need.RISK, number(turn.argument))
    seen = client.glance(turn.session, seat, found.person_id) if found is not None else None
    turn.show(screens.nobody(turn.texts) if seen is None else screens.danger(turn.texts, seen))


COMMANDS: dict[str, Conversation] = {"klien": seated(load), "clients": seated(load)}
BUTTONS: dict[str, Conversation] = {"load": seated(load), "load.find": seated(ask_name), "risk": seated(risk)}
STEPS: dict[str, Conversation] = {FIND: seated(find)}
