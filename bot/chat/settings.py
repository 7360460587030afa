"""Settings: the hour, the place, what is agreed to."""

from collections.abc import Callable

from bot.chat.turn import Conversation, Turn
from bot.screens import reminders
from bot.screens import settings as screens
from bot.services import settings as services
from bot.store.consents import PURPOSES

STEP = "settings.hour"


def show(turn: Turn, note: str = "") -> None:
    """Everything that can be set."""
    turn.expect(None)
    turn.show(screens.overview(turn.texts, services.of(turn.person), note))


def pressed(turn: Turn) -> None:
    """A button: hour, hour.9, zone, zone.wita, consent, give.PURPOSE, drop.PURPOSE."""
    deed, _, rest = turn.argument.partition(".")
    deeds: dict[str, Callable[[Turn, str], None]] = {
        "hour": _hour, "zone": _zone, "consent": _agreements, "give": _give, "drop": _drop,
    }  # fmt: skip
    deeds.get(deed, _overview)(turn, rest)


def _overview(turn: Turn, _rest: str) -> None:
    show(turn)


def _hour(turn: Turn, rest: str) -> None:
    if rest:
        _keep_hour(turn, rest)
        return
    turn.expect(STEP)
    turn.show(screens.hours(turn.texts, services.of(turn.person)))


def typed_hour(turn: Turn) -> None:
    """The hour as typed."""
    _keep_hour(turn, turn.said.text)


def _keep_hour(turn: Turn, text: str) -> None:
    hour = services.read_hour(text)
    if hour is None:
        turn.show(screens.hours(turn.texts, services.of(turn.person), turn.texts.say("settings.no_hour")))
        return
    services.remind_at(turn.session, turn.person, hour, turn.now)
    words = reminders.hour(turn.texts, hour, turn.person.zone)
    show(turn, turn.texts.say("settings.hour_kept", hour=words))


def _zone(turn: Turn, rest: str) -> None:
    if rest not in services.ZONES:
        turn.show(screens.zones(turn.texts, services.of(turn.person)))
        return
    services.live_in(turn.session, turn.person, rest, turn.now)
    show(turn, turn.texts.say("settings.zone_kept", zone=rest.upper()))


def _agreements(turn: Turn, _rest: str = "", note: str = "") -> None:
    held = services.agreements(turn.session, turn.person.id)
    turn.show(screens.agreements(turn.texts, held, turn.person.zone, note))


def _give(turn: Turn, purpose: str) -> None:
    if purpose in PURPOSES:
        services.agree(turn.session, turn.person.id, purpose, turn.now)
    _agreements(turn)


def _drop(turn: Turn, purpose: str) -> None:
    if purpose not in PURPOSES:
        _agreements(turn)
        return
    services.withdraw(turn.session, turn.person.id, purpose, turn.now)
    _agreements(turn, note=turn.texts.say(f"consent.gone.{purpose}"))


COMMANDS: dict[str, Conversation] = {"pengaturan": show, "settings": show}
BUTTONS: dict[str, Conversation] = {"settings": pressed}
STEPS: dict[str, Conversation] = {STEP: typed_hour}
