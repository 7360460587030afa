"""A0, A1: admins hand catalogue files in, see the difference, publish it now or tomorrow, take it back."""

from bot.chat.turn import Conversation, Turn
from bot.outbox import course_news
from bot.screens.staff import catalogue as screens
from bot.services.staff import catalogue, freshness
from bot.services.staff.catalogue import Looked
from bot.services.staff.catalogue_files import Kind
from bot.store import uploads
from bot.store.staff import Staff
from bot.store.uploads import Asked, Upload

TOO_LARGE = "too_large"


def received(turn: Turn) -> None:
    """A catalogue file from an admin: kept, and read by the clock."""
    member, upload = _admin(turn), turn.said.upload
    if member is None or upload is None:
        return
    if upload.too_large or not upload.content:
        turn.show(screens.refused(turn.texts, TOO_LARGE if upload.too_large else "empty"))
        return
    row = catalogue.receive(turn.session, member, upload.name, upload.content, turn.now)
    _set_to_work(turn, row, Asked.READ, "reading")


def home(turn: Turn) -> None:
    """The catalogue at a glance, and how to hand a file in."""
    if _admin(turn) is not None:
        turn.expect(None)
        expiring = len(freshness.expiring(turn.session, turn.today))
        turn.show(screens.home(turn.texts, catalogue.home(turn.session, expiring), turn.person.zone))


def look(turn: Turn) -> None:
    """Compare the file as the kind that was pressed."""
    row = _waiting(turn)
    if row is not None:
        row.kind = Kind(turn.argument.split(".")[1]).value
        _set_to_work(turn, row, Asked.LOOK, "comparing")


def show(turn: Turn) -> None:
    """What the file would change, as it was found."""
    row, looked = _looked(turn)
    if row is not None and looked is not None:
        turn.show(screens.preview(turn.texts, looked, len(catalogue.open_pairs(row, looked))))


def changes(turn: Turn) -> None:
    """The changes, field by field."""
    _row, looked = _looked(turn)
    if looked is not None:
        page = turn.argument.partition(".")[2]
        turn.show(screens.changes(turn.texts, looked, int(page or 0)))


def similar(turn: Turn) -> None:
    """The next two rows that look alike; after the last one the file is compared anew."""
    row, looked = _looked(turn)
    if row is None or looked is None:
        return
    pairs = catalogue.open_pairs(row, looked)
    if pairs:
        turn.show(screens.similar(turn.texts, looked.id, pairs[0], len(pairs)))
    else:
        _set_to_work(turn, row, Asked.LOOK, "comparing")


def pair(turn: Turn) -> None:
    """The same, or different."""
    row, looked = _looked(turn)
    if row is None or looked is None:
        return
    which, answer = turn.argument.split(".")[1:]
    pairs = [one for one in catalogue.open_pairs(row, looked) if which in {"all", one.id}]
    catalogue.decide(turn.session, row, pairs, same=answer == "s")
    similar(turn)


def mark(turn: Turn) -> None:
    """Send the file back with its wrong cells marked."""
    row = _waiting(turn)
    if row is not None:
        _set_to_work(turn, row, Asked.MARK, "marking")


def publish(turn: Turn) -> None:
    """Apply the file; pressed again, nothing happens twice."""
    row = _waiting(turn)
    if row is not None:
        _set_to_work(turn, row, Asked.APPLY, "applying")


def later(turn: Turn) -> None:
    """Apply the file tomorrow morning."""
    row = _waiting(turn)
    if row is not None:
        at = catalogue.tomorrow(turn.now, turn.person.zone)
        turn.show(screens.later(turn.texts, row.id or 0, row.name, at, turn.person.zone))
        catalogue.ask(row, Asked.APPLY, at, turn.letters[-1].id)


def export(turn: Turn) -> None:
    """Send the courses as they stand."""
    member = _admin(turn)
    if member is not None:
        row = uploads.order(turn.session, member.id, Kind.COURSES.value, turn.now)
        _set_to_work(turn, row, Asked.EXPORT, "exporting")


def take_back(turn: Turn) -> None:
    """Put back what stood before."""
    member = _admin(turn)
    if member is None:
        return
    kind, _, version = turn.argument.partition(".")
    before = course_news.standing(turn.session, int(version)) if kind == Kind.COURSES else {}
    back = catalogue.take_back(turn.session, member, Kind(kind), int(version), turn.now)
    if back:
        course_news.tell(turn.session, before, f"back.{version}", turn.now)
    turn.show(screens.said(turn.texts, "taken_back" if back else "too_late"))


def drop(turn: Turn) -> None:
    """Forget the waiting file."""
    row = _waiting(turn)
    if row is not None:
        uploads.done(turn.session, row.id or 0)
        turn.show(screens.said(turn.texts, "dropped"))


def _set_to_work(turn: Turn, row: Upload, what: Asked, stage: str) -> None:
    turn.show(screens.working(turn.texts, stage, row.name))
    catalogue.ask(row, what, turn.now, turn.letters[-1].id)


def _looked(turn: Turn) -> tuple[Upload | None, Looked | None]:
    row = _waiting(turn)
    if row is None:
        return None, None
    looked = catalogue.look(turn.session, row)
    if looked is None:
        turn.show(screens.said(turn.texts, "gone"))
    return row, looked


def _waiting(turn: Turn) -> Upload | None:
    member = _admin(turn)
    if member is None:
        return None
    row = catalogue.waiting(turn.session, member, turn.argument.partition(".")[0])
    if row is None:
        turn.show(screens.said(turn.texts, "gone"))
    return row


def _admin(turn: Turn) -> Staff | None:
    """The role is asked again at every step: a button stays in the chat longer than a role may last."""
    member = turn.staff
    if member is not None and catalogue.may(member):
        return member
    turn.show(screens.said(turn.texts, "only_admin"))
    return None


COMMANDS: dict[str, Conversation] = {"katalog": home}
BUTTONS: dict[str, Conversation] = {
    "cat.how": home,
    "cat.look": look,
    "cat.show": show,
    "cat.diff": changes,
    "cat.sim": similar,
    "cat.pair": pair,
    "cat.mark": mark,
    "cat.apply": publish,
    "cat.later": later,
    "cat.export": export,
    "cat.back": take_back,
    "cat.drop": drop,
}
STEPS: dict[str, Conversation] = {}
