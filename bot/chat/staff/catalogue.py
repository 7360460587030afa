"""A1: admins hand catalogue files in, see the difference, publish it, take it back."""

from collections.abc import Callable

from bot.chat.turn import Conversation, Turn
from bot.screens.screen import Screen
from bot.screens.staff import catalogue as screens
from bot.services.staff import catalogue
from bot.services.staff.catalogue import Kind, Looked
from bot.store import uploads
from bot.store.staff import Staff
from bot.texts.catalogue import Texts
from intake.errors import IntakeError, Refused

TOO_LARGE = "too_large"


def received(turn: Turn) -> None:
    """A catalogue file from an admin."""
    member, upload = _admin(turn), turn.said.upload
    if member is None or upload is None:
        return
    if upload.too_large:
        turn.show(screens.refused(turn.texts, TOO_LARGE))
        return
    try:
        file = catalogue.receive(turn.session, member, upload.name, upload.content, turn.now)
    except Refused as refused:
        turn.show(screens.refused(turn.texts, refused.code))
        return
    turn.show(screens.received(turn.texts, file))


def how(turn: Turn) -> None:
    """How to hand a file in."""
    if _admin(turn) is not None:
        turn.show(screens.how(turn.texts))


def look(turn: Turn) -> None:
    """What the waiting file would change."""
    _show_waiting(turn, screens.preview)


def changes(turn: Turn) -> None:
    """The changes, field by field."""
    _show_waiting(turn, screens.changes)


def _show_waiting(turn: Turn, screen: Callable[[Texts, Looked], Screen]) -> None:
    member = _admin(turn)
    if member is None:
        return
    looked = catalogue.look(turn.session, member, Kind(turn.argument))
    turn.show(screens.said(turn.texts, "gone") if looked is None else screen(turn.texts, looked))


def publish(turn: Turn) -> None:
    """Apply the waiting file; pressed again, nothing happens twice."""
    member = _admin(turn)
    if member is None:
        return
    kind = Kind(turn.argument)
    try:
        done = catalogue.publish(turn.session, member, kind, turn.now)
    except IntakeError:
        done = None
    if done is None:
        turn.show(screens.said(turn.texts, "gone"))
    else:
        turn.show(screens.applied(turn.texts, kind, done[1]))


def take_back(turn: Turn) -> None:
    """Put back what stood before."""
    member = _admin(turn)
    if member is None:
        return
    kind, _, version = turn.argument.partition(".")
    back = catalogue.take_back(turn.session, member, Kind(kind), int(version), turn.now)
    turn.show(screens.said(turn.texts, "taken_back" if back else "too_late"))


def drop(turn: Turn) -> None:
    """Forget the waiting file."""
    if _admin(turn) is not None:
        uploads.drop(turn.session, turn.person.id)
        turn.show(screens.said(turn.texts, "dropped"))


def _admin(turn: Turn) -> Staff | None:
    """The role is asked again at every step: a button stays in the chat longer than a role may last."""
    member = turn.staff
    if member is not None and catalogue.may(member):
        return member
    turn.show(screens.said(turn.texts, "only_admin"))
    return None


COMMANDS: dict[str, Conversation] = {"katalog": how}
BUTTONS: dict[str, Conversation] = {
    "cat.how": how,
    "cat.look": look,
    "cat.diff": changes,
    "cat.apply": publish,
    "cat.back": take_back,
    "cat.drop": drop,
}
STEPS: dict[str, Conversation] = {}
