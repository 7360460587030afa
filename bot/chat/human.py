"""S11: a human, one tap away; and whatever is typed while somebody holds the request."""

from bot.chat.staff import answering
from bot.chat.turn import Conversation, Turn
from bot.outbox import alerting
from bot.screens import human as screens
from bot.screens.staff import answering as staff_screens
from bot.services import human as services
from bot.services.human import Standing
from bot.services.staff import promising
from bot.store.people import INDONESIA

STEP = services.MORE


def ask(turn: Turn) -> None:
    """Open a request, or show the one there is."""
    _open(turn)


def pressed(turn: Turn) -> None:
    """A button: open, urgent, see, add, numbers, hide, share, cancel, yes.ID, no.ID."""
    deed, _, rest = turn.argument.partition(".")
    if deed in ("yes", "no"):
        services.rate(turn.session, turn.person, rest, helped=deed == "yes")
        turn.show(screens.rated(turn.texts, helped=deed == "yes"))
        return
    deeds = {"urgent": _urgent, "see": _see, "add": _add, "numbers": _numbers, "hide": _hide, "share": _share,
             "cancel": _cancel}  # fmt: skip
    deeds.get(deed, _open)(turn)


def _urgent(turn: Turn) -> None:
    _open(turn, urgent=True)


def bring(turn: Turn, topic: str) -> None:
    """Open a request that names the office it is meant for, or name it in the one there is."""
    _open(turn, topic=topic)


def _open(turn: Turn, *, urgent: bool = False, topic: str = "") -> None:
    standing = services.open_request(turn.session, turn.person, turn.now, urgent=urgent, topic=topic)
    alerting.alert(turn.session, standing, turn.now)
    turn.expect(None if standing.held else STEP)
    _show(turn, standing)


def _show(turn: Turn, standing: Standing, note: str = "") -> None:
    promised = promising.of(turn.session, turn.person.id, turn.today)
    turn.show(
        screens.opened(turn.texts, standing, turn.person.zone, note, abroad=_abroad(turn), promises=promised)
    )  # fmt: skip


def _abroad(turn: Turn) -> bool:
    return turn.person.country != INDONESIA


def _see(turn: Turn) -> None:
    standing = services.standing(turn.session, turn.person, turn.now)
    request_id = standing.request_id if standing is not None else ""
    turn.show(screens.summary(turn.texts, services.summary(turn.session, turn.person.id, turn.now, request_id)))


def _add(turn: Turn) -> None:
    standing = services.standing(turn.session, turn.person, turn.now)
    turn.expect(None if standing is not None and standing.held else STEP)
    turn.show(screens.ask_more(turn.texts))


def more(turn: Turn) -> None:
    """A typed text after opening is added to the request."""
    if not services.add(turn.session, turn.person, turn.said.text, turn.now):
        _open(turn)
        services.add(turn.session, turn.person, turn.said.text, turn.now)
        return
    standing = services.standing(turn.session, turn.person, turn.now)
    if standing is not None:
        alerting.alert(turn.session, standing, turn.now)
        _show(turn, standing, turn.texts.say("human.added"))


def _numbers(turn: Turn) -> None:
    turn.show(screens.numbers(turn.texts, abroad=_abroad(turn)))


def _hide(turn: Turn) -> None:
    services.share(turn.session, turn.person, turn.now, agreed=False)
    _see(turn)


def _share(turn: Turn) -> None:
    services.share(turn.session, turn.person, turn.now, agreed=True)
    _see(turn)


def _cancel(turn: Turn) -> None:
    turn.expect(None)
    counselor_id = services.cancel(turn.session, turn.person, turn.now)
    turn.show(screens.cancelled(turn.texts))
    if counselor_id is not None:
        name = services.first_name(turn.session, turn.person.id)
        turn.tell(counselor_id, staff_screens.ended(answering.texts_of(turn, counselor_id), name))


def relay(turn: Turn) -> bool:
    """Carry what a worker types in a held talk to the counselor; True if it was, and then nobody else answers.

    A question of the bot that is still open was opened after the counselor's last word (each of her words ends one),
    so what is typed then answers the question.
    """
    if turn.person.step is not None or not turn.said.text or turn.said.text.startswith("/"):
        return False
    return carry(turn)


def carry(turn: Turn) -> bool:
    """Carry the words to the counselor who holds the talk; if she cannot hear any more, add them to the request."""
    if services.freed(turn.session, turn.person):
        more(turn)
        return True
    carried = services.carry(turn.session, turn.person, turn.said.text, turn.now)
    if carried is None:
        return False
    texts = answering.texts_of(turn, carried.counselor_id)
    turn.tell(carried.counselor_id, staff_screens.from_worker(texts, carried.name, carried.words, carried.request_id))
    if carried.first:
        standing = services.standing(turn.session, turn.person, turn.now)
        turn.show(screens.forwarded(turn.texts, standing.holder if standing is not None else ""))
    return True


COMMANDS: dict[str, Conversation] = {"orang": ask, "human": ask}
BUTTONS: dict[str, Conversation] = {"human": pressed}
STEPS: dict[str, Conversation] = {STEP: more}
