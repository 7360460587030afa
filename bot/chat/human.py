"""S11: a human, one tap away; and whatever is typed while somebody holds the request."""

from bot.chat.staff import answering
from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.screens import human as screens
from bot.screens.staff import answering as staff_screens
from bot.services import human as services
from bot.services.human import Standing
from bot.services.staff.answering import one_waiting
from bot.store import help_requests, outbox
from bot.store.people import INDONESIA

STEP = "human.more"


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


def _open(turn: Turn, *, urgent: bool = False) -> None:
    standing = services.open_request(turn.session, turn.person, turn.now, urgent=urgent)
    if standing.notice:
        _alert(turn, standing)
    turn.expect(None if standing.held else STEP)
    _show(turn, standing)


def _show(turn: Turn, standing: Standing, note: str = "") -> None:
    turn.show(screens.opened(turn.texts, standing, turn.person.zone, note, abroad=_abroad(turn)))


def _abroad(turn: Turn) -> bool:
    return turn.person.country != INDONESIA


def _alert(turn: Turn, standing: Standing) -> None:
    """Tell those who answer; danger does not wait for the morning."""
    waiting = one_waiting(turn.session, standing.request_id, turn.now)
    if waiting is None:
        return
    for counselor_id in standing.answers.ids:
        screen = staff_screens.notice(answering.texts_of(turn, counselor_id), waiting)
        lane = outbox.REPLY if standing.urgent else outbox.NOTICE
        write.notice(
            turn.session, counselor_id, screen,
            topic=help_requests.OUTBOX_TOPIC, occurrence=standing.notice, now=turn.now, lane=lane,
        )  # fmt: skip


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
    masked = services.add(turn.session, turn.person, turn.said.text, turn.now)
    if masked is None:
        _open(turn)
        services.add(turn.session, turn.person, turn.said.text, turn.now)
        return
    if masked:
        turn.delete_said()
    standing = services.standing(turn.session, turn.person, turn.now)
    if standing is not None:
        _show(turn, standing, turn.texts.say("human.masked" if masked else "human.added"))


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
    """Carry a typed text of a held request to the other side; True if it was one, and then nobody else answers."""
    if turn.person.step is not None or not turn.said.text or turn.said.text.startswith("/"):
        return False
    member = turn.staff
    if member is not None and answering.speak(turn, member):
        return True
    carried = services.carry(turn.session, turn.person, turn.said.text, turn.now)
    if carried is None:
        return False
    texts = answering.texts_of(turn, carried.counselor_id)
    turn.tell(carried.counselor_id, staff_screens.from_worker(texts, carried.name, carried.words, carried.request_id))
    if carried.masked:
        turn.delete_said()
        turn.show(screens.masked(turn.texts))
    elif carried.first:
        standing = services.standing(turn.session, turn.person, turn.now)
        turn.show(screens.forwarded(turn.texts, standing.holder if standing is not None else ""))
    return True


COMMANDS: dict[str, Conversation] = {"orang": ask, "human": ask}
BUTTONS: dict[str, Conversation] = {"human": pressed}
STEPS: dict[str, Conversation] = {STEP: more}
