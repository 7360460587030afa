"""C1: the caseload by need and page, those in danger one after another, and the search by name."""

from bot.chat.staff.gate import number, seated
from bot.chat.turn import Conversation, Turn
from bot.screens.staff import caseload as screens
from bot.services.staff import caseload as services
from bot.services.staff import client, stuck
from bot.services.staff.caseload import Need, Page
from bot.services.staff.seat import Seat
from bot.services.staff.stuck import Place

FIND = "load.name"
LONGEST_TYPED = 60


def load(turn: Turn, seat: Seat) -> None:
    """A button: empty = the overview ("rest" = its other lists), NEED.PAGE = one page of it ("all" = everybody)."""
    turn.expect(None)
    name, _, page = turn.argument.partition(".")
    shown = _listed(turn, seat, name, number(page))
    if shown is not None:
        turn.show(screens.page(turn.texts, shown))
        return
    found = services.everybody(turn.session, seat)
    turn.show(screens.overview(turn.texts, services.counts(found), len(found), rest=name == "rest"))


def _listed(turn: Turn, seat: Seat, name: str, page: int) -> Page | None:
    place = name.removeprefix(stuck.AT)
    if place != name and place in set(Place):
        return stuck.page(turn.session, seat, Place(place), page)
    if name == services.ALL or name in set(Need):
        return services.page(turn.session, seat, None if name == services.ALL else Need(name), page)
    return None


def held_up(turn: Turn, seat: Seat) -> None:
    """Where claims are held up."""
    turn.expect(None)
    turn.show(screens.stuck(turn.texts, stuck.board(turn.session, seat)))


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


COMMANDS: dict[str, Conversation] = {"klien": seated(load), "clients": seated(load), "tertahan": seated(held_up)}
BUTTONS: dict[str, Conversation] = {
    "load": seated(load),
    "load.find": seated(ask_name),
    "stuck": seated(held_up),
    "risk": seated(risk),
}
STEPS: dict[str, Conversation] = {FIND: seated(find)}
