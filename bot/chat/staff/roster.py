"""The provider's list: /peserta, who asks, one person decided about, the list as a file, what came of it all."""

from bot.chat.staff.gate import number
from bot.chat.turn import Conversation, Turn
from bot.outbox import seats
from bot.screens import everywhere
from bot.screens.staff import roster as screens
from bot.services import course_keepers
from bot.services.course_keepers import Door
from bot.services.staff import class_register
from bot.services.staff import roster as services
from bot.services.staff.roster import Decided
from bot.store import people
from bot.store.registrations import Registration
from bot.store.staff import ADMIN
from bot.texts.catalogue import Texts

WORDS = "roster.words"


def home(turn: Turn) -> None:
    """The courses this account answers for; for everybody else but staff the command does not exist."""
    turn.expect(None)
    kept = services.home(turn.session, turn.person.id)
    if not kept and turn.staff is None:
        turn.show(everywhere.not_understood(turn.texts, "button", abroad=turn.person.country != people.INDONESIA))
        return
    turn.show(screens.home(turn.texts, kept, number(turn.argument), admin=_is_admin(turn)))


def page(turn: Turn) -> None:
    """Who asked for a course: COURSE.PAGE."""
    course_id, _, which = turn.argument.partition(".")
    door = _door(turn, course_id)
    if door is not None:
        turn.expect(None)
        shown = services.page(turn.session, door, number(which), turn.today, turn.now)
        turn.show(screens.page(turn.texts, shown))


def tools(turn: Turn) -> None:
    """What else can be done with the list."""
    door = _door(turn, turn.argument)
    if door is not None:
        turn.show(screens.tools(turn.texts, str(door.id), door.course.programme))


def who(turn: Turn) -> None:
    """One person."""
    found = _opened(turn, turn.argument)
    if found is not None:
        turn.expect(None)
        _show(turn, *found)


def confirm(turn: Turn) -> None:
    """Give a seat; told at once."""
    found = _opened(turn, turn.argument)
    if found is not None:
        _decided(turn, found[0], services.confirm(turn.session, *found, turn.now))


def waitlist(turn: Turn) -> None:
    """Put on the waiting list; told at once."""
    found = _opened(turn, turn.argument)
    if found is not None:
        _decided(turn, found[0], services.waitlist(turn.session, *found, turn.now))


def decline(turn: Turn) -> None:
    """Which reason?"""
    found = _opened(turn, turn.argument)
    if found is not None:
        turn.show(screens.why(turn.texts, services.line(turn.session, found[1])))


def why(turn: Turn) -> None:
    """Decline with a ready reason, in the person's own language, or ask for one."""
    row_id, _, reason = turn.argument.partition(".")
    found = _opened(turn, row_id)
    if found is None:
        return
    if reason not in screens.REASONS:
        turn.expect(WORDS, id=row_id, is_reason=True)
        turn.show(screens.type_words(turn.texts, services.line(turn.session, found[1]), is_reason=True))
        return
    person = people.find(turn.session, found[1].person_id)
    words = screens.reason(Texts(person.language) if person is not None else turn.texts, reason)
    _decided(turn, found[0], services.decline(turn.session, *found, words, turn.now))


def note(turn: Turn) -> None:
    """Ask for a note to the person."""
    found = _opened(turn, turn.argument)
    if found is not None:
        turn.expect(WORDS, id=turn.argument, is_reason=False)
        turn.show(screens.type_words(turn.texts, services.line(turn.session, found[1]), is_reason=False))


def typed(turn: Turn) -> None:
    """The reason, or the note, as typed; private numbers are masked."""
    draft = turn.draft
    found = _opened(turn, str(draft.get("id", "")))
    if found is None:
        turn.expect(None)
        return
    if not any(letter.isalnum() for letter in turn.said.text):
        line = services.line(turn.session, found[1])
        turn.show(screens.type_words(turn.texts, line, is_reason=bool(draft["is_reason"])))
        return
    turn.expect(None)
    if draft["is_reason"]:
        _decided(turn, found[0], services.decline(turn.session, *found, turn.said.text, turn.now))
    else:
        services.note(turn.session, found[1], turn.said.text)
        _show(turn, *found, note="noted")


def end(turn: Turn) -> None:
    """How it ended: ID.cert, ID.done, ID.drop."""
    row_id, _, how = turn.argument.partition(".")
    found = _opened(turn, row_id)
    if found is not None:
        done = services.end(
            turn.session, *found, finished=how != "drop", certificate=how == "cert", now=turn.now, day=turn.today
        )
        _decided(turn, found[0], done)


def file(turn: Turn) -> None:
    """The list as a workbook."""
    door = _door(turn, turn.argument)
    if door is not None:
        content = class_register.list_file(turn.session, door, turn.now)
        turn.add(screens.file(turn.texts, str(door.id), f"peserta-{door.id}-{turn.today}.xlsx", content))


def sums(turn: Turn) -> None:
    """What came of all seats, for admins."""
    member = turn.staff
    if member is None or member.role != ADMIN:
        turn.show(screens.not_yours(turn.texts))
    else:
        turn.show(screens.sums(turn.texts, services.figures(turn.session, member)))


def _decided(turn: Turn, door: Door, done: Decided) -> None:
    """Show the person as it stands, and tell whom it concerns."""
    if done.verdict == services.Verdict.DONE:
        seats.tell(turn.session, done.row, turn.now)
    seats.tell(turn.session, done.next_up, turn.now)
    _show(turn, door, done.row, note=str(done.verdict))


def _show(turn: Turn, door: Door, row: Registration, *, note: str = "") -> None:
    line = services.line(turn.session, row)
    begun = services.has_begun(door, turn.today)
    turn.show(screens.person(turn.texts, line, str(door.id), has_begun=begun, note=note))


def _door(turn: Turn, course_id: str) -> Door | None:
    """Let in who answers for the course: asked at every step, a button stays longer than a role may last."""
    door = course_keepers.door(turn.session, turn.person.id, course_id)
    if door is None:
        turn.show(screens.not_yours(turn.texts))
    return door


def _opened(turn: Turn, registration_id: str) -> tuple[Door, Registration] | None:
    found = services.one(turn.session, turn.person.id, registration_id, turn.now)
    if found is None:
        turn.show(screens.not_yours(turn.texts))
    return found


def _is_admin(turn: Turn) -> bool:
    member = turn.staff
    return member is not None and member.role == ADMIN


COMMANDS: dict[str, Conversation] = {"peserta": home, "roster": home}
BUTTONS: dict[str, Conversation] = {
    "roster": page, "roster.home": home, "roster.tools": tools, "roster.who": who, "roster.yes": confirm,
    "roster.wait": waitlist, "roster.no": decline, "roster.why": why, "roster.note": note, "roster.end": end,
    "roster.file": file, "roster.sums": sums,
}  # fmt: skip
STEPS: dict[str, Conversation] = {WORDS: typed}
