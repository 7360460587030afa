"""The work profile: see it, change one thing at a time, skip or forget anything, ask to be told of offers."""

from bot.chat.turn import Conversation, Turn
from bot.screens import profile as screens
from bot.services import profile as services
from bot.services.profile import FIELDS, NotUnderstood, SeveralPlaces
from intake.cells import fold

STEP = "profile."
BETWEEN = "+"
SKIPS = frozenset({"lewati", "skip", "nanti", "nanti saja", "tidak tahu", "belum tahu", "later"})


def show(turn: Turn, note: str = "") -> None:
    """Everything that is known."""
    turn.expect(None)
    turn.show(screens.overview(turn.texts, services.seen(turn.session, turn.person.id), note))


def listed(turn: Turn) -> None:
    """/profil."""
    show(turn)


def pressed(turn: Turn) -> None:
    """A button: more, tell, e.FIELD = ask, s.FIELD.VALUE = keep, p.FIELD.CODES = keep a place, c.FIELD = forget."""
    deed, _, rest = turn.argument.partition(".")
    {"more": _more, "tell": _tell, "e": _ask, "s": _keep, "p": _keep_place, "c": _clear}.get(deed, _overview)(
        turn, rest
    )


def typed(turn: Turn) -> None:
    """An answer in words; one that cannot be read is asked for again, with an example."""
    if fold(turn.said.text) in SKIPS:
        show(turn)
    else:
        _take(turn, (turn.person.step or "").removeprefix(STEP), turn.said.text)


def _overview(turn: Turn, _rest: str) -> None:
    show(turn)


def _more(turn: Turn, _rest: str) -> None:
    turn.expect(None)
    turn.show(screens.more(turn.texts, services.seen(turn.session, turn.person.id)))


def _tell(turn: Turn, _rest: str) -> None:
    services.tell(turn.session, turn.person.id, turn.now)
    show(turn, turn.texts.say("profile.now_told"))


def _ask(turn: Turn, field: str) -> None:
    if field not in FIELDS:
        show(turn)
        return
    turn.expect(f"{STEP}{field}")
    turn.show(screens.question(turn.texts, field))


def _keep(turn: Turn, rest: str) -> None:
    field, _, value = rest.partition(".")
    _take(turn, field, value)


def _take(turn: Turn, field: str, text: str) -> None:
    if field not in FIELDS:
        show(turn)
        return
    try:
        services.keep(turn.session, turn.person.id, field, text)
    except SeveralPlaces as several:
        turn.show(screens.which_place(turn.texts, field, several.areas))
    except NotUnderstood:
        turn.show(screens.question(turn.texts, field, again=True))
    else:
        show(turn, turn.texts.say("profile.kept"))


def _keep_place(turn: Turn, rest: str) -> None:
    field, _, codes = rest.partition(".")
    try:
        services.keep_places(turn.session, turn.person.id, field, tuple(codes.split(BETWEEN)))
    except NotUnderstood:
        show(turn)
    else:
        show(turn, turn.texts.say("profile.kept"))


def _clear(turn: Turn, field: str) -> None:
    services.clear(turn.session, turn.person.id, field)
    show(turn, turn.texts.say("profile.cleared"))


COMMANDS: dict[str, Conversation] = {"profil": listed, "profile": listed}
BUTTONS: dict[str, Conversation] = {"profile": pressed}
STEPS: dict[str, Conversation] = {f"{STEP}{field}": typed for field in FIELDS}
