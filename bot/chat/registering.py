"""A seat in a course: asked for with one tap, followed, taken, given back."""

from bot.chat.turn import Conversation, Turn
from bot.outbox import seats
from bot.screens import registering as screens
from bot.services import registering as services
from bot.store import registrations
from bot.store.registrations import ASKED, WAITING, Registration

SHARE = services.STEP


def ask(turn: Turn) -> None:
    """Ask for a seat; pressed again, it shows where it stands."""
    row = services.ask(turn.session, turn.person, turn.argument, turn.today, turn.now)
    if row is None:
        turn.show(screens.cannot(turn.texts))
        return
    if row.state in {ASKED, WAITING}:
        seats.tell_keepers(turn.session, row, turn.now)
    _show(turn, row)


def seat(turn: Turn) -> None:
    """Where it stands."""
    row = _own(turn)
    if row is not None:
        turn.expect(None)
        _show(turn, row)


def leave(turn: Turn) -> None:
    """Sure? Pressed after it was given back, it shows that."""
    row = _own(turn)
    mine = services.mine(turn.session, row, turn.today) if row is not None else None
    if row is not None and mine is not None and mine.is_alive:
        turn.show(screens.sure(turn.texts, mine))
    elif row is not None:
        _show(turn, row)


def left(turn: Turn) -> None:
    """Give it back; the next in line hears of it."""
    row = _own(turn)
    if row is not None:
        seats.tell(turn.session, services.leave(turn.session, row, turn.now), turn.now)
        _show(turn, row)


def take(turn: Turn) -> None:
    """Take the seat that is kept."""
    row = _own(turn)
    if row is not None:
        done = services.take(turn.session, turn.person, row, turn.now)
        _show(turn, row, "seat.taken" if done else "seat.too_late")


def share(turn: Turn) -> None:
    """Offer the key that shares the own number with the provider."""
    row = _own(turn)
    if row is not None:
        turn.expect(SHARE, id=row.id)
        turn.add(screens.share(turn.texts))


def shared(turn: Turn) -> bool:
    """Take a shared number if it was asked for here; False when it was shared for something else."""
    contact = turn.said.contact
    if turn.person.step != SHARE or contact is None:
        return False
    row_id = str(turn.draft.get("id", ""))
    turn.delete_said()
    turn.expect(None)
    given = services.give_number(turn.session, turn.person, row_id, contact.phone, contact.user_id)
    turn.add(screens.shared(turn.texts, given=given))
    row = services.own(turn.session, turn.person.id, row_id)
    if row is not None:
        _show(turn, row)
    return True


def typed(turn: Turn) -> None:
    """Something typed instead of the key: leave, kindly."""
    turn.expect(None)
    turn.add(screens.shared(turn.texts, given=False))


def take_back(turn: Turn) -> None:
    """Take the number back."""
    row = _own(turn)
    if row is not None:
        registrations.keep_phone(turn.session, row, "")
        _show(turn, row)


def work(turn: Turn) -> None:
    """Whether it led to work."""
    turn.argument, _, answer = turn.argument.partition(".")
    row = _own(turn)
    if row is not None:
        services.say_works(row, answer)
        _show(turn, row)


def _own(turn: Turn) -> Registration | None:
    row = services.own(turn.session, turn.person.id, turn.argument)
    if row is None:
        turn.show(screens.cannot(turn.texts))
    return row


def _show(turn: Turn, row: Registration, note: str = "") -> None:
    mine = services.mine(turn.session, row, turn.today)
    if mine is None:
        turn.show(screens.cannot(turn.texts))
    else:
        turn.show(screens.seat(turn.texts, mine, turn.person.zone, turn.texts.say(note) if note else ""))


COMMANDS: dict[str, Conversation] = {}
BUTTONS: dict[str, Conversation] = {
    "seat": seat, "seat.ask": ask, "seat.leave": leave, "seat.left": left, "seat.take": take, "seat.share": share,
    "seat.noshare": take_back, "seat.work": work,
}  # fmt: skip
STEPS: dict[str, Conversation] = {SHARE: typed}
