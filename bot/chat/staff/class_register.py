"""The class register: present or absent by tap, or by a file that the provider sends."""

from datetime import date, datetime

from bot.chat.staff.gate import number
from bot.chat.turn import Conversation, Turn
from bot.outbox import seats
from bot.screens.staff import catalogue as file_screens
from bot.screens.staff import class_register as screens
from bot.screens.staff import roster as roster_screens
from bot.services import course_keepers
from bot.services.course_keepers import Door
from bot.services.staff import class_register as services
from bot.services.staff import roster
from intake.errors import Refused

SEND = "class.file"


def day(turn: Turn) -> None:
    """A class day with a page of its people: COURSE.DAY.PAGE; without a day, the newest."""
    course_id, wanted, page = (*turn.argument.split("."), "", "")[:3]
    door = _door(turn, course_id)
    if door is not None:
        turn.expect(None)
        _show(turn, door, _day(wanted), number(page))


def mark(turn: Turn) -> None:
    """One person was there or not: REGISTRATION.DAY.1.PAGE; pressed twice, it notes the same."""
    row_id, wanted, there, page = (*turn.argument.split("."), "", "", "")[:4]
    found, on = roster.unopened(turn.session, turn.person.id, row_id), _day(wanted)
    if found is None or on is None:
        turn.show(roster_screens.not_yours(turn.texts))
        return
    warned = services.mark(turn.session, found[0], {row_id: there == "1"}, on, turn.today)
    _show(turn, found[0], on, number(page), told=seats.warn(turn.session, warned, turn.now))


def everybody(turn: Turn) -> None:
    """All about whom nothing is noted were there."""
    course_id, wanted, _page = (*turn.argument.split("."), "", "")[:3]
    door, on = _door(turn, course_id), _day(wanted)
    if door is not None and on is not None:
        warned = services.mark_rest(turn.session, door, on, turn.today)
        _show(turn, door, on, 0, told=seats.warn(turn.session, warned, turn.now))


def tools(turn: Turn) -> None:
    """Other days, and files."""
    course_id, wanted, _page = (*turn.argument.split("."), "", "")[:3]
    door = _door(turn, course_id)
    shown = services.class_day(turn.session, door, _day(wanted), 0, turn.today) if door is not None else None
    if door is not None:
        turn.show(screens.tools(turn.texts, shown) if shown else screens.no_days(turn.texts, str(door.id)))


def sheet(turn: Turn) -> None:
    """An empty register to fill in."""
    course_id, wanted, _page = (*turn.argument.split("."), "", "")[:3]
    door, on = _door(turn, course_id), _day(wanted)
    if door is not None and on is not None:
        content = services.sheet_file(turn.session, door, on, turn.now)
        turn.add(roster_screens.file(turn.texts, str(door.id), f"hadir-{door.id}-{on}.xlsx", content))


def send(turn: Turn) -> None:
    """Wait for the filled register."""
    door = _door(turn, turn.argument)
    if door is not None:
        turn.expect(SEND, id=str(door.id))
        turn.show(screens.send(turn.texts, str(door.id)))


def awaited(turn: Turn) -> bool:
    """Whether a file that comes now is a register."""
    return turn.person.step == SEND


def received(turn: Turn) -> None:
    """Read the register that was sent; with problems nothing is noted, and the mended one is awaited."""
    door, upload = _door(turn, str(turn.draft.get("id", ""))), turn.said.upload
    if door is None or upload is None:
        turn.expect(None)
        return
    try:
        found, warned = services.take_file(turn.session, door, upload.content, turn.today)
    except Refused as refused:
        code = "too_large" if upload.too_large else refused.code
        turn.show(file_screens.refused(turn.texts, code, refused.detail))
        return
    if found.problems:
        turn.show(screens.wrong(turn.texts, str(door.id), found.problems))
        return
    turn.expect(None)
    told = seats.warn(turn.session, warned, turn.now)
    turn.show(screens.taken(turn.texts, str(door.id), len(found.marks), found.blank, told))


def typed(turn: Turn) -> None:
    """Words instead of the file: say again what is awaited."""
    turn.argument = str(turn.draft.get("id", ""))
    send(turn)


def _show(turn: Turn, door: Door, wanted: date | None, page: int, *, told: int = 0) -> None:
    shown = services.class_day(turn.session, door, wanted, page, turn.today)
    if shown is None:
        turn.show(screens.no_days(turn.texts, str(door.id)))
        return
    services.trace(turn.session, door, shown, turn.now)
    turn.show(screens.day(turn.texts, shown, told))


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _door(turn: Turn, course_id: str) -> Door | None:
    door = course_keepers.door(turn.session, turn.person.id, course_id)
    if door is None:
        turn.show(roster_screens.not_yours(turn.texts))
    return door


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "class": day, "class.mark": mark, "class.all": everybody, "class.tools": tools, "class.sheet": sheet,
    "class.send": send,
}  # fmt: skip
STEPS: dict[str, Conversation] = {SEND: typed}
