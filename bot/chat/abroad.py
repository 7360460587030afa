"""P0: I am abroad: the country and its hours, the day off, the discreet mode, and the way home again."""

from bot.chat import rights
from bot.chat.turn import Conversation, Turn
from bot.screens import abroad as screens
from bot.services import abroad
from bot.services.abroad import Found
from bot.store.people import INDONESIA
from bot.texts import countries
from intake import cells
from jkp.rules.migrant import CLAIM_YEARS

COUNTRY = "abroad.country"
SKIPS = frozenset({"lewati", "skip", "nanti", "nanti saja", "tidak tahu", "later"})


def begin(turn: Turn) -> None:
    """Start with the country, or show what is known already."""
    if abroad.standing(turn.person).abroad:
        turn.expect(None)
        turn.show(screens.place(turn.texts, abroad.standing(turn.person)))
    else:
        where(turn)


def where(turn: Turn) -> None:
    """Ask for the country; typing it works as well."""
    turn.expect(COUNTRY)
    turn.show(screens.where(turn.texts))


def ask_to_type(turn: Turn) -> None:
    """Ask for another country by name."""
    turn.expect(COUNTRY)
    turn.show(screens.type_place(turn.texts))


def typed_place(turn: Turn) -> None:
    """Read a typed country or city."""
    if cells.fold(turn.said.text) in SKIPS:
        rights.rights(turn)
        return
    found = abroad.understand(turn.said.text)
    if found is None:
        turn.show(screens.type_place(turn.texts, again=True))
    elif found.country == INDONESIA:
        turn.expect(None)
        turn.show(screens.inland(turn.texts))
    else:
        _moved(turn, found)


def to_country(turn: Turn) -> None:
    """Take the pressed country."""
    if turn.argument in countries.zones():
        _moved(turn, Found(turn.argument))
    else:
        where(turn)


def _moved(turn: Turn, found: Found) -> None:
    turn.expect(None)
    cities = abroad.move(turn.session, turn.person, found, turn.now)
    standing = abroad.standing(turn.person)
    if cities:
        turn.show(screens.city(turn.texts, standing, cities))
    else:
        turn.show(screens.rest_day(turn.texts, standing))


def city(turn: Turn) -> None:
    """Take the pressed city's hours, or go on without."""
    if turn.argument.isdecimal():
        abroad.choose_city(turn.session, turn.person, int(turn.argument), turn.now)
    turn.show(screens.rest_day(turn.texts, abroad.standing(turn.person)))


def rest(turn: Turn) -> None:
    """Take the day off, or go on without."""
    if turn.argument == "other":
        turn.show(screens.other_day(turn.texts))
        return
    if turn.argument == "ask":
        turn.show(screens.rest_day(turn.texts, abroad.standing(turn.person)))
        return
    if turn.argument == "none":
        abroad.rest_on(turn.person, None)
    elif turn.argument.isdecimal():
        abroad.rest_on(turn.person, int(turn.argument))
    turn.show(screens.hush(turn.texts))


def hush(turn: Turn) -> None:
    """Take the wish for the discreet mode, then show the rights."""
    if turn.argument == "ask":
        turn.show(screens.hush(turn.texts))
        return
    if turn.argument in {"yes", "no"}:
        abroad.hush(turn.person, discreet=turn.argument == "yes")
    rights.rights(turn)


def home(turn: Turn) -> None:
    """Note that the person is in Indonesia, in one of its three zones; it starts with the one of this office."""
    zone = screens.HOME_HOURS.get(turn.argument, turn.deps.settings.timezone)
    if turn.argument or abroad.standing(turn.person).abroad:
        abroad.go_home(turn.session, turn.person, zone, turn.now)
    turn.expect(None)
    turn.show(screens.home(turn.texts, abroad.standing(turn.person), years=CLAIM_YEARS))


COMMANDS: dict[str, Conversation] = {"luarnegeri": begin, "abroad": begin}
BUTTONS: dict[str, Conversation] = {
    "abroad": begin,
    "abroad_where": where,
    "abroad_type": ask_to_type,
    "abroad_to": to_country,
    "abroad_city": city,
    "abroad_rest": rest,
    "abroad_hush": hush,
    "abroad_home": home,
}
STEPS: dict[str, Conversation] = {COUNTRY: typed_place}
