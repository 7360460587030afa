"""Courses edited in the chat by admins, and answered for with one tap by whoever offers them."""

from bot.chat.turn import Conversation, Turn
from bot.outbox import course_news
from bot.screens.staff import catalogue as files
from bot.screens.staff import course_edit as screens
from bot.services.staff import catalogue, course_edit, freshness
from bot.services.staff.course_edit import FIELDS, Shown
from bot.services.staff.freshness import Due
from bot.store import uploads
from bot.store.staff import Staff
from bot.store.uploads import Asked
from intake import cells
from intake.problems import Problem
from training_catalog import editing
from training_catalog.editing import Edited

FIND, VALUE, START, MOVED = "cat.find", "cat.value", "cat.start", "fresh.start"
LONGEST_SEARCH = 100


def find(turn: Turn) -> None:
    """Ask which course."""
    if _admin(turn) is not None:
        turn.expect(FIND)
        turn.show(screens.ask(turn.texts))


def typed_search(turn: Turn) -> None:
    """Look for the course by what was typed; more words search again."""
    if _admin(turn) is not None:
        words = turn.said.text[:LONGEST_SEARCH]
        turn.expect(FIND)
        turn.show(screens.found(turn.texts, words, editing.search(turn.session, words)))


def row(turn: Turn) -> None:
    """One course."""
    _show(turn, turn.argument.partition(".")[0])


def which(turn: Turn) -> None:
    """Which field?"""
    shown, rest = _pressed(turn)
    if shown is not None:
        turn.show(screens.which(turn.texts, shown, int(rest or 0)))


def field(turn: Turn) -> None:
    """Ask for the new value of a field."""
    shown, name = _pressed(turn)
    if shown is not None and name in FIELDS:
        turn.expect(VALUE, id=shown.id, version=shown.version, field=name)
        turn.show(screens.type_value(turn.texts, shown, name))


def typed_value(turn: Turn) -> None:
    """Write the new value; a wrong one is asked for again."""
    if _admin(turn) is None:
        return
    draft = turn.draft
    at, name = (draft["id"], draft["version"]), draft["field"]
    done = course_edit.change(turn.session, turn.person.id, at, {name: turn.said.text}, turn.now)
    shown = course_edit.show(turn.session, at[0])
    if done.problems and shown is not None:
        turn.show(screens.type_value(turn.texts, shown, name, done.problems))
        return
    _done(turn, done)


def close(turn: Turn) -> None:
    """Close the course."""
    member = _admin(turn)
    shown, _rest = _pressed(turn)
    if member is not None and shown is not None:
        _done(turn, course_edit.close(turn.session, member, (shown.id, shown.version), turn.now))


def copy(turn: Turn) -> None:
    """Ask when the copy starts."""
    shown, _rest = _pressed(turn)
    if shown is not None:
        turn.expect(START, id=shown.id)
        turn.show(screens.type_start(turn.texts, shown))


def typed_start(turn: Turn) -> None:
    """Bring the course again on the day that was typed."""
    member = _admin(turn)
    shown = course_edit.show(turn.session, turn.draft["id"]) if member is not None else None
    if member is None or shown is None:
        return
    day = cells.day(turn.said.text)
    wrong = (Problem(1, "starts", turn.said.text[:60], "date"),)
    done = course_edit.copy(turn.session, member, shown.id, day, turn.now) if day else Edited(problems=wrong)
    if done.problems:
        turn.show(screens.type_start(turn.texts, shown, done.problems))
    else:
        _done(turn, done)


def opens(turn: Turn) -> None:
    """What the course opens is reckoned by the clock; its card tells how far it is."""
    member = _admin(turn)
    if member is not None:
        row = uploads.order(turn.session, member.id, "courses", turn.now, turn.argument)
        turn.show(files.working(turn.texts, "opening", ""))
        catalogue.ask(row, Asked.OPENS, turn.now, turn.letters[-1].id)


def _done(turn: Turn, done: Edited) -> None:
    """Show the course as it stands now, and tell those who want it."""
    turn.expect(None)
    note = "overtaken" if done.overtaken else "saved" if done.version else "unchanged"
    told = _tell(turn, done)
    _show(turn, done.course_id, note, told)


def _tell(turn: Turn, done: Edited) -> int:
    if done.version is None:
        return 0
    stood = course_news.before(turn.session, done.version)
    return course_news.tell(turn.session, stood, str(done.version), turn.now)


def _show(turn: Turn, course_id: str, note: str = "", told: int = 0) -> None:
    if _admin(turn) is None:
        return
    shown = course_edit.show(turn.session, course_id)
    if shown is None:
        turn.show(screens.said(turn.texts, "course_edit.gone"))
    else:
        turn.show(screens.course(turn.texts, shown, note, told))


def _pressed(turn: Turn) -> tuple[Shown | None, str]:
    """Read a button of a course, `id.version.rest`; the version is the one that its editor looked at.

    A course that changed since is shown as it stands now.
    """
    course_id, version, rest = (*turn.argument.split(".", 2), "", "")[:3]
    if _admin(turn) is None:
        return None, ""
    shown = course_edit.show(turn.session, course_id)
    if shown is None or str(shown.version) != version:
        _show(turn, course_id, "overtaken")
        return None, ""
    return shown, rest


def due(turn: Turn) -> None:
    """A2 for the admin: what will be hidden, what is, and why."""
    if _admin(turn) is not None:
        soon = freshness.expiring(turn.session, turn.today)
        turn.show(screens.due(turn.texts, soon, freshness.hidden(turn.session, turn.today)))


def ask(turn: Turn) -> None:
    """The question that the provider was asked, answered by the admin."""
    one = _answerable(turn)
    if one is not None:
        turn.show(screens.still_on(turn.texts, one))


def yes(turn: Turn) -> None:
    """It still runs. Pressed again, it says the same."""
    one = _answerable(turn)
    if one is None:
        return
    freshness.confirm(turn.session, turn.person.id, one, turn.today, turn.now)
    now = freshness.one(turn.session, one.id)
    turn.show(screens.confirmed(turn.texts, now or one))


def no(turn: Turn) -> None:
    """It does not run any more; those who want it are told."""
    one = _answerable(turn)
    if one is not None:
        _tell(turn, freshness.end(turn.session, turn.person.id, one, turn.now))
        turn.show(screens.ended(turn.texts, one))


def moved(turn: Turn) -> None:
    """Ask for the new start."""
    one = _answerable(turn)
    if one is not None:
        turn.expect(MOVED, id=one.id)
        turn.show(screens.type_moved(turn.texts))


def typed_moved(turn: Turn) -> None:
    """Move the course to the day that was typed; that is an answer too."""
    turn.argument = turn.draft["id"]
    one = _answerable(turn)
    if one is None:
        return
    done = freshness.move(turn.session, turn.person.id, one, turn.said.text, day=turn.today, now=turn.now)
    if done.problems:
        turn.show(screens.type_moved(turn.texts, done.problems))
        return
    turn.expect(None)
    _tell(turn, done)
    turn.show(screens.confirmed(turn.texts, freshness.one(turn.session, one.id) or one))


def _answerable(turn: Turn) -> Due | None:
    """Give the pressed course if this account answers for it."""
    one = freshness.one(turn.session, turn.argument.partition(".")[0])
    if one is None:
        turn.show(screens.said(turn.texts, "course_edit.gone"))
    elif not freshness.may_answer(turn.session, turn.person.id, one):
        turn.show(screens.said(turn.texts, "fresh.not_yours"))
    else:
        return one
    return None


def _admin(turn: Turn) -> Staff | None:
    member = turn.staff
    if member is not None and catalogue.may(member):
        return member
    turn.show(screens.said(turn.texts, "catalogue.only_admin"))
    return None


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "cat.find": find,
    "cat.row": row,
    "cat.field": which,
    "cat.set": field,
    "cat.close": close,
    "cat.copy": copy,
    "cat.due": due,
    "cat.opens": opens,
    "fresh.ask": ask,
    "fresh.yes": yes,
    "fresh.no": no,
    "fresh.moved": moved,
}
STEPS: dict[str, Conversation] = {
    FIND: typed_search,
    VALUE: typed_value,
    START: typed_start,
    MOVED: typed_moved,
}
