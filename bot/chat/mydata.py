"""/data: see, download, erase."""

from uuid import uuid4

from bot.chat.turn import Conversation, Turn
from bot.outbox import write
from bot.outbox.write import Letter
from bot.screens import mydata as screens
from bot.screens.screen import Screen
from bot.screens.staff import answering
from bot.services import erasing
from bot.services import mydata as services
from bot.store import people, staff
from bot.texts.catalogue import Texts


def show(turn: Turn) -> None:
    """What is stored; whatever was half-finished is left."""
    turn.expect(None)
    turn.show(screens.stored(turn.texts, services.view(turn.session, turn.person)))


def pressed(turn: Turn) -> None:
    """A button: trail, file, erase (the warning), wipe (done); whatever was half-finished is left."""
    turn.expect(None)
    {"trail": _trail, "file": _file, "erase": _warn, "wipe": _wipe}.get(turn.argument, show)(turn)


def _trail(turn: Turn) -> None:
    readings = services.trail(turn.session, turn.person.id)
    turn.show(screens.trail(turn.texts, readings, turn.person.zone))


def _file(turn: Turn) -> None:
    content = services.export(turn.session, turn.person.id, turn.now)
    turn.add(screens.file(turn.texts, content, turn.today))


def _warn(turn: Turn) -> None:
    is_staff = staff.active(turn.session, turn.person.id) is not None
    turn.show(screens.warning(turn.texts, is_staff=is_staff))


def _wipe(turn: Turn) -> None:
    person_id, texts = turn.person.id, turn.texts
    erased = erasing.erase(turn.session, person_id, turn.said.update_id, turn.now)
    if erased.counselor_id is not None:
        turn.tell(erased.counselor_id, answering.erased(_texts_of(turn, erased.counselor_id)))
    _last_words(turn, person_id, screens.farewell(texts))


def _texts_of(turn: Turn, person_id: int) -> Texts:
    person = people.find(turn.session, person_id)
    return Texts(person.language if person is not None else "")


def _last_words(turn: Turn, person_id: int, screen: Screen) -> None:
    """Say goodbye without a row in the outbox: nothing with this person's number may stay behind."""
    content = write.pack(screen, person_id, turn.session.info["sealer"])
    method = "send" if turn.said.pressed is None else "edit"
    turn.letters.append(Letter(uuid4().hex, person_id, method, turn.said.pressed, content))


COMMANDS: dict[str, Conversation] = {"data": show}
BUTTONS: dict[str, Conversation] = {"mydata": pressed}
STEPS: dict[str, Conversation] = {}
